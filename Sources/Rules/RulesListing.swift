package import Billing

/// The rules as lines of text, for `docket rules show`.
package enum RulesListing {
  /// One row.
  package struct Row: Equatable, Sendable {
    /// Section of the rules file, `deadline`.
    package var section: String
    /// What names the row, `cigna-initial`.
    package var key: String
    /// What it says.
    package var text: String
  }

  /// All rows that hold every word of the filter, in the order of the tables.
  ///
  /// Case does not matter; an empty filter gives everything.
  package static func rows(of book: RuleBook, matching filter: String = "") -> [Row] {
    let words = filter.lowercased().split(separator: " ")
    return all(book).filter { row in
      let text = (row.section + " " + row.key + " " + row.text).lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  private static func all(_ book: RuleBook) -> [Row] {
    var rows = book.deadlines.map { Row(section: "deadline", key: $0.id, text: text($0)) }
    rows += book.playbook.map(row)
    rows += book.remarks.values.sorted { $0.code < $1.code }.map {
      let effect = $0.effect == .none ? "" : " [\($0.effect.rawValue)]"
      let steps = $0.dispositions.map(\.rawValue).joined(separator: " > ")
      return Row(
        section: "remark", key: $0.code,
        text: joined($0.meaning, $0.fix) + (steps.isEmpty ? "" : ": " + steps) + effect)
    }
    for (section, table) in [
      ("category", book.statusCategories), ("status", book.statusCodes),
    ] {
      rows += table.values.sorted { $0.code < $1.code }.map {
        Row(section: section, key: $0.code, text: joined($0.meaning, $0.fix))
      }
    }
    rows += remedies(book)
    rows += book.results.map { row in
      var text = "\(row.title) (\(row.verb.rawValue))"
      if let days = row.followUpDays { text += ", back in \(days) days" }
      if row.needsApproval { text += ", a supervisor approves" }
      return Row(section: "result", key: row.code, text: text)
    }
    rows += book.payers.map(row)
    rows += PayerFamily.allCases.compactMap { book.followUps[$0] }.map {
      Row(
        section: "follow-up", key: $0.family.rawValue,
        text: "first after \($0.firstDays) days, then every \($0.nextDays); "
          + "crossover \($0.crossoverDays) days")
    }
    rows += book.writeOffs.map {
      Row(
        section: "write-off", key: $0.code,
        text: "\($0.title), up to \($0.limit) without a supervisor"
          + ($0.use.map { ", proposed as \($0.rawValue)" } ?? ""))
    }
    rows += book.packets.map {
      Row(
        section: "packet", key: $0.title,
        text: $0.carcs.joined(separator: " ") + ": " + $0.pieces.joined(separator: ", "))
    }
    return rows + bank(book) + orders(book) + settings(book)
  }

  private static func settings(_ book: RuleBook) -> [Row] {
    [Row(section: "settings", key: "defer-margin-days", text: "\(book.deferMarginDays) days")]
      + (RuleSettings.texts(book.orders) + RuleSettings.texts(book.deposits)
      + RuleSettings.texts(book.patients))
      .map { Row(section: "settings", key: $0.key, text: $0.text) }
  }

  private static func text(_ rule: DeadlineRule) -> String {
    var who = rule.family.title
    if let payer = rule.payerKey { who += " " + payer }
    if let state = rule.state { who += " " + state }
    if let contractor = rule.contractor { who += " " + contractor.rawValue }
    var text = "\(who), \(rule.kind.rawValue): \(rule.count) \(rule.unit.rawValue) "
    text += "from \(rule.clock.rawValue)"
    if rule.presumedReceiptDays > 0 { text += " + \(rule.presumedReceiptDays) days receipt" }
    if rule.safeMarginDays > 0 { text += ", safe \(rule.safeMarginDays) days before" }
    if rule.suspensionDays > 0 {
      text += ", suspended by an investigation until day \(rule.suspensionDays)"
    }
    for part in period(rule.effective) { text += ", " + part }
    return text + " [\(rule.confidence.rawValue); \(rule.source)]"
  }

  private static func row(_ row: PlaybookRow) -> Row {
    var key = row.carc
    if let rarc = row.rarc { key += "/" + rarc }
    if !row.groups.isEmpty { key += " " + row.groups.map(\.rawValue).joined(separator: "+") }
    if !row.families.isEmpty { key += "@" + row.families.map(\.rawValue).joined(separator: "+") }
    let steps = row.dispositions.map(\.rawValue).joined(separator: " > ")
    var text = joined(joined(row.meaning, row.cause), row.fix)
    text += ": " + steps + ", clock \(row.clock.rawValue)"
    if row.isContractual { text += ", written off at posting" }
    if let reason = row.writeOffReason { text += ", written off as \(reason)" }
    for trait in row.traits.map(\.rawValue).sorted() { text += ", " + trait }
    return Row(section: "playbook", key: key, text: text)
  }

  private static func row(_ row: PayerRow) -> Row {
    var parts: [String] = []
    if !row.identifiers.isEmpty { parts.append("id " + row.identifiers.joined(separator: " ")) }
    if !row.nameWords.isEmpty { parts.append("name " + row.nameWords.joined(separator: " ")) }
    if !row.filingIndicators.isEmpty {
      parts.append("filing " + row.filingIndicators.joined(separator: " "))
    }
    var text = parts.joined(separator: ", ") + " is " + row.family.title
    if let state = row.state { text += " " + state }
    return Row(section: "payer", key: row.key ?? row.family.rawValue, text: text)
  }

  private static func joined(_ text: String, _ more: String) -> String {
    more.isEmpty ? text : text + "; " + more
  }
}
