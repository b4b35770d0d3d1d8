package import Billing
import Database
import Store

extension Office {
  /// Moves what the date alone moves, once a day, by whoever comes first.
  ///
  /// - Parameter cause: Why the office comes to this day.
  /// - Returns: How many items moved; 0 where the day was rolled before.
  /// - Throws: Any failure of the database.
  @discardableResult
  package func rollDay(_ cause: DayTurnCause = .clock) throws -> Int {
    try placePatientsOnce()
    guard try businessDay().map({ $0 < today }) ?? true else { return 0 }
    var moved = 0
    // Items that wake or expire need their facts; a few at a time, so that others get their turn.
    while true {
      let placed = try database.write { connection in
        let subjects = try DayCrossings.subjectsToPlace(on: today, limit: 500, in: connection)
        let placer = Placer(rules: rules, today: today)
        for subject in subjects { try placer.place(subject, in: connection) }
        return subjects.count
      }
      moved += placed
      if placed < 500 { break }
    }
    let charges = try OrderDayRoll(office: self).run()
    return try database.write { connection in
      let crossed = try DayCrossings.move(to: today, in: connection)
      // Another program may have turned it meanwhile: it is written down once.
      if try BusinessDay.kept(in: connection).map({ $0 < today }) ?? true {
        try BusinessDay.turn(
          self, to: today, cause: cause, charges: charges, items: moved + crossed, in: connection)
      }
      return moved + charges + crossed
    }
  }
}
