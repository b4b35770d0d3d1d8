import Billing
import Testing
import WorkEngine

/// What a confirmed order becomes, line by line.
struct OrderConfirmationTests {
  private static func plan(
    _ lines: [OrderLine], expected: [Int: Cents] = [1: Cents(10_000)],
    _ change: (inout Order) -> Void = { _ in }
  ) -> [OrderConfirmation.Part] {
    OrderConfirmation.plan(
      MadeOrder.order(lines: lines, change), rules: MadeOrder.rules, expected: expected,
      on: MadeOrder.today)
  }

  @Test
  func aPurchaseIsACharge() throws {
    let line = MadeOrder.line("E0562", ["KX", "NU"], kind: .purchase) {
      $0.deliveredUnits = 2
      $0.serialNumber = "SN-9"
      $0.authorizationNumber = "AU1"
      $0.narrative = "WORDS"
    }
    let parts = Self.plan([line])
    #expect(parts.rentals.isEmpty)
    let charge = try #require(parts.charges.first)
    #expect(parts.charges.count == 1)
    #expect(charge.procedure == ProcedureCode("E0562", ["NU", "KX"]))
    #expect(charge.units == 2)
    #expect(charge.amount == Cents(30_000))
    #expect(charge.expected == Cents(20_000))
    #expect(charge.serviceFrom == MadeOrder.served)
    #expect(charge.serviceThrough == MadeOrder.served)
    #expect(charge.serialNumber == "SN-9")
    #expect(charge.authorizationNumber == "AU1")
    #expect(charge.narrative == "WORDS")
    #expect(charge.diagnosisPointers == [1, 2])
    #expect(charge.order == OrderID(5))
    #expect(charge.rentalMonth == nil)
  }

  @Test(
    arguments: [
      ([], 2, [["RT"], ["LT"]]), (["LT", "RT", "KX"], 2, [["KX", "RT"], ["KX", "LT"]]),
      (["RT"], 1, [["RT"]]), (["LT"], 2, [["LT"]]), ([], 3, [[]]),
    ] as [([String], Int, [[String]])])
  func aPairIsTwoChargesOfOneUnit(_ given: [String], _ units: Int, _ charges: [[String]]) {
    let line = MadeOrder.line("A5500", given, kind: .purchase) { $0.deliveredUnits = units }
    let parts = Self.plan([line])
    #expect(parts.map(\.line) == [1])
    #expect(parts.charges.map(\.procedure.modifiers) == charges)
    #expect(parts.charges.map(\.units).reduce(0, +) == units)
    #expect(parts.charges.map(\.amount).total() == Cents(15_000 * Int64(units)))
  }

  @Test(
    arguments: [
      (90, "2026-04-11"), (30, "2026-02-10"), (1, "2026-01-12"), (nil, "2026-01-12"),
      (-5, "2026-01-12"), (Int.max, "2027-01-12"),
    ] as [(Int?, String)])
  func suppliesSpanTheDaysThatTheyLast(_ days: Int?, _ through: String) {
    let line = MadeOrder.line("A7030", ["NU"], kind: .supply) { $0.daysSupplied = days }
    let charge = Self.plan([line]).charges.first
    #expect(charge?.serviceFrom == MadeOrder.served)
    #expect(charge?.serviceThrough == MadeOrder.day(through))
  }

  @Test(
    arguments: [
      ("E0601", 1, ["RR", "KH", "KX"], 13), ("E0601", 2, ["RR", "KI", "KX"], 13),
      ("E0601", 3, ["RR", "KI", "KX"], 13), ("E0601", 4, ["RR", "KJ", "KX"], 13),
      ("B9002", 1, ["RR", "KH", "KX"], 15), ("E1390", 1, ["RR", "KX"], 36),
      ("E0562", 1, ["RR", "KX"], nil), ("E9999", 1, ["RR", "KX"], nil),
    ] as [(String, Int, [String], Int?)])
  func aRentalIsAnAgreementAndItsFirstMonth(
    _ code: String, _ month: Int, _ modifiers: [String], _ cap: Int?
  ) throws {
    let line = MadeOrder.line(code, ["KX"]) {
      $0.firstRentalMonth = month
      $0.serialNumber = "SN-1"
    }
    let parts = Self.plan([line])
    #expect(parts.count == 1)
    let rental = try #require(parts.first?.rental)
    #expect(rental.procedure == ProcedureCode(code, ["RR", "KX"]))
    #expect(rental.firstMonth == month)
    #expect(rental.capMonths == cap)
    #expect(rental.startedOn == MadeOrder.served)
    #expect(rental.monthlyCharge == Cents(15_000))
    #expect(rental.serialNumber == "SN-1")
    #expect(rental.payer == PayerID(7))
    #expect(rental.patient == PatientID(3))
    let charge = try #require(parts.charges.first)
    #expect(parts.charges.count == 1)
    #expect(charge.procedure == ProcedureCode(code, modifiers))
    #expect(charge.rentalMonth == month)
    #expect(charge.units == 1)
    #expect(charge.amount == Cents(15_000))
    #expect(charge.serviceThrough == MadeOrder.served)
  }

  @Test
  func aMonthsModifierThatWasGivenDoesNotStayOnTheAgreement() {
    let parts = Self.plan([MadeOrder.line("E0601", ["KX", "KH", "RR"])])
    #expect(parts.rentals.map(\.procedure.modifiers) == [["RR", "KX"]])
    #expect(parts.charges.map(\.procedure.modifiers) == [["RR", "KH", "KX"]])
  }

  @Test
  func aRentedPairIsTwoAgreements() {
    let parts = Self.plan([MadeOrder.line("E0959", ["RR"]) { $0.deliveredUnits = 2 }])
    #expect(parts.map(\.line) == [1, 1])
    #expect(parts.rentals.map(\.procedure.modifiers) == [["RR", "RT"], ["RR", "LT"]])
    #expect(parts.charges.map(\.units) == [1, 1])
  }

  @Test
  func aRentIsNeverMoreThanOneUnit() {
    let parts = Self.plan([MadeOrder.line { $0.deliveredUnits = 3 }])
    #expect(parts.charges.map(\.units) == [1])
    #expect(parts.charges.map(\.amount) == [Cents(15_000)])
  }

  @Test(arguments: [
    (["RR", "KX", "RT"], "", ["RR", "KH", "KX", "RT"], ""),
    (
      ["RR", "KX", "RT", "RA"], "LOST", ["RR", "KH", "KX", "99"], "MODIFIERS RT RA; LOST"
    ),
    (["RR", "KX", "RT", "RA", "CR"], "", ["RR", "KH", "KX", "99"], "MODIFIERS RT RA CR"),
  ])
  func moreThanFourModifiersAre99AndWords(
    _ given: [String], _ words: String, _ modifiers: [String], _ narrative: String
  ) {
    let charge = Self.plan([MadeOrder.line("E0601", given) { $0.narrative = words }]).charges.first
    #expect(charge?.procedure.modifiers == modifiers)
    #expect(charge?.narrative == narrative)
  }

  @Test
  func theNarrativeKeepsItsLength() {
    let line = MadeOrder.line("E0601", ["RR", "KX", "RT", "RA"]) {
      $0.narrative = String(repeating: "W", count: 80)
    }
    #expect(Self.plan([line]).charges.map(\.narrative.count) == [80])
  }

  @Test
  func hostileAmountsDoNotTrap() {
    let line = MadeOrder.line("E0562", ["NU"], kind: .purchase) {
      $0.unitCharge = Cents(.max)
      $0.deliveredUnits = .max
    }
    let parts = Self.plan([line], expected: [1: Cents(.max)])
    #expect(parts.charges.map(\.amount) == [Cents(Cents.largestFromOutside)])
  }

  @Test
  func pointersAreThoseGivenElseTheFirstFour() {
    let six = ["J10", "J11", "J12", "J13", "J14", "J15"]
    let plain = Self.plan([MadeOrder.line()]) { $0.diagnoses = six }
    #expect(plain.charges.map(\.diagnosisPointers) == [[1, 2, 3, 4]])
    let pointed = Self.plan([MadeOrder.line { $0.diagnosisPointers = [6, 2] }]) {
      $0.diagnoses = six
    }
    #expect(pointed.charges.map(\.diagnosisPointers) == [[6, 2]])
  }

  @Test
  func theDayOfServiceOfAShipmentIsTheDayOfShipping() {
    let parts = Self.plan([MadeOrder.line()]) {
      $0.delivery = Delivery(
        method: .shipped, deliveredOn: MadeOrder.day("2026-01-20"),
        shippedOn: MadeOrder.day("2026-01-17"))
    }
    #expect(parts.charges.map(\.serviceFrom) == [MadeOrder.day("2026-01-17")])
    #expect(parts.rentals.map(\.startedOn) == [MadeOrder.day("2026-01-17")])
  }

  @Test
  func linesStayInTheirOrder() {
    let lines = [
      MadeOrder.line(),
      MadeOrder.line("A5500", [], kind: .purchase, number: 2) {
        $0.deliveredUnits = 2
      }, MadeOrder.line("A7030", ["NU"], kind: .supply, number: 3),
    ]
    let parts = Self.plan(lines, expected: [1: Cents(1), 2: Cents(2), 3: Cents(3)])
    #expect(parts.charges.map(\.orderLine) == [1, 2, 2, 3])
    #expect(parts.charges.map(\.expected) == [Cents(1), Cents(2), Cents(2), Cents(3)])
  }
}
