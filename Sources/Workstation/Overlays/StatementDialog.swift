import Billing
import Cells
import Desk

/// Asks before every statement that is due is written.
struct StatementDialog: Overlay {
  var due: [QueueRow]

  func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .enter, .character("y"):
      workstation.shell.ask(SendStatements(StatementRequest()), for: .send) {
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
    case .escape, .character("n"), .character("q"): return .closes
    default: return .stays
    }
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [HintLine.Hint(shell.glyphs.enterText, "write them"), HintLine.Hint("Esc", "stay")]
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let total = due.map(\.item.expected).total()
    let body = [
      StyledText(
        "\(Wording.count(due.count, "patient")) will be asked for \(Wording.money(total))."),
      StyledText("Whoever may not be asked gets none.", .muted),
    ]
    canvas.draw(Dialog(title: "Write the statements?", body: body), in: canvas.frame.bounds)
  }
}
