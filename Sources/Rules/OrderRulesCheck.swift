import Billing

/// What an office should look at in the rows of orders and charges.
enum OrderRulesCheck {
  static func overlaps(_ book: RuleBook) -> [RulesProblem] {
    var problems: [RulesProblem] = []
    for (code, items) in book.catalog.sorted(by: { $0.key < $1.key })
    where haveCommonDay(items.map(\.effective)) {
      problems.append(
        RulesProblem(
          kind: .overlap, row: "item " + code,
          message: "\(code) has two rows for the same day and the first counts: "
            + "give the same from as the row you mean, or days that do not meet"))
    }
    for (code, rows) in book.allowables.sorted(by: { $0.key < $1.key }) {
      let groups = Dictionary(grouping: rows) {
        [
          $0.modifier, $0.family?.rawValue ?? "", $0.state ?? "",
          $0.effective.from?.description ?? "",
        ]
      }
      guard groups.contains(where: { $0.value.count > 1 }) else { continue }
      problems.append(
        RulesProblem(
          kind: .overlap, row: "allowable " + code,
          message: "\(code) has two prices from the same day and the last counts: "
            + "give the new one its from"))
    }
    if let houses = book.supplier?.clearinghouses,
      houses.count(where: { $0.families.isEmpty }) > 1
    {
      problems.append(
        RulesProblem(
          kind: .overlap, row: "clearinghouse",
          message: "two clearinghouses take all other payers and the first counts: "
            + "give one of them its families"))
    }
    return problems
  }

  private static func haveCommonDay(_ periods: [Validity]) -> Bool {
    if periods.count < 2 { return false }
    let first = Day(rawValue: .min)
    let sorted = periods.sorted { ($0.from ?? first) < ($1.from ?? first) }
    return zip(sorted, sorted.dropFirst()).contains { $0.overlaps($1) }
  }

  /// Prices that ran out with none after them; a code that ended is no mistake.
  static func expired(_ book: RuleBook, _ today: Day) -> [RulesProblem] {
    book.allowables.sorted { $0.key < $1.key }.compactMap { code, rows in
      let last = rows.map(\.effective.through)
      guard !last.contains(nil), let end = last.compactMap(\.self).max(), end < today,
        book.item(code, on: today)?.effective.contains(today) ?? true
      else { return nil }
      return RulesProblem(
        kind: .expired, row: "allowable " + code,
        message: "ran out on \(end) and no row follows it: add one from \(end.adding(days: 1))")
    }
  }

  static func dangling(_ book: RuleBook) -> [RulesProblem] {
    var problems: [RulesProblem] = []
    func note(_ row: String, _ message: String) {
      problems.append(RulesProblem(kind: .dangling, row: row, message: message))
    }
    for item in book.catalog.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      for code in item.baseCodes where book.catalog[code] == nil {
        note(
          "item " + item.code, "belongs to \(code), which has no row: add an [[item]] row for it")
      }
      for modifier in item.oneOf.flatMap(\.self) where book.modifiers[modifier] == nil {
        note("item " + item.code, "wants modifier \(modifier), which has no [[modifier]] row")
      }
    }
    for code in book.allowables.keys.sorted() where book.catalog[code] == nil {
      note("allowable " + code, "\(code) is not in the catalog: add an [[item]] row for it")
    }
    for row in book.modifiers.values.sorted(by: { $0.code < $1.code }) {
      for code in row.excludes where book.modifiers[code] == nil {
        note("modifier " + row.code, "excludes \(code), which has no row: add a [[modifier]] row")
      }
    }
    let payers = Set(book.payers.flatMap(\.identifiers))
    for (state, payer) in book.jurisdictions.sorted(by: { $0.key < $1.key })
    where !payers.contains(payer) {
      note(
        "jurisdiction " + state, "no payer row has the identifier \(payer): add a [[payer]] row")
    }
    if let supplier = book.supplier, supplier.clearinghouses.isEmpty {
      note("supplier", "nothing takes its claims: add a [[clearinghouse]] row")
    }
    return problems
  }

  /// One line a table: what is said of each row would bury everything else.
  static func unverified(_ book: RuleBook) -> [RulesProblem] {
    let tables = [
      ("item", book.catalog.values.flatMap { $0.map(\.confidence) }),
      ("allowable", book.allowables.values.flatMap { $0.map(\.confidence) }),
      (
        "jurisdiction",
        book.jurisdictions.keys.map {
          book.unverifiedJurisdictions.contains($0) ? .unverified : RuleConfidence.high
        }
      ),
    ]
    return tables.compactMap { section, confidences in
      let count = confidences.count { $0 == .unverified }
      guard count > 0 else { return nil }
      return RulesProblem(
        kind: .unverified, row: section,
        message: "\(count) of \(confidences.count) rows were never checked against the payer: "
          + "give the ones you rely on their confidence")
    }
  }
}
