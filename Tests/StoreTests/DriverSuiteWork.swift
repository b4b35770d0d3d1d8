import Billing
import Database
import Testing

@testable import Store

/// What the queues ask of any database.
@Suite("Any driver: queues, leases and totals")
struct DriverSuiteWork {
  private static let now = Timestamp(rawValue: 1_768_910_400_000)
  private static let end = Timestamp(rawValue: now.rawValue + 900_000)

  /// Items 1, 2, 3… in Denials, each worth its number of dollars; the last has no payer.
  private func fill(_ count: Int64, _ connection: Connection) throws -> [WorkItemID] {
    let payer = try Payers.insert(
      name: "SAMPLE_HEALTH 100%", identifier: "S", family: .commercial, ruleKey: nil, state: nil,
      in: connection)
    return try (1...count).map { number in
      var placement = WholeOffice.placement
      placement.expected = Cents(number * 100)
      let subject = WorkSubject.claim(ClaimID(number))
      try WorkItems.save(
        placement, of: subject,
        label: WorkItems.Label(
          reference: "A\(number)", patientName: "SAMPLE, \(number)",
          payer: number == count ? nil : payer.id, procedure: "E0601",
          serviceOn: number == 1 ? nil : WholeOffice.day), rollsOn: nil, in: connection)
      return try #require(try WorkItems.find(subject, in: connection)).item.id
    }
  }

  private func take(
    _ session: String, limit: Int, at now: Timestamp = now, _ connection: Connection
  ) throws -> [WorkItemID] {
    try Leases.takeNext(
      .denials, filter: .none, user: session, session: session, now: now, expires: Self.end,
      limit: limit, in: connection)
  }

  @Test("the next item is the most worth, and nobody gets what another has", arguments: Driver.all)
  func taking(_ driver: Driver) throws {
    let empty = try driver.empty()
    let items = try empty.database.write { try fill(5, $0) }
    let first = try empty.database.write { try take("ana", limit: 2, $0) }
    let second = try empty.database.write { try take("ben", limit: 9, $0) }
    #expect(Set(first) == [items[4], items[3]])
    #expect(Set(second) == [items[0], items[1], items[2]])
    #expect(try empty.database.write { try take("cy", limit: 9, $0) } == [])
    // A lease that ran out is free, and its fence rises.
    let later = Timestamp(rawValue: Self.end.rawValue + 1)
    #expect(try empty.database.write { try take("cy", limit: 9, at: later, $0) }.count == 5)
    #expect(try empty.database.read { try WorkItems.find(items[4], in: $0) }?.fence == 2)
  }

  @Test("a decision is saved under its fence and version alone", arguments: Driver.all)
  func fence(_ driver: Driver) throws {
    let empty = try driver.empty()
    let items = try empty.database.write { try fill(1, $0) }
    _ = try empty.database.write { try take("ana", limit: 1, $0) }
    func save(_ version: Int64, _ fence: Int64, _ session: String) throws -> Bool {
      try empty.database.write {
        try Leases.claimForSaving(
          items[0], rowVersion: version, fence: fence, session: session, now: Self.now, in: $0)
      }
    }
    #expect(try !save(2, 1, "ana"))
    #expect(try !save(1, 2, "ana"))
    #expect(try !save(1, 1, "ben"))
    #expect(try save(1, 1, "ana"))
    #expect(try !save(1, 1, "ana"))
  }

  @Test("totals follow every placing, moving and closing", arguments: Driver.all)
  func totals(_ driver: Driver) throws {
    let empty = try driver.empty()
    try empty.database.write { connection in
      _ = try fill(3, connection)
      func cells() throws -> [[Int64]] {
        #expect(try QueueTotals.differences(in: connection) == [])
        return try QueueTotals.all(in: connection).map {
          [Int64($0.lane.rawValue), Int64($0.items), $0.expected.rawValue]
        }
      }
      #expect(try cells() == [[0, 3, 600]])
      try WorkItems.close(.claim(ClaimID(1)), in: connection)
      #expect(try cells() == [[0, 2, 500]])
      try WorkItems.close(.claim(ClaimID(1)), in: connection)
      #expect(try QueueTotals.open(in: connection) == 2)
      var placement = WholeOffice.placement
      placement.lane = .waiting
      let label = WorkItems.Label(
        reference: "A1", patientName: "SAMPLE", payer: nil, procedure: "", serviceOn: nil)
      try WorkItems.save(
        placement, of: .claim(ClaimID(1)), label: label, rollsOn: nil, onlyIfMoved: true,
        in: connection)
      #expect(try cells() == [[0, 2, 500], [3, 1, 800]])
    }
  }

  @Test(
    "what is closed stands in no list and opens again where its facts bring it",
    arguments: Driver.all)
  func closing(_ driver: Driver) throws {
    let empty = try driver.empty()
    try empty.database.write { connection in
      let items = try fill(1, connection)
      let subject = WorkSubject.claim(ClaimID(1))
      try WorkItems.close(subject, in: connection)
      let closed = try #require(try WorkItems.find(subject, in: connection))
      #expect(closed.isClosed)
      #expect(closed.item.lane == .work)
      #expect(try page(.none, connection) == [])
      #expect(try take("ana", limit: 1, connection) == [])
      try WorkItems.save(
        WholeOffice.placement, of: subject,
        label: WorkItems.Label(
          reference: "A1", patientName: "SAMPLE, 1", payer: nil, procedure: "E0601",
          serviceOn: nil), rollsOn: nil, onlyIfMoved: true, in: connection)
      let open = try #require(try WorkItems.find(items[0], in: connection))
      #expect(!open.isClosed)
      #expect(open.item.rowVersion == closed.item.rowVersion + 1)
    }
  }

  private func page(
    _ filter: FilterSQL, order: WorkOrder = .rank, isReversed: Bool = false,
    _ connection: Connection
  ) throws -> [String] {
    try QueuePages.rows(
      .denials, lane: .work, filter: filter, order: order, isReversed: isReversed, offset: 0,
      limit: 50, in: connection
    ).map(\.reference)
  }

  @Test(
    "lists keep their order; what has no day and no payer comes last either way",
    arguments: Driver.all)
  func order(_ driver: Driver) throws {
    let empty = try driver.empty()
    try empty.database.write { _ = try fill(3, $0) }
    let cases: [(WorkOrder, isReversed: Bool, [String])] = [
      (.rank, false, ["A3", "A2", "A1"]), (.age, false, ["A2", "A3", "A1"]),
      (.age, true, ["A3", "A2", "A1"]), (.payer, false, ["A2", "A1", "A3"]),
      (.payer, true, ["A1", "A2", "A3"]),
    ]
    for (order, isReversed, expected) in cases {
      let found = try empty.database.read {
        try page(.none, order: order, isReversed: isReversed, $0)
      }
      #expect(found == expected, "\(order), reversed: \(isReversed)")
    }
  }

  @Test(
    "filters take signs of patterns as they are, and what has no value is not like it",
    arguments: Driver.all)
  func filters(_ driver: Driver) throws {
    let empty = try driver.empty()
    try empty.database.write { _ = try fill(3, $0) }
    let cases: [(WorkFilter, [String])] = [
      (.everything, ["A3", "A2", "A1"]), (.word("sample_h"), ["A2", "A1"]),
      (.word("samplexh"), []), (.word("100%"), ["A2", "A1"]), (.word("%"), ["A2", "A1"]),
      (.field(.claim, .has, [.text("a2")]), ["A2"]),
      (.field(.expected, .greaterOrEqual, [.cents(Cents(200))]), ["A3", "A2"]),
      (.field(.dos, .has, [.day(WholeOffice.day)]), ["A3", "A2"]),
      (.not(.field(.dos, .has, [.day(WholeOffice.day)])), ["A1"]),
      (.not(.field(.payer, .has, [.text("sample")])), ["A3"]),
      (.unclaimed, ["A3", "A2", "A1"]), (.mine, []), (.not(.everything), []),
      (.all([.word("sample"), .field(.claim, .has, [.text("A1")])]), ["A1"]),
    ]
    try empty.database.read { connection in
      for (filter, expected) in cases {
        let sql = FilterSQL(filter, user: "ana", today: WholeOffice.day)
        #expect(try page(sql, connection) == expected, "\(filter)")
        let totals = try QueuePages.totals(.denials, lane: .work, filter: sql, in: connection)
        #expect(totals.count == expected.count, "\(filter)")
      }
    }
  }
}
