package import Billing
package import Database
import Store

extension Office {
  /// The office as it would be on another day, in a copy that nobody else sees and that refuses
  /// every change.
  ///
  /// A later day is rolled to as the calendar would. For an earlier one every piece of work is placed
  /// anew from what is known now.
  ///
  /// - Parameters:
  ///   - day: The day to look at.
  ///   - copy: A copy of this office's database.
  /// - Returns: The office in the copy.
  /// - Throws: Any failure of the copy.
  package func look(at day: Day, in copy: OfficeDatabase) throws -> Office {
    let kept = try businessDay()
    let office = Office(
      database: copy, rules: rules, user: user, session: session, today: day, outbox: outbox,
      processes: processes)
    if kept.map({ day < $0 }) ?? false {
      try office.placeEverything()
    } else {
      try office.rollDay(.stated)
    }
    copy.seal(
      "this is a look at \(day): nothing can be decided or read in under another day")
    return office
  }

  /// Places every subject that is there from its facts.
  func placeEverything() throws {
    let subjects = try database.read { connection in
      var subjects: [WorkSubject] = []
      try WorkItems.forEachSubject(in: connection) { listed, _ in
        subjects.append(listed.item.subject)
      }
      let known = Set(subjects)
      return try subjects
        + (Claims.subjects(in: connection) + ChargeAudit.subjects(in: connection))
        .filter { !known.contains($0) }
    }
    let placer = Placer(rules: rules, today: today)
    var rest = subjects[...]
    while !rest.isEmpty {
      let some = rest.prefix(500)
      try database.write { connection in
        for subject in some { try placer.place(subject, in: connection) }
      }
      rest = rest.dropFirst(some.count)
    }
  }
}
