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
    if verb == .statement {
      // Statements go out by runs, each with its file: of one patient, or of everybody.
      if let row = (screens.top.screen as? ItemScreen)?.detail?.row {
        shell.open(StatementDialog(of: row))
      } else {
        go(to: PatientsScreen())
      }
      return
    }
    if verb.has(.elsewhere) {
      // What is ready goes out by group, with its count and total typed.
      let payer = (screens.top.screen as? ItemScreen)?.detail?.row.payer
      go(to: TransmissionScreen(showing: payer))
      return
    }
    begin(FormStart(verb, argument: argument))
  }

  private mutating func begin(_ start: FormStart) {
    if case .row(let id, let queue) = decidingScreen?.subject, !start.verb.has(.anywhere) {
      sequel.afterOpening = .form(start)
      openItem(id, queue: queue)
    } else {
      openForm(start)
    }
  }

  /// Opens the list of decisions, for the marks, the row or the open item.
  mutating func openDecisionMenu() {
    guard let screen = decidingScreen, let subject = screen.subject else { return }
    if case .row(let id, let queue) = subject {
      sequel.afterOpening = .menu
      openItem(id, queue: queue)
    } else {
      overlays.append(screen.menu(shell))
    }
  }

  /// Opens a form with the fields of the advice, or asks the office for them.
  mutating func openForm(_ start: FormStart) {
    guard let screen = decidingScreen, let subject = screen.subject else { return }
    var item: WorkItemID?
    switch subject {
    case .marks: break
    case .row(let id, _): item = id
    case .open(let id):
      if let reason = screen.whyNot(start.verb, shell) {
        shell.say(.warning, "\(foreign: start.verb.title): \(reason).")
        return
      }
      item = id
    }
    if let known = screen.fields(of: start.verb) {
      showForm(start, known)
      return
    }
    sequel.form = start
    let number = screens.top.number
    shell.ask(
      ReadForm(start.verb, item: item), for: .form(screen: number),
      refused: { $0.refuseForm($1.message) }, then: { $0.takeForm($1, screen: number) })
  }

  mutating func takeForm(_ fields: [DecisionField], screen number: Int) {
    guard let start = sequel.form, screens.top.number == number, overlays.isEmpty else {
      return
    }
    showForm(start, fields)
  }

  /// The office has no such form for what is on the screen.
  mutating func refuseForm(_ reason: String) {
    guard let start = sequel.takeForm() else { return }
    shell.say(.warning, "\(foreign: start.verb.title): \(foreign: reason.asReason).")
  }

  private mutating func showForm(_ start: FormStart, _ fields: [DecisionField]) {
    sequel.form = nil
    shell.caller = Shell.Caller(number: screens.top.number, isOnTop: true)
    guard var form = decidingScreen?.form(start.verb, fields, shell) else { return }
    form.offer(people: people)
    if let filled = start.filled { form.fill(from: filled) }
    if let item = form.item,
      let draft = shell.drafts.take(of: item, verb: start.verb),
      draft.map(\.name) == form.fields.map(\.name)
    {
      form.fields = draft
      shell.say(.info, "What you had typed is here again.")
    }
    typing.dropPressed()
    if !start.argument.isEmpty { form.fillArgument(start.argument) }
    if recall.billers.isEmpty, fields.contains(where: \.isPerson) {
      shell.ask(ReadBillers(), for: .billers, refused: { _, _ in }, then: { $0.takeBillers($1) })
    }
    // A command typed with all it needs is given; many items still show their preview first.
    if !start.argument.isEmpty { form.submit(&shell) }
    overlays.append(form)
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
  ///
  /// What somebody else did meanwhile is said in it, and is not saved over before a person has seen
  /// that.
  mutating func refreshForm(with detail: ItemDetail) {
    changeOverlays(as: DecisionForm.self) { form, shell in
      guard form.item == detail.item.id, !form.isSaving else { return }
      form.follow(detail, fence: shell.leases.fence(of: detail.item.id))
    }
  }

  mutating func takeBillers(_ names: [String]) {
    recall.billers = names
    let people = people
    changeOverlays(as: DecisionForm.self) { form, _ in form.offer(people: people) }
  }

  /// Everybody whom a field of a form may name.
  private var people: [String] { recall.billers.filter { $0 != shell.settings.user } }

  mutating func repeatLastDecision() {
    guard let last = shell.drafts.lastDecision else { return }
    begin(FormStart(last.verb, filled: last))
  }
}
