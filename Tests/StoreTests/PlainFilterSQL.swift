import Billing
import Database

@testable import Store

/// A filter as a condition that asks every row of a queue, one after the other and by no index: the
/// second reading by which the quick one is judged.
struct PlainFilterSQL: Sendable {
  private var pieces: [Piece] = []

  private enum Piece: Sendable {
    case text(String)
    case argument(SQLValue)
  }

  /// The condition that says what the filter says, for this user on this day.
  init(_ filter: WorkFilter, user: String, today: Day) {
    guard filter != .everything else { return }
    pieces.append(.text(" AND "))
    add(filter, user: user, today: today)
  }

  /// The condition with its arguments numbered from `first`; empty, or beginning with AND.
  func text(numberedFrom first: Int) -> String {
    var number = first
    return pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .argument:
        defer { number += 1 }
        return "?\(number)"
      }
    }.joined()
  }

  var arguments: [SQLValue] {
    pieces.compactMap { piece in
      guard case .argument(let value) = piece else { return nil }
      return value
    }
  }

  private mutating func add(_ filter: WorkFilter, user: String, today: Day) {
    switch filter {
    case .everything: pieces.append(.text("TRUE"))
    case .word(let word): addWord(word)
    case .field(let field, let comparison, let values):
      add(values, between: " OR ") { filter, value in
        filter.addField(field, comparison, value, today: today)
      }
    case .mine:
      pieces += [.text("(lease_user = "), .argument(.text(user)), .text(" OR owner = ")]
      pieces += [.argument(.text(user)), .text(")")]
    case .unclaimed: pieces.append(.text("(lease_user IS NULL AND owner IS NULL)"))
    case .not(let inner):
      // What has no value at all is not like the value either: NULL must not drop the row.
      pieces.append(.text("NOT coalesce(("))
      add(inner, user: user, today: today)
      pieces.append(.text("), FALSE)"))
    case .all(let filters):
      add(filters, between: " AND ") { $0.add($1, user: user, today: today) }
    case .any(let filters):
      add(filters, between: " OR ") { $0.add($1, user: user, today: today) }
    }
  }

  private mutating func add<Part>(
    _ parts: [Part], between word: String, _ body: (inout PlainFilterSQL, Part) -> Void
  ) {
    guard !parts.isEmpty else {
      pieces.append(.text("TRUE"))
      return
    }
    pieces.append(.text("("))
    for (index, part) in parts.enumerated() {
      if index > 0 { pieces.append(.text(word)) }
      body(&self, part)
    }
    pieces.append(.text(")"))
  }

  private mutating func addWord(_ word: String) {
    let columns = ["reference", "patient_name", "reason_code", "reason", "procedure"]
    pieces.append(.text("("))
    for column in columns {
      addLike("work_item." + column, "%" + PlainFilterSQL.literal(word) + "%")
      pieces.append(.text(" OR "))
    }
    addPayer("%" + PlainFilterSQL.literal(word) + "%")
    pieces.append(.text(")"))
  }

  private mutating func addField(
    _ field: FilterField, _ comparison: FilterComparison, _ value: FilterValue, today: Day
  ) {
    switch field {
    case .payer: addPayer("%" + PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .code:
      addLike(
        "work_item.reason_code", "%" + PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .reason:
      addLike("work_item.reason", "%" + PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .patient:
      addLike(
        "work_item.patient_name", "%" + PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .claim:
      addLike("work_item.reference", PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .procedure:
      addLike("work_item.procedure", PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .owner:
      addLike(
        "coalesce(work_item.owner, work_item.lease_user, '')",
        PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .status:
      let word = PlainFilterSQL.word(value).lowercased()
      let lane = Lane.allCases.first { $0.title.hasPrefix(word) }
      pieces += [.text("work_item.lane = "), .argument(SQLValue(lane?.rawValue ?? -1))]
    case .team: addHold("hold.team", PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .type:
      let pattern = PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%"
      pieces.append(.text("("))
      addHold("hold.type", pattern)
      pieces.append(
        .text(
          """
           OR (work_item.subject_kind = 'special' AND work_item.subject_key IN (
            SELECT id FROM special_work WHERE kind LIKE
          """))
      pieces += [.text(" "), .argument(.text(pattern.lowercased())), .text(" ESCAPE '!')))")]
    case .prescriber: addPrescriber(PlainFilterSQL.literal(PlainFilterSQL.word(value)) + "%")
    case .balance: compare("work_item.balance_cents", comparison, value)
    case .expected: compare("work_item.expected_cents", comparison, value)
    case .dos: compare("work_item.service_day", comparison, value)
    case .due: compare("work_item.safe_day", comparison, value)
    case .touched: compare("coalesce(work_item.touched_day, 0)", comparison, value)
    case .followup: compare("work_item.follow_up_day", comparison, value)
    case .tier: compare("work_item.tier", comparison, value)
    case .age:
      // Older means an earlier day of service.
      pieces += [.text("("), .argument(SQLValue(today)), .text(" - work_item.service_day)")]
      finish(comparison, value)
    }
  }

  private mutating func compare(
    _ column: String, _ comparison: FilterComparison, _ value: FilterValue
  ) {
    pieces.append(.text(column))
    finish(comparison, value)
  }

  private mutating func finish(_ comparison: FilterComparison, _ value: FilterValue) {
    let sign =
      switch comparison {
      case .has: " = "
      case .greater: " > "
      case .greaterOrEqual: " >= "
      case .less: " < "
      case .lessOrEqual: " <= "
      }
    pieces += [.text(sign), .argument(PlainFilterSQL.number(value))]
  }

  private mutating func addLike(_ column: String, _ pattern: String) {
    pieces += [
      .text("lower(\(column)) LIKE "), .argument(.text(pattern.lowercased())),
      .text(" ESCAPE '!'"),
    ]
  }

  private mutating func addPayer(_ pattern: String) {
    pieces += [
      .text("work_item.payer_id IN (SELECT id FROM payer WHERE lower(name || ' ' || family) LIKE "),
      .argument(.text(pattern.lowercased())), .text(" ESCAPE '!')"),
    ]
  }

  /// A charge with an open hold, its own or of its agreement, of which a column is like this.
  private mutating func addHold(_ column: String, _ pattern: String) {
    pieces.append(
      .text(
        """
        (work_item.subject_kind = 'charge' AND work_item.subject_key IN (
          SELECT charge.id FROM hold JOIN charge
            ON charge.id = hold.charge_id OR charge.rental_id = hold.rental_id
          WHERE hold.released_day IS NULL AND hold.is_withdrawn = 0 AND
        """))
    pieces.append(.text(" "))
    addLike(column, pattern)
    pieces.append(.text("))"))
  }

  /// An order or a charge that this practitioner ordered.
  private mutating func addPrescriber(_ pattern: String) {
    let orders = """
      SELECT sales_order.id FROM sales_order
      JOIN prescriber ON prescriber.id = sales_order.prescriber_id WHERE
      """
    pieces.append(.text("((work_item.subject_kind = 'order' AND work_item.subject_key IN ("))
    pieces.append(.text(orders + " "))
    addLike("prescriber.last_name || ', ' || prescriber.first_name", pattern)
    pieces.append(
      .text(
        ")) OR (work_item.subject_kind = 'charge' AND work_item.subject_key IN ("
          + "SELECT id FROM charge WHERE order_id IN (" + orders + " "))
    addLike("prescriber.last_name || ', ' || prescriber.first_name", pattern)
    pieces.append(.text("))))"))
  }

  private static func word(_ value: FilterValue) -> String {
    switch value {
    case .text(let text): text
    case .cents(let amount): String(amount.rawValue)
    case .number(let number): String(number)
    case .day(let day): day.description
    }
  }

  private static func number(_ value: FilterValue) -> SQLValue {
    switch value {
    case .text(let text): .text(text)
    case .cents(let amount): SQLValue(amount)
    case .number(let number): SQLValue(number)
    case .day(let day): SQLValue(day)
    }
  }

  private static func literal(_ word: String) -> String {
    var result = ""
    for character in word {
      if "%_!".contains(character) { result.append("!") }
      result.append(character)
    }
    return result
  }
}
