import Billing
import Testing
import WorkEngine

/// Made-up orders, rules and reviews for the tests of the order checks.
enum MadeOrder {
  static let today = day("2026-02-01")
  static let served = day("2026-01-12")

  static func day(_ text: String) -> Day { Day(text) ?? Day(rawValue: 0) }

  static func payer(_ family: PayerFamily = .medicareDME) -> Payer {
    Payer(id: PayerID(7), name: "SAMPLE PAYER", identifier: "00000", family: family)
  }

  static func coverage(
    _ sequence: PayerSequence = .primary, family: PayerFamily = .medicareDME,
    member: String = "1XX0XX0XX00"
  ) -> Coverage {
    Coverage(payer: payer(family), sequence: sequence, memberID: member)
  }

  static let patient = Patient(
    id: PatientID(3), lastName: "ZZTEST", firstName: "EXAMPLE", birthDate: day("1950-01-31"),
    sex: "F",
    address: PostalAddress(
      street: "1 Sample Street", city: "Springfield", state: "PA", zip: "17000"))

  /// An order with which no check finds anything wrong: a PAP device, rented.
  static func order(
    lines: [OrderLine] = [line()], _ change: (inout Order) -> Void = { _ in }
  ) -> Order {
    var order = Order(
      id: OrderID(5), number: "T-1", patient: patient, coverages: [coverage()],
      prescriber: Prescriber(
        npi: "1234567893", lastName: "MADEUP", firstName: "DOCTOR", isEnrolled: true),
      diagnoses: ["G4733", "J449"], orderedOn: day("2026-01-05"),
      delivery: Delivery(method: .inPerson, deliveredOn: served), placeOfService: "12",
      lines: lines, standing: .delivered, receivedOn: day("2026-01-13"), rowVersion: 1)
    change(&order)
    return order
  }

  static func line(
    _ code: String = "E0601", _ modifiers: [String] = ["RR", "KX"], kind: LineKind = .rental,
    number: Int = 1, _ change: (inout OrderLine) -> Void = { _ in }
  ) -> OrderLine {
    var line = OrderLine(
      number: number, kind: kind, procedure: ProcedureCode(code, modifiers),
      serialNumber: code == "E0601" ? "SN-\(number)" : "", unitCharge: Cents(15_000))
    change(&line)
    return line
  }

  static func document(
    _ kind: DocumentKind, dated: String? = nil, signed: String? = nil, signer: String = "",
    codes: [String] = [], number: String = ""
  ) -> Document {
    Document(
      id: DocumentID(1), patient: PatientID(3), order: OrderID(5),
      content: DocumentDraft(
        kind: kind, dated: dated.map(day), signedOn: signed.map(day), signer: signer, codes: codes,
        number: number), receivedOn: today)
  }

  static let writtenOrder = document(
    .standardWrittenOrder, dated: "2026-01-05", signed: "2026-01-06", signer: "DOCTOR MADEUP")
  static let proof = document(
    .proofOfDelivery, dated: "2026-01-12", signed: "2026-01-12", signer: "EXAMPLE ZZTEST")

  static func review(
    lines: [OrderLine] = [line()], documents: [Document] = [writtenOrder, proof],
    expected: [Int: Cents] = [1: Cents(10_000)], serialsInUse: [String: String] = [:],
    _ change: (inout Order) -> Void = { _ in }
  ) -> OrderReview {
    OrderReview(
      order: order(lines: lines, change),
      patient: PatientFile(documents: documents, eligibility: eligibility),
      serialsInUse: serialsInUse, expected: expected)
  }

  /// The payer has said that the coverage is active.
  static let eligibility = EligibilityAnswer(
    trace: "1",
    patient: Identity(lastName: "ZZTEST", firstName: "EXAMPLE", memberID: "1XX0XX0XX00"),
    payer: NamedPayer(name: "SAMPLE PAYER", identifier: "00000", filingIndicator: "MB"),
    serviceOn: served, answeredOn: served, standing: .active)

  /// A small catalogue of its own, so that the shipped one may change.
  static let rules: RuleBook = {
    var rules = RuleBook()
    let items = [
      CatalogItem(
        code: "E0601", title: "PAP device", category: .cappedRental, capMonths: 13,
        isSerialized: true, authorizationFamilies: [.medicaid]),
      CatalogItem(code: "E0562", title: "Humidifier", category: .inexpensive),
      CatalogItem(
        code: "A7030", title: "Full face mask", category: .supply, unitLimit: UnitLimit(1, days: 90)
      ),
      CatalogItem(code: "E1390", title: "Concentrator", category: .oxygen, capMonths: 36),
      CatalogItem(code: "E0441", title: "Oxygen contents", category: .oxygen),
      CatalogItem(
        code: "B9002", title: "Feeding pump", category: .parenteralEnteral, capMonths: 15),
      CatalogItem(code: "A5500", title: "Shoe", category: .therapeuticShoe, isSided: true),
      CatalogItem(code: "E0959", title: "Arm adapter", category: .inexpensive, isSided: true),
      CatalogItem(
        code: "K0823", title: "Power chair", category: .cappedRental, capMonths: 13,
        documents: [.writtenOrderPriorToDelivery, .faceToFace]),
      CatalogItem(code: "E1399", title: "Other item", category: .inexpensive, needsNarrative: true),
      CatalogItem(
        code: "K0554", title: "Old receiver", category: .inexpensive,
        effective: Validity(through: day("2022-12-31"))),
    ]
    for item in items { rules.catalog[item.code] = [item] }
    let modifiers: [(String, ModifierRow.Position, [String])] = [
      ("NU", .pricing, ["RR", "UE"]), ("UE", .pricing, ["RR"]), ("RR", .pricing, []),
      ("MS", .pricing, []), ("KH", .pricing, []), ("KI", .pricing, []), ("KJ", .pricing, []),
      ("KX", .policy, ["GA", "GY", "GZ"]), ("GA", .policy, []), ("GZ", .policy, []),
      ("GY", .policy, []), ("EY", .policy, []), ("BP", .informational, []),
      ("RT", .informational, []), ("LT", .informational, []), ("RA", .informational, []),
      ("CR", .informational, []),
    ]
    for (code, position, excludes) in modifiers {
      rules.modifiers[code] = ModifierRow(
        code: code, meaning: code, position: position, excludes: excludes)
    }
    return rules
  }()
}

/// One row of a table of a check: what is looked at, and what must be found.
struct OrderCheckCase: Sendable, CustomTestStringConvertible {
  var title: String
  var review: OrderReview
  /// A piece of each message, in order.
  var found: [String]
  var isBlocking: [Bool]

  var testDescription: String { title }

  /// Nothing is found.
  static func passes(_ title: String, _ review: OrderReview) -> OrderCheckCase {
    OrderCheckCase(title: title, review: review, found: [], isBlocking: [])
  }

  /// Something is found that keeps the order from being confirmed.
  static func blocks(_ title: String, _ review: OrderReview, _ found: String...) -> OrderCheckCase {
    OrderCheckCase(
      title: title, review: review, found: found, isBlocking: found.map { _ in true })
  }

  /// Something is found that a person is told.
  static func tells(_ title: String, _ review: OrderReview, _ found: String...) -> OrderCheckCase {
    OrderCheckCase(
      title: title, review: review, found: found, isBlocking: found.map { _ in false })
  }

  /// The same, where the finding at a place is only told.
  func telling(_ place: Int) -> OrderCheckCase {
    var row = self
    row.isBlocking[place] = false
    return row
  }

  /// Runs a check on the case and compares.
  func run(_ check: any OrderCheck.Type, cause: OrderProblemCause? = nil) {
    let findings = check.findings(in: review, rules: MadeOrder.rules, on: MadeOrder.today)
    #expect(findings.allSatisfy { $0.check == check.name })
    compare(findings, cause: cause)
  }

  /// Judges the order and compares what edits say of it over its charges.
  func run(edits: any ChargeEdit.Type..., cause: OrderProblemCause? = nil) {
    let names = edits.map { $0.name }
    let findings = OrderChecks.findings(in: review, rules: MadeOrder.rules, on: MadeOrder.today)
    compare(findings.filter { names.contains($0.check) }, cause: cause)
  }

  private func compare(_ findings: [OrderFinding], cause: OrderProblemCause?) {
    #expect(findings.map(\.isBlocking) == isBlocking, "\(findings)")
    for (finding, words) in zip(findings, found) {
      #expect(finding.message.contains(words), "\(finding.message)")
      #expect(!finding.fix.isEmpty)
      if let cause { #expect(finding.cause == cause) }
    }
  }
}
