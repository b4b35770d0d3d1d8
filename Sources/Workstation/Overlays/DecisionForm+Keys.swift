// The form of a decision: typed into, sent, left.

import Billing
import Cells
import Desk

extension DecisionForm: Overlay {
  var isConfirming: Bool { true }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    isSaving
      ? [HintLine.Hint("", "Saving")]
      : [
        HintLine.Hint(shell.glyphs.enterText, unseenChange == nil ? "do it" : "seen"),
        HintLine.Hint("Tab", "next field"),
        HintLine.Hint("Esc", "leave it"),
      ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .enter:
      if unseenChange != nil {
        unseenChange = nil
      } else {
        submit(&workstation.shell)
      }
      return .stays
    case .escape:
      close(&workstation.shell)
      return .closes
    case .tab, .down: moveFocus(by: 1)
    case .backTab, .up: moveFocus(by: -1)
    default:
      guard fields.indices.contains(focus), fields[focus].handle(key) else { return .stays }
      error = nil
      follow(fields[focus].name)
    }
    return .stays
  }

  private func close(_ shell: inout Shell) {
    guard isDirty, let item else { return }
    shell.drafts.keep(fields, of: item, verb: verb)
    shell.say(.info, "Nothing was done. What you typed is kept until you decide.")
  }

  /// Sends it; many items are looked at first.
  mutating func submit(_ shell: inout Shell) {
    error = nil
    shell.drafts.lastDecision = entry
    switch target {
    case .one(let item, let fence):
      isSaving = true
      let request = DecisionRequest(
        item: item.id, rowVersion: item.rowVersion, fence: fence, entry: entry)
      shell.ask(
        Decide(request), for: .decide, refused: { $0.refuseDecision($1.message) },
        then: { $0.finishDecision($1) })
    case .many(let ids, _):
      guard !shell.isWaiting(for: .preview) else { return }
      shell.ask(
        PreviewMany(ids, entry), for: .preview, refused: { $0.refusePreview($1.message) },
        then: { $0.showPreview($1) })
    }
  }
}
