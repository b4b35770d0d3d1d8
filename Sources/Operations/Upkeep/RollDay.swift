import Billing
import Database
import Store

extension Office {
  /// Moves what the date alone moves, once a day, by whoever comes first.
  ///
  /// - Returns: How many items moved; 0 where the day was rolled before.
  /// - Throws: Any failure of the database.
  @discardableResult
  package func rollDay() throws -> Int {
    let name = "day rolled"
    let rolled = try database.read { try Settings.value(name, in: $0) }.flatMap { Day($0) }
    guard rolled.map({ $0 < today }) ?? true else { return 0 }
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
    moved += try OrderDayRoll(office: self).run()
    try recoverOutbox()
    return try database.write { connection in
      moved += try DayCrossings.move(to: today, in: connection)
      try Settings.set(name, to: today.description, in: connection)
      return moved
    }
  }
}
