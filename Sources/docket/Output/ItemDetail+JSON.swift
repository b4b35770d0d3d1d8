import Billing
import Desk

extension ItemDetail {
  /// The item with everything that ever happened to it.
  var json: JSONValue {
    .object(
      rowMembers + [
        .init("subject", item.subject.json),
        .init("last_item", needsNoWork ? lastItem : .null),
        .init("fence", .optional(item.lease) { .integer($0.fence) }),
        .init("claim", .optional(claim, Self.json)),
        .init("deadlines", .array(placement?.deadlines.map(\.json) ?? [])),
        .init("why", .array(placement?.why.map { .foreign($0) } ?? [])),
        .init("advice", advice.json),
        .init("submissions", .array(claimDetail?.submissions.map(Self.json) ?? [])),
        .init("adjudications", .array(claimDetail?.adjudications.map(Self.json) ?? [])),
        .init("staged", .optional(staged, Self.json)),
        .init("next_payer", .optional(claimDetail?.nextPayer) { .foreign($0.name) }),
        .init("order_side", subject.beforeTheClaim),
        .init("filing_proof", .optional(claimDetail?.filingProof, Self.json)),
        .init("timeline", .array(timeline.map(Self.json))),
      ])
  }

  /// Whether it is a claim that stands in no queue.
  var needsNoWork: Bool { claimDetail != nil && placement == nil }

  /// The item that was worked last, for undo; null where there never was one.
  private var lastItem: JSONValue { item.id.rawValue > 0 ? .integer(item.id.rawValue) : .null }

  /// The row; a claim that needs no work has no number, no queue and no rank.
  private var rowMembers: [JSONValue.Member] {
    let members = row.members(rank: nil)
    guard needsNoWork else { return members }
    let ofWork: Set = [
      "id", "queue", "lane", "tier", "tier_title", "days_left", "leased_by", "row_version",
    ]
    return members.map { member in
      if member.key == "explanation" { return .init(member.key, "needs no work") }
      return ofWork.contains(member.key) ? .init(member.key, .null) : member
    }
  }

  private static func json(_ claim: Claim) -> JSONValue {
    [
      "control_number": .foreign(claim.controlNumber),
      "origin": .foreign(claim.origin.rawValue),
      "patient": .foreign(claim.patient.listName),
      "member_id": .foreign(claim.memberID),
      "payer": .foreign(claim.payer.name),
      "payer_family": .foreign(claim.payer.family.rawValue),
      "sequence": .foreign(claim.sequence.title),
      "frequency": .foreign(claim.frequency.rawValue),
      "payer_control_number": .foreign(claim.payerControlNumber),
      "place_of_service": .foreign(claim.placeOfService),
      "prior_authorization": .foreign(claim.priorAuthorization),
      "diagnoses": .array(claim.diagnoses.map { .foreign($0) }),
      "service_from": .day(claim.serviceFrom),
      "service_through": .day(claim.serviceThrough),
      "charge_cents": .cents(claim.charge),
      "lines": .array(
        claim.lines.map { line in
          [
            "number": .integer(line.number),
            "procedure": .foreign(line.procedure.description),
            "units_thousandths": .integer(line.unitsInThousandths),
            "service_from": .day(line.serviceFrom),
            "service_through": .day(line.serviceThrough),
            "charge_cents": .cents(line.charge),
            "expected_cents": .cents(line.expected),
            "paid_cents": .cents(line.balances.paid),
            "adjusted_cents": .cents(line.balances.adjusted),
            "payer_balance_cents": .cents(line.balances.payer),
            "next_payer_balance_cents": .cents(line.balances.nextPayer),
            "patient_balance_cents": .cents(line.balances.patient),
          ]
        }),
    ]
  }

  static func json(_ proof: FilingProof) -> JSONValue {
    [
      "accepted": .day(proof.acceptedOn),
      "control_number": .foreign(proof.controlNumber),
      "answer": .foreign(proof.answer),
      "file": .exact(proof.file),
    ]
  }

  private static func json(_ submission: ClaimSubmission) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("control_number", .foreign(submission.controlNumber)),
      .init("frequency", .foreign(submission.frequency.rawValue)),
      .init("sent", .day(submission.sentOn)),
    ]
    switch submission.answer {
    case .none: members.append(.init("answer", "none"))
    case .received(let day):
      members += [.init("answer", "received"), .init("answered", .day(day))]
    case .accepted(let day):
      members += [.init("answer", "accepted"), .init("answered", .day(day))]
    case .rejected(let day, let reasons):
      members += [
        .init("answer", "rejected"), .init("answered", .day(day)),
        .init(
          "reasons",
          .array(
            reasons.map { reason in
              [
                "code": .foreign(reason.code), "meaning": .foreign(reason.meaning),
                "fix": .foreign(reason.fix), "line": .foreign(reason.line),
                "payer_text": .foreign(reason.payerText),
              ]
            })),
      ]
    }
    return .object(members)
  }

  static func json(_ answer: Adjudication) -> JSONValue {
    [
      "notice": .day(answer.noticeOn),
      "status": .foreign(answer.status.title),
      "payer_control_number": .foreign(answer.payerControlNumber),
      "charge_cents": .cents(answer.charge),
      "paid_cents": .cents(answer.paid),
      "crossed_over": .bool(answer.crossedOver),
      "denials": .array(
        answer.denials.map { denial in
          [
            "line": .integer(denial.line),
            "procedure": .foreign(denial.procedure.description),
            "code": .foreign(denial.adjustment.code),
            "amount_cents": .cents(denial.adjustment.amount),
            "remarks": .array(denial.remarks.map { .foreign($0) }),
          ]
        }),
    ]
  }

  static func json(_ staged: StagedDetail) -> JSONValue {
    [
      "trace_number": .foreign(staged.traceNumber),
      "payment_date": .day(staged.paymentDate),
      "suspense_cents": .cents(staged.suspense),
      "reasons": .array(
        staged.reasons.map { ["code": .foreign($0.code), "reason": .foreign($0.sentence)] }),
      "matched_to": .optional(staged.matchedTo) { .integer($0.rawValue) },
      "sheet": .optional(staged.sheet) { $0.json },
      "candidates": .array(
        staged.candidates.map { candidate in
          [
            "claim": .integer(candidate.claim.rawValue),
            "control_number": .foreign(candidate.controlNumber),
            "patient": .foreign(candidate.patient),
            "service_from": .day(candidate.serviceFrom),
            "charge_cents": .cents(candidate.charge),
            "balance_cents": .cents(candidate.balance),
            "for": .array(candidate.reasonsFor.map { .foreign($0) }),
            "against": .array(candidate.reasonsAgainst.map { .foreign($0) }),
          ]
        }),
      "missing_money_cents": .optional(staged.missingMoney) { .cents($0.left) },
      "money_candidates": staged.moneyCandidates.json,
    ]
  }

  static func json(_ entry: TimelineEntry) -> JSONValue {
    [
      "on": .day(entry.on),
      "kind": .foreign(entry.kind.rawValue),
      "user": .foreign(entry.user),
      "title": .foreign(entry.title),
      "detail": .foreign(entry.detail),
      "amount_cents": .optional(entry.amount) { .cents($0) },
      "activity": .optional(entry.activity) { .integer($0.rawValue) },
    ]
  }
}

extension Deadline {
  /// One limit with its safe and its legal day.
  var json: JSONValue {
    [
      "kind": .foreign(kind.rawValue),
      "safe": .day(safe),
      "legal": .day(legal),
      "reason": .foreign(reason),
      "rule": .foreign(ruleID),
      "verified": .bool(isVerified),
    ]
  }
}

extension CodeMeaning {
  var json: JSONValue { ["code": .foreign(code), "meaning": .foreign(meaning)] }
}

extension Advice {
  /// What the playbook proposes, why, and what it forbids.
  var json: JSONValue {
    [
      "proposed": .foreign(proposed.rawValue),
      "result_code": .foreign(resultCode),
      "why": .array(why.map { .foreign($0) }),
      "fix": .foreign(fix),
      "meanings": .array(meanings.map(\.json)),
      "options": .array(options.map(\.json)),
      "next_appeal_level": .optional(nextAppealLevel) { .integer($0.rawValue) },
      "packet": .optional(packet) { packet in
        [
          "title": .foreign(packet.title), "pieces": .array(packet.pieces.map { .foreign($0) }),
        ]
      },
    ]
  }
}
