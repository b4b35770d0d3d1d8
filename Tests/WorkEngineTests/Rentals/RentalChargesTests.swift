import Billing
import Testing
import WorkEngine

@Suite("Rental charges")
struct RentalChargesTests {
  private func charge(_ month: Int, first: Int = 1) throws -> Charge {
    let rental = Rented.rental("E0601", ["RR", "KX", "RA"], start: "2025-01-31", first: first)
    let order = Rented.order(
      [
        OrderLine(
          number: 1, kind: .rental, procedure: ProcedureCode("E0601", ["RR", "RA", "KX"]),
          unitCharge: Cents(9_500), authorizationNumber: "AUTH77",
          narrative: "Replacement of a stolen device", diagnosisPointers: [2, 1])
      ], served: "2025-01-31")
    let months = RentalCalendar.months(of: rental, through: Rented.day("2030-01-01"))
    let found = try #require(months.first { $0.number == month })
    return RentalCharges.charge(
      for: found, of: rental, order: order, id: ChargeID(90), expected: Cents(6_000),
      rules: RuleBook())
  }

  @Test("A month is one unit on its anniversary, with what the order says of it")
  func month() throws {
    let charge = try charge(2)
    #expect(charge.serviceFrom.description == "2025-02-28")
    #expect(charge.serviceThrough == charge.serviceFrom)
    #expect(charge.units == 1)
    #expect(charge.amount == Cents(9_500))
    #expect(charge.expected == Cents(6_000))
    #expect(charge.rentalMonth == 2)
    #expect(charge.rental == RentalID(7))
    #expect(charge.procedure == ProcedureCode("E0601", ["RR", "KI", "KX"]))
    #expect(charge.authorizationNumber == "AUTH77")
    #expect(charge.diagnosisPointers == [2, 1])
    #expect(charge.serialNumber == "SN-MADE-UP-1")
  }

  @Test("Why it was replaced stands on the first month alone")
  func replacement() throws {
    let first = try charge(1)
    #expect(first.procedure.modifiers == ["RR", "KH", "KX", "RA"])
    #expect(first.narrative == "Replacement of a stolen device")
    let later = try charge(4)
    #expect(later.procedure.modifiers == ["RR", "KJ", "KX"])
    #expect(later.narrative.isEmpty)
  }

  @Test("A takeover begins with the modifier of its own month")
  func takeover() throws {
    #expect(try charge(5, first: 5).procedure.modifiers == ["RR", "KJ", "KX", "RA"])
  }
}
