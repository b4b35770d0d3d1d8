import Billing
import Cells

extension ProviderBalance {
  /// What a payer set off under one reference, amount by amount.
  func print(to output: inout Output) throws(CommandFailure) {
    var table = TextTable([.init("day"), .init("from"), .init("amount", .trailing)])
    for movement in movements {
      table.add(
        "\(foreign: movement.on.description)",
        movement.traceNumber.map { "remittance \(foreign: $0)" } ?? "decided here",
        MoneyText.dollars(movement.amount.rawValue))
    }
    try output.table(table)
    try output.line(
      "Open under \(foreign: reference): \(MoneyText.dollars(open.rawValue))")
  }

  /// What stands under one reference, as one object.
  var json: JSONValue {
    [
      "account": .foreign(account.rawValue),
      "payer": .foreign(payer.name),
      "reference": .foreign(reference),
      "open_cents": .cents(open),
      "movements": .array(
        movements.map { movement in
          [
            "on": .day(movement.on),
            "trace_number": .optional(movement.traceNumber) { .foreign($0) },
            "amount_cents": .cents(movement.amount),
          ]
        }),
    ]
  }
}
