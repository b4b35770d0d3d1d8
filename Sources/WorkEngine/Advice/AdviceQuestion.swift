package import Billing

/// A question about a made-up claim, answered from the rules alone: how an office checks its
/// playbook.
package struct AdviceQuestion: Equatable, Sendable {
  /// Adjustments (`CO-50`), remark codes (`N115`) and, for a rejection, status codes (`A7:507`);
  /// none asks about a claim that nobody has answered.
  package var codes: [String]
  /// A kind of payer by its name in the rules (`medicare-dme`), or the name or identifier of one.
  package var payer: String
  package var service: Day?
  /// Date of the payer's answer.
  package var notice: Day?
  /// The day on which the payer took the claim in, where there is proof.
  package var accepted: Day?
  package var hasNextPayer: Bool

  package init(
    codes: [String], payer: String, service: Day? = nil, notice: Day? = nil,
    accepted: Day? = nil, hasNextPayer: Bool = false
  ) {
    self.codes = codes
    self.payer = payer
    self.service = service
    self.notice = notice
    self.accepted = accepted
    self.hasNextPayer = hasNextPayer
  }

  /// The advice, with the rights of a supervisor: the office asks, and not one biller.
  ///
  /// - Throws: what in the question the rules do not know, or days in an impossible order.
  package func answer(
    rules: RuleBook, on today: Day
  ) throws(AdviceQuestionError) -> AdviceAnswer {
    let story = try story(rules: rules, on: today)
    return AdviceAnswer(
      payer: story.payer,
      advice: Playbook.advice(for: story, rules: rules, isSupervisor: true, on: today),
      deadlines: DeadlineEngine.deadlines(for: story, rules: rules))
  }

  /// The made-up claim: $100.00, one line, denied as a whole.
  package func story(
    rules: RuleBook, on today: Day
  ) throws(AdviceQuestionError) -> ClaimStory {
    let payer = try AdvicePayer.payer(named: payer, rules: rules)
    let codes = try AdviceCodes(codes, rules: rules)
    let days = try days(on: today, isAnswered: !codes.adjustments.isEmpty)
    var story = ClaimStory(
      claim: ClaimID(0), controlNumber: "", payer: payer, sequence: .primary,
      service: ServiceDates(days.service), charge: Self.charge,
      balances: LineBalances(payer: Self.charge, nextPayer: .zero, patient: .zero),
      expected: Self.charge)
    if hasNextPayer {
      story.nextPayer = Payer(
        id: PayerID(0), name: "the next payer", identifier: "", family: .other)
    }
    let isAnswered = !codes.adjustments.isEmpty
    if accepted != nil || !isAnswered {
      let answer: SubmissionAnswer =
        codes.rejection.isEmpty
        ? accepted.map { .accepted(on: $0) } ?? .none
        : .rejected(on: days.notice, reasons: codes.rejection)
      story.submissions = [
        ClaimSubmission(
          id: SubmissionID(0), controlNumber: "", frequency: .original,
          sentOn: isAnswered ? days.service : accepted ?? days.service, answer: answer)
      ]
    }
    if isAnswered { give(&story, codes, on: days.notice, rules) }
    return story
  }

  private static let charge = Cents(10_000)
  /// What reductions beside a denial take: the rest is denied.
  private static let reduction = Cents(1_000)
  /// Days before today on which the payer answered, where the question does not say.
  private static let usualNotice = 7
  /// Days before the answer on which the service was, where the question does not say.
  private static let usualService = 30

  private func days(
    on today: Day, isAnswered: Bool
  ) throws(AdviceQuestionError) -> (service: Day, notice: Day) {
    let notice = notice ?? today.adding(days: -Self.usualNotice)
    let service =
      service ?? (accepted.map { min($0, notice) } ?? notice).adding(days: -Self.usualService)
    if notice > today { throw .dayOutOfOrder("the notice of \(notice) is after today, \(today)") }
    if service > (isAnswered ? notice : today) {
      throw .dayOutOfOrder("the service of \(service) is after the answer or today")
    }
    if let accepted, accepted < service {
      throw .dayOutOfOrder("the acceptance of \(accepted) is before the service of \(service)")
    }
    if let accepted, isAnswered, accepted > notice {
      throw .dayOutOfOrder("the acceptance of \(accepted) is after the answer of \(notice)")
    }
    if let accepted, accepted > today {
      throw .dayOutOfOrder("the acceptance of \(accepted) is after today, \(today)")
    }
    return (service, notice)
  }

  /// Puts the payer's answer into the story: reductions are small, the denials share the rest.
  private func give(
    _ story: inout ClaimStory, _ codes: AdviceCodes, on notice: Day, _ rules: RuleBook
  ) {
    let family = story.payer.family
    let denied = codes.adjustments.filter { adjustment in
      var whole = adjustment
      whole.amount = codes.adjustments.count == 1 ? Self.charge : Self.reduction
      return DenialClassification.kinds(
        of: [whole], remarks: codes.remarks, charge: Self.charge, paid: .zero, isDenied: false,
        family: family, rules: rules) == [.denial]
    }
    // A share of the patient alone is asked about as what is still open.
    let open = denied.isEmpty ? codes.adjustments : denied
    let others = Int64(codes.adjustments.count - open.count)
    let rest = Self.charge.rawValue - others * Self.reduction.rawValue
    let each = max(1, rest / Int64(max(1, open.count)))
    let denials = open.map { adjustment in
      var adjustment = adjustment
      adjustment.amount = Cents(each)
      return Denial(
        line: 1, procedure: ProcedureCode(""), adjustment: adjustment, remarks: codes.remarks)
    }
    story.adjudications = [
      Adjudication(
        remittance: RemittanceID(0), noticeOn: notice,
        status: .processed(as: .primary), payerControlNumber: "", charge: Self.charge, paid: .zero,
        denials: denials, crossedOver: false, sequence: 1)
    ]
    let total = Cents(each * Int64(open.count))
    let isShare = denied.isEmpty && open.allSatisfy { Self.isPatientShare($0, rules) }
    story.balances =
      isShare && hasNextPayer
      ? LineBalances(payer: .zero, nextPayer: total, patient: .zero)
      : LineBalances(payer: total, nextPayer: .zero, patient: .zero)
    story.expected = total
    if isShare, hasNextPayer { story.adjudications[0].denials = [] }
  }

  private static func isPatientShare(_ adjustment: Adjustment, _ rules: RuleBook) -> Bool {
    adjustment.group == .patientResponsibility && rules.hasTrait(.patientShare, adjustment.reason)
  }
}

/// What the rules say to a question.
package struct AdviceAnswer: Equatable, Sendable {
  /// The payer as the rules know it: family, key and state.
  package var payer: Payer
  package var advice: Advice
  /// Every limit whose clock has started, also past ones, earliest safe day first.
  package var deadlines: [Deadline]
}

/// What cannot be answered.
package enum AdviceQuestionError: Error, Equatable, CustomStringConvertible {
  case unknownCode(String)
  case unknownPayer(String)
  /// A remark code explains a reason code; alone it says nothing that could be worked.
  case remarkAlone(String)
  case dayOutOfOrder(String)

  package var description: String {
    switch self {
    case .unknownCode(let code):
      "\"\(code)\" is no code of the rules: give adjustments as CO-50, remark codes as N115."
    case .remarkAlone(let code):
      "\(code) explains a reason code: give that with it, as CO-16."
    case .unknownPayer(let name):
      "\"\(name)\" is no kind of payer and no payer of the rules: use one of "
        + PayerFamily.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .dayOutOfOrder(let words): "The days do not fit: " + words + "."
    }
  }
}
