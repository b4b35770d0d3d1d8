import Billing
import Cells
import Desk
import WorkEngine

/// A screen on which decisions are taken.
protocol DecidingScreen: Screen {
  /// Why nothing can be decided here at all.
  func refusalToDecide(_ shell: Shell) -> SafeText?

  /// Why a decision cannot be taken here.
  func refusal(of verb: DecisionVerb, _ shell: Shell) -> SafeText?
}

extension QueueScreen: DecidingScreen {
  func refusalToDecide(_ shell: Shell) -> SafeText? {
    marks.isEmpty && list.cursorRow == nil ? "the list is empty" : nil
  }

  func refusal(of verb: DecisionVerb, _ shell: Shell) -> SafeText? {
    if !marks.isEmpty, !verb.has(.many) {
      return "it takes one item at a time; Esc takes the marks off"
    }
    if !verb.fits(queue) { return "it does not fit this queue" }
    return refusalToDecide(shell)
  }
}

extension ItemScreen: DecidingScreen {
  func refusalToDecide(_ shell: Shell) -> SafeText? {
    guard detail != nil else { return "the item is being read" }
    if case .reading(let reason) = access { return SafeText(foreign: reason.asReason) }
    if access == .closed {
      return "it has left the queues; \(shell.keymap.label(of: .undo) ?? ":undo") takes it back"
    }
    return nil
  }

  func refusal(of verb: DecisionVerb, _ shell: Shell) -> SafeText? {
    guard let detail else { return "the item is being read" }
    if verb == .breakLease {
      if case .reading = access, detail.item.lease != nil { return nil }
      return "nobody else holds it"
    }
    if let reason = refusalToDecide(shell) { return reason }
    if let option = detail.advice.options.first(where: { $0.verb == verb }) {
      return option.permission.refusal.map { SafeText(foreign: $0.asReason) }
    }
    if verb == detail.advice.proposed || verb.has(.anywhere) { return nil }
    return "it does not fit this item"
  }
}

extension Workstation {
  private var decidingScreen: (any DecidingScreen)? {
    screens.top.screen as? any DecidingScreen
  }

  var refusalToDecide: SafeText? {
    guard let screen = decidingScreen else { return "not on this screen" }
    return screen.refusalToDecide(shell)
  }

  func refusal(of verb: DecisionVerb) -> SafeText? {
    if verb.has(.supervisors), !settings.isSupervisor { return "a supervisor does that" }
    guard let screen = decidingScreen else { return "not on this screen" }
    return screen.refusal(of: verb, shell)
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
