// Random bills from a seed, all of them valid: the same seed gives the same bills on every machine.
import Billing

/// Makes bills of one made-up office, with every kind of coverage, line and awkward text.
struct RandomBills {
  private var state: UInt64
  private var number: Int64 = 0

  init(seed: UInt64) { state = seed }

  static let receiver = Clearinghouse(name: "Sample Clearinghouse", receiverID: "CLR0001")

  static let supplier = Supplier(
    name: "Harbor Home Medical", npi: "1234567893", taxID: "99-9999999", taxonomy: "332B00000X",
    address: PostalAddress(
      street: "100 Pier Road", city: "Salem", state: "OR", zip: "97301-0001"),
    contactName: "Billing desk", phone: "(555) 555-0100", submitterID: "SUB0001",
    clearinghouses: [receiver], isTest: true)

  static var rules: RuleBook {
    var rules = RuleBook()
    rules.catalog["E1399"] = [
      CatalogItem(
        code: "E1399", title: "Miscellaneous equipment", category: .customized,
        needsNarrative: true)
    ]
    return rules
  }

  mutating func next() -> UInt64 {
    // SplitMix64 of Steele, Lea and Flood.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  mutating func bills(_ count: Int) -> [Bill] { (0..<count).map { _ in bill() } }

  mutating func bill() -> Bill {
    number += 1
    let diagnoses = (0...below(chance(10) ? 15 : 4)).map { _ in
      pick(["G4733", "G47.33", "J449", "j96.11", "E1165", "S72001A", "Z9981", "M6281"])

    }
    let coverages = coverages()
    // Medicare pays no line that nobody ordered.
    let isOrdered = chance(95) || coverages.contains { $0.payer.family == .medicareDME }
    let order = OrderID(number)
    let from = Day(rawValue: 20_400).adding(days: below(60))
    let lines = 1 + below(chance(5) ? 50 : 4)
    let shared = chance(30) ? "PA\(below(100_000))" : ""
    let charges = (1...lines).map { line in
      charge(line, of: order, diagnoses: diagnoses.count, from: from, authorization: shared)
    }
    return Bill(
      controlNumber: "HH\(number)X\(below(1_000_000))",
      order: Order(
        id: order, number: "T\(number)", patient: patient(), coverages: coverages,
        prescriber: isOrdered
          ? Prescriber(
            npi: "1000000004", lastName: pick(["Alder", "d’Árcy"]), firstName: "Sam",
            phone: "555 555 0177") : nil,
        diagnoses: diagnoses, orderedOn: from, delivery: Delivery(deliveredOn: from),
        placeOfService: pick(["12", "12", "13", "33"]),
        lines: (1...lines).map {
          OrderLine(
            number: $0, kind: .purchase, procedure: ProcedureCode("E1399"),
            description: chance(50) ? "Bath lift: special size, 2 motors" : "",
            unitCharge: Cents(100))
        }, standing: .confirmed, receivedOn: from, rowVersion: 1),
      coverage: coverages[0], laterCoverages: Array(coverages.dropFirst()), charges: charges)
  }

  private mutating func charge(
    _ line: Int, of order: OrderID, diagnoses: Int, from: Day, authorization: String
  ) -> Charge {
    let most = min(4, diagnoses)
    let pointers = chance(10) ? [] : Array(1...(1 + below(most)))
    return Charge(
      id: ChargeID(number * 100 + Int64(line)), order: order, orderLine: line,
      procedure: ProcedureCode(
        pick(["E0601", "A7030", "E1390", "E1399", "k0001"]),
        Array(["RR", "KH", "KX", "LT", "KE", "CG"].prefix(below(7)))),
      units: 1 + below(chance(10) ? 300 : 2),
      service: ServiceDates(from, through: chance(30) ? from.adding(days: below(90)) : from),
      amount: Cents(Int64(below(1_000_000))), expected: .zero,
      narrative: pick([
        "", "", "90 day supply", "Réplacement: lost * in flood ~ June",
        "SEAT LIFT MECHANISM, MOTORIZED, MAKE SAMPLE, MODEL 12, MSRP 1234.56, BOUGHT IN JANUARY",
      ]),
      authorizationNumber: chance(80) ? authorization : "LA\(below(1000))",
      diagnosisPointers: pointers)
  }

  private mutating func patient() -> Patient {
    Patient(
      id: PatientID(number), lastName: pick(["Doe", "MUÑOZ-ROE", "O'Sample", "Öst", "D"]),
      firstName: pick(["Jane", "José", "Ann Marie", ""]),
      birthDate: Day(rawValue: Int32(-12_000 + below(20_000))),
      sex: pick(["F", "M", "U", "f", ""]),
      address: PostalAddress(
        street: pick(["12 Elm Street", "7 Oak: Way"]), street2: pick(["", "Apt 3"]),
        city: "Salem", state: "OR", zip: pick(["97302", "97302-0001", "973020002"])))
  }

  private mutating func coverages() -> [Coverage] {
    let medicare = Payer(
      id: PayerID(1), name: "Sample Medicare DME", identifier: "19003", family: .medicareDME)
    let plan = Payer(
      id: PayerID(2), name: "Sample Plan & Sons", identifier: "55555", family: .commercial)
    let blue = Payer(
      id: PayerID(3), name: "Sample Blue", identifier: "77777", family: .blueCross)
    let mbi = pick(["1EG4-TE5-MK73", "1EG4TE5MK73"])
    switch below(6) {
    case 0:
      return [Coverage(payer: medicare, sequence: .primary, memberID: mbi, filingIndicator: "MB")]
    case 1:
      return [
        Coverage(payer: medicare, sequence: .primary, memberID: mbi, filingIndicator: "MB"),
        Coverage(
          payer: plan, sequence: .secondary, memberID: "SUP\(number)", filingIndicator: "CI"),
        Coverage(payer: blue, sequence: .tertiary, memberID: "BLU\(number)"),
      ]
    case 2:
      return [
        dependant(of: plan, .primary),
        Coverage(
          payer: medicare, sequence: .secondary, memberID: mbi, filingIndicator: "MB",
          secondaryPayerType: "12"),
      ]
    case 3: return [dependant(of: blue, .primary), dependant(of: plan, .secondary)]
    case 4:
      return [
        Coverage(payer: plan, sequence: .primary, memberID: "m\(number)", groupNumber: "g 55"),
        dependant(of: blue, .secondary),
      ]
    default:
      return [
        Coverage(
          payer: plan, sequence: .primary, memberID: "M\(number)", groupNumber: "G55",
          filingIndicator: "CI")
      ]
    }
  }

  private mutating func dependant(of payer: Payer, _ sequence: PayerSequence) -> Coverage {
    Coverage(
      payer: payer, sequence: sequence, memberID: "D\(number)", groupNumber: "G77",
      relationship: pick(["01", "19", "G8"]),
      subscriber: Identity(lastName: "Doe", firstName: "Pat"))
  }
}
