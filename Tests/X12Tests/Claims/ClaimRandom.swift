// Random claims from a seed: the same seed gives the same claim on every machine.
import X12

/// SplitMix64, the small generator of Steele, Lea and Flood.
struct ClaimRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

  mutating func list<Item>(
    _ most: Int, _ make: (inout ClaimRandom) -> Item
  ) -> [Item] {
    (0..<below(most + 1)).map { _ in make(&self) }
  }

  mutating func maybe<Item>(_ percent: Int, _ make: (inout ClaimRandom) -> Item) -> Item? {
    chance(percent) ? make(&self) : nil
  }

  mutating func text(_ most: Int = 12) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-&'#./")
    var text = String(letters[below(26)])
    for _ in 0..<below(most) { text.append(letters[below(letters.count)]) }
    if chance(20) { text += " " + String(letters[below(26)]) }
    return text
  }

  mutating func digits(_ count: Int) -> String {
    var digits = ""
    for _ in 0..<count { digits += String(below(10)) }
    return digits
  }

  mutating func cents() -> Int64 { Int64(below(10_000_000)) - (chance(5) ? 20_000_000 : 0) }

  mutating func day() -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "20" + two(20 + below(8)) + two(1 + below(12)) + two(1 + below(28))
  }
}

extension ClaimRandom {
  mutating func date() -> X12QualifiedDate {
    let qualifier = pick(["431", "439", "435", "096", "454"])
    return chance(70)
      ? X12QualifiedDate(qualifier, on: day())
      : X12QualifiedDate(qualifier, from: "20190101", through: day())
  }

  mutating func reference() -> X12Reference {
    var reference = X12Reference(pick(["F8", "G1", "9F", "D9", "EA", "6R", "2U"]), text(20))
    if chance(10) { reference.text = text() }
    if chance(10) { reference.further = ["2U", text()] }
    return reference
  }

  mutating func amount() -> X12QualifiedAmount {
    X12QualifiedAmount(pick(["D", "EAF", "A8", "F5"]), cents: cents())
  }

  mutating func adjustment() -> X12Adjustment {
    var entries = list(5) {
      X12Adjustment.Entry(
        reason: $0.digits(2), cents: $0.cents(), quantity: $0.chance(20) ? "1" : "")
    }
    entries.append(X12Adjustment.Entry(reason: "45", cents: cents()))
    return X12Adjustment(group: pick(["CO", "PR", "OA", "PI"]), entries: entries)
  }

  mutating func procedure() -> X12Procedure {
    X12Procedure(
      code: "E" + digits(4), modifiers: list(4) { $0.pick(["RR", "NU", "KX", "KH", "LT", "99"]) },
      description: chance(15) ? text(30) : "")
  }

  mutating func contact() -> X12Contact {
    X12Contact(
      name: chance(80) ? text() : "",
      numbers: list(2) {
        X12Contact.Number(qualifier: $0.pick(["TE", "FX", "EM"]), value: $0.text())
      } + [X12Contact.Number(qualifier: "TE", value: digits(10))])
  }

  mutating func party(_ entity: String) -> X12Party {
    var party = X12Party(
      name: X12PartyName(
        entity: entity, kind: pick(["1", "2"]), last: text(), first: chance(60) ? text() : "",
        middle: chance(10) ? "Q" : "", suffix: chance(10) ? "JR" : "",
        idQualifier: chance(80) ? "XX" : "", id: chance(80) ? digits(10) : ""))
    party.address = maybe(60) {
      X12Address(
        street: [$0.text()] + ($0.chance(30) ? [$0.text()] : []), city: $0.text(), state: "OR",
        zip: $0.digits(9), country: $0.chance(5) ? "CA" : "")
    }
    party.demographics = maybe(30) {
      X12Demographics(birthDate: $0.day(), sex: $0.pick(["F", "M", "U"]))
    }
    party.taxonomy = maybe(20) { X12Taxonomy(role: "PE", code: $0.digits(9) + "X") }
    party.references = list(2) { $0.reference() }
    party.contacts = list(1) { $0.contact() }
    if chance(5) {
      party.loose.append(SegmentText("NM1", Array(repeating: "", count: 11) + ["X"]))
    }
    if chance(5) { party.loose.append(SegmentText("N2", [text()])) }
    return party
  }

  mutating func coverage() -> Coverage837P {
    Coverage837P(
      responsibility: pick(["P", "S", "T"]), relationship: chance(70) ? "18" : "",
      groupNumber: chance(50) ? text() : "", groupName: chance(20) ? text() : "",
      insuranceType: chance(20) ? "12" : "", filingIndicator: pick(["MB", "CI", "MC", "16"]))
  }

  mutating func line() -> ServiceLine837P {
    var line = ServiceLine837P(
      procedure: procedure(), chargeCents: cents(), units: pick(["1", "2.5", "90", "0.125"]),
      placeOfService: chance(20) ? "31" : "", diagnosisPointers: list(4) { 1 + $0.below(12) })
    line.equipment = maybe(5) {
      EquipmentService837P(
        procedure: $0.procedure(), length: "30", rentalCents: $0.cents(),
        purchaseCents: $0.cents(), rentalPeriod: "4")
    }
    line.attachments = list(1) {
      Attachment837P(report: "OZ", transmission: "FX", qualifier: "AC", controlNumber: $0.text())
    }
    line.certification = maybe(5) { EquipmentCertification837P(kind: "I", duration: $0.digits(2)) }
    line.conditions = list(1) {
      ConditionIndicator837P(category: "09", answer: $0.pick(["Y", "N"]), codes: ["38", "ZV"])
    }
    line.dates = [X12QualifiedDate("472", on: day())] + list(1) { $0.date() }
    line.references = list(3) { $0.reference() }
    line.amounts = list(1) { $0.amount() }
    line.fixedInformation = list(1) { $0.text(40) }
    line.notes = list(1) { X12Note(text: $0.text(60)) }
    line.drugs = list(1) {
      DrugIdentification837P(
        code: $0.digits(11), quantity: $0.digits(2), unit: "ML",
        references: $0.list(1) { $0.reference() })
    }
    line.providers = list(2) { $0.party($0.pick(["DK", "82", "DN"])) }
    line.adjudications = list(2) {
      LineAdjudication837P(
        payerID: $0.text(), paidCents: $0.cents(), procedure: $0.procedure(),
        bundledLine: $0.chance(10) ? "2" : "", adjustments: $0.list(2) { $0.adjustment() },
        dates: [X12QualifiedDate("573", on: $0.day())], amounts: $0.list(1) { $0.amount() })
    }
    if chance(5) {
      line.forms = [SegmentText("LQ", ["UT", text()]), SegmentText("FRM", ["1A", "Y"])]
    }
    if chance(5) { line.loose.append(SegmentText("SV1", Array(repeating: "", count: 8) + ["Y"])) }
    if chance(5) { line.loose.append(SegmentText("PS1", [text(), "12.5"])) }
    if chance(5) { line.loose.append(SegmentText("ZZ9", [text(), "A\u{1F}B"])) }
    return line
  }

  mutating func otherPayer() -> OtherPayer837P {
    OtherPayer837P(
      coverage: coverage(), adjustments: list(2) { $0.adjustment() },
      amounts: list(3) { $0.amount() }, benefitsAssigned: pick(["Y", "N", ""]),
      patientSignature: chance(30) ? "P" : "", release: pick(["Y", "I", ""]),
      outpatientAdjudication: chance(30) ? ["", "12.5", "MA01"] : [], subscriber: party("IL"),
      payer: {
        var payer = $0.party("PR")
        payer.dates = $0.list(1) { X12QualifiedDate("573", on: $0.day()) }
        return payer
      }(&self),
      providers: list(1) { $0.party("82") })
  }

  mutating func claim() -> Claim837P {
    var claim = Claim837P(
      billing: BillingProvider837P(
        taxonomy: maybe(80) { X12Taxonomy(role: "BI", code: $0.digits(9) + "X") },
        party: party("85"), payTo: maybe(20) { $0.party("87") },
        loose: chance(10) ? [SegmentText("CUR", ["85", "USD"])] : []),
      subscriber: Subscriber837P(
        coverage: coverage(), facts: maybe(5) { PatientFacts837P(deathDate: $0.day()) },
        party: party("IL"), others: list(1) { $0.party("QD") }),
      payer: party("PR"),
      patient: maybe(30) {
        Patient837P(facts: PatientFacts837P(relationship: "19"), party: $0.party("QC"))
      },
      controlNumber: text(), chargeCents: cents())
    claim.placeOfService = pick(["12", "31", "33"])
    claim.frequency = pick(["1", "7", "8"])
    claim.patientSignature = chance(20) ? "P" : ""
    if chance(10) { claim.relatedCauses = ["AA", "", "", "OR"] }
    if chance(5) { claim.delayReason = "7" }
    claim.dates = list(2) { $0.date() }
    claim.attachments = list(1) { _ in Attachment837P(report: "CT", transmission: "BM") }
    claim.amounts = list(1) { $0.amount() }
    claim.references = list(3) { $0.reference() }
    claim.fixedInformation = list(1) { $0.text(40) }
    claim.notes = list(1) { X12Note(text: $0.text(70)) }
    claim.conditions = list(1) { _ in
      ConditionIndicator837P(category: "75", answer: "Y", codes: ["IH"])
    }
    claim.diagnoses = Diagnosis837P.list(list(14) { "M" + $0.digits(4) })
    claim.providers = list(2) { $0.party($0.pick(["DN", "77"])) }
    claim.otherPayers = list(2) { $0.otherPayer() }
    claim.lines = list(4) { $0.line() }
    if chance(5) { claim.loose.append(SegmentText("CLM", Array(repeating: "", count: 15) + ["Y"])) }
    if chance(5) { claim.loose.append(SegmentText("CN1", ["05", "12.5"])) }
    if chance(5) { claim.loose.append(SegmentText("HI", ["BG\u{1F}A1"])) }
    if chance(5) { claim.loose.append(SegmentText("HCP", ["03", "10"])) }
    return claim
  }

  /// Claims that share providers, subscribers and patients as those of an office do.
  mutating func transmission() -> Transmission837P {
    var claims = [claim()]
    for _ in 0..<below(6) {
      var next = claim()
      let previous = claims[claims.count - 1]
      if chance(70) { next.billing = previous.billing }
      if chance(50) {
        next.subscriber = previous.subscriber
        next.payer = previous.payer
      }
      if chance(50) { next.patient = previous.patient }
      claims.append(next)
    }
    var header = ClaimSamples.header
    header.control = digits(4)
    header.loose = chance(10) ? [SegmentText("REF", ["87", "005010X222A1"])] : []
    return Transmission837P(header: header, claims: claims)
  }
}
