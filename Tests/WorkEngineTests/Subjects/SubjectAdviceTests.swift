import Billing
import Testing
import WorkEngine

@Suite("Advice about orders, charges, batches and special work")
struct SubjectAdviceTests {
  private typealias Facts = MadeSubjects

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var story: WorkStory
    var fulfilment = OrderSideRules.unasked
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
      proposed: .attachDocument, fix: "Standard written order. It is released when this is true",
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
      name: "resupply answered", story: Facts.specialStory(.answered), fulfilment: .allowed,
      proposed: .fulfil),
    Case(
      name: "a trial without its report",
      story: Facts.specialStory(kind: .papTrial, items: [], needs: [.usageReport]),
      fulfilment: .refused("No usage report"), proposed: .attachDocument,
      fix: "what is missing. No usage report."),
    Case(
      name: "coverage to be verified",
      story: Facts.specialStory(kind: .eligibilityCheck, items: []),
      proposed: .checkEligibility),
  ]

  @Test("The next step", arguments: cases)
  func step(given: Case) throws {
    let advice = OrderSideAdvice.advice(
      for: given.story, fulfilment: given.fulfilment, rules: MadeSubjects.rules,
      on: day(given.today))
    #expect(advice.proposed == given.proposed)
    #expect(advice.fix.contains(given.fix), "\(advice.fix)")
    if let meaning = given.meaning { #expect(advice.meanings.first == meaning) }
    #expect(!advice.why.isEmpty && advice.why.allSatisfy { !$0.isEmpty })
    #expect(advice.options.first?.verb == given.proposed)
    #expect(Set(advice.options.map(\.verb)).count == advice.options.count)
  }

  @Test("What is proposed is allowed, but for the sending of a single charge", arguments: cases)
  func allowed(given: Case) {
    for isSupervisor in [false, true] {
      let advice = OrderSideAdvice.advice(
        for: given.story, fulfilment: given.fulfilment, rules: MadeSubjects.rules,
        isSupervisor: isSupervisor, on: day(given.today))
      let permission = advice.permission(for: advice.proposed)
      #expect((permission == .allowed) == (advice.proposed != .transmit))
    }
  }

  @Test("Defaults are never refused, whatever the life", arguments: SubjectPlacementTests.lives)
  func defaults(life: SubjectLife) {
    let rules = MadeSubjects.rules
    let today = day(life.today)
    guard let placement = life.story.placement(rules: rules, on: today) else {
      return
    }
    let item = Made.item(placement)
    let advice = OrderSideAdvice.advice(for: life.story, rules: rules, on: today)
    let details: [DecisionVerb: DecisionDetails] = [
      .returnOrder: .problem(.dates, .fulfilment),
      .hold: .hold(
        HoldEntry(type: .manual, reason: "audit", detail: "", team: .billing)),
      .attachDocument: .document(DocumentDraft(kind: .usageReport, dated: today)),
    ]
    let verbs: Set<DecisionVerb> = [
      .confirm, .returnOrder, .hold, .attachDocument, .requestDocuments, .checkEligibility,
      .checkedPortal, .calledPayer, .followUp, .deferred,
    ]
    for option in advice.options where verbs.contains(option.verb) {
      guard option.permission == .allowed else { continue }
      let filled = DecisionDefaults.filled(
        Decision(
          option.verb, note: "said", details: details[option.verb] ?? .none), story: nil,
        item: item, rules: rules, on: today)
      let permission = OrderSideRules.check(
        filled, story: life.story, item: item, isSupervisor: false, on: today, rules: rules)
      #expect(permission == .allowed, "\(option.verb): \(permission)")
    }
  }

  @Test("A pause that is proposed keeps clear of the limit")
  func followUp() throws {
    let advice = OrderSideAdvice.advice(
      for: Facts.chargeStory(holds: [Facts.hold()], filing: "2026-01-30"),
      rules: MadeSubjects.rules, on: day("2026-01-20"))
    let request = try #require(advice.options.first { $0.verb == .requestDocuments })
    #expect(request.resultCode == "DOCREQ sent" && request.followUpOn == day("2026-01-23"))
  }
}
