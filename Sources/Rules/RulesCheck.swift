package import Billing

/// Something in the rules that an office should look at; nothing of it stops the work.
package struct RulesProblem: Equatable, Sendable {
  /// How much it matters.
  package enum Kind: String, Sendable, CaseIterable {
    /// The office's file cannot be read.
    case unreadable
    /// Two rows speak of the same thing at the same time.
    case overlap
    /// A row whose time is over.
    case expired
    /// A row names something that no other row knows.
    case dangling
    /// Nobody has checked the row against the payer.
    case unverified
  }

  package var kind: Kind
  /// Key of the row, `cigna-initial`.
  package var row: String
  /// What is the matter and what to do.
  package var message: String
}

/// Looks over a rule book for rows that contradict, ran out, dangle or were never verified.
package enum RulesCheck {
  /// Everything that an office should look at, most serious first.
  package static func problems(in book: RuleBook, on today: Day) -> [RulesProblem] {
    overlaps(book) + OrderRulesCheck.overlaps(book) + expired(book, today)
      + expiredAmounts(book, today)
      + OrderRulesCheck.expired(book, today) + dangling(book) + OrderRulesCheck.dangling(book)
      + unverified(book) + OrderRulesCheck.unverified(book)
  }

  /// As `problems(in:on:)` for the shipped tables with a file of the office over them.
  package static func problems(inOffice text: String, on today: Day) -> [RulesProblem] {
    do {
      return problems(in: try RulesFile.load(office: text), on: today)
    } catch {
      return [RulesProblem(kind: .unreadable, row: error.row, message: error.description)]
    }
  }

  private static func overlaps(_ book: RuleBook) -> [RulesProblem] {
    var problems: [RulesProblem] = []
    for (index, rule) in book.deadlines.enumerated() {
      for other in book.deadlines[(index + 1)...] where sameSubject(rule, other) {
        guard rule.effective.overlaps(other.effective) else { continue }
        problems.append(
          RulesProblem(
            kind: .overlap, row: other.id,
            message: "\(rule.id) and \(other.id) limit the same step at the same time: "
              + "the earlier day counts; give them from and through, or disable one"))
      }
    }
    return problems
  }

  private static func sameSubject(_ left: DeadlineRule, _ right: DeadlineRule) -> Bool {
    left.kind == right.kind && left.family == right.family && left.payerKey == right.payerKey
      && left.state == right.state && left.contractor == right.contractor
  }

  private static func expired(_ book: RuleBook, _ today: Day) -> [RulesProblem] {
    book.deadlines.compactMap { rule in
      guard let end = rule.effective.through, end < today else { return nil }
      let hasSuccessor = book.deadlines.contains {
        sameSubject($0, rule) && ($0.effective.through ?? today) >= today
      }
      guard !hasSuccessor else { return nil }
      return RulesProblem(
        kind: .expired, row: rule.id,
        message: "ran out on \(end) and no row follows it: add one from \(end.adding(days: 1))")
    }
  }

  /// Amounts in controversy change every year: the last row of a level says until when it holds.
  private static func expiredAmounts(_ book: RuleBook, _ today: Day) -> [RulesProblem] {
    let groups = Dictionary(grouping: book.amountsInControversy) {
      "\($0.family.rawValue)/\($0.level.rawValue)"
    }
    return groups.sorted { $0.key < $1.key }.compactMap { key, rows in
      guard let end = rows.map(\.through).max(), end < today else { return nil }
      return RulesProblem(
        kind: .expired, row: "amount-in-controversy " + key,
        message: "ran out on \(end) and no row follows it: add one from \(end.adding(days: 1))")
    }
  }

  private static func dangling(_ book: RuleBook) -> [RulesProblem] {
    let keys = Set(book.payers.compactMap(\.key))
    var problems = book.deadlines.compactMap { rule -> RulesProblem? in
      guard let key = rule.payerKey, !keys.contains(key) else { return nil }
      return RulesProblem(
        kind: .dangling, row: rule.id,
        message: "no payer row has the key \"\(key)\": add a [[payer]] row for it")
    }
    problems += danglingPostings(book, keys)
    let reasons = Set(book.writeOffs.map(\.code))
    for row in book.playbook {
      if let reason = row.writeOffReason, !reasons.contains(reason) {
        problems.append(
          RulesProblem(
            kind: .dangling, row: row.carc,
            message: "write-off reason \(reason) has no row: add a [[write-off]] row"))
      }
      guard let rarc = row.rarc, book.remarks[rarc] == nil else { continue }
      problems.append(
        RulesProblem(
          kind: .dangling, row: row.carc + "/" + rarc,
          message: "remark code \(rarc) has no row of its own: add a [[remark]] row"))
    }
    for verb in DecisionVerb.allCases where !book.results.contains(where: { $0.verb == verb }) {
      problems.append(
        RulesProblem(
          kind: .dangling, row: verb.rawValue,
          message: "no result code is left for this decision: add a [[result]] row"))
    }
    return problems
  }

  /// Rows of what posts by itself that name a payer or a code which nothing else knows.
  private static func danglingPostings(_ book: RuleBook, _ keys: Set<String>) -> [RulesProblem] {
    book.postings.flatMap { row in
      let payer = row.payerKey.flatMap { key in
        keys.contains(key)
          ? nil : "no payer row has the key \"\(key)\": add a [[payer]] row for it"
      }
      let codes = (row.listed + row.watched).filter { book.playbookPlaces(carc: $0.reason).isEmpty }
        .map { "no playbook row has the code \($0.text): it always waits; mend it" }
      return ([payer].compactMap(\.self) + codes).map {
        RulesProblem(kind: .dangling, row: row.id, message: $0)
      }
    }
  }

  private static func unverified(_ book: RuleBook) -> [RulesProblem] {
    book.deadlines.filter { $0.confidence == .unverified }.map { rule in
      RulesProblem(
        kind: .unverified, row: rule.id,
        message: "\(rule.source): check it against the payer, then set its confidence")
    }
  }
}
