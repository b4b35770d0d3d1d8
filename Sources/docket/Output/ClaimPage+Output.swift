import Billing
import Cells
import Desk

extension ClaimPage {
  /// The claim as lines for people.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      \(foreign: claim.controlNumber)  \(foreign: claim.patient.listName)  \
      \(foreign: claim.payer.name)
      """)
    try output.line("\(foreign: state); \(money(open)) open; no work is left on it")
    try claim.print(to: &output)
    try timeline.print(to: &output)
  }

  /// The claim with the keys that an item has; what only work has is null.
  var json: JSONValue {
    .object([
      .init("id", .null),
      .init("queue", .null),
      .init("reference", .foreign(claim.controlNumber)),
      .init("patient", .foreign(claim.patient.listName)),
      .init("payer", .foreign(claim.payer.name)),
      .init("balance_cents", .cents(open)),
      .init("reason", .foreign(state)),
      .init("claim", ItemDetail.json(claim)),
      .init("submissions", .array(submissions.map(ItemDetail.json))),
      .init("adjudications", .array(adjudications.map(ItemDetail.json))),
      .init("next_payer", .optional(nextPayer) { .foreign($0.name) }),
      .init("filing_proof", .optional(filingProof, ItemDetail.json)),
      .init("timeline", .array(timeline.map(ItemDetail.json))),
    ])
  }
}

extension Claim {
  /// The claim with its lines and their money, for people.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line()
    try output.line(
      """
      Claim \(foreign: controlNumber), \(foreign: sequence.title), member \
      \(foreign: memberID), diagnoses \(foreign: diagnoses.joined(separator: " ")), \
      charge \(money(charge))
      """)
    var table = TextTable([
      .init("line", .trailing), .init("service"), .init("procedure"), .init("charge", .trailing),
      .init("expected", .trailing), .init("paid", .trailing), .init("adjusted", .trailing),
      .init("payer", .trailing), .init("next", .trailing), .init("patient", .trailing),
    ])
    for line in lines {
      table.add(
        "\(line.number)", "\(foreign: line.serviceFrom.description)",
        "\(foreign: line.procedure.description)", money(line.charge), money(line.expected),
        money(line.balances.paid), money(line.balances.adjusted), money(line.balances.payer),
        money(line.balances.nextPayer), money(line.balances.patient))
    }
    try output.table(table)
  }
}

extension [TimelineEntry] {
  /// What happened, oldest first, for people.
  func print(to output: inout Output) throws(CommandFailure) {
    guard !isEmpty else { return }
    try output.line()
    var table = TextTable([
      .init("day"), .init("who", limit: 12), .init("what"), .init("amount", .trailing),
      .init("detail"),
    ])
    for entry in self {
      table.add(
        "\(foreign: entry.on.description)", "\(foreign: entry.user)", "\(foreign: entry.title)",
        entry.amount.map { money($0) } ?? "", "\(foreign: entry.detail)")
    }
    try output.table(table)
  }
}

private func money(_ amount: Cents) -> SafeText { MoneyText.dollars(amount.rawValue) }
