import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket remit [TRACE]`: the remittances, or one with its balance at every level.
struct RemitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit",
    abstract: "List remittances, or show one: what balances, what posted, what waits and why.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "How many of the list at most.") var limit = 50
  @Option(help: "How many of the list to leave out at the top.") var offset = 0
  @Argument(help: "Its trace number, or its number in the list.") var trace: String?

  func validate() throws {
    guard (0...1_000_000).contains(limit), (0...1_000_000_000).contains(offset) else {
      throw ValidationError("--limit and --offset are numbers from 0 up")
    }
  }

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let office = opened.office
    guard let trace else { return try list(opened) }
    let detail = try office.remittance(try RemittanceReference.find(trace, office))
    opened.saw(detail.look, asJSON: json)
    if json { return try Output.only(json: RemittanceListing.json(detail)) }
    var output = Output()
    try RemittanceListing.print(detail, to: &output)
    try output.finish()
  }

  private func list(_ opened: OpenOffice) throws {
    let (rows, count) = try opened.office.remittances(offset: offset, limit: limit)
    opened.saw("remittances", rows: rows.count, asJSON: json)
    if json {
      return try Output.only(json: [
        "count": .integer(count), "remittances": .array(rows.map(RemittanceListing.json)),
      ])
    }
    var output = Output()
    try output.line("\(MoneyText.count(count)) remittances, newest first")
    if !rows.isEmpty { try output.table(RemittanceListing.table(rows)) }
    try output.finish()
  }
}

/// Remittances as text and as JSON.
enum RemittanceListing {
  static func json(_ row: RemittanceRow) -> JSONValue { .object(members(row)) }

  private static func members(_ row: RemittanceRow) -> [JSONValue.Member] {
    [
      .init("id", .integer(row.id.rawValue)),
      .init("trace_number", .foreign(row.traceNumber)),
      .init("payer", .foreign(row.payer)),
      .init("payment_date", .day(row.paymentDate)),
      .init("method", .foreign(row.method)),
      .init("payment_cents", .cents(row.payment)),
      .init("posted_cents", .cents(row.posted)),
      .init("suspense_cents", .cents(row.suspense)),
      .init("standing", .foreign(row.standing.rawValue)),
      .init("claims", .integer(row.claims)),
      .init("staged", .integer(row.staged)),
    ]
  }

  static func json(_ detail: RemittanceDetail) -> JSONValue { .object(members(detail)) }

  static func members(_ detail: RemittanceDetail) -> [JSONValue.Member] {
    let claims: [JSONValue] = detail.claims.map { claim in
      [
        "control_number": .foreign(claim.controlNumber),
        "patient": .foreign(claim.patient),
        "status": .foreign(claim.status.title),
        "charge_cents": .cents(claim.charge),
        "paid_cents": .cents(claim.paid),
        "adjusted_cents": .cents(claim.adjusted),
        "patient_share_cents": .cents(claim.patientShare),
        "denied_cents": .cents(claim.denied),
        "posted": .bool(claim.isPosted),
        "staged_because": .array(
          claim.stagingReasons.map { ["code": .foreign($0.code), "reason": .foreign($0.sentence)] }),
        "item": .optional(claim.item) { .integer($0.rawValue) },
      ]
    }
    return members(detail.row) + [
      .init("file", .foreign(detail.file)),
      .init("typed_by", .optional(detail.typedBy) { .foreign($0) }),
      .init("claims_paid_cents", .cents(detail.claimsPaid)),
      .init("provider_adjusted_cents", .cents(detail.providerAdjusted)),
      .init("difference_cents", .cents(detail.difference)),
      .init("claim_rows", .array(claims)),
      .init(
        "provider_adjustments",
        .array(
          detail.providerAdjustments.map { adjustment in
            [
              "reason": .foreign(adjustment.reason),
              "reference": .foreign(adjustment.reference),
              "amount_cents": .cents(adjustment.amount),
            ]
          })),
    ]
  }

  static func table(_ rows: [RemittanceRow]) -> TextTable {
    var table = TextTable([
      .init("no.", .trailing), .init("trace", limit: 30), .init("payer", limit: 30),
      .init("date"), .init("how"), .init("payment", .trailing), .init("posted", .trailing),
      .init("suspense", .trailing), .init("claims", .trailing), .init("staged", .trailing),
    ])
    for row in rows {
      table.add(
        "\(row.id.rawValue)", "\(foreign: row.traceNumber)", "\(foreign: row.payer)",
        "\(foreign: row.paymentDate.description)", "\(foreign: row.method)", money(row.payment),
        money(row.posted), money(row.suspense), MoneyText.count(row.claims),
        MoneyText.count(row.staged))
    }
    return table
  }

  static func print(
    _ detail: RemittanceDetail, to output: inout Output
  ) throws(CommandFailure) {
    try output.table(table([detail.row]))
    try output.line("From \(foreign: detail.file)")
    try output.line(
      """
      Claims paid \(money(detail.claimsPaid)), provider adjustments \
      \(money(detail.providerAdjusted)), payment \(money(detail.row.payment)): \
      \(detail.difference == .zero ? "balances" : "differs by \(money(detail.difference))")
      """)
    for adjustment in detail.providerAdjustments {
      try output.line(
        """
        PLB \(foreign: adjustment.reason) \(foreign: adjustment.reference) \
        \(money(adjustment.amount))
        """)
    }
    for claim in detail.claims {
      try output.line(
        """
        \(foreign: claim.controlNumber)  \(foreign: claim.patient)  \
        \(foreign: claim.status.title)  charge \(money(claim.charge))  paid \(money(claim.paid))  \
        \(claim.isPosted ? "posted" : "waits")
        """)
      for reason in claim.stagingReasons { try output.line("    \(foreign: reason.sentence)") }
    }
  }

  private static func money(_ amount: Cents) -> SafeText { MoneyText.dollars(amount.rawValue) }
}
