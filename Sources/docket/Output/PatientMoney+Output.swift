// Credits, patients' balances and statements, as text and as JSON.

import Billing
import Cells
import Desk

extension CreditDetail {
  /// Whose money it is, how far it has come, and what made it.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      Credit: \(amount.shown) belongs to \(foreign: owner); likely cause: \
      \(foreign: likelyCause.title)
      """)
    try output.line(
      .joined([
        "Stage: \(foreign: stage)",
        identifiedOn.map { "identified \($0.shown)" } ?? "",
        dueOn.map { "give back by \($0.shown)" } ?? "by when is not on file",
      ]))
    if let request {
      try output.line(
        """
        \(foreign: askedBy) asked for \(request.amount.shown) to \(foreign: request.payee) \
        (\(foreign: request.cause.title))\
        \(approvedBy.isEmpty ? "" : ", approved by \(foreign: approvedBy)")
        """)
    }
    var table = TextTable([.init("day"), .init("from"), .init("amount", .trailing)])
    for source in sources {
      table.add(
        source.on.shown,
        "\(foreign: source.cause.rawValue)\(foreign: source.traceNumber.map { " " + $0 } ?? "")",
        source.amount.shown)
    }
    try output.table(table)
  }

  var json: JSONValue {
    .object([
      .init("owner", .foreign(owner)),
      .init("owner_is_patient", .bool(isPatients)),
      .init("credit_cents", .cents(amount)),
      .init("cause", .foreign((request?.cause ?? likelyCause).rawValue)),
      .init("stage", .foreign(stage)),
      .init("identified", .day(identifiedOn)),
      .init("due", .day(dueOn)),
      .init(
        "request",
        .optional(request) { request in
          [
            "amount_cents": .cents(request.amount),
            "payee": .foreign(request.payee),
            "cause": .foreign(request.cause.rawValue),
            "asked_by": .foreign(askedBy),
            "approved_by": approvedBy.isEmpty ? .null : .foreign(approvedBy),
          ]
        }),
      .init(
        "sources",
        .array(
          sources.map { source in
            [
              "on": .day(source.on),
              "cause": .foreign(source.cause.rawValue),
              "trace_number": .optional(source.traceNumber) { .foreign($0) },
              "amount_cents": .cents(source.amount),
            ]
          })),
    ])
  }
}

extension PatientDetail {
  /// What the patient owes, line by line, and what was asked.
  func print(to output: inout Output) throws(CommandFailure) {
    try output.line(
      """
      \(foreign: patient.listName): \(open.shown) open, \(billable.shown) may be asked for\
      \(credit == .zero ? "" : ", a credit of \((-credit).shown)")
      """)
    if mark != .none { try output.line("Marked: \(foreign: mark.title)") }
    var table = TextTable([
      .init("service"), .init("claim", limit: 20), .init("line", .trailing), .init("procedure"),
      .init("charge", .trailing), .init("owed", .trailing), .init("not asked for", limit: 60),
    ])
    for row in debts {
      table.add(
        row.debt.service.shown, "\(foreign: row.debt.controlNumber)", "\(row.debt.number)",
        "\(foreign: row.debt.procedure.description)", row.debt.charge.shown,
        row.debt.amount.shown, "\(foreign: row.protection)")
    }
    try output.table(table)
    for event in statements {
      try output.line(
        "\(event.on.shown)  statement of \(event.amount.shown), \(foreign: event.words)")
    }
    for event in payments {
      try output.line("\(event.on.shown)  paid \(event.amount.shown), \(foreign: event.words)")
    }
    if let plan {
      try output.line(
        "Plan: \(plan.count) of \(plan.installment.shown) from \(plan.firstDue.shown)")
    }
    for reason in reasons { try output.line("* \(foreign: reason)") }
  }

  var json: JSONValue {
    .object([
      .init("name", .foreign(patient.listName)),
      .init("open_cents", .cents(open)),
      .init("billable_cents", .cents(billable)),
      .init("credit_cents", .cents(credit)),
      .init("mark", .foreign(mark.rawValue)),
      .init(
        "lines",
        .array(
          debts.map { row in
            [
              "claim": .foreign(row.debt.controlNumber),
              "line": .integer(row.debt.number),
              "procedure": .foreign(row.debt.procedure.description),
              "service_from": .day(row.debt.service),
              "payer": .foreign(row.debt.payer.name),
              "charge_cents": .cents(row.debt.charge),
              "owed_cents": .cents(row.debt.amount),
              "protection": row.protection.isEmpty ? .null : .foreign(row.protection),
            ]
          })),
      .init("statements", .array(statements.map(Self.json))),
      .init("payments", .array(payments.map(Self.json))),
      .init(
        "plan",
        .optional(plan) { plan in
          [
            "installment_cents": .cents(plan.installment),
            "first_due": .day(plan.firstDue),
            "count": .integer(plan.count),
          ]
        }),
      .init("reasons", .array(reasons.map { .foreign($0) })),
    ])
  }

  private static func json(_ event: PatientEvent) -> JSONValue {
    [
      "on": .day(event.on), "amount_cents": .cents(event.amount), "words": .foreign(event.words),
    ]
  }
}

extension StatementOutcome {
  /// Prints it for people or as one JSON object.
  func tell(asJSON: Bool) throws(CommandFailure) {
    if asJSON { return try Output.only(json: json) }
    var output = Output()
    let count = sent.count == 1 ? "1 statement" : "\(sent.count) statements" as SafeText
    try output.line(sent.isEmpty ? "No statement is due." : "Run \(run): \(count), \(total.shown)")
    for row in sent {
      try output.line(
        "\(foreign: row.reference)  \(foreign: row.patient)  \(row.amount.shown)")
    }
    for file in files { try output.line("Written: \(foreign: file)") }
    for row in leftOut {
      try output.line("Not sent, \(foreign: row.reference): \(foreign: row.reason)")
    }
    try output.finish()
  }

  var json: JSONValue {
    [
      "run": .integer(run),
      "count": .integer(sent.count),
      "total_cents": .cents(total),
      "files": .array(files.map { .exact($0) }),
      "statements": .array(
        sent.map { row in
          [
            "item": .integer(row.item.rawValue), "reference": .foreign(row.reference),
            "patient": .foreign(row.patient), "amount_cents": .cents(row.amount),
          ]
        }),
      "left_out": .array(
        leftOut.map { row in
          [
            "item": .integer(row.item.rawValue), "reference": .foreign(row.reference),
            "reason": .foreign(row.reason),
          ]
        }),
    ]
  }
}
