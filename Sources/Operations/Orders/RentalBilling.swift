import Billing
import Database
import Store
import WorkEngine

/// Makes the charges of rental months that have begun, each once.
struct RentalBilling {
  let office: Office
  let connection: Connection

  /// Charges of a rental's months that begin today or began before and are not there yet.
  ///
  /// A month that a person withdrew stays withdrawn, but for an order that is confirmed anew.
  func charges(
    of rental: Rental, isAnew: Bool = false, activity: ActivityID? = nil
  ) throws -> [ChargeID] {
    let made = try Charges.months(of: rental.id, withWithdrawn: !isAnew, in: connection)
    let due = RentalCalendar.months(of: rental, through: office.today)
      .filter { !made.contains($0.number) }
    guard !due.isEmpty, let order = try Orders.find(rental.order, in: connection) else { return [] }
    let maker = ChargeMaker(office: office, connection: connection)
    return try due.compactMap { month in
      var charge = RentalCharges.charge(
        for: month, of: rental, order: order, id: ChargeID(0), expected: .zero,
        rules: office.rules)
      charge.expected = try expected(of: charge, order)
      return try maker.make(charge, of: rental.patient, activity: activity)
    }
  }

  private func expected(of charge: Charge, _ order: Order) throws -> Cents {
    guard let payer = order.primary?.payer,
      let unit = try ExpectedAmount.ofUnit(
        charge.procedure, by: payer, state: order.patient.address.state, on: charge.serviceFrom,
        rules: office.rules, in: connection)
    else { return charge.amount }
    return min(charge.amount, unit)
  }
}
