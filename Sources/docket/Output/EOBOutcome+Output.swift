import Billing
import Cells
import Desk

extension EOBOutcome {
  /// Tells what became of papers that were typed, or would.
  func tell(asJSON: Bool) throws(CommandFailure) {
    if asJSON {
      return try Output.only(json: [
        "plan": .bool(isPlan), "eobs": .array(results.map(\.json)),
      ])
    }
    var output = Output()
    if isPlan { try output.line("Nothing was posted; this is what would be.") }
    for result in results {
      try output.line("\(foreign: result.message)")
      try result.print(to: &output)
    }
    try output.finish()
  }
}

extension EOBResult {
  fileprivate func print(to output: inout Output) throws(CommandFailure) {
    for claim in remittance.claims {
      try output.line(
        """
          \(foreign: claim.controlNumber)  \(foreign: claim.patient)  \
        paid \(claim.paid.shown)  adjusted \(claim.adjusted.shown)  patient \
        \(claim.patientShare.shown)  denied \(claim.denied.shown)  \
        \(claim.isPosted ? "posted" : "waits")
        """)
      for reason in claim.stagingReasons { try output.line("    \(foreign: reason.sentence)") }
    }
    var table = TextTable([.init("  account"), .init("amount", .trailing)])
    for sum in accounts { table.add("  \(foreign: sum.account.rawValue)", sum.amount.shown) }
    if !accounts.isEmpty { try output.table(table) }
  }

  fileprivate var json: JSONValue {
    .object(
      RemittanceListing.members(remittance) + [
        .init("kind", .foreign(kind.rawValue)),
        .init("looks_like", question.isEmpty ? .null : .foreign(question)),
        .init(
          "accounts",
          .array(
            accounts.map {
              [
                "account": .foreign($0.account.rawValue), "amount_cents": .cents($0.amount),
              ]
            })),
      ])
  }
}
