import Billing
import Rules
import Testing
import WorkEngine

/// The law of domain reference 3.7, written out here and held against every row of the playbook,
/// with every kind of payer, group code, and state of the claim.
@Suite("The law of proposals")
struct AdviceLawTests {
  /// In which state the claim of a pair of codes is.
  enum State: String, CaseIterable {
    case denied, past, reopeningPending, appealPending
  }

  struct Claim {
    var carc: String
    var rarc: String?
    var family: PayerFamily
    var group: AdjustmentGroup
    var state: State
    var hasNext: Bool

    var name: String {
      "\(group.rawValue)-\(carc) \(rarc ?? "") \(family.rawValue) \(state.rawValue)"
        + (hasNext ? " next" : "")
    }

    /// Service of 2025-12-20, answered on 2026-01-05; every limit that is known has passed in
    /// March 2027.
    var today: Day { day(state == .past ? "2027-03-01" : "2026-01-15") }

    var story: ClaimStory {
      var story = Made.story(
        Made.payer(family, name: "EXAMPLE PAYER"), service: "2025-12-20")
      story.nextPayer = hasNext ? Made.supplement : nil
      story.adjudications = [
        Made.answer(
          "2026-01-05", [Made.denial("\(group.rawValue)-\(carc)", rarc.map { [$0] } ?? [])],
          number: "N1")
      ]
      switch state {
      case .denied, .past: break
      case .reopeningPending: story.decisions = [Made.decision(.reopen, "2026-01-12", seq: 20)]
      case .appealPending:
        story.decisions = [Made.decision(.appeal, "2026-01-12", seq: 20, level: .first)]
      }
      return story
    }
  }

  private static let unprocessable = ["MA130", "N704"]
  private static let unappealable = ["MA130", "N704", "N211", "MA44", "N111"]
  /// Reason codes that decide nothing which could be appealed.
  private static let shares = ["1", "2", "3", "142", "133", "109", "209", "246", "303"]
  /// Kinds of payers with an appeal limit in the tables of domain reference 2.3 and 2.4.
  private static let withAppealLimit: [PayerFamily] = [
    .medicareDME, .medicareAdvantage, .commercial, .blueCross, .tricare, .champVA,
    .veteransCommunityCare,
  ]
  /// Kinds of payers with a limit for corrections.
  private static let withCorrectionLimit: [PayerFamily] = [
    .commercial, .blueCross, .tricare, .veteransCommunityCare,
  ]
  /// What needs records is appealed in Medicare and never reopened (3.7 rule 3).
  private static let needRecords = [
    "50", "112", "150", "173", "174", "175", "176", "226", "250", "251", "252", "272", "B12",
  ]
  /// Words of an act, and the proposals that they may stand under.
  private static let words: [(word: String, verbs: [DecisionVerb])] = [
    ("reopening", [.reopen]), ("new claim", [.resubmit]), ("replacement", [.replace]),
    ("appeal", [.appeal]), ("write it off", [.writeOff]), ("to the patient", [.transferPatient]),
    ("bill the next", [.billNext]), ("bill the right", [.changePayer]),
    ("documents.", [.requestDocuments]),
  ]

  @Test("Every row, group and state", arguments: PayerFamily.allCases)
  func law(family: PayerFamily) throws {
    let rules = try Made.rules()
    var broken: [String] = []
    var count = 0
    let states = Self.wholeLives.contains(family) ? Self.states : Array(Self.states.prefix(4))
    for (carc, rarc) in Self.codes(of: rules) {
      for (group, state, hasNext) in states {
        let claim = Claim(
          carc: carc, rarc: rarc, family: family, group: group, state: state, hasNext: hasNext)
        count += 1
        let advice = Playbook.advice(for: claim.story, rules: rules, on: claim.today)
        broken += Self.broken(claim, advice, rules).map {
          "\(claim.name): \($0); \(advice.proposed.rawValue): \(advice.fix)"
        }
      }
    }
    #expect(count > 700)
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(12).joined(separator: "\n"))")
  }

  /// Group CO lives through every state; the others differ from it in who owes it alone.
  private static let states: [(AdjustmentGroup, State, Bool)] = [
    (.contractual, .denied, false), (.contractual, .past, false),
    (.contractual, .reopeningPending, false), (.patientResponsibility, .denied, true),
    (.patientResponsibility, .denied, false), (.patientResponsibility, .past, false),
    (.contractual, .denied, true), (.contractual, .appealPending, false),
    (.payerInitiated, .denied, false), (.other, .denied, false),
    (.correctionReversal, .denied, false),
  ]
  /// The kinds of payers that differ in what they take; the rest differ from these in limits.
  private static let wholeLives: [PayerFamily] = [
    .medicareDME, .medicaid, .commercial, .medicareAdvantage,
  ]

  /// One pair of codes for every row as it is written, with its first reason and remark code.
  private static func codes(of rules: RuleBook) -> [(String, String?)] {
    var seen: Set<String> = []
    return rules.playbook.compactMap { row in
      let words = [
        row.meaning, row.cause, row.fix, row.dispositions.map(\.rawValue).joined(),
        row.groups.map(\.rawValue).joined(), row.families.map(\.rawValue).joined(),
        row.rarc == nil ? "" : "remark",
      ]
      return seen.insert(words.joined(separator: "|")).inserted ? (row.carc, row.rarc) : nil
    }
  }

  @Test("Every remark code with the reason code that leaves it to them")
  func remarks() throws {
    let rules = try Made.rules()
    var broken: [String] = []
    for remark in rules.remarks.keys.sorted() {
      for family in [PayerFamily.medicareDME, .commercial, .medicaid] {
        for (group, state) in [(AdjustmentGroup.contractual, State.denied), (.contractual, .past)] {
          let claim = Claim(
            carc: "16", rarc: remark, family: family, group: group, state: state, hasNext: false)
          let advice = Playbook.advice(for: claim.story, rules: rules, on: claim.today)
          broken += Self.broken(claim, advice, rules).map {
            "\(claim.name): \($0); \(advice.proposed.rawValue): \(advice.fix)"
          }
        }
      }
    }
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(12).joined(separator: "\n"))")
  }

  private static func broken(_ claim: Claim, _ advice: Advice, _ rules: RuleBook) -> [String] {
    var broken: [String] = []
    let proposed = advice.proposed
    func must(_ holds: Bool, _ law: String) { if !holds { broken.append(law) } }
    func isAllowed(_ verb: DecisionVerb) -> Bool { advice.permission(for: verb) == .allowed }

    must(isAllowed(proposed), "the proposal is refused")
    let isProtected =
      claim.group == .contractual || claim.group == .payerInitiated
      || (claim.group == .other && claim.carc == "18")
    if isProtected {
      must(proposed != .transferPatient, "the patient is asked")
      must(!isAllowed(.transferPatient), "the patient may be asked")
    }
    if claim.family == .medicareDME {
      must(!isAllowed(.replace) && !isAllowed(.void), "Medicare gets frequency 7 or 8")
      if !(claim.rarc.map(unprocessable.contains) ?? false) {
        must(!isAllowed(.resubmit), "a judged line may be sent again")
      }
      if needRecords.contains(claim.carc) {
        must(!isAllowed(.reopen), "what needs records may be reopened")
      }
    } else {
      must(!isAllowed(.reopen), "a payer other than Medicare reopens")
    }
    broken += late(claim, advice)
    broken += rights(claim, advice, rules)
    let fix = advice.fix.lowercased()
    for (word, verbs) in words where fix.contains(word) {
      must(verbs.contains(proposed), "the fix says \"\(word)\"")
    }
    let text = ([advice.fix] + advice.why + advice.meanings.map(\.meaning)).joined(separator: " ")
    if claim.family != .medicareDME { must(!text.contains("ABN"), "an ABN is named") }
    return broken
  }

  /// Nothing is proposed, or may be done without good cause, after its last legal day.
  private static func late(_ claim: Claim, _ advice: Advice) -> [String] {
    guard claim.state == .past else { return [] }
    func isAllowed(_ verb: DecisionVerb) -> Bool {
      advice.options.contains { option in
        option.verb == verb && option.permission == .allowed
          && !option.needs.contains { $0.name == .late }
      }
    }
    var broken: [String] = []
    if let option = advice.options.first, option.needs.contains(where: { $0.name == .late }) {
      broken.append("the proposal is late")
    }
    if isAllowed(.resubmit) { broken.append("a new claim is late") }
    if claim.family == .medicareDME {
      if isAllowed(.reopen) { broken.append("a reopening is late") }
      if [.requestDocuments, .obtainAuthorization].contains(advice.proposed),
        claim.group == .contractual
      {
        broken.append("a step is proposed that leads nowhere")
      }
    }
    if withAppealLimit.contains(claim.family), isAllowed(.appeal) {
      broken.append("an appeal is late")
    }
    if withCorrectionLimit.contains(claim.family), isAllowed(.replace) {
      broken.append("a correction is late")
    }
    return broken
  }

  /// Nothing that is proposed ends a right which still runs, and a reopening stops no clock.
  private static func rights(_ claim: Claim, _ advice: Advice, _ rules: RuleBook) -> [String] {
    func isAllowed(_ verb: DecisionVerb) -> Bool { advice.permission(for: verb) == .allowed }
    var broken: [String] = []
    let isRight =
      !(claim.rarc.map(unappealable.contains) ?? false) && !shares.contains(claim.carc)
    let gives: [DecisionVerb] = [.writeOff, .void, .escalate]
    switch claim.state {
    case .denied:
      guard isRight, claim.group != .patientResponsibility else { break }
      if gives.contains(advice.proposed) { broken.append("a right is given up") }
      if advice.proposed == .billNext, claim.group != .patientResponsibility {
        broken.append("the next payer is billed over a right to appeal")
      }
      if !isAllowed(.appeal), claim.carc != "18" { broken.append("no appeal") }
    case .past: break
    case .reopeningPending:
      for verb in [DecisionVerb.resubmit, .replace, .void, .writeOff, .reopen] where isAllowed(verb)
      {
        broken.append("\(verb.rawValue) beside a pending reopening")
      }
      guard isRight, claim.carc != "18" else { break }
      if !isAllowed(.appeal) { broken.append("the reopening stops the appeal") }
      let place = ClaimPlacement.place(claim.story, rules: rules, on: claim.today)
      if claim.family == .medicareDME, place?.governing?.safe != day("2026-05-05") {
        broken.append("the appeal's date is gone")
      }
    case .appealPending:
      for verb in [DecisionVerb.resubmit, .replace, .void, .writeOff, .appeal]
      where isAllowed(verb) {
        broken.append("\(verb.rawValue) beside a pending appeal")
      }
    }
    return broken
  }
}
