import Billing
import Cells
import Desk

/// Asks before statements are written: every one that is due, or that of one patient.
struct StatementDialog: YesNoDialog {
  static let yes: SafeText = "write them"

  /// Whoever gets one.
  let rows: [QueueRow]
  private let request: StatementRequest

  /// Everybody for whom one is due.
  init(due rows: [QueueRow]) {
    self.rows = rows
    request = StatementRequest()
  }

  /// One patient, also before it is due.
  init(of row: QueueRow) {
    rows = [row]
    request = StatementRequest(items: [row.item.id])
  }

  func agree(over workstation: inout Workstation) -> OverlayStep {
    workstation.shell.ask(SendStatements(request), for: .send) {
      workstation, outcome in
      let file = SafeText(foreign: outcome.files.first?.lastPathPart ?? "")
      workstation.shell.say(
        .good,
        """
        \(Wording.count(outcome.sent.count, "statement")) written, \
        \(Wording.money(outcome.total)): \(file)
        """)
      workstation.reloadVisible()
    }
    return .closes
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let total = rows.map(\.item.expected).total()
    let body = [
      StyledText(
        "\(Wording.count(rows.count, "patient")) will be asked for \(Wording.money(total))."),
      StyledText("Whoever may not be asked gets none.", .muted),
    ]
    canvas.draw(
      Dialog(title: rows.count == 1 ? "Write the statement?" : "Write the statements?", body: body),
      in: canvas.frame.bounds)
  }
}
