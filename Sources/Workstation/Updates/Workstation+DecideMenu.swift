// The list of decisions: opened for an item or for the marks, narrowed, taken from.

import Billing
import Cells
import Desk
import WorkEngine

extension Workstation {
  mutating func openDecisionMenu() {
    switch screens.top.screen {
    case let queue as QueueScreen:
      if queue.marks.isEmpty {
        guard let row = queue.list.cursorRow else { return }
        shell.afterOpening = .menu
        openItem(row.item.id, queue: queue.queue)
      } else {
        let verbs = DecisionVerb.forMany(in: queue.queue, isSupervisor: shell.settings.isSupervisor)
        overlays.append(
          .decide(
            DecideMenu(
              title: "Decide for \(Wording.count(queue.marks.count, "item"))",
              entries: verbs.map { DecideMenu.Entry($0) })))
      }
    case let item as ItemScreen:
      guard let detail = item.detail else { return }
      let entries = detail.verbs.map { verb in
        DecideMenu.Entry(
          verb, detail: self.detail(of: verb, detail.advice), refusal: refusal(of: verb))
      }
      overlays.append(.decide(DecideMenu(title: "Decide", entries: entries)))
    default: break
    }
  }

  private func detail(of verb: DecisionVerb, _ advice: Advice) -> SafeText {
    let back = advice.options.first { $0.verb == verb }?.followUpOn.map {
      "back \(Wording.date($0, today: shell.settings.today))" as SafeText
    }
    guard verb == advice.proposed else { return back ?? .empty }
    return back.map { "proposed, \($0)" } ?? "proposed"
  }

  mutating func press(_ key: Key, in menu: DecideMenu) {
    var menu = menu
    switch key {
    case .escape:
      overlays.removeLast()
      return
    case .enter:
      take(from: menu)
      return
    case .down, .tab, .control("n"): menu.move(by: 1)
    case .up, .backTab, .control("p"): menu.move(by: -1)
    case .pageDown: menu.move(by: 10)
    case .pageUp: menu.move(by: -10)
    default:
      guard menu.query.handle(key) else { return }
      menu.queryChanged()
    }
    setOverlay(.decide(menu))
  }

  private mutating func take(from menu: DecideMenu) {
    guard let entry = menu.chosen else {
      shell.say(.warning, menu.emptyText)
      return
    }
    if let reason = entry.refusal {
      shell.say(.warning, "\(entry.title): \(reason).")
      return
    }
    overlays.removeLast()
    begin(entry.verb)
  }
}
