import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// What is coming in so many weeks from this one: special work and rental months.
  ///
  /// - Throws: Any failure of the database.
  package func calendar(weeks: Int) throws -> CalendarBoard {
    let monday = today.adding(days: 1 - today.weekday.rawValue)
    let last = monday.adding(days: max(1, min(weeks, 53)) * 7 - 1)
    return try database.read { connection in
      var entries: [Day: [SpecialKind?: [CalendarRow]]] = [:]
      func add(_ row: CalendarRow, _ kind: SpecialKind?) {
        // What was due before is work of this week.
        let day = max(row.on, today)
        let week = day.adding(days: 1 - day.weekday.rawValue)
        entries[week, default: [:]][kind, default: []].append(row)
      }
      let opened = Day(rawValue: 0)
      for id in try SpecialWorks.open(from: opened, through: last, in: connection) {
        guard let work = try SpecialWorks.find(id, in: connection),
          let patient = try Patients.find(work.due.patient, in: connection)
        else { continue }
        let item = try WorkItems.find(.special(id), in: connection)
          .flatMap { $0.isClosed ? nil : $0.item }
        add(
          CalendarRow(
            on: work.due.dueOn, patient: patient.listName,
            procedure: work.due.items.first?.procedure.description ?? "",
            reason: work.due.reason, expected: work.due.items.map(\.expected).total(),
            item: item?.id, isOpen: item?.lane == .work), work.due.kind)
      }
      try forEachComingMonth(through: last, in: connection) { add($0, nil) }
      return CalendarBoard(
        today: today,
        weeks: stride(from: 0, to: last - monday, by: 7).map { offset in
          let week = monday.adding(days: offset)
          return CalendarWeek(
            monday: week, entries: (entries[week] ?? [:]).map(entry).sorted(by: isBefore))
        })
    }
  }

  /// Rental months that begin after today.
  private func forEachComingMonth(
    through last: Day, in connection: Connection, _ visit: (CalendarRow) -> Void
  ) throws {
    var after = RentalID(0)
    while true {
      let rentals = try Rentals.all(after: after, limit: 500, in: connection)
      for rental in rentals {
        let months = RentalCalendar.months(of: rental, through: last).filter { $0.from > today }
        guard !months.isEmpty, let patient = try Patients.find(rental.patient, in: connection)
        else { continue }
        for month in months {
          visit(
            CalendarRow(
              on: month.from, patient: patient.listName,
              procedure: rental.procedure.description,
              reason: "month \(month.number)" + (rental.capMonths.map { " of \($0)" } ?? ""),
              expected: rental.monthlyCharge, item: nil))
        }
      }
      guard let end = rentals.last, rentals.count == 500 else { return }
      after = end.id
    }
  }

  private func entry(_ kind: SpecialKind?, _ rows: [CalendarRow]) -> CalendarEntry {
    let sorted = rows.sorted { ($0.on, $0.patient) < ($1.on, $1.patient) }
    return CalendarEntry(
      kind: kind, count: rows.count, expected: rows.map(\.expected).total(),
      first: Array(sorted.prefix(20)))
  }

  private func isBefore(_ left: CalendarEntry, _ right: CalendarEntry) -> Bool {
    func place(_ kind: SpecialKind?) -> Int {
      kind.flatMap { SpecialKind.allCases.firstIndex(of: $0) } ?? -1
    }
    return place(left.kind) < place(right.kind)
  }
}
