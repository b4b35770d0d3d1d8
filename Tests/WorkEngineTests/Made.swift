import Billing
import Rules
import WorkEngine

/// Made-up values for the tests of this room.
enum Made {
  /// The shipped rules, read once.
  static func rules() throws -> RuleBook { try shipped.get() }

  private static let shipped = Result { try RuleBook.shipped() }

  static func payer(
    _ family: PayerFamily, key: String? = nil, state: String? = nil, name: String = ""
  ) -> Payer {
    Payer(
      id: PayerID(1), name: name.isEmpty ? family.title : name, identifier: "", family: family,
      ruleKey: key, state: state)
  }

  static let medicare = payer(.medicareDME)
  static let aetna = payer(.commercial, key: "aetna", name: "AETNA")
  static let supplement = payer(.commercial, name: "LAKESIDE SUPPLEMENT")

  static func story(
    _ payer: Payer = medicare, service: String = "2025-11-24", open: Int64 = 18_000,
    next: Int64 = 0, patient: Int64 = 0, expected: Int64 = 12_000,
    sequence: PayerSequence = .primary
  ) -> ClaimStory {
    ClaimStory(
      claim: ClaimID(1), controlNumber: "A1002", payer: payer, sequence: sequence,
      service: ServiceDates(day(service)), charge: Cents(18_000),
      balances: LineBalances(
        payer: Cents(open), nextPayer: Cents(next), patient: Cents(patient)),
      expected: Cents(expected))
  }

  static func sending(
    _ sent: String, _ answer: SubmissionAnswer = .none, id: Int64 = 1,
    frequency: ClaimFrequency = .original
  ) -> ClaimSubmission {
    ClaimSubmission(
      id: SubmissionID(id), controlNumber: "A1002-\(id)", frequency: frequency, sentOn: day(sent),
      answer: answer)
  }

  static func rejected(_ on: String, _ code: String = "A7:507") -> SubmissionAnswer {
    .rejected(
      on: day(on),
      reasons: [RejectionReason(code: code, meaning: "invalid code", fix: "correct the code")])
  }

  static func denial(
    _ code: String, _ remarks: [String] = [], amount: Int64 = 18_000, line: Int = 1
  ) -> Denial {
    let parts = code.split(separator: "-")
    return Denial(
      line: line, procedure: ProcedureCode("A7030", ["NU", "KX"]),
      adjustment: Adjustment(
        group: AdjustmentGroup(rawValue: String(parts[0])) ?? .other, reason: String(parts[1]),
        amount: Cents(amount)),
      remarks: remarks)
  }

  static func answer(
    _ notice: String, _ denials: [Denial] = [], seq: Int64 = 10, status: String = "1",
    charge: Int64 = 18_000, paid: Int64 = 0, number: String = "", crossed: Bool = false
  ) -> Adjudication {
    Adjudication(
      remittance: RemittanceID(1), noticeOn: day(notice),
      status: RemittanceClaimStatus(code: status), payerControlNumber: number,
      charge: Cents(charge), paid: Cents(paid), denials: denials, crossedOver: crossed,
      sequence: seq)
  }

  static func decision(
    _ verb: DecisionVerb, _ on: String, seq: Int64, back: String? = nil,
    level: AppealLevel? = nil, outcome: AppealOutcome? = nil, notice: String? = nil,
    status: String = ""
  ) -> RecordedDecision {
    let act: Decision.Act? =
      switch verb {
      case .appeal: .appeal(Appeal(level ?? .first))
      case .appealOutcome:
        outcome.map { .appealOutcome(AppealDecision($0, noticeOn: notice.map(day) ?? day(on))) }
      case .calledPayer: .calledPayer(PayerContact(status: status))
      case .checkedPortal: .checkedPortal(PayerContact(status: status))
      default: nil
      }
    return RecordedDecision(
      activity: ActivityID(seq), verb: verb, act: act, on: day(on), user: "dora",
      followUpOn: back.map(day), sequence: seq)
  }

  static let biller = OfficeUser(name: "dora", isSupervisor: false)
  static let supervisor = OfficeUser(name: "eli", isSupervisor: true)

  /// What is proposed for a claim, and what may be done.
  static func advice(for story: ClaimStory, rules: RuleBook, on today: Day) -> Advice {
    Situation(.claim(story), rules: rules, on: today, by: biller).advice
  }

  /// Why an entry may not be recorded; nil where it may.
  static func refusal(of entry: DecisionEntry, in situation: Situation) -> String? {
    do throws(FieldFault) {
      _ = try situation.decision(of: entry)
      return nil
    } catch {
      return error.message
    }
  }

  static func item(_ placement: Placement) -> WorkItem {
    WorkItem(
      id: WorkItemID(1), subject: .claim(ClaimID(1)), queue: placement.queue,
      lane: placement.lane, tier: placement.tier, safe: placement.governing?.safe,
      legal: placement.governing?.legal, balance: placement.balance, expected: placement.expected,
      reasonCode: placement.reasonCode, reason: placement.reason,
      deadlineReason: placement.governing?.reason ?? "", followUpOn: placement.followUpOn,
      owner: nil, lease: nil, isPinned: placement.tier == .pinned, rowVersion: 1)
  }
}

/// A date written as text; a misspelt one is far in the past and fails its test.
func day(_ text: String) -> Day { Day(text) ?? Day(rawValue: .min / 2) }
