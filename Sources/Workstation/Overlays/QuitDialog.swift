import Billing
import Cells
import Desk

/// Asks before the program ends while something is open.
struct QuitDialog: YesNoDialog {
  static let yes: SafeText = "quit"

  func agree(over workstation: inout Workstation) -> OverlayStep {
    workstation.quitNow()
    return .stays
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    var body: [StyledText] = []
    if !canvas.shell.leases.isEmpty {
      let names = workstation.screens.all.compactMap {
        ($0.screen as? ItemScreen)?.detail?.row.reference
      }
      let list = names.map { canvas.privacy.identifier($0) }.joined(separator: ", ")
      body.append(
        StyledText(
          "\(Wording.count(canvas.shell.leases.count, "item")) \(canvas.shell.leases.count == 1 ? "is" : "are") open under your name\(list.isEmpty ? "" : ": \(list)")."
        ))
      body.append(
        StyledText("Quitting gives \(canvas.shell.leases.count == 1 ? "it" : "them") back.", .muted)
      )
    }
    if workstation.hasTypedText {
      body.append(StyledText("What you typed into a form and did not send is lost.", .warning))
    }
    if body.isEmpty { body.append(StyledText("Everything is saved.")) }
    canvas.draw(
      Dialog(
        title: "Quit?", body: body,
        hints: hints(canvas.shell)), in: canvas.frame.bounds)
  }
}
