import Billing
import Testing
import WorkEngine

@Suite("What may be decided about orders, charges, batches and special work")
struct SubjectRulesTests {
  private typealias Facts = MadeSubjects
  private static let today = "2026-01-12"

  struct Check: Sendable, CustomTestStringConvertible {
    var name: String
    var story: WorkStory
    var decision: DecisionEntry
    var isSupervisor = false
    /// A word of the refusal, nil where it is allowed.
    var refusal: String?
    var testDescription: String { name }
  }

  private static func document(_ dated: String, signed: String = "") -> DecisionEntry {
    DecisionEntry(.attachDocument, ["kind": "swo", "dated": dated, "signed": signed])
  }

  private static func hold(
    _ reason: String, review: String = "", forAgreement: Bool = false
  ) -> DecisionEntry {
    DecisionEntry(
      .hold,
      ["hold-reason": reason, "review": review, "agreement": forAgreement ? "yes" : "no"])
  }

  private static func release(
    _ id: String = "", all: Bool = false, evidence: String = "", note: String = ""
  ) -> DecisionEntry {
    DecisionEntry(
      .releaseHold,
      ["hold": id, "all-months": all ? "yes" : "no", "evidence": evidence, .note: note])
  }

  static let checks = orders + holds + charges + specials + others

  static let orders: [Check] = [
    Check(
      name: "confirm a clean order", story: Facts.orderStory(), decision: DecisionEntry(.confirm)),
    Check(
      name: "confirm with a word of warning", story: Facts.orderStory(findings: [Facts.priceOdd]),
      decision: DecisionEntry(.confirm)),
    Check(
      name: "confirm with a finding in the way",
      story: Facts.orderStory(findings: [Facts.serialMissing]), decision: DecisionEntry(.confirm),
      isSupervisor: true, refusal: "Serial number missing on line 2"),
    Check(
      name: "confirm with two findings in the way",
      story: Facts.orderStory(findings: [Facts.serialMissing, Facts.serialMissing]),
      decision: DecisionEntry(.confirm), refusal: "One more finding stands"),
    Check(
      name: "confirm a returned order that is clean now", story: Facts.orderStory(.returned),
      decision: DecisionEntry(.confirm)),
    Check(
      name: "confirm twice", story: Facts.orderStory(.confirmed), decision: DecisionEntry(.confirm),
      refusal: "work on its charges"),
    Check(
      name: "confirm before delivery", story: Facts.orderStory(.open),
      decision: DecisionEntry(.confirm), refusal: "delivered"),
    Check(
      name: "return with its cause", story: Facts.orderStory(),
      decision: DecisionEntry(.returnOrder, ["cause": "serial-problem", "team": "fulfilment"])),
    Check(
      name: "return without a cause", story: Facts.orderStory(),
      decision: DecisionEntry(.returnOrder),
      refusal: "cause"),
    Check(
      name: "return for another cause without words", story: Facts.orderStory(),
      decision: DecisionEntry(.returnOrder, ["cause": "other"]), refusal: "note"),
    Check(
      name: "return until yesterday", story: Facts.orderStory(),
      decision: DecisionEntry(
        .returnOrder, ["follow-up": "2026-01-11", "cause": "dates", "team": "fulfilment"]),
      refusal: "after today"),
    Check(
      name: "return twice", story: Facts.orderStory(.returned),
      decision: DecisionEntry(.returnOrder, ["cause": "dates", "team": "fulfilment"]),
      refusal: "has it already"),
    Check(
      name: "cancel with a note", story: Facts.orderStory(.open),
      decision: DecisionEntry(.cancelOrder, ["note": "Patient moved"])),
    Check(
      name: "cancel without a note", story: Facts.orderStory(),
      decision: DecisionEntry(.cancelOrder),
      refusal: "why"),
    Check(
      name: "hold an order", story: Facts.orderStory(), decision: hold("audit"),
      refusal: "not for an order"),
    Check(
      name: "index a document of an order", story: Facts.orderStory(),
      decision: document("2026-01-02")),
    Check(
      name: "index a document of a cancelled order", story: Facts.orderStory(.cancelled),
      decision: document("2026-01-02"), refusal: "cancelled"),
    Check(
      name: "appeal an order", story: Facts.orderStory(), decision: DecisionEntry(.appeal),
      refusal: "not for an order"),
  ]

  static let holds: [Check] = [
    Check(
      name: "hold for a person's reason", story: Facts.chargeStory(),
      decision: hold("audit", review: "2026-02-11")),
    Check(
      name: "hold without a review: as the reason says", story: Facts.chargeStory(),
      decision: hold("audit")),
    Check(
      name: "hold too long", story: Facts.chargeStory(),
      decision: hold("audit", review: "2026-02-12"), refusal: "2026-02-11"),
    Check(
      name: "hold until today", story: Facts.chargeStory(),
      decision: hold("audit", review: today), refusal: "after today"),
    Check(
      name: "hold for an unknown reason", story: Facts.chargeStory(),
      decision: hold("because", review: "2026-01-20"), refusal: "no hold reason"),
    Check(
      name: "hold for a document without a review", story: Facts.chargeStory(),
      decision: hold("swo-missing")),
    Check(
      name: "hold an agreement", story: Facts.chargeStory(rental: Facts.rental),
      decision: hold("audit", review: "2026-01-20", forAgreement: true)),
    Check(
      name: "hold an agreement that is none", story: Facts.chargeStory(),
      decision: hold("audit", review: "2026-01-20", forAgreement: true),
      refusal: "no rental"),
    Check(
      name: "hold a billed charge",
      story: Facts.chargeStory(standing: .billed(ClaimID(1), ClaimLineID(1))),
      decision: hold("audit", review: "2026-01-20"), refusal: "on a claim"),
    Check(
      name: "release a person's hold with a note alone",
      story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: release(note: "Settled"), refusal: "what released it"),
    Check(
      name: "release a person's hold with evidence",
      story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: release(evidence: "Settled")),
    Check(
      name: "release a person's hold without a word",
      story: Facts.chargeStory(holds: [Facts.disputed]), decision: release(),
      refusal: "what released it"),
    Check(
      name: "release a rule's hold", story: Facts.chargeStory(holds: [Facts.hold()]),
      decision: release(evidence: "It came"), refusal: "indexed and valid: Standard written order"),
    Check(
      name: "release a rule's hold as supervisor with evidence",
      story: Facts.chargeStory(holds: [Facts.hold()]), decision: release(evidence: "It came"),
      isSupervisor: true),
    Check(
      name: "release a rule's hold as supervisor with a note alone",
      story: Facts.chargeStory(holds: [Facts.hold()]), decision: release(note: "It came"),
      isSupervisor: true, refusal: "what released it"),
    Check(
      name: "release all, one of them a rule's",
      story: Facts.chargeStory(holds: [Facts.hold(), Facts.disputed]),
      decision: release(evidence: "Settled"), refusal: "A rule placed it"),
    Check(
      name: "release the person's one of two",
      story: Facts.chargeStory(holds: [Facts.hold(), Facts.disputed]),
      decision: release("2", evidence: "Settled")),
    Check(
      name: "release one that is not there",
      story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: release("99", evidence: "Settled"),
      refusal: "No such hold"),
    Check(
      name: "release where none is open",
      story: Facts.chargeStory(holds: [Facts.hold(released: "2026-01-08")]),
      decision: release(evidence: "x"), refusal: "No hold is open"),
    Check(
      name: "release all months",
      story: Facts.chargeStory(
        holds: [Facts.hold("audit", edit: "", onRental: true)], rental: Facts.rental),
      decision: release(all: true, evidence: "Audit over")),
    Check(
      name: "release all months of a purchase", story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: release(all: true, evidence: "Settled"), refusal: "no rental"),
    Check(
      name: "release without saying which: all of them",
      story: Facts.chargeStory(holds: [Facts.disputed]),
      decision: DecisionEntry(.releaseHold, ["evidence": "Settled"])),
    Check(
      name: "release one month of what holds the agreement",
      story: Facts.chargeStory(
        holds: [Facts.hold("audit", edit: "", onRental: true)], rental: Facts.rental),
      decision: release(evidence: "Audit over"), refusal: "all held months"),
  ]

  static let charges: [Check] = [
    Check(
      name: "index a document", story: Facts.chargeStory(),
      decision: document("2026-01-02", signed: "2026-01-03")),
    Check(
      name: "index nothing", story: Facts.chargeStory(), decision: DecisionEntry(.attachDocument),
      refusal: "Say which document"),
    Check(
      name: "index a document without a date", story: Facts.chargeStory(),
      decision: document(""), refusal: "date"),
    Check(
      name: "index a document of tomorrow", story: Facts.chargeStory(),
      decision: document("2026-01-13"),
      refusal: "not come yet"),
    Check(
      name: "withdraw without a reason", story: Facts.chargeStory(),
      decision: DecisionEntry(.withdrawCharge, ["note": "x"]), isSupervisor: true, refusal: "reason"
    ),
    Check(
      name: "withdraw over the limit", story: Facts.chargeStory(),
      decision: DecisionEntry(.withdrawCharge, ["note": "x", "reason": "small"]),
      refusal: "supervisor"),
    Check(
      name: "withdraw as supervisor", story: Facts.chargeStory(),
      decision: DecisionEntry(.withdrawCharge, ["note": "x", "reason": "small"]), isSupervisor: true
    ),
    Check(
      name: "withdraw without a note", story: Facts.chargeStory(),
      decision: DecisionEntry(.withdrawCharge, ["reason": "small"]), isSupervisor: true,
      refusal: "note"),
    Check(
      name: "withdraw twice", story: Facts.chargeStory(standing: .withdrawn),
      decision: DecisionEntry(.withdrawCharge), refusal: "was withdrawn"),
    Check(
      name: "equipment came back", story: Facts.chargeStory(rental: Facts.rental),
      decision: DecisionEntry(.pickUp, ["on": "2026-01-10"])),
    Check(
      name: "equipment came back tomorrow", story: Facts.chargeStory(rental: Facts.rental),
      decision: DecisionEntry(.pickUp, ["on": "2026-01-13"]), refusal: "not come yet"),
    Check(
      name: "equipment came back before it went out",
      story: Facts.chargeStory(rental: Facts.rental),
      decision: DecisionEntry(.pickUp, ["on": "2026-01-04"]), refusal: "2026-01-05"),
    Check(
      name: "a purchase came back", story: Facts.chargeStory(),
      decision: DecisionEntry(.pickUp, ["on": "2026-01-10"]),
      refusal: "Nothing is rented"),
    Check(
      name: "send one charge", story: Facts.chargeStory(), decision: DecisionEntry(.transmit),
      isSupervisor: true, refusal: "transmission screen"),
    Check(
      name: "confirm a charge", story: Facts.chargeStory(), decision: DecisionEntry(.confirm),
      refusal: "not for a charge"),
    Check(
      name: "ask for eligibility", story: Facts.chargeStory(),
      decision: DecisionEntry(.checkEligibility)),
  ]

  private static func answers(
    _ units: [String: String], by: String = "the patient"
  ) -> DecisionEntry {
    var entry = DecisionEntry(.contactPatient, ["by": by])
    for (code, text) in units { entry.fields[.want(code)] = text }
    return entry
  }

  /// A resupply that the patient asked for and whose day has come.
  private static func due(needs: [DocumentKind] = []) -> WorkStory {
    Facts.specialStory(.answered, due: "2026-01-10", needs: needs)
  }

  private static let visit = DecisionEntry(.fulfil, ["on": "2026-01-11"])

  static let specials: [Check] = [
    Check(
      name: "the patient answered", story: Facts.specialStory(),
      decision: answers(["A7030": "1", "A7038": "0"])),
    Check(
      name: "the patient answered one item", story: Facts.specialStory(),
      decision: answers(["A7030": "1"]), refusal: "A7038 is missing"),
    Check(
      name: "the patient wants too many", story: Facts.specialStory(),
      decision: answers(["A7030": "2", "A7038": "0"]),
      refusal: "limit allows 1"),
    Check(
      name: "the patient wants something else", story: Facts.specialStory(),
      decision: answers(["E0601": "1"]), refusal: "not among"),
    Check(
      name: "units below zero", story: Facts.specialStory(),
      decision: answers(["A7030": "-1"]), refusal: "from 0 to 9999"),
    Check(
      name: "nobody asked", story: Facts.specialStory(),
      decision: answers(["A7030": "1", "A7038": "0"], by: " "),
      refusal: "who asked"),
    Check(
      name: "no answer", story: Facts.specialStory(), decision: DecisionEntry(.contactPatient),
      refusal: "item by item"),
    Check(
      name: "nothing to ask about", story: Facts.specialStory(items: []),
      decision: DecisionEntry(.contactPatient), refusal: "no item"),
    Check(
      name: "fulfil with its evidence", story: due(), decision: visit),
    Check(
      name: "fulfil with fewer units", story: due(),
      decision: DecisionEntry(.fulfil, [.on: "2026-01-11", "want:A7030": "0", "want:A7038": "0"]),
      refusal: "Nothing was delivered"),
    Check(
      name: "fulfil with what nobody asked for", story: due(),
      decision: DecisionEntry(.fulfil, [.on: "2026-01-11", "want:A7038": "1"]),
      refusal: "asked for 0 of A7038"),
    Check(
      name: "fulfil before it is due", story: Facts.specialStory(.answered), decision: visit,
      refusal: "Not before 2026-01-30"),
    Check(
      name: "fulfil without its evidence", story: due(needs: [.usageReport]), decision: visit,
      isSupervisor: true, refusal: "Needs: Usage report."),
    Check(
      name: "fulfil tomorrow", story: due(),
      decision: DecisionEntry(.fulfil, ["on": "2026-01-13"]), refusal: "not come yet"),
    Check(
      name: "fulfil without a day", story: due(),
      decision: DecisionEntry(.fulfil, [.on: ""]), refusal: "Give the day"),
    Check(
      name: "fulfil twice", story: Facts.specialStory(.done), decision: visit, refusal: "It is done"
    ),
    Check(
      name: "not wanted", story: Facts.specialStory(),
      decision: DecisionEntry(.decline, ["note": "Has enough"])),
    Check(
      name: "not wanted, without a word", story: Facts.specialStory(),
      decision: DecisionEntry(.decline), refusal: "why"),
    Check(
      name: "fulfil a charge", story: Facts.chargeStory(), decision: visit,
      refusal: "not for a charge"),
    Check(
      name: "no payer to ask", story: Facts.specialStory(payer: nil),
      decision: DecisionEntry(.checkEligibility), refusal: "No payer"),
  ]

  static let others: [Check] = [
    Check(
      name: "a note", story: Facts.batchStory(),
      decision: DecisionEntry(.note, ["note": "Rang them"])),
    Check(
      name: "an empty note", story: Facts.batchStory(), decision: DecisionEntry(.note),
      refusal: "Write what"),
    Check(
      name: "hold a batch", story: Facts.batchStory(), decision: hold("audit"),
      refusal: "not for a batch"),
    Check(
      name: "pin", story: Facts.chargeStory(), decision: DecisionEntry(.pin), refusal: "supervisor"),
    Check(
      name: "pin as supervisor", story: Facts.chargeStory(), decision: DecisionEntry(.pin),
      isSupervisor: true),
    Check(
      name: "escalate twice",
      story: Facts.chargeStory(decisions: [Made.decision(.escalate, today, seq: 1)]),
      decision: DecisionEntry(.escalate, ["note": "x"]), refusal: "already"),
    Check(
      name: "follow up without a day: as it is filled in", story: Facts.chargeStory(),
      decision: DecisionEntry(.followUp)),
    Check(
      name: "follow up past the safe day", story: Facts.chargeStory(),
      decision: DecisionEntry(.followUp, ["follow-up": "2026-12-24"]), refusal: "2026-12-20"),
    Check(
      name: "match a charge", story: Facts.chargeStory(), decision: DecisionEntry(.match),
      refusal: "not for a charge"),
  ]

  /// A situation whose item has its safe day on Christmas.
  private static func situation(_ story: WorkStory, isSupervisor: Bool = false) -> Situation {
    Situation(
      story, item: MadeSubjects.item(safe: "2026-12-25"), rules: MadeSubjects.rules,
      on: day(today), by: isSupervisor ? Made.supervisor : Made.biller)
  }

  @Test("What may be decided, and what it must say", arguments: checks)
  func check(check: Check) {
    let refusal = Made.refusal(
      of: check.decision, in: Self.situation(check.story, isSupervisor: check.isSupervisor))
    guard let word = check.refusal else {
      #expect(refusal == nil)
      return
    }
    #expect(refusal?.contains(word) == true, "\(refusal ?? "allowed")")
  }

  @Test(
    "Corrections of a charge",
    arguments: [
      ([:], "Say what"), (["modifiers": "NU KX"], nil),
      (["modifiers": "NU KX RT KH BP"], "four modifiers"), (["modifiers": "N"], "modifier"),
      (["units": "1"], nil), (["units": "0"], "from 1 to 9999"), (["amount": "0.01"], nil),
      (["amount": "0"], "more than zero"), (["amount": "9999999999"], "no amount"),
      (["serial": "S2"], nil), (["narrative": String(repeating: "x", count: 81)], "80 characters"),
      (["authorization": String(repeating: "9", count: 51)], "50 characters"),
      (["pointers": "1"], nil), (["pointers": "2"], "no number 2"),
      (["pointers": "0"], "no number 0"),
      (["pointers": "1 1 1 1 1"], "four diagnoses"),
      (["pointers": "one"], "places of the diagnoses"),
      (["from": "2026-01-05", "through": "2026-02-04"], nil),
      (["units": "1", "from": "2026-01-05", "through": "2026-01-04"], "before"),
      (["from": "2026-01-06"], "before it begins"), (["level": "1"], "no use for \"level\""),
    ] as [([DecisionField.Name: String], String?)])
  func corrections(fields: [DecisionField.Name: String], word: String?) {
    let refusal = Made.refusal(
      of: DecisionEntry(.correctCharge, fields), in: Self.situation(Facts.chargeStory()))
    guard let word else {
      #expect(refusal == nil)
      return
    }
    #expect(refusal?.contains(word) == true, "\(refusal ?? "allowed")")
  }

  @Test("No verb of orders and charges is for a claim or a remittance, and each says so")
  func elsewhere() throws {
    let verbs: [DecisionVerb] = [
      .confirm, .returnOrder, .cancelOrder, .hold, .releaseHold, .attachDocument, .correctCharge,
      .withdrawCharge, .contactPatient, .fulfil, .decline, .pickUp,
    ]
    let staged = StagedRemittanceStory(
      subject: .remitClaim(RemitClaimID(1)), payer: Made.medicare, paymentDate: day(Self.today),
      suspense: Cents(1), reasons: [.confirmed])
    for verb in verbs {
      let onClaim = Self.situation(.claim(Made.story()), isSupervisor: true).permission(for: verb)
      #expect(onClaim.refusal?.contains("not for a claim") == true, "\(verb)")
      let onAnswer = Self.situation(.stagedAnswer(staged), isSupervisor: true)
        .permission(for: verb)
      #expect(onAnswer.refusal?.contains("not for a remittance") == true, "\(verb)")
    }
  }

  @Test(
    "A hold gets its review day and its team from its reason, and a person's no later than allowed")
  func holdDefaults() throws {
    func entry(_ decision: DecisionEntry) throws -> HoldEntry? {
      let decided = try Self.situation(Facts.chargeStory()).decision(of: decision)
      #expect(decided.resultCode == "HOLD placed")
      return if case .hold(let entry) = decided.act { entry } else { nil }
    }
    // Seven days on is the birthday of Martin Luther King.
    let document = try entry(DecisionEntry(.hold, ["hold-reason": "swo-missing"]))
    #expect(document?.reviewOn == day("2026-01-20") && document?.team == .documentation)
    let audit = try entry(DecisionEntry(.hold, ["hold-reason": "audit"]))
    #expect(audit?.reviewOn == day("2026-02-11") && audit?.team == .billing)
    let early = try entry(DecisionEntry(.hold, ["hold-reason": "audit", "review": "2026-01-14"]))
    #expect(early?.reviewOn == day("2026-01-14"))
    // What is filled in comes from a reason of people, and never from one that needs words.
    let usual = try entry(DecisionEntry(.hold))
    #expect(usual?.reason == "patient-dispute" && usual?.reviewOn == day("2026-01-20"))
    #expect(
      try Self.situation(Facts.orderStory()).decision(of: Self.document("2026-01-02")).resultCode
        == "INDEXED")
  }
}
