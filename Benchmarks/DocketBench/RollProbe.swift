import Billing
import Database
import Foundation
import Operations

/// The first program of a new day moves what the date alone moves.
struct RollProbe {
  let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    var lines: [BenchLine] = []
    for (days, name) in [(1, "day roll, the next day"), (7, "day roll, a week later")] {
      lines.append(try line(name, after: days))
    }
    return lines
  }

  private func line(_ name: String, after days: Int) throws -> BenchLine {
    let last = try office.open().database.read { connection in
      try connection.first("SELECT value FROM setting WHERE name = 'day rolled'") { $0.text(0) }
    }
    let today = (last.flatMap { Day($0) } ?? office.options.today).adding(days: days)
    let opened = try office.open(today: today)
    let floor = try floor(opened)
    let (moved, took) = try Stopwatch.time { try opened.rollDay() }
    return BenchLine(
      what: name + " (\(Figure.grouped(Int64(moved))) items move)", measured: Figure.time(took),
      hold: "2 s", floor: "the rows touched \(Figure.time(floor))",
      ratio: Figure.ratio(took, to: floor))
  }

  private struct NotKept: Error {}

  /// How long one bare statement needs to write the rows that will move; it is not kept.
  private func floor(_ office: Office) throws -> Int64 {
    var took: Int64 = 0
    do {
      try office.database.write { connection in
        took = try Stopwatch.time {
          try connection.run(
            """
            UPDATE work_item SET row_version = row_version + 1, rolls_on = rolls_on + 1
            WHERE rolls_on <= ?1 AND is_closed = 0
            """, .integer(Int64(office.today.rawValue)))
        }.nanoseconds
        throw NotKept()
      }
    } catch is NotKept {}
    return took
  }
}
