import Billing

/// Made-up rentals for the tests of the rental calendar.
enum Rented {
  /// A day that is written as `2026-11-24`; the epoch where it is not, which no table contains.
  static func day(_ text: String) -> Day { Day(text) ?? Day(rawValue: 0) }

  static func rental(
    _ code: String = "E0601", _ modifiers: [String] = ["RR", "KX"],
    category: PaymentCategory = .cappedRental, start: String, first: Int = 1, cap: Int? = 13,
    breaks: [(RentalBreak.Kind, String, String?)] = [], pickedUp: String? = nil, id: Int64 = 7,
    order: Int64 = 3
  ) -> Rental {
    Rental(
      id: RentalID(id), order: OrderID(order), orderLine: 1, patient: PatientID(1),
      payer: PayerID(1), procedure: ProcedureCode(code, modifiers), category: category,
      serialNumber: "SN-MADE-UP-1", startedOn: day(start), firstMonth: first, capMonths: cap,
      monthlyCharge: Cents(9_500),
      breaks: breaks.map {
        RentalBreak(kind: $0.0, from: day($0.1), through: $0.2.map(day))
      },
      pickedUpOn: pickedUp.map(day))
  }

  static let patient = Patient(
    id: PatientID(1), lastName: "SAMPLEPERSON", firstName: "ADA", birthDate: day("1950-02-03"),
    sex: "F")

  static func order(_ lines: [OrderLine], served: String, id: Int64 = 3) -> Order {
    Order(
      id: OrderID(id), number: "MADE-\(id)", patient: patient, coverages: [], prescriber: nil,
      diagnoses: ["G4733"], orderedOn: day(served),
      delivery: Delivery(method: .inPerson, deliveredOn: day(served)), placeOfService: "12",
      lines: lines, standing: .confirmed, receivedOn: day(served), rowVersion: 1)
  }
}
