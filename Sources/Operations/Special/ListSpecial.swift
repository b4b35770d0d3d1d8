package import Billing
import Database
import Store

/// A piece of special work as a row of a list.
package struct SpecialRow: Equatable, Sendable {
  package var work: SpecialWork
  /// `LAST, FIRST`; foreign text.
  package var patient: String
  /// The item in Special processes, where it is one already.
  package var item: WorkItemID?
}

extension Office {
  /// Open and answered special work that is due within so many weeks, nearest first; what was due
  /// before is in it.
  ///
  /// - Throws: Any failure of the database.
  package func specialWork(_ kind: SpecialKind?, weeks: Int) throws -> [SpecialRow] {
    let last = today.adding(days: max(1, min(weeks, 53)) * 7)
    return try database.read { connection in
      try SpecialWorks.open(from: Day(rawValue: 0), through: last, in: connection).compactMap {
        guard let work = try SpecialWorks.find($0, in: connection),
          kind == nil || work.due.kind == kind,
          let patient = try Patients.find(work.due.patient, in: connection)
        else { return nil }
        return SpecialRow(
          work: work, patient: patient.listName,
          item: try openItem(.special($0), in: connection))
      }
    }
  }
}
