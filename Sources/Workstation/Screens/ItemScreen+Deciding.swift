// Deciding about the item that is open.

import Billing
import Cells
import Desk
import WorkEngine

extension ItemScreen: DecidingScreen {
  func refusalToDecide(_ shell: Shell) -> SafeText? {
    guard detail != nil else { return "the item is being read" }
    if hasLaterDecisions { return nil }
    if case .reading(let reason) = access { return SafeText(foreign: reason.asReason) }
    if access == .closed {
      return "it has left the queues; \(shell.keymap.label(of: .undo) ?? ":undo") takes it back"
    }
    return nil
  }

  /// Whether something besides a note may be decided although it left the queues: money that matched is
  /// taken apart where it was matched wrongly.
  private var hasLaterDecisions: Bool {
    guard let detail, detail.deposit != nil, detail.placement == nil else { return false }
    return detail.advice.options.contains {
      $0.verb != .note && $0.verb.has(.afterwards) && $0.permission == .allowed
    }
  }

  func refusal(of verb: DecisionVerb, _ shell: Shell) -> SafeText? {
    guard let detail else { return "the item is being read" }
    if verb == .breakLease {
      if case .reading = access, detail.item.lease != nil { return nil }
      return "nobody else holds it"
    }
    if let reason = refusalToDecide(shell) { return reason }
    if hasLaterDecisions, !verb.has(.afterwards) { return "it has left the queues" }
    // It leads to its own screen.
    if verb.has(.elsewhere), verb == detail.advice.proposed { return nil }
    if let option = detail.advice.options.first(where: { $0.verb == verb }) {
      return option.permission.refusal.map { SafeText(foreign: $0.asReason) }
    }
    if verb == detail.advice.proposed || verb.has(.anywhere) { return nil }
    return "it does not fit this item"
  }

  var subject: DecisionSubject? { detail.map { .open($0.item.id) } }

  func menu(_ shell: Shell) -> DecideMenu {
    guard let detail else { return DecideMenu(title: "Decide", entries: []) }
    let entries = detail.verbs.map { verb in
      DecideMenu.Entry(
        verb, detail: words(of: verb, detail.advice, shell), refusal: whyNot(verb, shell))
    }
    return DecideMenu(title: "Decide", entries: entries)
  }

  private func words(of verb: DecisionVerb, _ advice: Advice, _ shell: Shell) -> SafeText {
    let back = advice.options.first { $0.verb == verb }?.followUpOn.map {
      "back \(Wording.date($0, today: shell.settings.today))" as SafeText
    }
    guard verb == advice.proposed else { return back ?? .empty }
    return back.map { "proposed, \($0)" } ?? "proposed"
  }

  func fields(of verb: DecisionVerb) -> [DecisionField]? {
    detail?.advice.options.first { $0.verb == verb }?.fields
  }

  func form(_ verb: DecisionVerb, _ fields: [DecisionField], _ shell: Shell) -> DecisionForm? {
    detail.map { detail in
      let option = detail.advice.options.first { $0.verb == verb }
      return DecisionForm(
        verb, fields, target: .one(detail.item, fence: shell.leases.fence(of: detail.item.id)),
        detail: detail, reference: detail.row.reference, resultCode: option?.resultCode ?? "")
    }
  }
}
