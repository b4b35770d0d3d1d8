import Billing
import Database
import Testing

@testable import Store
@testable import TestSupport

/// Filters are read by what is indexed; the plain reading of every row must give the same.
@Suite("Filters by index") struct FilterReadingTests {
  private static let today = Day(rawValue: 20_000)
  private static let user = "ana"

  /// An office with many items of every kind, some of them with odd texts.
  private func office() throws -> WholeOffice {
    let office = try WholeOffice()
    var random = SeededRandom(0x0DD)
    try office.database.write { connection in
      let payers = try ["SAMPLE HEALTH", "Élan Mutual", "100% CARE_PLAN"].map {
        try Payers.insert(
          name: $0, identifier: $0, family: random.isOne(in: 2) ? .commercial : .medicaid,
          ruleKey: nil, state: nil, in: connection
        ).id
      }
      for number in 1...1_500 {
        let kind = random.pick(["claim", "claim", "charge", "order", "special"])
        try connection.run(
          """
          INSERT INTO work_item (subject_kind, subject_key, queue, lane, tier, safe_day, legal_day,
            balance_cents, expected_cents, reason_code, reason, deadline_reason, follow_up_day,
            reference, patient_name, payer_id, procedure, service_day, owner, touched_day,
            lease_user, lease_session, lease_expires, is_closed)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, '', ?12, ?13, ?14, ?15, ?16, ?17,
            ?18, ?19, ?20, ?21, ?22, ?23)
          """, Self.values(number, kind, payers, &random))
      }
      // Of these subjects other tables know something: holds, orderers, kinds of special work.
      for (kind, key) in [
        ("charge", office.charge.rawValue), ("order", office.order.rawValue),
        ("special", office.special.rawValue),
      ] {
        try connection.run(
          """
          UPDATE work_item SET subject_key = ?2, queue = 'holds', lane = 0, is_closed = 0
          WHERE id = (SELECT min(id) FROM work_item WHERE subject_kind = ?1)
          """, .text(kind), .integer(key))
      }
    }
    return office
  }

  private static func values(
    _ number: Int, _ kind: String, _ payers: [PayerID], _ random: inout SeededRandom
  ) -> [SQLValue] {
    func day(_ span: ClosedRange<Int64>, _ random: inout SeededRandom) -> SQLValue {
      random.isOne(in: 5) ? .null : .integer(20_000 + random.number(span))
    }
    let holder = random.pick(["ana", "Ana", "anatole", "bob", "", "", "", ""])
    let lease = random.pick(["ana", "bob", "", "", "", "", "", ""])
    return [
      .text(kind), .integer(Int64(number) + 100_000),
      .text(random.pick(["denials", "ar-follow-up", "holds"])),
      .integer(random.pick([0, 0, 0, 1, 2, 3])), .integer(random.number(0...7)),
      day(-40...60, &random), day(-40...90, &random), .integer(random.number(-500...90_000)),
      .integer(random.number(0...400)),
      .text(random.pick(["CO-16 N1", "co-50", "PR-1", "É-1", "_%!"])),
      .text(random.pick(["Not covered.", "Sent on 2026-08-03.", "100% wrong", "élan"])),
      day(-5...30, &random), .text(random.pick(["W", "w", "A1_", "Ä9", "%"]) + String(number)),
      .text(random.pick(["DOE, JANE", "Doe, John", "MUÑOZ, JOSÉ", "MADOERA, X", ""])),
      random.isOne(in: 6) ? .null : SQLValue(random.pick(payers)),
      .text(random.pick(["E0601 RR", "e1390", "K0001 +2", "A7034", ""])), day(-900...0, &random),
      holder.isEmpty ? .null : .text(holder), day(-30...0, &random),
      lease.isEmpty ? .null : .text(lease), lease.isEmpty ? .null : .text(lease + "-1"),
      lease.isEmpty ? .null : .integer(9), .integer(random.isOne(in: 4) ? 1 : 0),
    ]
  }

  // MARK: The two readings

  private struct Reading: Equatable {
    var rows: [WorkItems.Listed]
    var identities: [WorkItemID]
    var count: Int
    var expected: Cents
  }

  private struct Question {
    var queue: QueueName
    var lane: Lane
    var filter: WorkFilter
    var order = WorkOrder.rank
    var isReversed = false
    var offset = 0
    var limit = 40
  }

  private func quick(_ ask: Question, _ connection: Connection) throws -> Reading {
    let filter = FilterSQL(ask.filter, user: Self.user, today: Self.today)
    let totals = try QueuePages.totals(
      ask.queue, lane: ask.lane, filter: filter, in: connection)
    return Reading(
      rows: try QueuePages.rows(
        ask.queue, lane: ask.lane, filter: filter, order: ask.order, isReversed: ask.isReversed,
        offset: ask.offset, limit: ask.limit, in: connection),
      identities: try QueuePages.identities(
        ask.queue, lane: ask.lane, filter: filter, limit: 10_000, in: connection),
      count: totals.count, expected: totals.expected)
  }

  private func plain(_ ask: Question, _ connection: Connection) throws -> Reading {
    let filter = PlainFilterSQL(ask.filter, user: Self.user, today: Self.today)
    let condition = """
      WHERE work_item.queue = ?1 AND work_item.lane = ?2 AND work_item.is_closed = 0
      \(filter.text(numberedFrom: 3))
      """
    let arguments: [SQLValue] =
      [.text(ask.queue.rawValue), SQLValue(ask.lane.rawValue)] + filter.arguments
    let columns = Self.columns(ask.order, isReversed: ask.isReversed)
    let all = try connection.rows(
      """
      SELECT \(WorkItems.columns) FROM work_item NOT INDEXED
      LEFT JOIN payer ON payer.id = work_item.payer_id \(condition) ORDER BY \(columns)
      """, arguments, { try WorkItems.listed(from: $0) })
    let ranked = all.sorted {
      ($0.item.tier.rawValue, -$0.item.expected.rawValue, $0.item.id.rawValue)
        < ($1.item.tier.rawValue, -$1.item.expected.rawValue, $1.item.id.rawValue)
    }
    return Reading(
      rows: Array(all.dropFirst(ask.offset).prefix(ask.limit)), identities: ranked.map(\.item.id),
      count: all.count, expected: all.map(\.item.expected).total())
  }

  private static func columns(_ order: WorkOrder, isReversed: Bool) -> String {
    let (down, up) = isReversed ? ("ASC", "DESC") : ("DESC", "ASC")
    let money = "work_item.expected_cents \(down), work_item.id \(up)"
    return switch order {
    case .rank: "work_item.tier \(up), \(money)"
    case .balance: "work_item.balance_cents \(down), work_item.id \(up)"
    case .due: "work_item.safe_day \(up) NULLS LAST, \(money)"
    case .age: "work_item.service_day \(up) NULLS LAST, work_item.id \(up)"
    case .payer: "payer.name \(up) NULLS LAST, \(money)"
    case .patient: "work_item.patient_name \(up), work_item.id \(up)"
    }
  }

  // MARK: Filters

  private static let words = [
    "doe", "DOE", "é", "É", "ñ", "w1", "W", "a1_", "100%", "_", "!", "co-", "%", "élan", "x", "12",
    "sample", "nobody at all", "e0601", "ana", "billing", "manual", "resupply", "sample, d",
  ]

  private static func field(_ random: inout SeededRandom) -> WorkFilter {
    let field = random.pick(FilterField.allCases)
    var comparison = FilterComparison.has
    var values: [FilterValue] = []
    let compares = random.isOne(in: 2)
    func compared(_ random: inout SeededRandom) -> FilterComparison {
      random.pick([.has, .greater, .greaterOrEqual, .less, .lessOrEqual])
    }
    for _ in 0...(random.isOne(in: 3) ? 1 : 0) {
      switch field {
      case .payer, .code, .patient, .claim, .owner, .reason, .procedure, .team, .type, .prescriber:
        values.append(.text(random.pick(words)))
      case .status: values.append(.text(random.pick(["open", "wait", "lead", "exp", "?"])))
      case .age: values.append(.number(Int(random.number(0...999))))
      case .tier: values.append(.number(Int(random.number(0...7))))
      case .balance, .expected: values.append(.cents(Cents(random.number(-10...90_000))))
      case .dos: values.append(.day(Day(rawValue: Int32(19_000 + random.number(0...1_100)))))
      case .due, .touched, .followup:
        values.append(.day(Day(rawValue: Int32(19_960 + random.number(0...100)))))
      }
    }
    let isOrdered: Bool =
      switch field {
      case .age, .balance, .expected, .dos, .due, .touched, .tier, .followup: true
      default: false
      }
    if isOrdered, compares {
      comparison = compared(&random)
      values = [values[0]]
    }
    return .field(field, comparison, values)
  }

  private static func filter(_ depth: Int, _ random: inout SeededRandom) -> WorkFilter {
    switch depth > 0 ? random.number(0...8) : random.number(0...5) {
    case 0: .word(random.pick(words))
    case 1: random.pick([.mine, .unclaimed, .everything])
    case 6: .not(filter(depth - 1, &random))
    case 7: .all((0...random.number(0...2)).map { _ in filter(depth - 1, &random) })
    case 8: .any((0...random.number(0...2)).map { _ in filter(depth - 1, &random) })
    default: field(&random)
    }
  }

  @Test("every filter, lane, order and window gives what the plain reading gives")
  func same() throws {
    let office = try office()
    var random = SeededRandom(0xF117E4)
    var found = 0
    try office.database.read { connection in
      for number in 0..<1_200 {
        var ask = Question(
          queue: random.pick([.denials, .followUp, .holds]), lane: random.pick(Lane.allCases),
          filter: Self.filter(number % 4, &random))
        ask.order = random.pick(WorkOrder.allCases)
        ask.isReversed = random.isOne(in: 3)
        ask.offset = random.pick([0, 0, 0, 7, 90])
        let plain = try plain(ask, connection)
        #expect(try quick(ask, connection) == plain, "\(ask)")
        found += plain.rows.count
      }
    }
    // The filters are not all of them empty.
    #expect(found > 5_000)
  }

  @Test("every field by itself gives what the plain reading gives", arguments: FilterField.allCases)
  func fields(_ field: FilterField) throws {
    let office = try office()
    var random = SeededRandom(UInt64(field.rawValue.utf8.reduce(0) { $0 * 31 + Int($1) }))
    try office.database.read { connection in
      var asked = 0
      while asked < 60 {
        let filter = Self.field(&random)
        guard case .field(field, _, _) = filter else { continue }
        asked += 1
        for queue in [QueueName.denials, .holds] {
          let ask = Question(queue: queue, lane: .work, filter: filter)
          let plain = try plain(ask, connection)
          #expect(try quick(ask, connection) == plain, "\(filter)")
        }
      }
    }
  }

  // MARK: The way

  private func plan(_ filter: WorkFilter, _ connection: Connection) throws -> String {
    let sql = FilterSQL(filter, user: Self.user, today: Self.today)
    let selection = try QueueSelection(.denials, lane: .work, filter: sql, in: connection)
    return try connection.rows(
      """
      EXPLAIN QUERY PLAN SELECT work_item.id FROM \(selection.table)
      WHERE \(selection.condition)
      ORDER BY work_item.tier, work_item.expected_cents DESC, work_item.id LIMIT 50
      """, selection.arguments
    ) { $0.text(3) }.joined(separator: "\n")
  }

  @Test("no field of a filter needs the rows of a queue, or to sort them")
  func covered() throws {
    let office = try office()
    var random = SeededRandom(7)
    try office.database.read { connection in
      for _ in 0..<400 {
        let filter = Self.filter(0, &random)
        let plan = try plan(filter, connection)
        let isByKey = plan.contains("SEARCH work_item USING INTEGER PRIMARY KEY")
        let isByRank = plan.contains("SEARCH work_item USING COVERING INDEX work_item_rank")
        #expect(isByKey != isByRank, "\(filter): \(plan)")
        #expect(isByKey || !plan.contains("USE TEMP B-TREE FOR ORDER BY"), "\(filter): \(plan)")
      }
    }
  }

  @Test(
    "a number typed letter by letter goes by its beginning as soon as few have it",
    arguments: [("w", false), ("w1", true), ("w14", true), ("w1499", true), ("nothing", true)])
  func prefix(text: String, isLookedUp: Bool) throws {
    let office = try office()
    try office.database.write { connection in
      // More than are looked up one by one.
      try connection.run("UPDATE work_item SET reference = 'W' || reference WHERE id % 2 = 0")
      try connection.run(
        "UPDATE work_item SET reference = 'W9' || id WHERE reference NOT LIKE 'W%'")
    }
    try office.database.read { connection in
      let plan = try plan(.field(.claim, .has, [.text(text)]), connection)
      #expect(plan.contains("work_item_reference") == isLookedUp, "\(plan)")
    }
  }
}
