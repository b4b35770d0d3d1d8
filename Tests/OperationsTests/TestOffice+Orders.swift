import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

extension TestOffice {
  /// Imports orders and holds that nothing in them is an error.
  @discardableResult
  func take(orders: [SampleOrder]) throws -> ImportReport {
    try take(SampleOrder.file(orders), "orders.csv")
  }

  /// Imports orders and confirms each.
  func confirm(_ orders: [SampleOrder]) throws {
    try take(orders: orders)
    var confirmed: Set<String> = []
    for order in orders {
      let number = order.cells["order_number"] ?? ""
      if confirmed.insert(number).inserted {
        try decide(number, kind: "order", DecisionEntry(.confirm))
      }
    }
  }

  /// Charges as text: code with modifiers, units, days of service, cents, standing, hold reasons.
  func charges(of number: String) throws -> [String] {
    try office.order(try office.order(numbered: number)).charges.map { row in
      let charge = row.charge
      let days =
        charge.serviceFrom == charge.serviceThrough
        ? charge.serviceFrom.description
        : "\(charge.serviceFrom) to \(charge.serviceThrough)"
      return
        "\(charge.procedure.description) x\(charge.units) \(days) \(charge.amount) \(row.place.rawValue)"
        + (row.holds.isEmpty ? "" : " " + row.holds.sorted().joined(separator: " "))
    }
  }

  /// Items of a queue as text: subject, lane and reason.
  func queue(_ name: QueueName) throws -> [String] {
    try texts(
      """
      SELECT subject_kind || ' ' || reference || ' ' || reason_code FROM work_item
      WHERE queue = ?1 AND is_closed = 0 ORDER BY subject_kind, reference, subject_key
      """, .text(name.rawValue))
  }
}
