// What may be decided here, and forms filled from elsewhere.

import Billing
import Cells
import Desk
import WorkEngine

extension Workstation {
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
    if verb.has(.supervisors), !settings.isSupervisor { return "a supervisor does that" }
    switch screens.top.screen {
    case .queue(let queue):
      if !queue.marks.isEmpty {
        guard verb.has(.many) else {
          return "it takes one item at a time; Esc takes the marks off"
        }
      }
      if !verb.fits(queue.queue) {
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
      if verb == detail.advice.proposed || verb.has(.anywhere) { return nil }
      return "it does not fit this item"
    default: return "not on this screen"
    }
  }
}

extension ItemDetail {
  /// What can be decided about the item, the proposal first.
  var verbs: [DecisionVerb] {
    [advice.proposed] + advice.options.map(\.verb).filter { $0 != advice.proposed }
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
