import Billing
import Cells
import Desk

/// Asks before the books are closed through the end of a day or a month.
struct CloseDialog: YesNoDialog {
  static let yes: SafeText = "close them"

  let period: BookPeriod
  /// What of the deposits is not matched, in cents.
  let unmatched: Cents

  func agree(over workstation: inout Workstation) -> OverlayStep {
    workstation.shell.ask(CloseBooks(period), for: .send) { workstation, books in
      let today = workstation.shell.settings.today
      let through = books.closedThrough.map { Wording.longDate($0, today: today) } ?? ""
      let owed = books.closes.first.map { Wording.money($0.receivable) } ?? ""
      workstation.shell.say(.good, "The books are closed through \(through); \(owed) is owed.")
      workstation.reloadVisible()
    }
    return .closes
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    var body = [
      StyledText(
        "Nothing dated through \(Wording.longDate(period.last, today: canvas.today)) changes any more."
      ),
      StyledText("What comes later about such a day is dated on the open one.", .muted),
    ]
    if unmatched > .zero {
      body.append(
        StyledText("\(Wording.money(unmatched)) of the deposits is not matched.", .warning))
    }
    canvas.draw(
      Dialog(
        title: "Close the \(foreign: period.kind.rawValue) \(foreign: period.description)?",
        body: body),
      in: canvas.frame.bounds)
  }
}
