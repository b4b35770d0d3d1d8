import Billing
import Database
import Store
import WorkEngine

/// Turns a checked order into charges and rental agreements.
struct OrderConfirming {
  let office: Office
  let connection: Connection

  /// Makes what the order becomes; gives the subjects whose placement may change.
  func confirm(_ order: Order, as activity: ActivityID) throws -> [WorkSubject] {
    let stories = OrderStories(
      rules: office.rules, today: office.today, connection: connection)
    let parts = OrderConfirmation.plan(
      order, rules: office.rules, expected: try stories.learntExpected(of: order),
      on: office.today)
    let maker = ChargeMaker(office: office, connection: connection)
    let billing = RentalBilling(office: office, connection: connection)
    try Orders.setStanding(.confirmed, of: order.id, in: connection)
    var sides: [Int: Int] = [:]
    for part in parts {
      sides[part.line, default: 0] += 1
      var rental: Rental?
      if let planned = part.rental {
        let id = try Rentals.insert(
          planned, part: sides[part.line] ?? 1, known: office.known, in: connection)
        rental = try Rentals.find(id, in: connection)
      }
      for (index, charge) in part.charges.enumerated() {
        var charge = charge
        charge.rental = rental?.id
        if let rental, OrderConfirmation.beginsLater(rental) { continue }
        _ = try maker.make(charge, side: index + 1, of: order.patient.id, activity: activity)
      }
      // An order that is confirmed late has months behind it already.
      if let rental {
        _ = try billing.charges(of: rental, isAnew: true, activity: activity)
      }
    }
    return try PatientFacts(office: office, connection: connection).changed(order.patient.id)
  }
}
