import Billing
import Rules
import WorkEngine

/// Made-up charges of home medical equipment, each with all that its edits look at.
///
/// Nobody in them exists: names and numbers are counted up, and the NPIs carry computed check digits.
struct MadeBills {
  let rules: RuleBook
  let supplier: Supplier
  static let today = Day(year: 2026, month: 11, day: 20) ?? Day(rawValue: 20_777)

  init() throws {
    rules = try RuleBook.shipped()
    supplier = Supplier(
      name: "SAMPLE MEDICAL SUPPLY", npi: Self.npi(100_000_001), taxID: "990000001",
      taxonomy: "332B00000X",
      address: PostalAddress(
        street: "1 SAMPLE WAY", city: "TESTVILLE", state: "OH", zip: "432150001"),
      contactName: "SAMPLE BILLER", phone: "6145550100", submitterID: "SAMPLE01",
      clearinghouses: [Clearinghouse(name: "SAMPLE HOUSE", receiverID: "SAMPLECH")])
  }

  /// So many bills of three lines each, all different in patient and number.
  func bills(_ count: Int) -> [Bill] {
    (0..<count).map { index in
      let order = order(index)
      let charges = Self.codes.enumerated().map { line, item in
        charge(order, line: line, item, index: index)
      }
      return Bill(
        controlNumber: "B\(index)", order: order, coverage: order.coverages[0],
        laterCoverages: [], charges: charges)
    }
  }

  /// What the edits look at, one a line of the bills.
  func reviews(of bills: [Bill]) -> [ChargeReview] {
    bills.flatMap { bill in
      let documents = documents(of: bill.order)
      return bill.charges.map { charge in
        ChargeReview(
          charge: charge, order: bill.order, coverage: bill.coverage,
          item: rules.item(charge.procedure.code, on: charge.serviceFrom), rental: nil,
          documents: documents,
          eligibility: EligibilityAnswer(
            trace: "E1",
            patient: Identity(
              lastName: bill.order.patient.lastName, firstName: bill.order.patient.firstName,
              memberID: bill.coverage.memberID),
            payer: NamedPayer(name: "SAMPLE HEALTH", identifier: "SMPL1", filingIndicator: "CI"),
            serviceOn: charge.serviceFrom, answeredOn: charge.serviceFrom, standing: .active),
          history: bill.charges.filter { $0.id != charge.id })
      }
    }
  }

  private static let codes: [(code: String, modifiers: [String], units: Int, cents: Int64)] = [
    ("E0601", ["NU", "KX"], 1, 78_900), ("A7034", ["NU", "KX"], 1, 16_500),
    ("A7037", ["NU", "KX"], 1, 5_500),
  ]

  private func order(_ index: Int) -> Order {
    let payer = Payer(
      id: PayerID(1), name: "SAMPLE HEALTH", identifier: "SMPL1", family: .commercial)
    let served = Self.today.adding(days: -(index % 60) - 2)
    return Order(
      id: OrderID(Int64(index + 1)), number: "O\(index)",
      patient: Patient(
        id: PatientID(Int64(index + 1)), lastName: "SAMPLEPATIENT", firstName: "NUMBER \(index)",
        birthDate: Day(year: 1950, month: 1 + index % 12, day: 1 + index % 28), sex: "F",
        address: PostalAddress(
          street: "\(index) EXAMPLE ST", city: "TESTVILLE", state: "OH", zip: "432150002")),
      coverages: [
        Coverage(
          payer: payer, sequence: .primary, memberID: "M\(1_000_000 + index)",
          filingIndicator: "CI")
      ],
      prescriber: Prescriber(
        npi: Self.npi(100_000_100 + index % 800), lastName: "MADEUP", firstName: "DOCTOR",
        isEnrolled: true), diagnoses: ["G4733"], orderedOn: served.adding(days: -3),
      delivery: Delivery(deliveredOn: served), placeOfService: "12", lines: [],
      standing: .confirmed, receivedOn: served, rowVersion: 1)
  }

  private func charge(
    _ order: Order, line: Int,
    _ item: (code: String, modifiers: [String], units: Int, cents: Int64),
    index: Int
  ) -> Charge {
    let served = order.delivery.servedOn ?? Self.today
    return Charge(
      id: ChargeID(Int64(index * Self.codes.count + line + 1)), order: order.id,
      orderLine: line + 1, procedure: ProcedureCode(item.code, item.modifiers),
      units: item.units, service: ServiceDates(served), amount: Cents(item.cents),
      expected: Cents(item.cents / 2), serialNumber: line == 0 ? "SN\(index)" : "")
  }

  private func documents(of order: Order) -> [Document] {
    let served = order.delivery.servedOn ?? Self.today
    let kinds: [DocumentKind] = [
      .standardWrittenOrder, .sleepStudy, .faceToFace, .proofOfDelivery,
    ]
    return kinds.enumerated().map { place, kind in
      Document(
        id: DocumentID(order.id.rawValue * 10 + Int64(place)), patient: order.patient.id,
        order: order.id,
        content: DocumentDraft(
          kind: kind, dated: kind == .proofOfDelivery ? served : served.adding(days: -5),
          signedOn: served.adding(days: -4), signer: "DOCTOR MADEUP"),
        receivedOn: served)
    }
  }

  private static func npi(_ nine: Int) -> String {
    let digits = String(nine).compactMap(\.wholeNumberValue)
    return String(nine) + String(NationalProviderIdentifier.checkDigit(of: digits))
  }
}
