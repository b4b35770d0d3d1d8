// What is known of a charge, a batch and special work.

import Billing
import Cells
import Desk

extension ItemPage {
  /// The page of an order, a charge, a batch or special work; empty for claims and remittances.
  var subject: SubjectPage {
    SubjectPage(
      detail: detail.subject, privacy: privacy, glyphs: glyphs, today: today, width: width)
  }

  func subjectTitle(of section: Section) -> SafeText {
    switch section {
    case .refusedSet: "What could be read of it"
    case .underpaid: "What was allowed too little"
    case .holds: "What holds it"
    case .findings: detail.order == nil ? "What the edits say" : "What the check found"
    case .alarm: "Alarm"
    case .refusal: "Why nothing may be charged yet"
    case .orderLines: "Lines"
    case .charge: "Charge"
    case .supplies: "Items"
    case .evidence: "Evidence"
    case .coverages: "Coverages, in the order of payment"
    case .rental: "Rental"
    case .eligibility: "Eligibility"
    case .documents: "Documents"
    case .order: "Order"
    case .charges: "Charges made of it"
    case .batch: "Batch"
    case .batchClaims: "Claims"
    case .money: "Money in the bank"
    case .moneyMatches: "The money of"
    case .moneyCandidates:
      detail.deposit == nil ? "Deposits it could be" : "What it could be the money of"
    case .approval: "What is asked"
    case .credit: "Credit"
    case .statement: "The statement as it would go out"
    default: .empty
    }
  }
}

extension SubjectPage {
  // MARK: Charges

  func body(of section: ItemPage.Section, _ detail: ChargeDetail) -> [StyledText] {
    switch section {
    case .holds: holds(detail.holds)
    case .findings: edits(detail.findings)
    case .charge: charge(detail)
    case .rental: rental(detail.rental, month: detail.charge.rentalMonth)
    case .coverages: coverages(detail.order.coverages)
    case .eligibility: eligibility(detail.eligibility)
    case .documents: documents(detail.documents)
    case .order: facts(of: detail.order, withPatient: false)
    default: []
    }
  }

  private func holds(_ rows: [HoldRow]) -> [StyledText] {
    let open = rows.filter(\.hold.isOpen)
    let released = rows.filter { !$0.hold.isOpen }
    var result = open.flatMap(openHold)
    if open.isEmpty { result.append(StyledText("  Nothing holds it.", .good)) }
    result += released.flatMap { row -> [StyledText] in
      let release = row.hold.release
      let day: SafeText = release.map { date($0.on) } ?? ""
      return wrapped(
        StyledText(
          "  released \(day)  \(foreign: row.title), after \(Wording.count(row.days, "day"))",
          .muted)
          + StyledText(
            release.map { ": \(privacy.free($0.evidence))" as SafeText } ?? "", .muted), indent: 4)
    }
    return result
  }

  private func openHold(_ row: HoldRow) -> [StyledText] {
    let hold = row.hold
    var head = StyledText("  ! ", .danger)
    head += StyledText(SafeText(foreign: row.title), Style.text.bold)
    if case .rental = hold.subject { head += StyledText("  whole agreement", .warning) }
    head += StyledText("  \(Wording.count(row.days, "day"))", row.days > 30 ? .danger : .muted)
    var result = wrapped(head, indent: 4)
    if !hold.detail.isEmpty {
      result += wrapped(StyledText("    \(privacy.free(hold.detail))"), indent: 4)
    }
    var who: SafeText = "\(foreign: hold.type.title); \(foreign: hold.team.title)"
    if let owner = hold.owner { who += ", \(foreign: owner)" }
    if let review = hold.reviewOn {
      who += review < today ? "; review was \(date(review))" : "; review \(date(review))"
    }
    result += wrapped(
      StyledText("    \(who)", (hold.reviewOn.map { $0 < today } ?? false) ? .warning : .muted),
      indent: 4)
    return result
      + wrapped(
        StyledText("    Released by: ", .muted) + StyledText(release(of: row)), indent: 4)
  }

  /// What ends an open hold.
  private func release(of row: HoldRow) -> SafeText {
    if let kind = row.document {
      let what = SafeText(foreign: kind.title.lowercasedFirst)
      return row.hold.type == .authorization
        ? "an authorization that covers code, dates and units" : "a valid \(what), indexed"
    }
    return row.hold.isAutomatic
      ? "the edit, once it is clean" : "a person, with the evidence"
  }

  private func edits(_ findings: [EditFinding]) -> [StyledText] {
    findings.flatMap { finding -> [StyledText] in
      let sign: StyledText
      switch finding.outcome {
      case .hold: sign = StyledText("  ! ", .danger)
      case .warn: sign = StyledText("  - ", .warning)
      case .fix: sign = StyledText("  + ", .good)
      }
      return wrapped(
        sign + StyledText(privacy.sentence(SafeText(foreign: finding.message))), indent: 4)
        + fix(finding.advice)
    }
  }

  private func charge(_ detail: ChargeDetail) -> [StyledText] {
    let charge = detail.charge
    let span: SafeText =
      charge.serviceThrough == charge.serviceFrom
      ? longDate(charge.serviceFrom)
      : "\(longDate(charge.serviceFrom)) to \(longDate(charge.serviceThrough))"
    let month: SafeText =
      charge.rentalMonth.map { month in
        detail.rental?.capMonths.map { "month \(month) of \($0)" } ?? "month \(month)"
      } ?? ""
    return grid([
      ("Procedure", StyledText(SafeText(foreign: charge.procedure.description), Style.text.bold)),
      ("Rental", StyledText(month)),
      ("Service", StyledText(span)),
      ("Units", StyledText("\(charge.units)")),
      (
        "Charge",
        StyledText(Wording.money(charge.amount))
          + StyledText(", \(Wording.money(charge.expected)) expected", .muted)
      ),
      ("Serial number", StyledText(privacy.identifier(charge.serialNumber))),
      ("Authorization", StyledText(privacy.identifier(charge.authorizationNumber))),
      ("Narrative", StyledText(SafeText(foreign: charge.narrative))),
      (
        "Diagnoses",
        StyledText(
          SafeText(
            foreign: charge.diagnosisPointers.compactMap { place in
              let all = detail.order.diagnoses
              return all.indices.contains(place - 1) ? all[place - 1] : nil
            }.joined(separator: " ")))
      ),
      ("Now", StyledText(SafeText(foreign: detail.place.title))),
    ])
  }

  func rental(_ rental: Rental?, month: Int?) -> [StyledText] {
    guard let rental else { return [] }
    var count = StyledText()
    if let month {
      let cap: SafeText = rental.capMonths.map { " of \($0)" } ?? ", no cap"
      count = StyledText("\(month)\(cap)")
      if let cap = rental.capMonths {
        let bar = Gauge(month, of: cap).text(width: cap, glyphs: glyphs)
        if !bar.isEmpty { count += StyledText("  ") + bar }
      }
    }
    let breaks = rental.breaks.map { gap -> SafeText in
      let through: SafeText = gap.through.map { date($0) } ?? "now"
      return "\(gap.kind.title) \(date(gap.from)) to \(through)"
    }
    return grid([
      ("Equipment", StyledText(SafeText(foreign: rental.procedure.description))),
      ("Month", count),
      ("Since", StyledText(longDate(rental.startedOn))),
      ("Category", StyledText(rental.category.title)),
      ("Serial number", StyledText(privacy.identifier(rental.serialNumber))),
      ("Breaks", StyledText(breaks.joined(separator: "; "), .muted)),
      ("Picked up", StyledText(rental.pickedUpOn.map { longDate($0) } ?? "", .warning)),
    ])
  }

  private func eligibility(_ answer: EligibilityAnswer?) -> [StyledText] {
    guard let answer else { return [StyledText("  No payer was asked yet.", .muted)] }
    var line = StyledText("  \(date(answer.answeredOn))  ", .muted)
    switch answer.standing {
    case .active: line += StyledText("active", .good)
    case .inactive: line += StyledText("not active", .danger)
    case .unknown: line += StyledText("the payer could not say", .warning)
    }
    if !answer.planName.isEmpty { line += StyledText("  \(foreign: answer.planName)") }
    if let day = answer.serviceOn { line += StyledText("  asked for \(date(day))", .muted) }
    if let through = answer.covered.through {
      line += StyledText("  through \(date(through))", .muted)
    }
    var result = wrapped(line, indent: 4)
    for payer in answer.otherPayers {
      result += wrapped(
        StyledText("    - ", .warning)
          + StyledText("another payer comes first: \(foreign: payer.name)"), indent: 6)
    }
    for message in answer.messages {
      result += wrapped(StyledText("    payer: \(privacy.free(message))", .muted), indent: 6)
    }
    return result
  }

  // MARK: Batches

  func body(of section: ItemPage.Section, _ detail: BatchDetail) -> [StyledText] {
    let batch = detail.batch
    switch section {
    case .alarm:
      guard batch.unanswered > 0 else { return [] }
      let days = today - batch.sentOn
      let waits = Wording.count(batch.unanswered, "claim")
      return wrapped(
        StyledText("  ! ", .danger)
          + StyledText(
            "\(waits) without an answer, \(Wording.count(days, "day")) after sending: ask the clearinghouse whether the file arrived.",
            days > 1 ? .danger : .warning), indent: 4)
    case .batch:
      return grid([
        ("File", StyledText(SafeText(foreign: batch.fileName.lastPathPart))),
        ("To", StyledText(SafeText(foreign: batch.receiver))),
        ("Control number", StyledText(SafeText(foreign: batch.interchangeControl))),
        ("Sent", StyledText(longDate(batch.sentOn))),
        (
          "Claims",
          StyledText("\(MoneyText.count(batch.claims))", Style.text.bold)
            + StyledText(", \(Wording.money(batch.total))")
        ),
        (
          "Answers",
          StyledText("\(batch.accepted) accepted", batch.accepted > 0 ? .good : .muted)
            + StyledText(", \(batch.received) received", .muted)
            + StyledText(", \(batch.rejected) rejected", batch.rejected > 0 ? .danger : .muted)
            + StyledText(
              ", \(batch.unanswered) without an answer", batch.unanswered > 0 ? .warning : .muted)
        ),
      ]) + batchAnswers(detail.answers)
    case .batchClaims:
      var claims = TextGrid([.leading, .leading, .trailing, .leading], indent: 2, flexible: 3)
      for claim in detail.claims {
        claims.add([
          StyledText(privacy.identifier(claim.controlNumber)),
          StyledText(privacy.person(claim.patient)), amount(claim.charge),
          StyledText(
            claim.answer.isEmpty ? "no answer yet" : SafeText(foreign: claim.answer), .muted),
        ])
      }
      return claims.lines(width: width, glyphs: glyphs)
    default: return []
    }
  }

  private func batchAnswers(_ answers: [BatchAnswerRow]) -> [StyledText] {
    answers.map { answer in
      StyledText("  \(date(answer.on))  ", .muted)
        + StyledText("\(foreign: answer.kind)  \(foreign: answer.verdict)")
        + StyledText("  \(Wording.count(answer.claims, "claim"))", .muted)
    }
  }

  // MARK: Special work

  func body(of section: ItemPage.Section, _ detail: SpecialDetail) -> [StyledText] {
    let due = detail.work.due
    switch section {
    case .refusal:
      guard let refusal = detail.refusal else { return [] }
      return wrapped(
        StyledText("  ! ", .warning) + StyledText(SafeText(foreign: refusal)), indent: 4)
    case .supplies: return window(due) + supplies(detail.work)
    case .evidence: return evidence(detail.evidence)
    case .rental: return rental(detail.rental, month: nil)
    default: return []
    }
  }

  private func window(_ due: SpecialDue) -> [StyledText] {
    var line = StyledText("  \(foreign: due.kind.title): ", Style.text.bold)
    line += StyledText(privacy.sentence(SafeText(foreign: due.reason)))
    var window = StyledText("  Open since \(longDate(due.opensOn))", .muted)
    if due.opensOn > today { window = StyledText("  Opens \(longDate(due.opensOn))", .muted) }
    window += StyledText("; ships or bills from ", .muted)
    window += StyledText(longDate(due.dueOn), due.dueOn <= today ? .good : .text)
    if let close = due.closesOn {
      window += StyledText("; closes \(longDate(close))", close < today ? .danger : .muted)
    }
    return wrapped(line) + wrapped(window)
  }

  private func supplies(_ work: SpecialWork) -> [StyledText] {
    guard !work.due.items.isEmpty else { return [] }
    var grid = TextGrid([.leading, .trailing, .leading, .trailing], indent: 2, flexible: 0)
    grid.add(headings(["", "limit", "the patient", "expected"]))
    for item in work.due.items {
      let answer = work.answers.first { $0.code == item.procedure.code }
      let said: StyledText =
        switch answer?.units {
        case nil: StyledText("not asked", .muted)
        case 0?: StyledText("no", .warning)
        case let units?: StyledText("wants \(units)", .good)
        }
      grid.add([
        StyledText(SafeText(foreign: item.procedure.description)), StyledText("\(item.units)"),
        said, amount(item.expected),
      ])
    }
    return grid.lines(width: width, glyphs: glyphs)
  }

  private func evidence(_ rows: [EvidenceRow]) -> [StyledText] {
    rows.flatMap { row -> [StyledText] in
      guard let document = row.document else {
        return wrapped(
          StyledText("  ! ", .warning)
            + StyledText("\(foreign: row.kind.title): missing"), indent: 4)
      }
      return wrapped(
        StyledText("  \(SafeText(glyph: glyphs.check)) ", .good) + line(of: document).dropping(2),
        indent: 4)
    }
  }
}

extension StyledText {
  /// The line without so many blanks at its beginning.
  fileprivate func dropping(_ columns: Int) -> StyledText {
    guard let first = pieces.first else { return self }
    var result = StyledText(
      SafeText(foreign: String(first.text.string.dropFirst(columns))), first.style)
    for piece in pieces.dropFirst() { result.append(piece.text, piece.style) }
    return result
  }
}

extension RentalBreak.Kind {
  var title: SafeText {
    switch self {
    case .billing: "not billed"
    case .need: "not needed"
    }
  }
}

extension PaymentCategory {
  var title: SafeText {
    switch self {
    case .inexpensive: "inexpensive or routinely purchased"
    case .cappedRental: "capped rental"
    case .oxygen: "oxygen"
    case .frequentServicing: "frequent and substantial servicing"
    case .prostheticOrthotic: "prosthetics and orthotics"
    case .ostomyUrological: "ostomy and urological"
    case .surgicalDressing: "surgical dressings"
    case .supply: "supplies"
    case .tens: "TENS"
    case .therapeuticShoe: "therapeutic shoes"
    case .parenteralEnteral: "parenteral and enteral"
    case .customized: "customized"
    case .drug: "drugs"
    case .nonCovered: "not covered"
    }
  }
}
