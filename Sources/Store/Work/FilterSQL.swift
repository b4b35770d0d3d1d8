package import Billing
package import Database

/// A filter as a condition with arguments; no word of a filter ever becomes SQL text.
///
/// It asks of an item only what the ranking index holds (`Schema.filters`), so that a queue can be
/// gone through without its rows; what other tables know is asked of them once, as a set of items.
package struct FilterSQL: Sendable {
  private var pieces: [Piece] = []
  /// Few rows among which all that the filter leaves must be, where it says so.
  private(set) var candidates: [Candidates] = []

  private enum Piece: Sendable {
    case text(String)
    case argument(SQLValue)
  }

  package static let none = FilterSQL()

  private init() {}

  /// The condition that says what the filter says, for this user on this day.
  package init(_ filter: WorkFilter, user: String, today: Day) {
    guard filter != .everything else { return }
    pieces.append(.text(" AND "))
    add(filter, user: user, today: today)
    candidates = Candidates.all(of: filter, user: user, today: today)
  }

  /// Whether it lets everything through.
  var isEverything: Bool { pieces.isEmpty }

  /// The condition with its arguments numbered from `first`; empty, or beginning with AND.
  package func text(numberedFrom first: Int) -> String {
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

  package var arguments: [SQLValue] {
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
      pieces += [.text("(work_item.lease_user = "), .argument(.text(user))]
      pieces.append(.text(" OR work_item.owner = "))
      pieces += [.argument(.text(user)), .text(")")]
    case .unclaimed:
      pieces.append(.text("(work_item.lease_user IS NULL AND work_item.owner IS NULL)"))
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
    _ parts: [Part], between word: String, _ body: (inout FilterSQL, Part) -> Void
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
      addLike("work_item." + column, "%" + FilterSQL.literal(word) + "%")
      pieces.append(.text(" OR "))
    }
    addPayer("%" + FilterSQL.literal(word) + "%")
    pieces.append(.text(")"))
  }

  private mutating func addField(
    _ field: FilterField, _ comparison: FilterComparison, _ value: FilterValue, today: Day
  ) {
    switch field {
    case .payer: addPayer("%" + FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .code:
      addLike("work_item.reason_code", "%" + FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .reason: addLike("work_item.reason", "%" + FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .patient:
      addLike("work_item.patient_name", "%" + FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .claim: addLike("work_item.reference", FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .procedure: addLike("work_item.procedure", FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .owner:
      addLike(
        "coalesce(work_item.owner, work_item.lease_user, '')",
        FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .status:
      let word = FilterSQL.word(value).lowercased()
      let lane = Lane.allCases.first { $0.title.hasPrefix(word) }
      pieces += [.text("work_item.lane = "), .argument(SQLValue(lane?.rawValue ?? -1))]
    case .team: addHold("hold.team", FilterSQL.literal(FilterSQL.word(value)) + "%")
    case .type:
      let pattern = FilterSQL.literal(FilterSQL.word(value)) + "%"
      pieces.append(.text("("))
      addHold("hold.type", pattern)
      pieces.append(.text(" OR "))
      addItems(of: "special") { filter in
        filter.pieces.append(.text("SELECT id FROM special_work WHERE "))
        filter.addLike("kind", pattern)
      }
      pieces.append(.text(")"))
    case .prescriber: addPrescriber(FilterSQL.literal(FilterSQL.word(value)) + "%")
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
    pieces += [.text(" \(comparison.sign) "), .argument(FilterSQL.number(value))]
  }

  private mutating func addLike(_ column: String, _ pattern: String) {
    let like = Dialect.like(column)
    pieces += [
      .text(like.before), .argument(.text(pattern.lowercased())), .text(like.after),
    ]
  }

  private mutating func addPayer(_ pattern: String) {
    pieces.append(.text("work_item.payer_id IN (SELECT id FROM payer WHERE "))
    addLike("(name || ' ' || family)", pattern)
    pieces.append(.text(")"))
  }

  /// The items of subjects that another table knows: found there once and not for every item.
  private mutating func addItems(of kind: String, _ subjects: (inout FilterSQL) -> Void) {
    pieces.append(
      .text(
        """
        work_item.id IN (SELECT subject.id FROM work_item AS subject
          WHERE subject.subject_kind = '\(kind)' AND subject.subject_key IN (
        """))
    subjects(&self)
    pieces.append(.text("))"))
  }

  /// A charge with an open hold, its own or of its agreement, of which a column is like this.
  private mutating func addHold(_ column: String, _ pattern: String) {
    addItems(of: "charge") { filter in
      filter.pieces.append(
        .text(
          """
          SELECT charge.id FROM hold JOIN charge
            ON charge.id = hold.charge_id OR charge.rental_id = hold.rental_id
          WHERE hold.released_day IS NULL AND hold.is_withdrawn = 0 AND
          """ + " "))
      filter.addLike(column, pattern)
    }
  }

  /// An order or a charge that this practitioner ordered.
  private mutating func addPrescriber(_ pattern: String) {
    let orders = """
      SELECT sales_order.id FROM sales_order
      JOIN prescriber ON prescriber.id = sales_order.prescriber_id WHERE
      """ + " "
    let name = "(prescriber.last_name || ', ' || prescriber.first_name)"
    pieces.append(.text("("))
    addItems(of: "order") { filter in
      filter.pieces.append(.text(orders))
      filter.addLike(name, pattern)
    }
    pieces.append(.text(" OR "))
    addItems(of: "charge") { filter in
      filter.pieces.append(.text("SELECT id FROM charge WHERE order_id IN (" + orders))
      filter.addLike(name, pattern)
      filter.pieces.append(.text(")"))
    }
    pieces.append(.text(")"))
  }

  static func word(_ value: FilterValue) -> String {
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

  static func literal(_ word: String) -> String {
    var result = ""
    for character in word {
      if "%_!".contains(character) { result.append("!") }
      result.append(character)
    }
    return result
  }
}
