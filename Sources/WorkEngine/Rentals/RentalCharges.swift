package import Billing

/// The charge of a rental month.
package enum RentalCharges {
  /// A month as a charge line: one unit (005010X222A1 SV104), its anniversary as the day of
  /// service, the month's own modifiers.
  ///
  /// `RA` and a narrative tell why equipment was replaced and stand on the first month alone. The
  /// order is the one that the rental came from; `expected` is for the month, in cents.
  package static func charge(
    for month: RentalMonth, of rental: Rental, order: Order, id: ChargeID, expected: Cents,
    rules: RuleBook
  ) -> Charge {
    let line = order.lines.first { $0.number == rental.orderLine }
    let isFirst = month.number == rental.firstMonth
    var given = rental.procedure.modifiers.filter { $0 != "RA" }
    if isFirst, (line?.procedure.modifiers ?? rental.procedure.modifiers).contains("RA") {
      given.append("RA")
    }
    let modifiers = RentalModifiers.of(
      month: month.number, category: rental.category, given: given, rules: rules)
    let squeezed = OrderConfirmation.squeezed(
      modifiers, narrative: isFirst ? line?.narrative ?? "" : "")
    return Charge(
      id: id, order: rental.order, orderLine: rental.orderLine, rental: rental.id,
      rentalMonth: month.number,
      procedure: ProcedureCode(rental.procedure.code, squeezed.modifiers),
      units: 1, service: ServiceDates(month.from),
      amount: rental.monthlyCharge, expected: expected, serialNumber: rental.serialNumber,
      narrative: squeezed.narrative,
      authorizationNumber: line?.authorizationNumber ?? "",
      diagnosisPointers: OrderConfirmation.pointers(of: line, order))
  }
}
