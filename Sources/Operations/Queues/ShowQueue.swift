package import Billing
import Database
package import Desk
import Store

extension Office {
  /// A window of rows of a queue, with the count and the dollars of the whole result.
  ///
  /// - Throws: Any failure of the database.
  package func page(_ request: PageRequest) throws -> QueuePage {
    try page(request, steps: nil)
  }

  /// A window of rows as soon as it is there; count and dollars only where they cost little.
  ///
  /// Where they do not, the page says so: `page(_:)` with the same request brings them.
  ///
  /// - Throws: Any failure of the database.
  package func firstRows(_ request: PageRequest) throws -> QueuePage {
    try page(request, steps: PageTotals.steps)
  }

  private func page(_ request: PageRequest, steps: Int?) throws -> QueuePage {
    let filter = FilterSQL(request.filter, user: user.name, today: today)
    return try database.read { connection in
      let listed = try QueuePages.rows(
        request.queue, lane: request.lane, filter: filter, order: request.order,
        isReversed: request.isReversed, offset: request.offset, limit: request.limit,
        in: connection)
      let page = QueuePage(
        request: request, rows: listed.map { row($0) }, count: request.offset + listed.count,
        expected: .zero, areTotalsKnown: false)
      func complete() throws -> QueuePage {
        try PageTotals.completing(page, filter: filter, on: today, in: connection)
      }
      // Behind the last row nothing says how many there are.
      guard let steps, !listed.isEmpty || request.offset == 0 else { return try complete() }
      return try connection.within(steps: steps, complete) ?? page
    }
  }

  /// Everything a filter leaves, in rank order: what "mark all" marks.
  ///
  /// - Throws: Any failure of the database.
  package func identities(_ request: PageRequest) throws -> [WorkItemID] {
    let filter = FilterSQL(request.filter, user: user.name, today: today)
    return try database.read {
      try QueuePages.identities(
        request.queue, lane: request.lane, filter: filter, limit: 100_000, in: $0)
    }
  }

  /// The items that a person may mean by a word: item number, claim control number, trace number.
  ///
  /// - Throws: Any failure of the database.
  package func find(_ reference: String) throws -> [WorkItemID] {
    try database.read { connection in
      var found = try WorkItems.withReference(reference, in: connection)
      if let number = Int64(reference),
        try WorkItems.find(WorkItemID(number), in: connection) != nil
      {
        found.insert(WorkItemID(number), at: 0)
      }
      return found
    }
  }

  /// A row with what follows from today's date.
  func row(_ listed: WorkItems.Listed) -> QueueRow {
    let daysLeft = listed.item.safe.map { $0 - today }
    let payer = listed.payerName ?? "no payer"
    return QueueRow(
      item: listed.item, reference: listed.reference, patient: listed.patientName,
      payer: payer, procedure: listed.procedure, serviceOn: listed.serviceOn,
      age: listed.serviceOn.map { today - $0 } ?? 0, daysLeft: daysLeft,
      explanation: listed.isClosed
        ? "no work is left" : RankExplanation.text(listed.item, payer: payer, daysLeft: daysLeft))
  }
}

/// What is said of the whole result above its rows.
private enum PageTotals {
  /// What the totals may cost before rows are shown without them, in steps of SQLite's machine: some
  /// fifty thousand items of a filter, or a twentieth of a second.
  static let steps = 1_000_000

  /// The page with the count and the dollars of the whole result.
  static func completing(
    _ page: QueuePage, filter: FilterSQL, on today: Day, in connection: Connection
  ) throws -> QueuePage {
    let request = page.request
    let totals = try QueuePages.totals(
      request.queue, lane: request.lane, filter: filter, in: connection)
    var page = page
    page.count = totals.count
    page.expected = totals.expected
    page.areTotalsKnown = true
    guard request.lane == .work else { return page }
    page.toLose = try MoneyAtStake.of(request.queue, filter: filter, on: today, in: connection)
    if request.queue.isWithPayer { page.toChase = totals.expected - page.toLose }
    return page
  }
}

/// Why an item ranks where it does, in one line.
enum RankExplanation {
  static func text(_ item: WorkItem, payer: String, daysLeft: Int?) -> String {
    var parts: [String] = []
    if item.isPinned { parts.append("pinned by a supervisor") }
    switch (item.tier, daysLeft) {
    case (.expired, _): parts.append("the last legal day has passed")
    case (_, let days?) where days < 0:
      parts.append(
        "\(-days) days past the safe date, the legal date is \(item.legal?.description ?? "unknown")"
      )
    case (_, 0?): parts.append("the safe date is today")
    case (_, let days?): parts.append("\(days) days left")
    // What is pinned has lost its tier, and with it whether a limit is missing or none runs.
    case (.pinned, nil): break
    case (_, nil): parts.append(item.isLimitMissing ? "its limit is not on file" : "no deadline")
    }
    parts.append("\(item.expected) expected")
    parts.append(payer)
    if !item.deadlineReason.isEmpty { parts.append(item.deadlineReason) }
    return parts.joined(separator: ", ")
  }
}
