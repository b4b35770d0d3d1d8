import Billing
import Cells
import Desk

/// Delivered orders, narrowed by number or patient and by standing.
struct OrdersScreen: Equatable, Sendable {
  /// Begins the order number or the patient's name; empty for all.
  var text = ""
  /// nil for all.
  var standing: OrderStanding?
  var list = WindowedList<OrderRow>()
  var scrolled = 0

  func query(offset: Int, limit: Int) -> OrderQuery {
    OrderQuery(text: text, standing: standing, offset: offset, limit: limit)
  }

  /// Order of the tabs; all orders first.
  static let standings: [OrderStanding?] = [
    nil, .delivered, .returned, .open, .confirmed, .cancelled,
  ]
}

/// One order that waits in no queue.
struct OrderScreen: Equatable, Sendable {
  var order: OrderID
  var number: String
  var detail: OrderDetail?
  var scrolled = 0
}

/// What is ready to go out, and what went.
struct TransmissionScreen: Equatable, Sendable {
  var board: TransmissionBoard?
  var list = WindowedList<SendingGroup>()
}

/// What the calendar brings.
struct CalendarScreen: Equatable, Sendable {
  var board: CalendarBoard?
  /// The week under the cursor, from its Monday; nil for the first.
  var monday: Day?
  /// Where the cursor is: 0 the weeks, 1 the rows of the week.
  var pane = 0
  var row = 0

  static let weeks = 8

  var weekIndex: Int {
    guard let board, let monday else { return 0 }
    return board.weeks.firstIndex { $0.monday == monday } ?? 0
  }

  var week: CalendarWeek? {
    guard let board, board.weeks.indices.contains(weekIndex) else { return nil }
    return board.weeks[weekIndex]
  }

  /// The first rows of the week, nearest first, each with its kind.
  var rows: [(kind: SpecialKind?, row: CalendarRow)] {
    let all = (week?.entries ?? []).flatMap { entry in
      entry.first.map { (kind: entry.kind, row: $0) }
    }
    return all.enumerated().sorted { left, right in
      (left.element.row.on, left.offset) < (right.element.row.on, right.offset)
    }.map(\.element)
  }

  var cursorRow: CalendarRow? {
    let rows = rows
    guard pane == 1, rows.indices.contains(row) else { return nil }
    return rows[row].row
  }
}

/// Open holds by one of four columns.
struct HoldsReportScreen: Equatable, Sendable {
  enum Column: CaseIterable, Sendable {
    case team, type, payer, prescriber
  }

  var report: HoldsReport?
  var column = Column.team
  var list = WindowedList<HoldsRow>()

  var rows: [HoldsRow] {
    guard let report else { return [] }
    return switch column {
    case .team: report.byTeam
    case .type: report.byType
    case .payer: report.byPayer
    case .prescriber: report.byPrescriber
    }
  }
}

/// Why orders were returned.
struct OrderProblemsScreen: Equatable, Sendable {
  var from: Day
  var through: Day
  var report: OrderProblemsReport?
  var list = WindowedList<OrderProblemRow>()
}

extension OrderRow: ListRow { var listID: OrderID { id } }
extension SendingGroup: ListRow { var listID: PayerID { payer } }
extension HoldsRow: ListRow { var listID: String { name } }
extension OrderProblemRow: ListRow { var listID: OrderProblemCause { cause } }
