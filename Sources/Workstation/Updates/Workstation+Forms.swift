// Forms: opened, typed into, sent, followed when the item changes.

import Billing
import Cells
import Desk

extension Workstation {
  /// Begins a decision: opens its form, for the marks, the row or the open item.
  mutating func begin(_ verb: DecisionVerb, argument: String = "") {
    if verb == .transmit {
      // What is ready goes out by group, with its count and total typed.
      go(to: .transmission(TransmissionScreen()))
      return
    }
    if verb == .assign || verb == .hold, billers.isEmpty { ask(.billers, for: .billers) }
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
    if let item = form.item,
      let draft = drafts.removeValue(forKey: DraftKey(item: item, verb: verb)),
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
      form.follow(form.fields[form.focus].name, factory: factory)
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
      decision = try FormReader(
        form: form, today: settings.today, holdReasons: settings.holdReasons
      ).decision()
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
    guard case .form(var form) = overlays.last, [.assign, .hold].contains(form.verb), !form.isDirty
    else {
      return
    }
    let item: WorkItem? = if case .one(let item, _) = form.target { item } else { nil }
    form.fields = factory.fields(form.verb, item: item, detail: form.detail, option: nil)
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
}
