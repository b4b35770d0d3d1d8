import Billing
import Testing
import WorkEngine

@Suite("Order side rules")
struct OrderSideRulesTests {
  private typealias Facts = MadeOrderSide
  private static let today = "2026-01-12"

  struct Check: Sendable, CustomTestStringConvertible {
    var name: String
    var story: OrderSideStory
    var decision: Decision
    var isSupervisor = false
    var fulfilment = OrderSideRules.unasked
    /// A word of the refusal, nil where it is allowed.
    var refusal: String?
    var testDescription: String { name }
  }

  private static func document(_ dated: String?, signed: String? = nil) -> DecisionDetails {
    .document(
      DocumentDraft(
        kind: .standardWrittenOrder, dated: dated.map(day), signedOn: signed.map(day)))
  }

  private static func hold(
    _ reason: String, _ type: HoldType, review: String? = nil, forAgreement: Bool = false
  ) -> Decision {
    Decision(
      .hold,
      details: .hold(
        HoldEntry(
          type: type, reason: reason, detail: "", team: .billing, reviewOn: review.map(day),
          isForAgreement: forAgreement)))
  }

  private static func release(
    _ id: Int64? = nil, all: Bool = false, evidence: String = "", note: String = ""
  ) -> Decision {
    Decision(
      .releaseHold, note: note,
      details: .release(id.map { HoldID($0) }, allMonths: all, evidence: evidence))
  }

  static let checks = orders + holds + charges + specials + others

  static let orders: [Check] = [
    Check(name: "confirm a clean order", story: Facts.orderStory(), decision: Decision(.confirm)),
    Check(
      name: "confirm with a word of warning", story: Facts.orderStory(findings: [Facts.priceOdd]),
      decision: Decision(.confirm)),
    Check(
      name: "confirm with a finding in the way",
      story: Facts.orderStory(findings: [Facts.serialMissing]), decision: Decision(.confirm),
      isSupervisor: true, refusal: "Serial number missing on line 2"),
    Check(
      name: "confirm with two findings in the way",
      story: Facts.orderStory(findings: [Facts.serialMissing, Facts.serialMissing]),
      decision: Decision(.confirm), refusal: "One more finding stands"),
    Check(
      name: "confirm a returned order that is clean now", story: Facts.orderStory(.returned),
      decision: Decision(.confirm)),
    Check(
      name: "confirm twice", story: Facts.orderStory(.confirmed), decision: Decision(.confirm),
      refusal: "work on its charges"),
    Check(
      name: "confirm before delivery", story: Facts.orderStory(.open),
      decision: Decision(.confirm), refusal: "delivered"),
    Check(
      name: "return with its cause", story: Facts.orderStory(),
      decision: Decision(.returnOrder, details: .problem(.serialProblem, .fulfilment))),
    Check(
      name: "return without a cause", story: Facts.orderStory(), decision: Decision(.returnOrder),
      refusal: "cause"),
    Check(
      name: "return for another cause without words", story: Facts.orderStory(),
      decision: Decision(.returnOrder, details: .problem(.other, .intake)), refusal: "note"),
    Check(
      name: "return until yesterday", story: Facts.orderStory(),
      decision: Decision(
        .returnOrder, followUpOn: day("2026-01-11"), details: .problem(.dates, .fulfilment)),
      refusal: "after today"),
    Check(
      name: "return twice", story: Facts.orderStory(.returned),
      decision: Decision(.returnOrder, details: .problem(.dates, .fulfilment)),
      refusal: "has it already"),
    Check(
      name: "cancel with a note", story: Facts.orderStory(.open),
      decision: Decision(.cancelOrder, note: "Patient moved")),
    Check(
      name: "cancel without a note", story: Facts.orderStory(), decision: Decision(.cancelOrder),
      refusal: "why"),
    Check(
      name: "hold an order", story: Facts.orderStory(), decision: hold("audit", .manual),
      refusal: "no charges yet"),
    Check(
      name: "index a document of an order", story: Facts.orderStory(),
      decision: Decision(.attachDocument, details: document("2026-01-02"))),
    Check(
      name: "index a document of a cancelled order", story: Facts.orderStory(.cancelled),
      decision: Decision(.attachDocument, details: document("2026-01-02")), refusal: "cancelled"),
    Check(
      name: "appeal an order", story: Facts.orderStory(), decision: Decision(.appeal),
      refusal: "this is an order"),
  ]

  static let holds: [Check] = [
    Check(
      name: "hold for a person's reason", story: Facts.chargeStory(),
      decision: hold("audit", .manual, review: "2026-02-11")),
    Check(
      name: "hold without a review", story: Facts.chargeStory(), decision: hold("audit", .manual),
      refusal: "looks at it again"),
    Check(
      name: "hold too long", story: Facts.chargeStory(),
      decision: hold("audit", .manual, review: "2026-02-12"), refusal: "2026-02-11"),
    Check(
      name: "hold until today", story: Facts.chargeStory(),
      decision: hold("audit", .manual, review: today), refusal: "after today"),
    Check(
      name: "hold for an unknown reason", story: Facts.chargeStory(),
      decision: hold("because", .manual, review: "2026-01-20"), refusal: "no hold reason"),
    Check(
      name: "hold of the wrong type", story: Facts.chargeStory(),
      decision: hold("audit", .documentation, review: "2026-01-20"), refusal: "of the type"),
    Check(
      name: "hold for a document without a review", story: Facts.chargeStory(),
      decision: hold("swo-missing", .documentation)),
    Check(
      name: "hold an agreement", story: Facts.chargeStory(rental: Facts.rental),
      decision: hold("audit", .manual, review: "2026-01-20", forAgreement: true)),
    Check(
      name: "hold an agreement that is none", story: Facts.chargeStory(),
      decision: hold("audit", .manual, review: "2026-01-20", forAgreement: true),
      refusal: "no rental"),
    Check(
      name: "hold a billed charge",
      story: Facts.chargeStory(standing: .billed(ClaimID(1), ClaimLineID(1))),
      decision: hold("audit", .manual, review: "2026-01-20"), refusal: "on a claim"),
    Check(
      name: "release a person's hold with a note",
      story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: release(note: "Settled")),
    Check(
      name: "release a person's hold without a word",
      story: Facts.chargeStory(holds: [Facts.disputed]), decision: release(),
      refusal: "what released it"),
    Check(
      name: "release a rule's hold", story: Facts.chargeStory(holds: [Facts.hold()]),
      decision: release(evidence: "It came"), refusal: "The order is on file"),
    Check(
      name: "release a rule's hold as supervisor with evidence",
      story: Facts.chargeStory(holds: [Facts.hold()]), decision: release(evidence: "It came"),
      isSupervisor: true),
    Check(
      name: "release a rule's hold as supervisor with a note alone",
      story: Facts.chargeStory(holds: [Facts.hold()]), decision: release(note: "It came"),
      isSupervisor: true, refusal: "evidence"),
    Check(
      name: "release all, one of them a rule's",
      story: Facts.chargeStory(holds: [Facts.hold(), Facts.disputed]),
      decision: release(evidence: "Settled"), refusal: "A rule placed it"),
    Check(
      name: "release the person's one of two",
      story: Facts.chargeStory(holds: [Facts.hold(), Facts.disputed]),
      decision: release(2, evidence: "Settled")),
    Check(
      name: "release one that is not there",
      story: Facts.chargeStory(holds: [Facts.disputed]), decision: release(99, note: "Settled"),
      refusal: "No such hold"),
    Check(
      name: "release where none is open",
      story: Facts.chargeStory(holds: [Facts.hold(released: "2026-01-08")]),
      decision: release(note: "x"), refusal: "No hold is open"),
    Check(
      name: "release all months",
      story: Facts.chargeStory(
        holds: [Facts.hold("audit", edit: "", onRental: true)], rental: Facts.rental),
      decision: release(all: true, note: "Audit over")),
    Check(
      name: "release all months of a purchase", story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: release(all: true, note: "Settled"), refusal: "no rental"),
    Check(
      name: "release without saying which", story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: Decision(.releaseHold, note: "x"), refusal: "which hold"),
  ]

  static let charges: [Check] = [
    Check(
      name: "index a document", story: Facts.chargeStory(),
      decision: Decision(.attachDocument, details: document("2026-01-02", signed: "2026-01-03"))),
    Check(
      name: "index nothing", story: Facts.chargeStory(), decision: Decision(.attachDocument),
      refusal: "which document"),
    Check(
      name: "index a document without a date", story: Facts.chargeStory(),
      decision: Decision(.attachDocument, details: document(nil)), refusal: "date"),
    Check(
      name: "index a document of tomorrow", story: Facts.chargeStory(),
      decision: Decision(.attachDocument, details: document("2026-01-13")),
      refusal: "after today"),
    Check(
      name: "withdraw without a reason", story: Facts.chargeStory(),
      decision: Decision(.withdrawCharge, note: "x"), isSupervisor: true, refusal: "reason"),
    Check(
      name: "withdraw over the limit", story: Facts.chargeStory(),
      decision: Decision(.withdrawCharge, note: "x", reasonCode: "small"),
      refusal: "supervisor"),
    Check(
      name: "withdraw as supervisor", story: Facts.chargeStory(),
      decision: Decision(.withdrawCharge, note: "x", reasonCode: "small"), isSupervisor: true),
    Check(
      name: "withdraw without a note", story: Facts.chargeStory(),
      decision: Decision(.withdrawCharge, reasonCode: "small"), isSupervisor: true,
      refusal: "note"),
    Check(
      name: "withdraw twice", story: Facts.chargeStory(standing: .withdrawn),
      decision: Decision(.withdrawCharge), refusal: "was withdrawn"),
    Check(
      name: "equipment came back", story: Facts.chargeStory(rental: Facts.rental),
      decision: Decision(.pickUp, details: .pickup(day("2026-01-10")))),
    Check(
      name: "equipment came back tomorrow", story: Facts.chargeStory(rental: Facts.rental),
      decision: Decision(.pickUp, details: .pickup(day("2026-01-13"))), refusal: "after today"),
    Check(
      name: "equipment came back before it went out",
      story: Facts.chargeStory(rental: Facts.rental),
      decision: Decision(.pickUp, details: .pickup(day("2026-01-04"))), refusal: "2026-01-05"),
    Check(
      name: "a purchase came back", story: Facts.chargeStory(),
      decision: Decision(.pickUp, details: .pickup(day("2026-01-10"))),
      refusal: "Nothing is rented"),
    Check(
      name: "send one charge", story: Facts.chargeStory(), decision: Decision(.transmit),
      isSupervisor: true, refusal: "transmission screen"),
    Check(
      name: "confirm a charge", story: Facts.chargeStory(), decision: Decision(.confirm),
      refusal: "confirmed already"),
    Check(
      name: "ask for eligibility", story: Facts.chargeStory(),
      decision: Decision(.checkEligibility)),
  ]

  private static func answers(_ answers: [SupplyAnswer], by: String = "the patient") -> Decision {
    Decision(.contactPatient, details: .answers(answers, requestedBy: by))
  }

  private static let visit = Decision(.fulfil, details: .fulfilment(on: day("2026-01-11"), []))

  static let specials: [Check] = [
    Check(
      name: "the patient answered", story: Facts.specialStory(),
      decision: answers([.init(code: "A7030", units: 1), .init(code: "A7038", units: 0)])),
    Check(
      name: "the patient answered one item", story: Facts.specialStory(),
      decision: answers([.init(code: "A7030", units: 1)]), refusal: "A7038 is missing"),
    Check(
      name: "the patient wants too many", story: Facts.specialStory(),
      decision: answers([.init(code: "A7030", units: 2), .init(code: "A7038", units: 0)]),
      refusal: "limit allows 1"),
    Check(
      name: "the patient answered twice", story: Facts.specialStory(),
      decision: answers([.init(code: "A7030", units: 1), .init(code: "A7030", units: 0)]),
      refusal: "twice"),
    Check(
      name: "the patient wants something else", story: Facts.specialStory(),
      decision: answers([.init(code: "E0601", units: 1)]), refusal: "not among"),
    Check(
      name: "units below zero", story: Facts.specialStory(),
      decision: answers([.init(code: "A7030", units: -1)]), refusal: "less than zero"),
    Check(
      name: "nobody asked", story: Facts.specialStory(),
      decision: answers([.init(code: "A7030", units: 1), .init(code: "A7038", units: 0)], by: " "),
      refusal: "who asked"),
    Check(
      name: "no answer", story: Facts.specialStory(), decision: Decision(.contactPatient),
      refusal: "item by item"),
    Check(
      name: "nothing to ask about", story: Facts.specialStory(items: []),
      decision: Decision(.contactPatient), refusal: "no item"),
    Check(
      name: "fulfil with its evidence", story: Facts.specialStory(.answered), decision: visit,
      fulfilment: .allowed),
    Check(
      name: "fulfil without its evidence", story: Facts.specialStory(.answered), decision: visit,
      isSupervisor: true, fulfilment: .refused("No usage report."), refusal: "No usage report."),
    Check(
      name: "fulfil where nobody looked", story: Facts.specialStory(.answered), decision: visit,
      refusal: "Nothing yet says"),
    Check(
      name: "fulfil tomorrow", story: Facts.specialStory(.answered),
      decision: Decision(.fulfil, details: .fulfilment(on: day("2026-01-13"), [])),
      fulfilment: .allowed, refusal: "after today"),
    Check(
      name: "fulfil without a day", story: Facts.specialStory(.answered),
      decision: Decision(.fulfil), fulfilment: .allowed, refusal: "Give the day"),
    Check(
      name: "fulfil twice", story: Facts.specialStory(.done), decision: visit,
      fulfilment: .allowed, refusal: "It is done"),
    Check(
      name: "not wanted", story: Facts.specialStory(),
      decision: Decision(.decline, note: "Has enough")),
    Check(
      name: "not wanted, without a word", story: Facts.specialStory(),
      decision: Decision(.decline), refusal: "why"),
    Check(
      name: "fulfil a charge", story: Facts.chargeStory(), decision: visit, fulfilment: .allowed,
      refusal: "not for a charge"),
    Check(
      name: "no payer to ask", story: Facts.specialStory(payer: nil),
      decision: Decision(.checkEligibility), refusal: "No payer"),
  ]

  static let others: [Check] = [
    Check(name: "a note", story: Facts.batchStory(), decision: Decision(.note, note: "Rang them")),
    Check(
      name: "an empty note", story: Facts.batchStory(), decision: Decision(.note),
      refusal: "needs text"),
    Check(
      name: "hold a batch", story: Facts.batchStory(), decision: hold("audit", .manual),
      refusal: "not for a batch"),
    Check(
      name: "pin", story: Facts.chargeStory(), decision: Decision(.pin), refusal: "supervisor"),
    Check(
      name: "pin as supervisor", story: Facts.chargeStory(), decision: Decision(.pin),
      isSupervisor: true),
    Check(
      name: "escalate twice",
      story: Facts.chargeStory(decisions: [Made.decision(.escalate, today, seq: 1)]),
      decision: Decision(.escalate, note: "x"), refusal: "already"),
    Check(
      name: "follow up without a day", story: Facts.chargeStory(), decision: Decision(.followUp),
      refusal: "Choose the day"),
    Check(
      name: "follow up past the safe day", story: Facts.chargeStory(),
      decision: Decision(.followUp, followUpOn: day("2026-12-24")), refusal: "2026-12-20"),
    Check(
      name: "match a charge", story: Facts.chargeStory(), decision: Decision(.match),
      refusal: "remittances"),
  ]

  @Test("What may be decided, and what it must say", arguments: checks)
  func check(check: Check) {
    let permission = DecisionRules.check(
      check.decision, story: nil, staged: nil, orderSide: check.story,
      fulfilment: check.fulfilment, item: MadeOrderSide.item(safe: "2026-12-25"),
      isSupervisor: check.isSupervisor, on: day(Self.today), rules: MadeOrderSide.rules)
    guard let word = check.refusal else {
      #expect(permission == .allowed)
      return
    }
    #expect(permission.refusal?.contains(word) == true, "\(permission)")
  }

  @Test(
    "Corrections of a charge",
    arguments: [
      ([], "Say what"), ([.modifiers(["NU", "KX"])], nil),
      ([.modifiers(["NU", "KX", "RT", "KH", "BP"])], "four modifiers"),
      ([.modifiers(["N"])], "no modifier"), ([.units(1)], nil), ([.units(0)], "more than zero"),
      ([.amount(Cents(1))], nil), ([.amount(.zero)], "more than zero"),
      ([.amount(Cents(.max))], "no real charge"), ([.serialNumber("S2")], nil),
      ([.serialNumber(" ")], "serial number"),
      ([.narrative(String(repeating: "x", count: 81))], "80 characters"),
      ([.authorizationNumber(String(repeating: "9", count: 51))], "50 characters"),
      ([.diagnosisPointers([1])], nil), ([.diagnosisPointers([])], "one diagnosis"),
      ([.diagnosisPointers([2])], "no number 2"), ([.diagnosisPointers([0])], "no number 0"),
      ([.diagnosisPointers([1, 1, 1, 1, 1])], "four diagnoses"),
      ([.service(from: day("2026-01-05"), through: day("2026-02-04"))], nil),
      ([.units(1), .service(from: day("2026-01-05"), through: day("2026-01-04"))], "before"),
    ] as [([ChargeCorrection], String?)])
  func corrections(corrections: [ChargeCorrection], refusal: String?) {
    let permission = OrderSideRules.check(
      Decision(.correctCharge, details: .charge(corrections)), story: Facts.chargeStory(),
      item: MadeOrderSide.item(), isSupervisor: false, on: day(Self.today),
      rules: MadeOrderSide.rules)
    guard let refusal else {
      #expect(permission == .allowed)
      return
    }
    #expect(permission.refusal?.contains(refusal) == true, "\(permission)")
  }

  @Test("No verb of the order side is for a claim or a remittance, and each says so")
  func elsewhere() throws {
    let verbs: [DecisionVerb] = [
      .confirm, .returnOrder, .cancelOrder, .hold, .releaseHold, .attachDocument, .correctCharge,
      .withdrawCharge, .transmit, .contactPatient, .fulfil, .decline, .pickUp,
    ]
    let staged = StagedRemittanceStory(
      subject: .remitClaim(RemitClaimID(1)), payer: Made.medicare, paymentDate: day(Self.today),
      suspense: Cents(1), reasons: [.confirmed])
    for verb in verbs {
      let onClaim = DecisionRules.check(
        Decision(verb), story: Made.story(), staged: nil, item: MadeOrderSide.item(),
        isSupervisor: true, on: day(Self.today), rules: MadeOrderSide.rules)
      #expect(onClaim.refusal?.contains("claim") == true)
      let onRemittance = DecisionRules.check(
        Decision(verb), story: nil, staged: staged, item: MadeOrderSide.item(),
        isSupervisor: true, on: day(Self.today), rules: MadeOrderSide.rules)
      #expect(onRemittance.refusal?.contains("remittance") == true)
    }
  }

  @Test("A hold gets its review day from its reason, and a person's no later than allowed")
  func holdDefaults() throws {
    func filled(_ decision: Decision) -> Decision {
      DecisionDefaults.filled(
        decision, story: nil, item: nil, rules: MadeOrderSide.rules, on: day(Self.today))
    }
    func review(_ decision: Decision) -> Day? {
      if case .hold(let entry) = decision.details { entry.reviewOn } else { nil }
    }
    let document = filled(Self.hold("swo-missing", .documentation))
    // Seven days on is the birthday of Martin Luther King.
    #expect(review(document) == day("2026-01-20") && document.followUpOn == day("2026-01-20"))
    #expect(document.resultCode == "HOLD placed")
    #expect(review(filled(Self.hold("audit", .manual))) == day("2026-02-11"))
    #expect(review(filled(Self.hold("audit", .manual, review: "2026-01-14"))) == day("2026-01-14"))
    #expect(review(filled(Self.hold("because", .manual))) == nil)
    #expect(filled(Decision(.attachDocument)).resultCode == "INDEXED")
  }
}
