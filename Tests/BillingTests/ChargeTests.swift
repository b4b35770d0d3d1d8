import Billing
import Testing

@Suite("Corrections of a charge")
struct ChargeTests {
  private static let charge = Charge(
    id: ChargeID(1), order: OrderID(1), orderLine: 1, procedure: ProcedureCode("E0143", ["NU"]),
    units: 1, service: ServiceDates(Day(rawValue: 20_000)),
    amount: Cents(100), expected: Cents(80), rowVersion: 3)

  static let corrections: [ChargeCorrection] = [
    .modifiers(["NU", "KX"]), .units(2), .amount(Cents(200)), .serialNumber("SN-INVENTED"),
    .narrative("MADE UP"), .authorizationNumber("PA-1"), .diagnosisPointers([2, 1]),
    .service(from: Day(rawValue: 20_001), through: Day(rawValue: 20_002)),
  ]

  /// The charge's value of what a correction is about.
  private static func value(
    of charge: Charge, like correction: ChargeCorrection
  ) -> ChargeCorrection {
    switch correction {
    case .modifiers: .modifiers(charge.procedure.modifiers)
    case .units: .units(charge.units)
    case .amount: .amount(charge.amount)
    case .serialNumber: .serialNumber(charge.serialNumber)
    case .narrative: .narrative(charge.narrative)
    case .authorizationNumber: .authorizationNumber(charge.authorizationNumber)
    case .diagnosisPointers: .diagnosisPointers(charge.diagnosisPointers)
    case .service: .service(from: charge.serviceFrom, through: charge.serviceThrough)
    }
  }

  @Test("A correction changes what it is about and nothing else", arguments: corrections)
  func applying(correction: ChargeCorrection) {
    let corrected = Self.charge.applying(correction)
    for other in Self.corrections {
      let before = Self.value(of: Self.charge, like: other)
      let after = Self.value(of: corrected, like: other)
      #expect(after == (other == correction ? correction : before))
      #expect(before != other)
    }
    #expect(corrected.procedure.code == "E0143")
    #expect(corrected.rowVersion == 3)
    #expect(corrected.expected == Cents(80))
  }
}
