// A batch with its claims and answers, as lines for people and as JSON.

import Billing
import Cells
import Desk

extension BatchDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    try output.table(BatchTable.of([batch]))
    for answer in answers {
      try output.line(
        """
        \(answer.on.shown)  \(foreign: answer.kind)  \(foreign: answer.verdict): \
        \(MoneyText.count(answer.claims)) claims
        """)
    }
    guard !claims.isEmpty else { return }
    try output.line()
    var table = TextTable([
      .init("claim"), .init("patient", limit: 30), .init("charge", .trailing), .init("answer"),
    ])
    for claim in claims {
      table.add(
        "\(foreign: claim.controlNumber)", "\(foreign: claim.patient)", claim.charge.shown,
        "\(foreign: claim.answer)")
    }
    try output.table(table)
  }

  var json: JSONValue { .object(members) }

  var members: [JSONValue.Member] {
    batch.members + [
      .init(
        "answers",
        .array(
          answers.map { answer in
            [
              "kind": .foreign(answer.kind), "on": .day(answer.on),
              "verdict": .foreign(answer.verdict), "claims": .integer(answer.claims),
            ]
          })),
      .init(
        "claim_rows",
        .array(
          claims.map { claim in
            [
              "control_number": .foreign(claim.controlNumber),
              "patient": .foreign(claim.patient), "charge_cents": .cents(claim.charge),
              "answer": .foreign(claim.answer),
            ]
          })),
    ]
  }
}

extension Batch {
  var json: JSONValue { .object(members) }

  var members: [JSONValue.Member] {
    [
      .init("batch", .integer(id.rawValue)),
      .init("file", .exact(fileName)),
      .init("receiver", .foreign(receiver)),
      .init("interchange_control", .foreign(interchangeControl)),
      .init("sent", .day(sentOn)),
      .init("claims", .integer(claims)),
      .init("total_cents", .cents(total)),
      .init("received", .integer(received)),
      .init("accepted", .integer(accepted)),
      .init("rejected", .integer(rejected)),
      .init("unanswered", .integer(unanswered)),
    ]
  }
}

/// Batches as rows for people.
enum BatchTable {
  static func of(_ batches: [Batch]) -> TextTable {
    var table = TextTable([
      .init("batch", .trailing), .init("sent"), .init("file", limit: 50), .init("to", limit: 24),
      .init("claims", .trailing), .init("total", .trailing), .init("received", .trailing),
      .init("accepted", .trailing), .init("rejected", .trailing), .init("unanswered", .trailing),
    ])
    for batch in batches {
      table.add(
        "\(batch.id.rawValue)", batch.sentOn.shown, "\(foreign: batch.fileName)",
        "\(foreign: batch.receiver)", MoneyText.count(batch.claims), batch.total.shown,
        MoneyText.count(batch.received), MoneyText.count(batch.accepted),
        MoneyText.count(batch.rejected), MoneyText.count(batch.unanswered))
    }
    return table
  }
}
