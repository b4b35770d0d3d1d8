package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Opens the repair of equipment that a patient owns; gives the item in Special processes.
  ///
  /// - Throws: ``Refusal`` where nothing of it would be paid; any failure of the database.
  package func openRepair(_ entry: RepairEntry) throws -> WorkItemID? {
    try database.write { connection in
      guard let order = try Orders.find(entry.order, in: connection) else {
        throw Refusal("There is no order \(entry.order.rawValue).")
      }
      let rental = try Rentals.all(of: order.id, in: connection)
        .first { $0.procedure.code == entry.code }
      let payer = order.primary?.payer
      let ticket = RepairTicket(
        patient: order.patient.id, order: order.id, code: entry.code, openedOn: today,
        complaint: entry.complaint, labourMinutes: entry.labourMinutes, parts: entry.parts,
        hasLoaner: entry.hasLoaner, rental: rental, warrantyThrough: entry.warrantyThrough)
      let due: SpecialDue
      do throws(RepairRefusal) {
        due = try Repair.due(ticket, payer: payer, rules: rules)
      } catch {
        throw Refusal(error.message + ".")
      }
      guard
        let id = try SpecialWorks.save(
          due, payer: payer?.id, known: today, in: connection)
      else { return nil }
      try Placer(rules: rules, today: today).place(.special(id), in: connection)
      return try openItem(.special(id), in: connection)
    }
  }
}
