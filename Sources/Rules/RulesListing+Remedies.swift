import Billing

extension RulesListing {
  /// Ways back to the payers, amounts in controversy, and what payers say of a claim.
  static func remedies(_ book: RuleBook) -> [Row] {
    var rows = PayerFamily.allCases.compactMap { book.remedies[$0] }.map {
      Row(section: "remedies", key: $0.family.rawValue, text: text($0))
    }
    rows += book.amountsInControversy.map {
      Row(
        section: "amount-in-controversy", key: "\($0.family.rawValue)/\($0.level.rawValue)",
        text: "\($0.amount) for appeals filed from \($0.from) through \($0.through) [\($0.source)]")
    }
    return rows
      + book.payerStatuses.map { row in
        var text = row.meaning
        if let next = row.next { text += " Next: \(next.rawValue)." }
        if row.allowsSendingAgain { text += " It may be sent again." }
        return Row(section: "payer-status", key: row.code, text: text)
      }
      + reasons(book.suspenseReasons, "suspense-reason")
      + reasons(book.settlementReasons, "settlement-reason")
      + reasons(book.acceptanceReasons, "acceptance-reason")
      + book.postings.map(posting)
      + reasons(book.delayReasons, "delay-reason")
      + reasons(book.claims.placesOfService, "place-of-service")
      + book.orderHeadings.map { Row(section: "order-column", key: $0.heading, text: $0.column) }
  }

  private static func posting(_ row: PostingRow) -> Row {
    let whom = [row.family?.rawValue, row.payerKey].compactMap(\.self).joined(separator: "/")
    var parts = [
      "underpaid by more than \(row.tolerance) and \(row.tolerancePercent)%",
      "interest up to \(row.interestLimit)",
    ]
    if !row.isAutomatic { parts.append("nothing posts by itself") }
    if !row.listed.isEmpty { parts.append("posts only " + codes(row.listed)) }
    if !row.watched.isEmpty { parts.append("a person sees " + codes(row.watched)) }
    if !row.writesOffContractual { parts.append("no fee schedule write-off by itself") }
    if let days = row.crossoverDays { parts.append("crossover \(days) days") }
    if let person = row.exceptionsTo { parts.append("exceptions to \(person)") }
    let days = [
      row.effective.from.map { "from \($0)" }, row.effective.through.map { "through \($0)" },
    ].compactMap(\.self)
    return Row(
      section: "posting", key: whom.isEmpty ? row.id : "\(row.id) for \(whom)",
      text: (parts + days).joined(separator: ", ") + " [\(row.source)]")
  }

  private static func codes(_ patterns: [AdjustmentPattern]) -> String {
    patterns.map(\.text).joined(separator: " ")
  }

  private static func reasons(_ rows: [ReasonRow], _ section: String) -> [Row] {
    rows.map { Row(section: section, key: $0.code, text: $0.title) }
  }

  private static func text(_ row: FamilyRemedies) -> String {
    var parts = [row.takesReplacements ? "replacement claims" : "no replacement claims"]
    parts.append(row.takesReopenings ? "reopenings" : "no reopenings")
    if row.takesReopenings { parts.append("after \(row.reopeningWaitDays) business days") }
    if !row.takesJudgedLinesAgain { parts.append("no judged line again") }
    if !row.noticeModifiers.isEmpty {
      parts.append("advance notice " + row.noticeModifiers.joined(separator: " "))
    }
    return parts.joined(separator: ", ") + " [\(row.source)]"
  }
}
