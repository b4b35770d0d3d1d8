// Deposits as lines for people and as JSON.

import Billing
import Cells
import Desk

enum DepositOutput {
  static func tell(_ detail: DepositDetail, asJSON: Bool) throws(CommandFailure) {
    if asJSON { return try Output.only(json: detail.json) }
    var output = Output()
    try detail.print(to: &output)
    try output.finish()
  }

  static func json(_ sum: DepositSum) -> JSONValue {
    [
      "name": .foreign(sum.name), "count": .integer(sum.count),
      "amount_cents": .cents(sum.amount), "matched_cents": .cents(sum.matched),
      "unmatched_cents": .cents(sum.unmatched),
    ]
  }

  static func members(_ row: DepositRow) -> [JSONValue.Member] {
    let deposit = row.deposit
    let content = deposit.content
    return [
      .init("deposit", .integer(deposit.id.rawValue)),
      .init("received", .day(content.receivedOn)),
      .init("form", .foreign(content.form.rawValue)),
      .init("amount_cents", .cents(content.amount)),
      .init("payer", .foreign(row.payer)),
      .init("bank_payer", .foreign(content.payer)),
      .init("reference", .foreign(content.reference)),
      .init("originator", .foreign(content.originator)),
      .init("account", .foreign(content.account)),
      .init("memo", .foreign(content.memo)),
      .init("line", .integer(deposit.line)),
      .init("user", .foreign(deposit.user)),
      .init("known_on", .day(deposit.knownOn)),
      .init("void", .bool(deposit.isVoid)),
      .init("matched_cents", .cents(deposit.matched)),
      .init("unmatched_cents", .cents(deposit.left)),
      .init("traces", .array(row.traces.map { .foreign($0) })),
      .init("posted_on", .day(row.postedOn)),
      .init("lag_days", .integer(row.lag)),
      .init("item", .optional(row.item) { .integer($0.rawValue) }),
    ]
  }

  static func table(_ sums: [DepositSum], _ name: SafeText) -> TextTable {
    var table = TextTable([
      .init(name, limit: 40), .init("deposits", .trailing), .init("amount", .trailing),
      .init("matched", .trailing), .init("unmatched", .trailing),
    ])
    for sum in sums {
      table.add(
        "\(foreign: sum.name)", MoneyText.count(sum.count), sum.amount.shown, sum.matched.shown,
        sum.unmatched.shown)
    }
    return table
  }

  static func table(_ rows: [DepositRow]) -> TextTable {
    var table = TextTable([
      .init("no.", .trailing), .init("received"), .init("form"), .init("number", limit: 24),
      .init("payer", limit: 30), .init("amount", .trailing), .init("unmatched", .trailing),
      .init("remittance", limit: 30), .init("posted"), .init("lag", .trailing),
    ])
    for row in rows {
      let deposit = row.deposit
      table.add(
        "\(deposit.id.rawValue)", deposit.content.receivedOn.shown,
        "\(foreign: deposit.content.form.title)", "\(foreign: deposit.content.reference)",
        "\(foreign: row.payer)", deposit.content.amount.shown,
        deposit.isVoid ? "void" : deposit.left.shown,
        "\(foreign: row.traces.joined(separator: " "))", row.postedOn.shown,
        deposit.isVoid ? "" : "\(row.lag)d")
    }
    return table
  }
}

extension DepositDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    try output.table(DepositOutput.table([row]))
    let content = row.deposit.content
    let source: SafeText =
      file.isEmpty
      ? "Typed by \(foreign: row.deposit.user)" : "From \(foreign: file), line \(row.deposit.line)"
    try output.line("\(source) on \(row.deposit.knownOn.shown)")
    if !content.memo.isEmpty { try output.line("The bank says: \(foreign: content.memo)") }
    for match in matches {
      try output.line(
        """
        Matched \(match.match.amount.shown) with \(foreign: match.match.trace)  \
        \(foreign: match.payer)  \(match.paidOn.shown), \(match.suspense.shown) of it in suspense
        """)
    }
    try candidates.print(to: &output)
    for document in documents {
      try output.line("Paper \(foreign: document.path)  SHA-256 \(foreign: document.hash)")
    }
  }

  var json: JSONValue { .object(members) }

  var members: [JSONValue.Member] {
    DepositOutput.members(row) + [
      .init("file", .foreign(file)),
      .init(
        "matches",
        .array(
          matches.map { row in
            [
              "remittance": .integer(row.match.remittance.rawValue),
              "trace_number": .foreign(row.match.trace),
              "payer": .foreign(row.payer),
              "payment_date": .day(row.paidOn),
              "payment_cents": .cents(row.payment),
              "amount_cents": .cents(row.match.amount),
              "suspense_cents": .cents(row.suspense),
              "by_itself": .bool(row.match.activity == nil),
              "known_on": .day(row.match.knownOn),
            ]
          })),
      .init("candidates", candidates.json),
      .init(
        "documents",
        .array(
          documents.map { document in
            [
              "path": .exact(document.path), "sha256": .foreign(document.hash),
              "bytes": .integer(document.byteCount), "user": .foreign(document.user),
              "added_on": .day(document.addedOn),
            ]
          })),
    ]
  }
}

extension [MoneyCandidateRow] {
  func print(to output: inout Output) throws(CommandFailure) {
    for candidate in self {
      try output.line("Candidate \(foreign: candidate.value): \(foreign: candidate.title)")
      for reason in candidate.reasonsFor { try output.line("  + \(foreign: reason)") }
      for reason in candidate.reasonsAgainst { try output.line("  - \(foreign: reason)") }
    }
  }

  var json: JSONValue {
    .array(
      map { candidate in
        [
          "match": .foreign(candidate.value), "title": .foreign(candidate.title),
          "for": .array(candidate.reasonsFor.map { .foreign($0) }),
          "against": .array(candidate.reasonsAgainst.map { .foreign($0) }),
        ]
      })
  }
}
