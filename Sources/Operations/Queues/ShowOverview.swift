import Billing
import Database
package import Desk
import Store

extension Office {
  /// The home screen: every queue with what will be lost this week, and where the money stands.
  ///
  /// - Throws: Any failure of the database.
  package func overview() throws -> Overview {
    try database.read { connection in
      let cells = try QueueTotals.all(in: connection)
      let touches = try Activities.touches(by: nil, on: today, in: connection)
      let mine = try Activities.touches(by: user.name, on: today, in: connection)
      var pace: [Int?] = []
      for back in stride(from: 13, through: 0, by: -1) {
        let day = today.adding(days: -back)
        let count = try Activities.touches(by: user.name, on: day, in: connection).values
          .reduce(0, +)
        pace.append(count == 0 && back > 0 ? nil : count)
      }
      let toLose = try MoneyAtStake.byQueue(on: today, in: connection)
      let queues = try QueueName.inOrder.map { queue in
        try summary(
          of: queue, cells: cells.filter { $0.queue == queue }, done: touches[queue] ?? 0,
          toLose: toLose[queue] ?? .zero, in: connection)
      }
      let payment = try LedgerAudit.payment(in: connection)
      let suspense = try LedgerAudit.keptSuspense(in: connection)
      return Overview(
        today: today, queues: queues, pace: pace, doneToday: mine.values.reduce(0, +),
        resolvedToday: touches.values.reduce(0, +), payment: payment,
        posted: payment - suspense, suspense: suspense,
        unbilled: try ChargeAudit.keptUnbilled(in: connection),
        files: try LedgerAudit.count(of: .file, in: connection),
        claims: try Claims.count(in: connection),
        lastImport: try Files.page(offset: 0, limit: 1, in: connection).first?.file.importedAt)
    }
  }

  private func summary(
    of queue: QueueName, cells: [QueueTotals.Cell], done: Int, toLose: Cents,
    in connection: Connection
  ) throws -> QueueSummary {
    func items(_ lane: Lane, _ tiers: [Tier]? = nil) -> Int {
      cells.filter { $0.lane == lane && (tiers?.contains($0.tier) ?? true) }.map(\.items)
        .reduce(0, +)
    }
    func money(_ lane: Lane, _ tiers: [Tier]? = nil) -> Cents {
      cells.filter { $0.lane == lane && (tiers?.contains($0.tier) ?? true) }.map(\.expected)
        .total()
    }
    let extremes = try QueueTotals.extremes(of: queue, in: connection)
    return QueueSummary(
      queue: queue, open: items(.work), dueThisWeek: items(.work, [.week]),
      atRisk: money(.work, [.week, .twoWeeks]), expected: money(.work),
      nextDue: extremes.nextDue, oldestDays: extremes.oldest.map { today - $0 },
      waiting: items(.waiting), withLead: items(.lead), expired: items(.expired),
      expiredCents: money(.expired), doneToday: done, toLose: toLose,
      toChase: queue.isWithPayer ? money(.work) - toLose : .zero)
  }
}
