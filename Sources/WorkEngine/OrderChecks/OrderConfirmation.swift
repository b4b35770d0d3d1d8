package import Billing

/// What a confirmed order becomes: its charges, and an agreement for each item that is rented.
package enum OrderConfirmation {
  /// What one line of the order becomes; a rented pair has a part for each side.
  package struct Part: Equatable, Sendable {
    /// Line of the order.
    package var line: Int
    /// The agreement of a rented item; its key is 0 until it is stored.
    package var rental: Rental?
    /// One charge, two for a pair that is bought; of a rental that of its first month.
    ///
    /// Their keys are 0, and their `rental` is nil until the agreement of this part has a key.
    package var charges: [Charge]

    package init(line: Int, rental: Rental? = nil, charges: [Charge]) {
      self.line = line
      self.rental = rental
      self.charges = charges
    }
  }

  /// Makes the charges of an order; pure.
  ///
  /// - A pair of a sided item is two charges, RT and LT, one unit each (domain reference 6.2).
  /// - Supplies with days span from the day of service to the last day that they last.
  /// - A rental is an agreement and its first month's charge, one unit of one day
  ///   (`RentalCharges`), with RR and KH, KI or KJ by month.
  /// - Modifiers stand as payers read them; more than four are 99 and words in the narrative.
  ///
  /// - Parameters:
  ///   - order: An order that passed its checks.
  ///   - rules: Its catalogue and modifiers.
  ///   - expected: What the primary payer is expected to allow for one unit of each line.
  ///   - today: The day of service where no delivery date is known.
  /// - Returns: The parts in the order of the lines.
  package static func plan(
    _ order: Order, rules: RuleBook, expected: [Int: Cents], on today: Day
  ) -> [Part] {
    let served = order.delivery.servedOn ?? today
    return order.lines.flatMap { line -> [Part] in
      let item = rules.item(line.procedure.code, on: served)
      let pieces = pieces(of: line, item)
      if line.kind == .rental {
        return pieces.map { rental(line, $0, order, item, served, rules, expected[line.number]) }
      }
      let charges = pieces.map { piece in
        charge(
          line, order, modifiers: RentalModifiers.placed(piece.modifiers, rules: rules),
          units: piece.units, served: served, expected: expected[line.number])
      }
      return [Part(line: line.number, charges: charges)]
    }
  }

  private struct Piece {
    var modifiers: [String]
    var units: Int
  }

  /// A pair of a sided item in two; all else as it is.
  private static func pieces(of line: OrderLine, _ item: CatalogItem?) -> [Piece] {
    let modifiers = line.procedure.modifiers
    let sides = modifiers.filter { ["RT", "LT"].contains($0) }
    guard item?.isSided ?? false, line.deliveredUnits == 2, sides.count != 1 else {
      return [Piece(modifiers: modifiers, units: max(1, line.deliveredUnits))]
    }
    let others = modifiers.filter { !["RT", "LT"].contains($0) }
    return ["RT", "LT"].map { Piece(modifiers: others + [$0], units: 1) }
  }

  private static func rental(
    _ line: OrderLine, _ piece: Piece, _ order: Order, _ item: CatalogItem?, _ served: Day,
    _ rules: RuleBook, _ expected: Cents?
  ) -> Part {
    // Nothing is known of the item: rent without an end and without a month's modifier.
    let category = item?.category ?? .inexpensive
    let month = max(1, line.firstRentalMonth)
    let lasting = piece.modifiers.filter { !RentalModifiers.months.contains($0) }
    // Without a primary payer no order passes its checks.
    let rental = order.primary.map { primary in
      Rental(
        id: RentalID(0), order: order.id, orderLine: line.number, patient: order.patient.id,
        payer: primary.payer.id,
        procedure: ProcedureCode(
          line.procedure.code, RentalModifiers.placed(["RR"] + lasting, rules: rules)),
        category: category, serialNumber: line.serialNumber, startedOn: served, firstMonth: month,
        capMonths: item?.capMonths, monthlyCharge: line.unitCharge,
        breaks: breaks(from: served, order))
    }
    var charge = charge(
      line, order,
      modifiers: RentalModifiers.of(
        month: month, category: category, given: piece.modifiers, rules: rules),
      units: 1, served: served, expected: expected)
    charge.rentalMonth = month
    return Part(line: line.number, rental: rental, charges: [charge])
  }

  /// Stays in hospital and the like are breaks in billing, never in the count of months.
  private static func breaks(from served: Day, _ order: Order) -> [RentalBreak] {
    order.stays.filter { stay in stay.through.map { served <= $0 } ?? true }
      .map { RentalBreak(kind: .billing, from: $0.from, through: $0.through) }
  }

  /// Whether a rental was delivered during a stay, so that its first month begins after it: the
  /// calendar makes that charge then.
  package static func beginsLater(_ rental: Rental) -> Bool {
    RentalCalendar.months(of: rental, through: rental.startedOn).isEmpty
  }

  private static func charge(
    _ line: OrderLine, _ order: Order, modifiers: [String], units: Int, served: Day,
    expected: Cents?
  ) -> Charge {
    let squeezed = squeezed(modifiers, narrative: line.narrative)
    let spans = line.kind == .supply ? max(1, min(line.daysSupplied ?? 1, 366)) : 1
    return Charge(
      id: ChargeID(0), order: order.id, orderLine: line.number,
      procedure: ProcedureCode(line.procedure.code, squeezed.modifiers), units: units,
      service: ServiceDates(served, through: served.adding(days: spans - 1)),
      amount: times(line.unitCharge, units),
      expected: times(min(expected ?? line.unitCharge, line.unitCharge), units),
      serialNumber: line.serialNumber, narrative: squeezed.narrative,
      authorizationNumber: line.authorizationNumber,
      diagnosisPointers: pointers(of: line, order))
  }

  /// A line's own pointers, else the first diagnoses; a line points to four at most (SV107).
  static func pointers(of line: OrderLine?, _ order: Order) -> [Int] {
    let own = line?.diagnosisPointers ?? []
    return own.isEmpty
      ? Array(1...min(4, max(1, order.diagnoses.count))) : Array(own.prefix(4))
  }

  /// Four modifiers at most; the narrative with the rest holds 80 characters (loop 2400 NTE02).
  static func squeezed(
    _ modifiers: [String], narrative: String
  ) -> (modifiers: [String], narrative: String) {
    guard modifiers.count > OverflowingModifiers.most else { return (modifiers, narrative) }
    let placed = OverflowingModifiers.placed(modifiers, narrative: narrative)
    return (placed.modifiers, String(placed.narrative.prefix(NarrativeText.longest)))
  }

  /// An amount for so many units, in cents; never more than the largest amount from outside.
  private static func times(_ amount: Cents, _ units: Int) -> Cents {
    let (product, isOver) = amount.rawValue.multipliedReportingOverflow(by: Int64(units))
    return isOver ? Cents(Cents.largestFromOutside) : Cents(min(product, Cents.largestFromOutside))
  }
}

extension [OrderConfirmation.Part] {
  /// All charges of the order.
  package var charges: [Charge] { flatMap(\.charges) }

  /// All agreements of the order.
  package var rentals: [Rental] { compactMap(\.rental) }
}
