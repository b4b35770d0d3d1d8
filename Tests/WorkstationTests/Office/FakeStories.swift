import Billing
import Desk
import WorkEngine

/// What the engine hears of the made-up items: the fields of the forms, and whether an entry holds,
/// are its own.
extension FakeOffice {
  var officeUser: OfficeUser { OfficeUser(name: user, isSupervisor: isSupervisor) }

  func situation(_ item: FakeItem) -> Situation {
    let candidates = item.staged?.candidates ?? []
    return Situation(
      story(item), item: item.workItem(today), rules: FakeBook.rules, on: today, by: officeUser,
      claim: isClaim(item) ? claim(item) : nil,
      candidates: candidates.map {
        DecisionField.Choice(
          String($0.claim.rawValue),
          "\($0.controlNumber)  \($0.patient)  \($0.serviceFrom.short)  \($0.balance)")
      })
  }

  /// What can be said of many items.
  var manySituation: Situation { Situation(manyWith: FakeBook.rules, on: today, by: officeUser) }

  private func story(_ item: FakeItem) -> WorkStory {
    if let staged = item.staged { return .stagedAnswer(story(staged, item)) }
    switch subjects[item.id] {
    case .order(let detail)?:
      return .order(
        OrderStory(
          order: detail.order, documents: detail.documents, findings: detail.findings,
          expected: item.expected, filing: nil, decisions: []))
    case .charge(let detail)?:
      return .charge(
        ChargeStory(
          review: ChargeReview(
            charge: detail.charge, order: detail.order,
            coverage: detail.coverage ?? detail.order.primary, item: nil, rental: detail.rental,
            documents: detail.documents, eligibility: detail.eligibility),
          holds: detail.holds.map(\.hold).filter(\.isOpen), warnings: [], decisions: []))
    case .batch(let detail)?:
      return .batch(
        BatchStory(batch: detail.batch, isAnswered: false, filing: nil, decisions: []))
    case .special(let detail)?:
      return .special(
        SpecialStory(
          work: detail.work, patient: detail.patient, payer: detail.payer,
          documents: papers(of: detail), decisions: []))
    default: return .claim(claimStory(item))
    }
  }

  private func story(_ staged: StagedDetail, _ item: FakeItem) -> StagedRemittanceStory {
    StagedRemittanceStory(
      subject: item.workItem(today).subject,
      payer: Payer(id: PayerID(1), name: item.payer, identifier: "16003", family: item.family),
      paymentDate: staged.paymentDate, suspense: staged.suspense,
      reasons: staged.matchedTo == nil ? staged.reasons : [.confirmed],
      matchedTo: staged.matchedTo)
  }

  /// What is there already, and the ticket of a visit, which comes with the visit.
  private func papers(of detail: SpecialDetail) -> [Document] {
    let ticket = Document(
      id: DocumentID(70), patient: detail.patient.id, order: nil,
      content: DocumentDraft(kind: .deliveryTicket, dated: today), receivedOn: today)
    return detail.evidence.compactMap(\.document) + [ticket]
  }

  private func claimStory(_ item: FakeItem) -> ClaimStory {
    let claim = claim(item)
    let share = min(FakeBook.patientsShare, item.balance)
    var answers = item.queue == .denials ? [adjudication(item)] : []
    if !answers.isEmpty {
      // A part of each denied claim is the patient's, so that it can be moved there.
      answers[0].denials.append(
        Denial(
          line: 1, procedure: ProcedureCode("E1390", ["RR"]),
          adjustment: Adjustment(group: .patientResponsibility, reason: "3", amount: share),
          remarks: []))
    }
    return ClaimStory(
      claim: claim.id, controlNumber: claim.controlNumber, payer: claim.payer,
      sequence: .primary, service: claim.service,
      charge: claim.charge, balances: LineBalances(payer: item.balance), expected: item.expected,
      submissions: submissions(item), adjudications: answers, nextPayer: nextPayer(item),
      decisions: item.lane == .lead
        ? [
          RecordedDecision(
            activity: ActivityID(1), verb: .escalate, act: .escalate, on: today, user: user,
            sequence: 9)
        ] : [])
  }
}

/// The rules of the made-up office.
enum FakeBook {
  /// What the payers leave to the patient of each denied claim.
  static let patientsShare = Cents(10_000)

  static let rules: RuleBook = {
    var rules = RuleBook(
      results: DecisionVerb.allCases.map { verb in
        ResultRow(
          code: verb.rawValue.uppercased(), title: verb.title, verb: verb,
          followUpDays: followUpDays[verb], isProductive: true, needsApproval: false)
      } + [
        ResultRow(
          code: "CALLED paid", title: "Called: paid", verb: .calledPayer, followUpDays: 7,
          isProductive: true, needsApproval: false)
      ],
      writeOffs: [
        WriteOffRow(code: "small", title: "small balance", limit: Cents(2500)),
        WriteOffRow(code: "timely", title: "filed too late", limit: Cents(1_000_000)),
      ])
    rules.payerStatuses = ["in process", "pended", "not on file", "paid", "denied"].map {
      PayerStatusRow(code: $0, meaning: $0)
    }
    rules.suspenseReasons = [ReasonRow(code: "research", title: "to be researched")]
    rules.delayReasons = [
      ReasonRow(code: "look", title: "to be looked at again"),
      ReasonRow(code: "payer", title: "waiting for the payer"),
      ReasonRow(code: "documents", title: "waiting for documents"),
    ]
    rules.orders.manualHoldDays = 60
    for row in holdReasons { rules.holdReasons[row.code] = row }
    return rules
  }()

  private static let followUpDays: [DecisionVerb: Int] = [
    .appeal: 60, .reopen: 30, .calledPayer: 14, .checkedPortal: 14, .requestDocuments: 5,
    .leaveInSuspense: 7, .checkEligibility: 3, .returnOrder: 5,
  ]

  private static let holdReasons = [
    HoldReasonRow(
      code: "audit", title: "under audit", type: .manual, team: .respiratory, reviewDays: 45),
    HoldReasonRow(
      code: "patient-dispute", title: "the patient disputes it", type: .manual, team: .billing,
      reviewDays: 14),
    HoldReasonRow(
      code: "other", title: "another reason, see the note", type: .manual, team: .billing,
      reviewDays: 7, needsWords: true),
    HoldReasonRow(
      code: "swo-missing", title: "no standard written order", type: .documentation,
      team: .documentation, document: .standardWrittenOrder, reviewDays: 5),
    HoldReasonRow(
      code: "authorization-missing", title: "no prior authorization", type: .authorization,
      team: .authorization, document: .authorization, reviewDays: 3),
    HoldReasonRow(
      code: "portal-photo", title: "no photo of the delivery", type: .documentation,
      team: .fulfilment, document: .proofOfDelivery, reviewDays: 5),
  ]
}
