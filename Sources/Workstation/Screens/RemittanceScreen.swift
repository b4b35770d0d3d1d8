import Billing
import Cells
import Desk

extension CommandContext {
  static let remittance = CommandContext("remittance", "Remittance")
}

/// One remittance, with its balance at every level.
struct RemittanceScreen: ListScreen {
  static let context = CommandContext.remittance
  static let abilities: ScreenAbilities = [.columns, .record]

  var remittance: RemittanceID
  var detail: RemittanceDetail?
  var list = WindowedList<RemittanceClaimRow>()
  var scrolled = 0

  init(remittance: RemittanceID) { self.remittance = remittance }

  func crumb(_ privacy: Privacy) -> SafeText {
    detail.map { privacy.identifier($0.row.traceNumber) } ?? "remittance"
  }

  /// The balance stands there.
  static var rowsAboveList: Int { 7 }

  func read(_ shell: inout Shell) {
    shell.ask(ReadRemittance(remittance), for: .page) { (screen: inout Self, detail, _) in
      screen.detail = detail
      screen.list.receive(all: detail.claims)
    }
  }

  func open(_ shell: inout Shell) {
    if let item = list.cursorRow?.item { shell.openItem(item, queue: .cashPosting) }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    guard let row = list.cursorRow else { return "the remittance has no claims" }
    guard row.item == nil else { return nil }
    return row.isPosted ? "it is posted; nothing waits" : "nothing of it waits in Cash posting"
  }

  var record: Record? {
    list.cursorRow.map {
      Record(reference: $0.controlNumber, patient: $0.patient, amount: $0.paid)
    }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let detail else { return }
    let area = rect.inset(columns: 1)
    for (index, line) in balance(detail, canvas).enumerated() {
      canvas.write(line, in: area.line(index))
    }
    canvas.draw(
      list, columns: Self.columns, scrolled: scrolled, in: rect.below(Self.rowsAboveList)
    ) { claimRow($1, $2) }
  }

  private static let columns = [
    Table.Column("Claim", width: .fixed(12), wholeUpTo: 20),
    Table.Column("Patient", width: .flexible(minimum: 10, weight: 2)),
    Table.Column("Charge", width: .fixed(10), align: .trailing),
    Table.Column("Paid", width: .fixed(10), align: .trailing),
    Table.Column("Adjusted", width: .fixed(10), align: .trailing, priority: 2),
    Table.Column("Patient's", width: .fixed(10), align: .trailing, priority: 3),
    Table.Column("Denied", width: .fixed(10), align: .trailing, priority: 1),
    Table.Column("", width: .flexible(minimum: 13, weight: 3)),
  ]

  private func balance(_ detail: RemittanceDetail, _ canvas: Canvas) -> [StyledText] {
    let row = detail.row
    var head = StyledText(SafeText(foreign: row.payer), .title)
    head += StyledText(
      "  \(foreign: row.method)  \(Wording.longDate(row.paymentDate, today: canvas.today))  \(foreign: detail.file.lastPathPart)",
      .muted)
    var grid = TextGrid([.leading, .trailing, .leading, .leading, .trailing], flexible: 2)
    grid.gap = 2
    let isBalanced = detail.difference == .zero
    grid.add([
      StyledText("Claims paid", .muted), StyledText(Wording.money(detail.claimsPaid)), "",
      StyledText("Posted", .muted), StyledText(Wording.money(row.posted)),
    ])
    grid.add([
      StyledText("Provider adjustments", .muted),
      StyledText(Wording.money(Cents(-detail.providerAdjusted.rawValue))), "",
      StyledText("In suspense", .muted),
      StyledText(Wording.money(row.suspense), row.suspense == .zero ? .text : .warning),
    ])
    grid.add([
      StyledText("Payment", .muted), StyledText(Wording.money(row.payment), Style.text.bold),
      isBalanced
        ? StyledText("\(SafeText(glyph: canvas.glyphs.check)) balances", .good)
        : StyledText("! \(Wording.money(detail.difference)) apart", .danger),
      StyledText("Staged", .muted),
      StyledText("\(MoneyText.count(row.staged)) of \(MoneyText.count(row.claims))"),
    ])
    return [head] + grid.lines(width: canvas.frame.size.columns - 2, glyphs: canvas.glyphs)
      + providerAdjustments(detail, canvas)
  }

  private func providerAdjustments(
    _ detail: RemittanceDetail, _ canvas: Canvas
  ) -> [StyledText] {
    guard !detail.providerAdjustments.isEmpty else { return [] }
    let parts = detail.providerAdjustments.prefix(4).map { adjustment -> SafeText in
      let amount = Wording.money(Cents(-adjustment.amount.rawValue))
      return
        "PLB \(foreign: adjustment.reason) \(amount) \(canvas.privacy.identifier(adjustment.reference))"
    }
    let rest = detail.providerAdjustments.count - parts.count
    let more: SafeText = rest > 0 ? ", \(rest) more" : ""
    return [StyledText("\(parts.joined(separator: ", "))\(more)", .muted)]
  }

  private func claimRow(_ row: RemittanceClaimRow, _ canvas: Canvas) -> Table.Row {
    let state: Table.Cell =
      row.isPosted
      ? Table.Cell("posted", .good)
      : Table.Cell(
        SafeText(foreign: row.stagingReasons.map(\.code).joined(separator: ", ")), .warning)
    return Table.Row(
      [
        Table.Cell(canvas.privacy.identifier(row.controlNumber)),
        Table.Cell(canvas.privacy.person(row.patient)),
        Table.Cell(Wording.money(row.charge)),
        Table.Cell(Wording.money(row.paid), row.paid < .zero ? Style(.moneyNegative) : .text),
        Table.Cell(Wording.money(row.adjusted), .muted),
        Table.Cell(Wording.money(row.patientShare), .muted),
        Table.Cell(
          row.denied == .zero ? "-" : Wording.money(row.denied),
          row.denied == .zero ? .muted : .danger),
        state,
      ], sign: row.isPosted ? nil : "!")
  }
}

extension RemittanceClaimRow: ListRow { var listID: RemitClaimID { id } }

/// A screen about something that a remittance spoke of.
protocol RemittanceSource: Screen {
  /// The remittance that it comes from, or the latest that spoke of it.
  var remittance: RemittanceID? { get }

  var refusalToOpenRemittance: SafeText? { get }
}
