// Decisions: the menu, the forms, the preview of many, and what came of them.

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
          .menu(
            Menu(title: "Decide for \(Wording.count(queue.marks.count, "item"))", entries: entries))
        )
      }
    case .item(let item):
      guard let detail = item.detail else { return }
      overlays.append(.menu(decisionMenu(detail)))
    default: break
    }
  }

  private func decisionMenu(_ detail: ItemDetail) -> Menu {
    let entries = detail.verbs.enumerated().map {
      index, verb in
      Menu.Entry(
        title: SafeText(foreign: verb.title),
        detail: self.detail(of: verb, detail.advice),
        key: Workstation.menuKey(index), refusal: refusal(of: verb), action: .decide(verb))
    }
    var menu = Menu(title: "Decide", entries: entries)
    menu.selected = entries.firstIndex { $0.refusal == nil } ?? 0
    return menu
  }

  private func detail(of verb: DecisionVerb, _ advice: Advice) -> SafeText {
    let back = advice.options.first { $0.verb == verb }?.followUpOn.map {
      "back \(Wording.date($0, today: settings.today))" as SafeText
    }
    guard verb == advice.proposed else { return back ?? .empty }
    return back.map { "proposed, \($0)" } ?? "proposed"
  }

  static func menuKey(_ index: Int) -> Character? {
    let keys = Array("123456789abcdefhilmnoprstuvwxyz")
    return index < keys.count ? keys[index] : nil
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
