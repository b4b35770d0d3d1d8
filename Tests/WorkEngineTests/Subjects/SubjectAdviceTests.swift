import Billing
import Testing
import WorkEngine

@Suite("Advice about orders, charges, batches and special work")
struct SubjectAdviceTests {
  private typealias Facts = MadeSubjects

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var story: WorkStory
    var proposed: DecisionVerb
    /// Words of the fix.
    var fix = ""
    /// Code and meaning of the first code explained.
    var meaning: CodeMeaning?
    var today = "2026-01-20"
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "a clean order", story: Facts.orderStory(), proposed: .confirm),
    Case(
      name: "an order with a finding", story: Facts.orderStory(findings: [Facts.serialMissing]),
      proposed: .returnOrder, fix: "Ask the driver for it.",
      meaning: CodeMeaning(
        code: "serial-problem", meaning: "Serial number problem: Fulfilment")),
    Case(
      name: "a returned order",
      story: Facts.orderStory(.returned, findings: [Facts.serialMissing]), proposed: .followUp),
    Case(
      name: "held for a document", story: Facts.chargeStory(holds: [Facts.hold()]),
      proposed: .attachDocument, fix: "Standard written order. It is released once that is indexed",
      meaning: CodeMeaning(code: "swo-missing", meaning: "Standard written order is missing")),
    Case(
      name: "held for coverage",
      story: Facts.chargeStory(holds: [Facts.hold("eligibility-inactive")]),
      proposed: .checkEligibility),
    Case(
      name: "held for a serial number",
      story: Facts.chargeStory(holds: [Facts.hold("serial-missing")]), proposed: .correctCharge,
      fix: "The order is on file."),
    Case(
      name: "held by a person", story: Facts.chargeStory(holds: [Facts.disputed]),
      proposed: .releaseHold, fix: "note"),
    Case(
      name: "ready", story: Facts.chargeStory(), proposed: .transmit, fix: "next batch"),
    Case(
      name: "a batch without an answer", story: Facts.batchStory(), proposed: .checkedPortal,
      fix: "B0004.837"),
    Case(name: "resupply", story: Facts.specialStory(), proposed: .contactPatient),
    Case(
      name: "resupply before its window", story: Facts.specialStory(), proposed: .followUp,
      today: "2026-01-09"),
    Case(
      name: "resupply answered", story: Facts.specialStory(.answered, due: "2026-01-20"),
      proposed: .fulfil),
    Case(
      name: "resupply answered, and not due yet", story: Facts.specialStory(.answered),
      proposed: .followUp, fix: "Not before 2026-01-30"),
    Case(
      name: "a trial without its report",
      story: Facts.specialStory(
        kind: .papTrial, items: [], due: "2026-01-20", needs: [.usageReport]),
      proposed: .attachDocument, fix: "what is missing. Needs: "),
    Case(
      name: "coverage to be verified",
      story: Facts.specialStory(kind: .eligibilityCheck, items: []),
      proposed: .checkEligibility),
  ]

  private static func situation(
    _ story: WorkStory, on today: Day, by user: OfficeUser = Made.biller
  ) -> Situation {
    Situation(story, rules: MadeSubjects.rules, on: today, by: user)
  }

  @Test("The next step", arguments: cases)
  func step(given: Case) throws {
    let advice = Self.situation(given.story, on: day(given.today)).advice
    #expect(advice.proposed == given.proposed)
    #expect(advice.fix.contains(given.fix), "\(advice.fix)")
    if let meaning = given.meaning { #expect(advice.meanings.first == meaning) }
    #expect(!advice.why.isEmpty && advice.why.allSatisfy { !$0.isEmpty })
    #expect(advice.options.first?.verb == given.proposed)
    #expect(Set(advice.options.map(\.verb)).count == advice.options.count)
  }

  @Test("What is proposed is allowed, but for the sending of a single charge", arguments: cases)
  func allowed(given: Case) {
    for user in [Made.biller, Made.supervisor] {
      let advice = Self.situation(given.story, on: day(given.today), by: user).advice
      let permission = advice.permission(for: advice.proposed)
      #expect((permission == .allowed) == (advice.proposed != .transmit))
    }
  }

  @Test(
    "What is allowed succeeds with what it needs, whatever the life",
    arguments: SubjectPlacementTests.lives)
  func needs(life: SubjectLife) {
    let today = day(life.today)
    guard let placement = life.story.placement(rules: MadeSubjects.rules, on: today) else { return }
    for user in [Made.biller, Made.supervisor] {
      let situation = Situation(
        life.story, item: Made.item(placement), rules: MadeSubjects.rules, on: today, by: user)
      for option in situation.advice.options {
        let refusal = Made.refusal(of: option.filled(on: today), in: situation)
        #expect(refusal == option.permission.refusal, "\(option.verb): \(refusal ?? "allowed")")
      }
    }
  }

  @Test("A pause that is proposed keeps clear of the limit")
  func followUp() throws {
    let story = Facts.chargeStory(holds: [Facts.hold()], filing: "2026-01-30")
    let advice = Self.situation(story, on: day("2026-01-20")).advice
    let request = try #require(advice.options.first { $0.verb == .requestDocuments })
    #expect(request.resultCode == "DOCREQ sent" && request.followUpOn == day("2026-01-23"))
  }
}
