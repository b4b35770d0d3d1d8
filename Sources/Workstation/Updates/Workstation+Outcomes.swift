// Many items at once, and what came of a decision.

import Billing
import Cells
import Desk
import WorkEngine

extension Workstation {
  // MARK: Many

  mutating func showPreview(_ preview: BulkPreview) {
    guard let form = overlays.last as? DecisionForm, case .many(_, let screen) = form.target else {
      return
    }
    guard !preview.items.isEmpty else {
      let reason = preview.refused.first.map { $0.reason } ?? ""
      refusePreview(
        "Nothing was done. " + (reason.isEmpty ? "None of the marked items is left." : reason))
      return
    }
    let hidden = Set((screens[screen] as? QueueScreen)?.marks.hidden ?? [])
    var sorted = preview
    sorted.first =
      preview.first.filter { hidden.contains($0.item.id) }
      + preview.first.filter { !hidden.contains($0.item.id) }
    var planned = form
    planned.target = .many(preview.items, screen: screen)
    let effect = FormEffect(form: planned, settings: shell.settings, privacy: shell.privacy)
      .sentence
    overlays.append(PreviewDialog(preview: sorted, effect: effect, hidden: hidden, screen: screen))
  }

  mutating func refusePreview(_ reason: String) {
    typing.dropAhead()
    let text = SafeText(foreign: reason)
    changeOverlay(as: DecisionForm.self) { form, _ in form.error = text }
    shell.say(.error, text)
  }

  // MARK: What came of it

  mutating func finishDecision(_ outcome: DecisionOutcome) {
    let undo = shell.keymap.label(of: .undo) ?? ":undo"
    var text = SafeText(foreign: outcome.message)
    if outcome.isUndoable { text += " \(undo) undoes it." }
    let alone = refusedInPreview
    if alone > 0 { text += " \(Wording.count(alone, "item")) left alone." }
    shell.say(alone + outcome.refused.count == 0 ? .good : .warning, text)
    closeDecisionOverlays(outcome, said: text)
    reloadListsBelow()
  }

  /// Items that the preview already said would be left alone.
  private var refusedInPreview: Int {
    (overlays.last as? PreviewDialog)?.preview.refused.count ?? 0
  }

  private mutating func closeDecisionOverlays(_ outcome: DecisionOutcome, said: SafeText) {
    var verb: DecisionVerb?
    if let dialog = overlays.last as? PreviewDialog {
      takeMarksOff(outcome, screen: dialog.screen)
      overlays.removeLast()
    }
    if let form = overlays.last as? DecisionForm {
      verb = form.verb
      if let item = form.item { shell.drafts.take(of: item, verb: form.verb) }
      overlays.removeLast()
    }
    guard var item = screens.top.screen as? ItemScreen, outcome.items.contains(item.item), let verb
    else {
      reloadVisible()
      return
    }
    if verb.has(.staysOpen) {
      shell.askToTake(item.item, screen: screens.top.number)
      shell.askOverview()
    } else {
      // The office ends the lease with the decision; it is not given back again.
      shell.leases.end(item.item)
      item.access = .done
      item.scrolled = [0, 0]
      screens.top.screen = item
      if !goOn(from: item, said: said) { reloadVisible() }
    }
  }

  /// Decided items lose their marks; those that were left alone keep them.
  private mutating func takeMarksOff(_ outcome: DecisionOutcome, screen: Int) {
    guard var queue = screens[screen] as? QueueScreen else { return }
    queue.marks.remove(Set(outcome.items))
    screens[screen] = queue
  }

  /// The office refused: the form stays with everything typed, and the item is read again.
  mutating func refuseDecision(_ reason: String) {
    let text = SafeText(foreign: reason)
    shell.say(.error, text)
    changeOverlay(as: DecisionForm.self) { form, _ in form.refuse(text) }
    changeOverlay(as: PreviewDialog.self) { dialog, _ in dialog.refuse(text) }
    reloadVisible()
  }

  // MARK: Undoing

  /// Takes the last decision back, or brings it back.
  mutating func takeBack(_ question: some DeskQuestion<DecisionOutcome>) {
    shell.ask(question, for: .undo) { $0.finishUndo($1) }
  }

  private mutating func finishUndo(_ outcome: DecisionOutcome) {
    shell.say(.good, SafeText(foreign: outcome.message))
    reloadVisible()
    reloadListsBelow()
  }
}
