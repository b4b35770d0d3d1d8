// Many items at once, and what came of a decision.

import Billing
import Cells
import Desk
import WorkEngine

extension Workstation {
  // MARK: Many

  mutating func showPreview(_ preview: BulkPreview) {
    guard case .form(let form) = overlays.last, case .many(_, let screen) = form.target else {
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
    overlays.append(
      .preview(
        PreviewDialog(preview: sorted, effect: effect, hidden: hidden, screen: screen)))
  }

  mutating func refusePreview(_ reason: String) {
    shell.typedAhead = []
    guard case .form(var form) = overlays.last else {
      shell.say(.error, SafeText(foreign: reason))
      return
    }
    form.error = SafeText(foreign: reason)
    setOverlay(.form(form))
    shell.say(.error, SafeText(foreign: reason))
  }

  mutating func press(_ key: Key, in dialog: PreviewDialog) {
    var dialog = dialog
    switch key {
    case .escape:
      overlays.removeLast()
      shell.say(.info, "Nothing was done.")
      return
    case .enter:
      if dialog.mustType, dialog.typed.text.filter(\.isNumber) != "\(dialog.preview.items.count)" {
        dialog.error =
          "Type \(dialog.preview.items.count) to go on, or Esc to stay."
        setOverlay(.preview(dialog))
        return
      }
      dialog.isSaving = true
      setOverlay(.preview(dialog))
      shell.ask(
        DecideMany(dialog.preview.items, dialog.preview.entry), for: .decide,
        refused: { $0.refuseDecision($1.message) }, then: { $0.finishDecision($1) })
      return
    case .paste: return
    default:
      guard dialog.mustType, dialog.typed.handle(key) else { return }
      dialog.error = nil
    }
    setOverlay(.preview(dialog))
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
    if case .preview(let dialog) = overlays.last { dialog.preview.refused.count } else { 0 }
  }

  private mutating func closeDecisionOverlays(_ outcome: DecisionOutcome, said: SafeText) {
    var verb: DecisionVerb?
    while let overlay = overlays.last {
      switch overlay {
      case .form(let form):
        verb = form.verb
        if let item = form.item { shell.drafts[DraftKey(item: item, verb: form.verb)] = nil }
        overlays.removeLast()
        continue
      case .preview(let dialog):
        takeMarksOff(outcome, screen: dialog.screen)
        overlays.removeLast()
        continue
      default: break
      }
      break
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
      shell.leases[item.item] = nil
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
    switch overlays.last {
    case .form(var form):
      form.isSaving = false
      form.error = text
      setOverlay(.form(form))
    case .preview(var dialog):
      dialog.isSaving = false
      dialog.error = text
      setOverlay(.preview(dialog))
    default: break
    }
    reloadVisible()
  }
}
