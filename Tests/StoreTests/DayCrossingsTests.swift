import Billing
import Database
import Store
import Testing
import WorkEngine

@testable import TestSupport

/// The day roll in SQL against `Tier.of` and `DayRoll` on random items.
@Suite("What the date alone moves")
struct DayCrossingsTests {
  private struct Item {
    var id: Int64
    var tier: Tier
    var lane: Lane
    var safe: Day?
    var legal: Day?
    var followUp: Day?
    var isPinned: Bool

    func tier(on today: Day) -> Tier {
      isPinned ? .pinned : Tier.of(safe: safe, legal: legal, today: today)
    }

    func rollsOn(from today: Day) -> Day? {
      DayRoll.next(
        tier: tier(on: today), lane: lane, safe: safe, legal: legal, followUpOn: followUp,
        on: today)
    }

    /// Whether it wakes or runs out, and must be placed by its facts.
    func needsPlacing(on today: Day) -> Bool {
      let wakes = lane == .waiting && (followUp.map { $0 <= today } ?? false)
      return wakes || (legal.map { $0 < today } ?? false)
    }
  }

  private static let start = Day(rawValue: 20_000)

  /// Items as the placement would have left them on the first day.
  private func items(_ count: Int, _ random: inout SeededRandom) -> [Item] {
    (1...count).map { id in
      let hasLimit = !random.isOne(in: 5)
      let safe = Self.start.adding(days: Int(random.number(-10...120)))
      let legal = max(safe, Self.start).adding(days: Int(random.number(0...9)))
      let isWaiting = random.isOne(in: 3)
      var item = Item(
        id: Int64(id), tier: .later, lane: isWaiting ? .waiting : random.pick([.work, .lead]),
        safe: hasLimit ? safe : nil, legal: hasLimit ? legal : nil,
        followUp: isWaiting ? Self.start.adding(days: Int(random.number(1...60))) : nil,
        isPinned: random.isOne(in: 8))
      item.tier = item.tier(on: Self.start)
      return item
    }
  }

  private func office(_ items: [Item]) throws -> OfficeDatabase {
    let database = try OfficeDatabase.inMemory(migrations: Schema.migrations)
    try database.write { connection in
      for item in items {
        try connection.run(
          """
          INSERT INTO work_item (id, subject_kind, subject_key, queue, lane, tier, safe_day,
            legal_day, balance_cents, expected_cents, reason_code, reason, deadline_reason,
            follow_up_day, rolls_on, reference, patient_name, payer_id, procedure, is_pinned)
          VALUES (?1, 'claim', ?1, 'denials', ?2, ?3, ?4, ?5, ?1, ?1, '', '', '', ?6, ?7, '', '',
            1, '', ?8)
          """, .integer(item.id), SQLValue(item.lane.rawValue), SQLValue(item.tier.rawValue),
          SQLValue(item.safe), SQLValue(item.legal), SQLValue(item.followUp),
          SQLValue(item.rollsOn(from: Self.start)), SQLValue(item.isPinned))
      }
    }
    return database
  }

  private func stored(_ database: OfficeDatabase) throws -> [Int64: (tier: Int64, rolls: Day?)] {
    try database.read { connection in
      let rows = try connection.rows("SELECT id, tier, rolls_on FROM work_item") {
        ($0.int(0), (tier: $0.int(1), rolls: $0.dayOrNil(2)))
      }
      return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
  }

  @Test("SQL and Swift agree on every item, whatever days the office skips", arguments: 1...8)
  func agrees(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let items = items(400, &random)
    let database = try office(items)
    var today = Self.start
    var moved = 0
    for _ in 1...12 {
      today = today.adding(days: Int(random.pick([1, 1, 2, 7, 20])))
      let named = try database.read {
        try DayCrossings.subjectsToPlace(on: today, limit: 1000, in: $0)
      }
      let waiting = items.filter { $0.needsPlacing(on: today) }.map {
        WorkSubject.claim(ClaimID($0.id))
      }
      #expect(Set(named) == Set(waiting), "seed \(seed), \(today)")
      moved += try database.write { try DayCrossings.move(to: today, in: $0) }
      let stored = try stored(database)
      for item in items where !item.needsPlacing(on: today) {
        let now = try #require(stored[item.id])
        #expect(now.tier == Int64(item.tier(on: today).rawValue), "seed \(seed), \(today), \(item)")
        #expect(now.rolls == item.rollsOn(from: today), "seed \(seed), \(today), \(item)")
      }
      #expect(
        try database.read { try QueueTotals.differences(in: $0) } == [], "seed \(seed), \(today)")
    }
    #expect(moved > 0)
  }

  @Test("closed items are left alone")
  func closed() throws {
    var random = SeededRandom(99)
    let items = items(50, &random)
    let database = try office(items)
    try database.write { try $0.run("UPDATE work_item SET is_closed = 1") }
    let later = Self.start.adding(days: 500)
    let moved = try database.write { try DayCrossings.move(to: later, in: $0) }
    #expect(moved == 0)
    let named = try database.read {
      try DayCrossings.subjectsToPlace(on: later, limit: 1000, in: $0)
    }
    #expect(named.isEmpty)
  }
}
