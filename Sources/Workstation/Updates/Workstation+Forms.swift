// Forms of decisions: opened, and followed when the item changes.

import Billing
import Cells
import Desk
import WorkEngine

/// How a form is to be opened.
struct FormStart: Equatable, Sendable {
  var verb: DecisionVerb
  /// What was decided before, to be filled in once more.
  var filled: DecisionEntry?
  /// What followed the name on the `:` line.
  var argument = ""

  init(_ verb: DecisionVerb, filled: DecisionEntry? = nil, argument: String = "") {
    self.verb = verb
    self.filled = filled
    self.argument = argument
  }
}

extension Workstation {
  /// Begins a decision: opens its form, for the marks, the row or the open item.
  mutating func begin(_ verb: DecisionVerb, argument: String = "") {
    if verb.has(.elsewhere) {
      // What is ready goes out by group, with its count and total typed.
      go(to: TransmissionScreen())
      return
    }
    begin(FormStart(verb, argument: argument))
  }

  private mutating func begin(_ start: FormStart) {
    if let queue = screens.top.screen as? QueueScreen, queue.marks.isEmpty,
      !start.verb.has(.anywhere)
    {
      guard let row = queue.list.cursorRow else { return }
      shell.afterOpening = .form(start)
      openItem(row.item.id, queue: queue.queue)
      return
    }
    openForm(start)
  }

  /// Opens a form with the fields of the advice, or asks the office for them.
  mutating func openForm(_ start: FormStart) {
    let item: WorkItemID?
    switch screens.top.screen {
    case let queue as QueueScreen:
      item = queue.marks.isEmpty ? queue.list.cursorRow?.item.id : nil
      if item == nil, queue.marks.isEmpty { return }
    case let screen as ItemScreen:
      guard let detail = screen.detail else { return }
      if let reason = refusal(of: start.verb) {
        shell.say(.warning, "\(foreign: start.verb.title): \(reason).")
        return
      }
      if let option = detail.advice.options.first(where: { $0.verb == start.verb }) {
        showForm(start, option.fields)
        return
      }
      item = detail.item.id
    default: return
    }
    shell.formAsked = start
    let number = screens.top.number
    shell.ask(
      ReadForm(start.verb, item: item), for: .form(screen: number),
      refused: { $0.refuseForm($1.message) }, then: { $0.takeForm($1, screen: number) })
  }

  mutating func takeForm(_ fields: [DecisionField], screen number: Int) {
    guard let start = shell.formAsked, screens.top.number == number, overlays.isEmpty else {
      return
    }
    showForm(start, fields)
  }

  /// The office has no such form for what is on the screen.
  mutating func refuseForm(_ reason: String) {
    guard let start = shell.formAsked else { return }
    shell.formAsked = nil
    shell.say(.warning, "\(foreign: start.verb.title): \(foreign: reason.asReason).")
  }

  private mutating func showForm(_ start: FormStart, _ fields: [DecisionField]) {
    shell.formAsked = nil
    guard var form = form(start.verb, fields) else { return }
    form.offer(people: people)
    if let filled = start.filled { form.fill(from: filled) }
    if let item = form.item,
      let draft = shell.drafts.removeValue(forKey: DraftKey(item: item, verb: start.verb)),
      draft.map(\.name) == form.fields.map(\.name)
    {
      form.fields = draft
      shell.say(.info, "What you had typed is here again.")
    }
    shell.pressed = []
    if !start.argument.isEmpty { form.fillArgument(start.argument) }
    if shell.billers.isEmpty, fields.contains(where: \.isPerson) {
      shell.ask(ReadBillers(), for: .billers, refused: { _, _ in }, then: { $0.takeBillers($1) })
    }
    // A command typed with all it needs is given; many items still show their preview first.
    if !start.argument.isEmpty { form.submit(&shell) }
    overlays.append(form)
  }

  /// The form for what is on the screen; nil where nothing is there to decide about.
  private func form(_ verb: DecisionVerb, _ fields: [DecisionField]) -> DecisionForm? {
    switch screens.top.screen {
    case let queue as QueueScreen where !queue.marks.isEmpty:
      // Hidden ones first: they are looked at first.
      let hidden = queue.marks.hidden
      let gone = Set(hidden)
      let ids = hidden + queue.marks.ids.filter { !gone.contains($0) }
      return DecisionForm(verb, fields, target: .many(ids, screen: screens.top.number))
    case let queue as QueueScreen:
      guard let row = queue.list.cursorRow else { return nil }
      return DecisionForm(
        verb, fields, target: .one(row.item, fence: shell.leases[row.item.id]),
        reference: row.reference)
    case let item as ItemScreen:
      guard let detail = item.detail else { return nil }
      let option = detail.advice.options.first { $0.verb == verb }
      return DecisionForm(
        verb, fields, target: .one(detail.item, fence: shell.leases[detail.item.id]),
        detail: detail,
        reference: detail.row.reference, resultCode: option?.resultCode ?? "")
    default: return nil
    }
  }

  /// The office names the field that is wrong: the form stays with everything typed.
  mutating func takeFault(_ fault: FieldFault) {
    if overlays.last is PreviewDialog { overlays.removeLast() }
    let isTaken = changeOverlay(as: DecisionForm.self) { form, _ in
      form.isSaving = false
      form.complain(fault)
    }
    if !isTaken { shell.say(.error, SafeText(foreign: fault.message)) }
  }

  /// The form follows the item: its version, its lease.
  mutating func refreshForm(with detail: ItemDetail) {
    changeOverlays(as: DecisionForm.self) { form, shell in
      guard form.item == detail.item.id, !form.isSaving else { return }
      form.target = .one(detail.item, fence: shell.leases[detail.item.id])
      form.detail = detail
    }
  }

  mutating func takeBillers(_ names: [String]) {
    shell.billers = names
    let people = people
    changeOverlays(as: DecisionForm.self) { form, _ in form.offer(people: people) }
  }

  /// Everybody whom a field of a form may name.
  private var people: [String] { shell.billers.filter { $0 != shell.settings.user } }

  mutating func repeatLastDecision() {
    guard let last = shell.lastDecision else { return }
    begin(FormStart(last.verb, filled: last))
  }
}
