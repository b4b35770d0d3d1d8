// Order entry: typed into, checked when a field is left, saved.

import Billing
import Cells
import Desk

extension OrderEntry: Overlay {
  var isConfirming: Bool { true }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    isSaving
      ? [HintLine.Hint("", "Saving")]
      : [
        HintLine.Hint(shell.glyphs.enterText, "save"), HintLine.Hint("Tab", "next field"),
        HintLine.Hint("PgDn", "next section"), HintLine.Hint("Ctrl-n", "add a line"),
        HintLine.Hint("Ctrl-r", "take it out"), HintLine.Hint("Esc", "leave it"),
      ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape:
      close(&workstation.shell)
      return .closes
    case .enter, .control("s"):
      save(&workstation.shell)
      return .stays
    case .tab: moveFocus(by: 1)
    case .backTab: moveFocus(by: -1)
    case .down: moveRow(by: 1)
    case .up: moveRow(by: -1)
    case .pageDown: moveSection(by: 1)
    case .pageUp: moveSection(by: -1)
    case .control("n"):
      if !addLine() {
        workstation.shell.say(.warning, "More lines than that come in a file: :import PATH.")
      }
    case .control("r"):
      if !removeLine() {
        workstation.shell.say(
          .info, "Ctrl-r takes out the line under the cursor; one line must stay.")
      }
    default:
      guard edit(key) else { return .stays }
      error = nil
      return .stays
    }
    show()
    check(&workstation.shell)
    return .stays
  }

  /// Lets the office look at the order as typed, where it changed since the last look.
  mutating func check(_ shell: inout Shell) {
    let rows = rows(today: shell.settings.today)
    guard rows != checked, isDirty || order != nil else { return }
    checked = rows
    shell.ask(CheckOrder(rows), for: .checkOrder, refused: { _, _ in }, then: { $0.takeCheck($1) })
  }

  private func close(_ shell: inout Shell) {
    guard isDirty else { return }
    if order == nil {
      shell.drafts.order = self
      shell.say(.info, "Nothing was saved. What you typed is kept until you come back.")
    } else {
      shell.say(.info, "Nothing was saved; the order is as it was.")
    }
  }

  private mutating func save(_ shell: inout Shell) {
    guard !number.isEmpty else {
      focus = .head(0)
      error = "Give the order its number first."
      return
    }
    isSaving = true
    error = nil
    shell.ask(
      SaveOrder(rows(today: shell.settings.today)), for: .saveOrder,
      refused: { $0.refuseSaving($1.message) }, then: { $0.finishSaving($1) })
  }

  /// The order was not saved: shows what is to be put right.
  mutating func refuse(_ saved: EnteredOrder) {
    isSaving = false
    showsAllProblems = true
    take(problems: saved.problems, findings: saved.findings)
    goToFirstProblem()
    let errors = saved.problems.filter(\.isError).count
    error = "Not saved: \(Wording.count(errors, "problem")) to put right."
  }
}
