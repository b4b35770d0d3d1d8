// Decisions: the menu, the forms, the preview of many, and what came of them.

import Billing
import Cells
import Desk

extension Workstation {
  private var factory: FormFactory { FormFactory(settings: settings, billers: billers) }

  // MARK: What may be decided

  /// Why nothing can be decided here at all.
  var refusalToDecide: SafeText? {
    switch screens.top.screen {
    case .queue(let queue):
      return queue.marks.isEmpty && queue.list.cursorRow == nil ? "the list is empty" : nil
    case .item(let item):
      guard item.detail != nil else { return "the item is being read" }
      if case .reading(let reason) = item.access { return SafeText(foreign: reason.asReason) }
      return nil
    default: return "not on this screen"
    }
  }

  func refusal(of verb: DecisionVerb) -> SafeText? {
    if verb.isForSupervisors, !settings.isSupervisor { return "a supervisor does that" }
    switch screens.top.screen {
    case .queue(let queue):
      if !queue.marks.isEmpty {
        return verb.worksOnMany ? nil : "it takes one item at a time; Esc takes the marks off"
      }
      return refusalToDecide
    case .item(let item):
      guard let detail = item.detail else { return "the item is being read" }
      if verb == .breakLease {
        if case .reading = item.access, detail.item.lease != nil { return nil }
        return "nobody else holds it"
      }
      if let reason = refusalToDecide { return reason }
      if let option = detail.advice.options.first(where: { $0.verb == verb }) {
        return option.permission.refusal.map { SafeText(foreign: $0.asReason) }
      }
      if verb == detail.advice.proposed || verb.fitsEveryItem { return nil }
      return "it does not fit this item"
    default: return "not on this screen"
    }
  }

  // MARK: The menu

  mutating func openDecisionMenu() {
    switch screens.top.screen {
    case .queue(let queue):
      if queue.marks.isEmpty {
        guard let row = queue.list.cursorRow else { return }
        afterOpening = .menu
        openItem(row.item.id, queue: queue.queue)
      } else {
        let entries = DecisionVerb.forMany(in: queue.queue, isSupervisor: settings.isSupervisor)
          .enumerated().map { index, verb in
            Menu.Entry(
              title: SafeText(foreign: verb.title), key: Workstation.menuKey(index),
              action: .decide(verb))
          }
        overlays.append(
          .menu(Menu(title: "Decide for \(Wording.count(queue.marks.count, "item"))", entries: entries)))
      }
    case .item(let item):
      guard let detail = item.detail else { return }
      overlays.append(.menu(decisionMenu(detail)))
    default: break
    }
  }

  private func decisionMenu(_ detail: ItemDetail) -> Menu {
    let entries = detail.verbs(isSupervisor: settings.isSupervisor).enumerated().map {
      index, verb in
      Menu.Entry(
        title: SafeText(foreign: verb.title),
        detail: verb == detail.advice.proposed ? "proposed" : .empty,
        key: Workstation.menuKey(index), refusal: refusal(of: verb), action: .decide(verb))
    }
    var menu = Menu(title: "Decide", entries: entries)
    menu.selected = entries.firstIndex { $0.refusal == nil } ?? 0
    return menu
  }

  static func menuKey(_ index: Int) -> Character? {
    let keys = Array("123456789abcdefhilmnoprstuvwxyz")
    return index < keys.count ? keys[index] : nil
  }

  // MARK: Forms

  /// Begins a decision: opens its form, for the marks, the row or the open item.
  mutating func begin(_ verb: DecisionVerb, argument: String = "") {
    if verb == .assign, billers.isEmpty { ask(.billers, for: .billers) }
    if case .queue(let queue) = screens.top.screen, queue.marks.isEmpty, !verb.needsRowOnly {
      guard let row = queue.list.cursorRow else { return }
      afterOpening = .form(verb, filled: nil)
      openItem(row.item.id, queue: queue.queue)
      return
    }
    openForm(verb, filled: nil)
    guard !argument.isEmpty, case .form(var form) = overlays.last else { return }
    form.fillMainField(with: argument)
    setOverlay(.form(form))
    // A command typed with all it needs is given; many items still show their preview first.
    submit(form)
  }

  mutating func openForm(_ verb: DecisionVerb, filled: Decision?) {
    var form: DecisionForm
    switch screens.top.screen {
    case .queue(let queue) where !queue.marks.isEmpty:
      // Hidden ones first: they are looked at first.
      let hidden = queue.marks.hidden
      let gone = Set(hidden)
      let ids = hidden + queue.marks.ids.filter { !gone.contains($0) }
      form = DecisionForm(
        verb: verb, target: .many(ids, screen: screens.top.number), resultCode: "",
        fields: factory.fields(verb, item: nil, detail: nil, option: nil))
    case .queue(let queue):
      guard let row = queue.list.cursorRow else { return }
      form = DecisionForm(
        verb: verb, target: .one(row.item, fence: leases[row.item.id]), reference: row.reference,
        resultCode: "", fields: factory.fields(verb, item: row.item, detail: nil, option: nil))
    case .item(let item):
      guard let detail = item.detail else { return }
      let option = detail.advice.options.first { $0.verb == verb }
      let isProposed = verb == detail.advice.proposed
      form = DecisionForm(
        verb: verb, target: .one(detail.item, fence: leases[detail.item.id]), detail: detail,
        reference: detail.row.reference,
        resultCode: option?.resultCode ?? (isProposed ? detail.advice.resultCode : ""),
        fields: factory.fields(verb, item: detail.item, detail: detail, option: option))
    default: return
    }
    if let filled { form.fill(from: filled) }
    if let item = form.item, let draft = drafts.removeValue(forKey: DraftKey(item: item, verb: verb)),
      draft.map(\.name) == form.fields.map(\.name)
    {
      form.fields = draft
      say(.info, "What you had typed is here again.")
    }
    pressed = []
    overlays.append(.form(form))
  }

  mutating func press(_ key: Key, in form: DecisionForm) {
    var form = form
    switch key {
    case .enter:
      submit(form)
      return
    case .escape:
      closeForm(form)
      return
    case .tab, .down: form.moveFocus(by: 1)
    case .backTab, .up: form.moveFocus(by: -1)
    default:
      guard form.fields.indices.contains(form.focus), form.fields[form.focus].handle(key) else {
        return
      }
      form.error = nil
    }
    setOverlay(.form(form))
  }

  private mutating func closeForm(_ form: DecisionForm) {
    overlays.removeLast()
    guard form.isDirty, let item = form.item else { return }
    drafts[DraftKey(item: item, verb: form.verb)] = form.fields
    say(.info, "Nothing was done. What you typed is kept until you decide.")
  }

  mutating func submit(_ form: DecisionForm) {
    var form = form
    let decision: Decision
    do throws(FormReader.Complaint) {
      decision = try FormReader(form: form, today: settings.today).decision()
    } catch {
      form.complain(error.field, error.text)
      setOverlay(.form(form))
      return
    }
    form.error = nil
    switch form.target {
    case .one(let item, let fence):
      form.isSaving = true
      setOverlay(.form(form))
      lastDecision = decision
      ask(
        .decide(
          DecisionRequest(
            item: item.id, rowVersion: item.rowVersion, fence: fence, decision: decision)),
        for: .decide)
    case .many(let ids, _):
      guard !isWaiting(for: .preview) else { return }
      setOverlay(.form(form))
      lastDecision = decision
      ask(.previewMany(ids, decision), for: .preview)
    }
  }

  /// The form follows the item: its version, its lease.
  mutating func refreshForm(with detail: ItemDetail) {
    for index in overlays.indices {
      guard case .form(var form) = overlays[index], form.item == detail.item.id, !form.isSaving
      else { continue }
      form.target = .one(detail.item, fence: leases[detail.item.id])
      form.detail = detail
      overlays[index] = .form(form)
    }
  }

  mutating func takeBillers(_ names: [String]) {
    billers = names
    guard case .form(var form) = overlays.last, form.verb == .assign, !form.isDirty else { return }
    let item: WorkItem? = if case .one(let item, _) = form.target { item } else { nil }
    form.fields = factory.fields(.assign, item: item, detail: form.detail, option: nil)
    setOverlay(.form(form))
  }

  mutating func repeatLastDecision() {
    guard let last = lastDecision else { return }
    if case .queue(let queue) = screens.top.screen, queue.marks.isEmpty, !last.verb.needsRowOnly {
      guard let row = queue.list.cursorRow else { return }
      afterOpening = .form(last.verb, filled: last)
      openItem(row.item.id, queue: queue.queue)
      return
    }
    if let reason = refusal(of: last.verb) {
      say(.warning, "\(foreign: last.verb.title): \(reason).")
      return
    }
    openForm(last.verb, filled: last)
  }

  // MARK: Many

  mutating func showPreview(_ preview: BulkPreview) {
    guard case .form(let form) = overlays.last, case .many(_, let screen) = form.target else {
      return
    }
    guard !preview.items.isEmpty else {
      let reason = preview.refused.first.map { $0.reason } ?? ""
      refusePreview("Nothing was done. " + (reason.isEmpty ? "None of the marked items is left." : reason))
      return
    }
    let hidden = Set(screens[screen]?.asQueue?.marks.hidden ?? [])
    var sorted = preview
    sorted.first = preview.first.filter { hidden.contains($0.item.id) }
      + preview.first.filter { !hidden.contains($0.item.id) }
    overlays.append(.preview(PreviewDialog(preview: sorted, hidden: hidden, screen: screen)))
  }

  mutating func refusePreview(_ reason: String) {
    guard case .form(var form) = overlays.last else {
      say(.error, SafeText(foreign: reason))
      return
    }
    form.error = SafeText(foreign: reason)
    setOverlay(.form(form))
    say(.error, SafeText(foreign: reason))
  }

  mutating func press(_ key: Key, in dialog: PreviewDialog) {
    var dialog = dialog
    switch key {
    case .escape:
      overlays.removeLast()
      say(.info, "Nothing was done.")
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
      ask(.decideMany(dialog.preview.items, dialog.preview.decision), for: .decide)
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
    let undo = keymap.label(of: .undo) ?? ":undo"
    var text = SafeText(foreign: outcome.message)
    if outcome.isUndoable { text += " \(undo) undoes it." }
    let alone = outcome.refused.count + refusedInPreview
    if alone > 0 { text += " \(Wording.count(alone, "item")) left alone." }
    say(alone == 0 ? .good : .warning, text)
    closeDecisionOverlays(outcome)
    reloadListsBelow()
    replayTypedAhead()
  }

  /// Items that the preview already said would be left alone.
  private var refusedInPreview: Int {
    if case .preview(let dialog) = overlays.last { dialog.preview.refused.count } else { 0 }
  }

  private mutating func closeDecisionOverlays(_ outcome: DecisionOutcome) {
    var verb: DecisionVerb?
    while let overlay = overlays.last {
      switch overlay {
      case .form(let form):
        verb = form.verb
        if let item = form.item { drafts[DraftKey(item: item, verb: form.verb)] = nil }
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
    guard case .item(var item) = screens.top.screen, outcome.items.contains(item.item), let verb
    else {
      reloadVisible()
      return
    }
    if verb.leavesItemOpen {
      ask(.take(item.item), for: .take(screen: screens.top.number))
      ask(.overview, for: .overview)
    } else {
      // The office ends the lease with the decision; it is not given back again.
      leases[item.item] = nil
      item.access = .done
      item.scrolled = [0, 0]
      screens.top.screen = .item(item)
      reloadVisible()
    }
  }

  /// Decided items lose their marks; those that were left alone keep them.
  private mutating func takeMarksOff(_ outcome: DecisionOutcome, screen: Int) {
    guard case .queue(var queue)? = screens[screen] else { return }
    queue.marks.remove(Set(outcome.items))
    screens[screen] = .queue(queue)
  }

  /// The office refused: the form stays with everything typed, and the item is read again.
  mutating func refuseDecision(_ reason: String) {
    typedAhead = []
    let text = SafeText(foreign: reason)
    say(.error, text)
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

  private mutating func replayTypedAhead() {
    let keys = typedAhead
    typedAhead = []
    for key in keys { press(key) }
  }
}

extension DecisionForm {
  /// Fills the fields with what was decided before.
  mutating func fill(from decision: Decision) {
    for index in fields.indices {
      switch fields[index].name {
      case .note where verb != .deferred: fields[index].set(decision.note)
      case .delay:
        if let reason = fields[index].choices.first(where: { decision.note.hasPrefix($0.value) }) {
          fields[index].set(reason.value)
        }
      case .followUp: if let day = decision.followUpOn { fields[index].set(day.description) }
      case .assignee: fields[index].set(decision.assignee ?? "")
      case .reason: fields[index].set(decision.reasonCode)
      case .level: fields[index].set(decision.appealLevel.map { String($0.rawValue) } ?? "")
      case .outcome: fields[index].set(decision.appealOutcome?.rawValue ?? "")
      case .status: fields[index].set(decision.payerStatus)
      default: break
      }
    }
  }

  /// Fills what a `:` command gives after its name.
  mutating func fillMainField(with argument: String) {
    let names: [FormField.Name] =
      switch verb {
      case .note, .escalate: [.note]
      case .assign: [.assignee]
      case .writeOff, .transferPatient: [.amount]
      default: [.followUp, .amount, .note]
      }
    for name in names {
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].set(argument)
        return
      }
    }
  }
}

extension FormField {
  /// Puts a value in; one that is not among the choices changes nothing.
  mutating func set(_ text: String) {
    if isChoice {
      if let index = choices.firstIndex(where: { $0.value == text }) { chosen = index }
    } else if !text.isEmpty {
      field.setText(text)
    }
  }
}

extension DecisionVerb {
  /// What can be decided about several items of a queue at once.
  static func forMany(in queue: QueueName, isSupervisor: Bool) -> [DecisionVerb] {
    let ofQueue: [DecisionVerb] =
      switch queue {
      case .rejections: [.resubmit]
      case .denials: [.resubmit, .appeal, .reopen, .billNext, .transferPatient, .writeOff]
      case .followUp: [.calledPayer, .checkedPortal, .resubmit, .billNext, .writeOff]
      case .cashPosting: [.post, .leaveInSuspense]
      case .creditBalances: []
      }
    let always: [DecisionVerb] = [.deferred, .followUp, .note, .assign, .escalate]
    return ofQueue + always + (isSupervisor ? [.deescalate, .pin, .unpin] : [])
  }
}

extension ItemDetail {
  /// What can be decided about the item: the proposal first, then the others, then what always can.
  func verbs(isSupervisor: Bool) -> [DecisionVerb] {
    var result = [advice.proposed]
    for option in advice.options where !result.contains(option.verb) { result.append(option.verb) }
    var always: [DecisionVerb] = [.deferred, .note, .assign, .escalate]
    if isSupervisor { always += item.isPinned ? [.unpin] : [.pin] }
    for verb in always where !result.contains(verb) { result.append(verb) }
    return result
  }
}

extension String {
  /// A sentence as the end of another one: `Medicare takes no replacements`.
  var asReason: String {
    var text = self
    while text.last == "." { text.removeLast() }
    return text
  }
}
