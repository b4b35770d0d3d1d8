// What may be decided here, and forms filled from elsewhere.

import Billing
import Cells
import Desk

extension Workstation {
  var factory: FormFactory { FormFactory(settings: settings, billers: billers) }

  // MARK: What may be decided

  /// Why nothing can be decided here at all.
  var refusalToDecide: SafeText? {
    switch screens.top.screen {
    case .queue(let queue):
      return queue.marks.isEmpty && queue.list.cursorRow == nil ? "the list is empty" : nil
    case .item(let item):
      guard item.detail != nil else { return "the item is being read" }
      if case .reading(let reason) = item.access { return SafeText(foreign: reason.asReason) }
      if item.access == .closed {
        return "it has left the queues; \(keymap.label(of: .undo) ?? ":undo") takes it back"
      }
      return nil
    default: return "not on this screen"
    }
  }

  func refusal(of verb: DecisionVerb) -> SafeText? {
    if verb.isForSupervisors, !settings.isSupervisor { return "a supervisor does that" }
    switch screens.top.screen {
    case .queue(let queue):
      if !queue.marks.isEmpty {
        guard verb.worksOnMany else {
          return "it takes one item at a time; Esc takes the marks off"
        }
      }
      if let queues = verb.orderQueues, !queues.contains(queue.queue) {
        return "it does not fit this queue"
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
      case .cause, .team, .holdReason, .owner, .scope, .documentKind:
        fields[index].set(decision.details.value(of: fields[index].name))
      case .evidence: fields[index].set(decision.details.value(of: .evidence))
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
      case .note, .escalate, .cancelOrder, .withdrawCharge, .decline: [.note]
      case .releaseHold: [.evidence]
      case .pickUp: [.happenedOn]
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
    /// What is asked of a payer, a portal or a practice about any claim.
    let asking: [DecisionVerb] = [.calledPayer, .checkedPortal, .requestDocuments]
    let ofQueue: [DecisionVerb] =
      switch queue {
      case .rejections: [.resubmit] + asking
      case .denials:
        [.resubmit, .appeal, .reopen, .billNext, .transferPatient, .writeOff] + asking
      case .followUp: asking + [.resubmit, .billNext, .writeOff]
      case .cashPosting: [.post, .leaveInSuspense]
      case .creditBalances: []
      case .orderConfirmation: [.confirm, .returnOrder]
      case .holds: [.releaseHold, .hold, .checkEligibility]
      case .transmission: [.hold, .checkEligibility]
      case .special: [.decline]
      }
    let always: [DecisionVerb] = [.deferred, .followUp, .note, .assign, .escalate]
    return ofQueue + always + [.deescalate] + (isSupervisor ? [.pin, .unpin] : [])
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
