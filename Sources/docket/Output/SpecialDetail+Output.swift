// A piece of special work with what it needs, as lines for people and as JSON.

import Billing
import Cells
import Desk

extension SpecialDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      \(foreign: work.due.kind.title) for \(foreign: patient.listName), \
      \(foreign: work.standing.rawValue): \(foreign: work.due.reason)
      """)
    try output.line(
      .joined([
        "Opens \(work.due.opensOn.shown)", "due \(work.due.dueOn.shown)",
        work.due.closesOn.map { "closes \($0.shown)" } ?? "",
        payer.map { "\(foreign: $0.name)" } ?? "",
        patient.phone.isEmpty ? "" : "phone \(foreign: patient.phone)",
      ]))
    for item in work.due.items {
      let answer = work.answers.first { $0.code == item.procedure.code }
      try output.line(
        """
        \(foreign: item.procedure.description): up to \(item.units), expected \
        \(item.expected.shown)\(answer.map { ", wants \($0.units)" } ?? "")
        """)
    }
    for row in evidence {
      try output.line(
        """
        \(foreign: row.kind.title): \
        \(row.document.map { "on file, \($0.content.dated.shown)" } ?? "missing")
        """)
    }
    if let refusal { try output.line("Not yet: \(foreign: refusal)") }
  }

  var json: JSONValue {
    .object(
      work.members + [
        .init("patient", patient.json),
        .init("payer", .optional(payer) { .foreign($0.name) }),
        .init("rental", .optional(rental) { $0.json }),
        .init(
          "evidence",
          .array(
            evidence.map { row in
              [
                "kind": .foreign(row.kind.rawValue),
                "document": .optional(row.document) { $0.json },
              ]
            })),
        .init("refusal", .optional(refusal) { .foreign($0) }),
      ])
  }
}

extension SpecialWork {
  var members: [JSONValue.Member] {
    [
      .init("kind", .foreign(due.kind.rawValue)),
      .init("standing", .foreign(standing.rawValue)),
      .init("opens", .day(due.opensOn)),
      .init("due", .day(due.dueOn)),
      .init("closes", .day(due.closesOn)),
      .init("reason", .foreign(due.reason)),
      .init(
        "items",
        .array(
          due.items.map { item in
            [
              "procedure": .foreign(item.procedure.description), "units": .integer(item.units),
              "expected_cents": .cents(item.expected),
            ]
          })),
      .init(
        "answers",
        .array(answers.map { ["code": .foreign($0.code), "units": .integer($0.units)] })),
      .init("needs", .array(due.needs.map { .foreign($0.rawValue) })),
      .init("made_order", .optional(madeOrder) { .integer($0.rawValue) }),
    ]
  }
}
