import Billing
import Desk
import WorkEngine

extension FakeOffice {
  /// Everything about a made-up item.
  func detail(_ item: FakeItem) -> ItemDetail {
    ItemDetail(
      item: item.workItem(today), row: row(item), subject: subject(item),
      placement: item.staged == nil ? placement(item) : nil, advice: advice(item),
      timeline: timeline(item), contacts: isClaim(item) ? contacts(item) : Contacts())
  }

  private func subject(_ item: FakeItem) -> SubjectDetail {
    if let staged = item.staged { return .stagedAnswer(staged) }
    if let subject = subjects[item.id] { return subject }
    return .claim(
      ClaimDetail(
        claim: claim(item), submissions: submissions(item),
        adjudications: item.queue == .denials ? [adjudication(item)] : [],
        nextPayer: nextPayer(item),
        filingProof: item.queue == .followUp
          ? FilingProof(
            acceptedOn: today.adding(days: -44), controlNumber: item.reference,
            answer: "277CA A2:20", file: "inbox/277CA-1008.x12") : nil))
  }

  func nextPayer(_ item: FakeItem) -> Payer? {
    item.family == .medicareDME
      ? Payer(
        id: PayerID(9), name: "Plainview Supplemental", identifier: "PLV01", family: .commercial)
      : nil
  }

  func isClaim(_ item: FakeItem) -> Bool {
    item.staged == nil && subjects[item.id] == nil
  }

  func claim(_ item: FakeItem) -> Claim {
    let names = item.patient.split(separator: ",").map(String.init)
    let served = today.adding(days: -item.age)
    let code = ProcedureCode("E1390", ["RR", "KX"])
    let balances = LineBalances(payer: item.balance, adjusted: .zero)
    return Claim(
      id: ClaimID(item.id.rawValue), controlNumber: item.reference, origin: .claimFile,
      patient: Patient(
        id: PatientID(1), lastName: names.first ?? "", firstName: names.last?.trimmingSpaces ?? "",
        birthDate: Day(year: 1948, month: 5, day: 2), sex: "F"),
      payer: Payer(
        id: PayerID(1), name: item.payer, identifier: "16003", family: item.family),
      sequence: .primary, memberID: "1EG4TE5MK73", frequency: .original,
      payerControlNumber: item.queue == .denials ? "2609912345600" : "", placeOfService: "12",
      priorAuthorization: "", diagnoses: ["J44.9", "J96.11"], service: ServiceDates(served),
      charge: item.balance,
      lines: [
        ClaimLine(
          id: ClaimLineID(1), number: 1, controlNumber: "1", procedure: code,
          unitsInThousandths: 1000, service: ServiceDates(served),
          charge: item.balance, expected: item.expected, balances: balances)
      ], rowVersion: item.rowVersion)
  }

  private func placement(_ item: FakeItem) -> Placement {
    var deadlines: [Deadline] = []
    if let safe = item.safe {
      deadlines = [
        Deadline(
          kind: .appealFirst, safe: safe, legal: safe.adding(days: 5),
          reason: "\(item.family.title), 120 days from the notice", ruleID: "ap-1", isVerified: true
        ),
        Deadline(
          kind: .initialClaim, safe: safe.adding(days: 200), legal: safe.adding(days: 200),
          reason: "\(item.family.title), 1 year from service", ruleID: "tf", isVerified: false),
      ]
    }
    return Placement(
      queue: item.queue, lane: item.lane,
      tier: Tier.of(safe: item.safe, legal: nil, today: today), governing: deadlines.first,
      deadlines: deadlines, balance: item.balance, expected: item.expected,
      reasonCode: item.reasonCode, reason: item.reason, followUpOn: item.followUpOn, why: [])
  }

  private func advice(_ item: FakeItem) -> Advice {
    if let advice = orderAdvice(item) { return advice }
    let proposed: DecisionVerb =
      switch item.queue {
      case .rejections, .denials: item.reasonCode.contains("CO-50") ? .appeal : .resubmit
      case .followUp: .calledPayer
      case .cashPosting: item.staged?.matchedTo == nil ? .match : .post
      default: .note
      }
    let situation = situation(item)
    func option(_ verb: DecisionVerb, _ refusal: String?) -> DecisionOption {
      DecisionOption(
        verb: verb, permission: refusal.map { .refused($0) } ?? .allowed,
        resultCode: verb.rawValue.uppercased(),
        followUpOn: verb != proposed
          ? nil
          : verb == .appeal
            ? today.adding(days: 60) : verb == .calledPayer ? today.adding(days: 14) : nil,
        fields: situation.fields(of: verb))
    }
    var options = [option(proposed, nil)]
    switch item.queue {
    case .denials:
      options += [
        option(
          .appeal,
          proposed == .appeal ? nil : "CO-16 is not appealed: correct it and send it again."),
        option(.reopen, nil), option(.replace, "Medicare takes no replacement claims."),
        option(.billNext, nextPayer(item) == nil ? "The claim names no next payer." : nil),
        option(.transferPatient, nil), option(.writeOff, nil),
      ].filter { $0.verb != proposed }
    case .rejections: options += [option(.void, nil), option(.writeOff, nil)]
    case .followUp:
      options += [
        option(.checkedPortal, nil), option(.resubmit, nil), option(.requestDocuments, nil),
      ]
    case .cashPosting:
      options += [
        option(.post, item.staged?.matchedTo == nil ? "Match it to a claim first." : nil),
        option(.leaveInSuspense, nil),
      ].filter { $0.verb != proposed }
    default: break
    }
    options += always(item, situation).filter { verb in !options.contains { $0.verb == verb } }
      .map { option($0, nil) }
    return Advice(
      proposed: proposed, resultCode: proposed.rawValue.uppercased(), why: why(item, proposed),
      fix: proposed == .resubmit ? "Add what the remark code names, then send it again." : "",
      meanings: item.reasonCode.split(separator: " ").map {
        CodeMeaning(code: String($0), meaning: meaning(String($0)))
      }, options: options,
      packet: proposed == .appeal
        ? AppealPacket(
          title: "Medical necessity", carcs: ["50"],
          pieces: ["Standard written order", "Visit notes before the order", "Sleep study or ABG"])
        : nil,
      nextAppealLevel: proposed == .appeal ? .first : nil)
  }

  /// What fits every item.
  func always(_ item: FakeItem, _ situation: Situation) -> [DecisionVerb] {
    [.deferred, .note, .assign, .escalate]
      + (isSupervisor ? [item.isPinned ? .unpin : .pin] : [])
  }

  private func why(_ item: FakeItem, _ proposed: DecisionVerb) -> [String] {
    switch proposed {
    case .resubmit:
      ["\(item.reasonCode) means the payer lacks something, so a corrected new claim answers it."]
    case .appeal: ["CO-50 is a finding on medical necessity; only an appeal changes it."]
    case .calledPayer: ["Accepted 34 days ago and no answer yet; this payer answers within 21."]
    case .match: ["One claim has the same patient, day and charge."]
    case .post: ["It is matched and balances."]
    default: []
    }
  }

  private func meaning(_ code: String) -> String {
    switch code {
    case "CO-16": "Claim lacks information or has a billing error."
    case "CO-50": "Not deemed medically necessary by the payer."
    case "N265": "Ordering provider's identifier missing or invalid."
    case "MA130": "The claim cannot be processed as sent; correct it and send a new one."
    case "A7:507": "HCPCS code is not valid for this date of service."
    default: "See the payer's notice."
    }
  }

  func submissions(_ item: FakeItem) -> [ClaimSubmission] {
    let sent = today.adding(days: -item.age + 2)
    let answer: SubmissionAnswer =
      item.queue == .rejections
      ? .rejected(
        on: sent.adding(days: 1),
        reasons: [
          RejectionReason(
            code: item.reasonCode, meaning: "HCPCS code is not valid for this date of service.",
            fix: "Check the code against the fee schedule of that quarter.", line: "1")
        ]) : .accepted(on: sent.adding(days: 1))
    return [
      ClaimSubmission(
        id: SubmissionID(1), controlNumber: item.reference, frequency: .original, sentOn: sent,
        answer: answer)
    ]
  }

  func adjudication(_ item: FakeItem) -> Adjudication {
    let codes = item.reasonCode.split(separator: " ").map(String.init)
    return Adjudication(
      remittance: RemittanceID(1), noticeOn: today.adding(days: -item.age + 16), status: .denied,
      payerControlNumber: "2609912345600", charge: item.balance, paid: .zero,
      denials: [
        Denial(
          line: 1, procedure: ProcedureCode("E1390", ["RR"]),
          adjustment: Adjustment(
            group: .contractual, reason: String(codes.first?.dropFirst(3) ?? ""),
            amount: item.balance), remarks: Array(codes.dropFirst()))
      ], crossedOver: false, sequence: 1)
  }

  private func timeline(_ item: FakeItem) -> [TimelineEntry] {
    let sent = today.adding(days: -item.age + 2)
    var entries: [TimelineEntry] = []
    if isClaim(item) {
      entries.append(
        TimelineEntry(
          on: sent, kind: .sent, user: "", title: "Sent to \(item.payer)", detail: "",
          amount: item.balance))
      entries.append(
        TimelineEntry(
          on: sent.adding(days: 1), kind: item.queue == .rejections ? .rejected : .acknowledged,
          user: "", title: item.queue == .rejections ? "Rejected by the front end" : "Accepted",
          detail: item.queue == .rejections ? item.reasonCode : ""))
    }
    if item.queue == .denials {
      entries.append(
        TimelineEntry(
          on: sent.adding(days: 14), kind: .remitted, user: "", title: "Denied",
          detail: item.reasonCode, amount: .zero))
    }
    return entries + item.timeline
  }
}

extension String {
  var trimmingSpaces: String { String(drop { $0 == " " }) }
}
