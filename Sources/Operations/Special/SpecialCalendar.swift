import Billing
import Database
import Store
import WorkEngine

/// Brings the work of the calendar into the office: what is due within its horizon is kept, what
/// the facts no longer bring is closed.
struct SpecialCalendar {
  let office: Office
  let connection: Connection

  /// How far ahead work is kept, for the calendar screen, in days.
  static let horizonDays = 56

  /// Renews the special work of one patient.
  func renew(_ patient: PatientID, placer: Placer) throws {
    let facts = try facts(of: patient)
    let due = SpecialProcesses.due(
      facts, rules: office.rules, on: office.today, horizonDays: SpecialCalendar.horizonDays)
    var kept: Set<SpecialID> = []
    for work in due {
      // What stands already keeps its place: dates alone move it when the day is rolled.
      if let id = try SpecialWorks.standing(as: work, in: connection) {
        kept.insert(id)
        continue
      }
      guard
        let id = try SpecialWorks.save(
          work, payer: facts.payer?.id, known: office.known, in: connection)
      else { continue }
      kept.insert(id)
      try placer.place(.special(id), onlyIfMoved: true, in: connection)
    }
    for id in try SpecialWorks.closeStale(of: patient, keeping: kept, in: connection) {
      try placer.place(.special(id), in: connection)
    }
  }

  func facts(of patient: PatientID) throws -> SpecialFacts {
    let orders = try Orders.all(of: patient, in: connection)
      .compactMap { try Orders.find($0, in: connection) }.filter { $0.standing == .confirmed }
    let payer = orders.last?.primary?.payer
    return SpecialFacts(
      patient: patient, payer: payer, rentals: try Rentals.all(of: patient, in: connection),
      charges: try Charges.all(of: patient, in: connection), orders: orders,
      documents: try Documents.all(of: patient, in: connection),
      eligibility: try payer.flatMap {
        try Eligibilities.latest(of: patient, payer: $0, in: connection)
      })
  }
}
