// The list of decisions, for an item or for the marks.

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
          DecideMenu(
            title: "Decide for \(Wording.count(queue.marks.count, "item"))",
            entries: verbs.map { DecideMenu.Entry($0) }))
      }
    case let item as ItemScreen:
      guard let detail = item.detail else { return }
      let entries = detail.verbs.map { verb in
        DecideMenu.Entry(
          verb, detail: self.detail(of: verb, detail.advice), refusal: refusal(of: verb))
      }
      overlays.append(DecideMenu(title: "Decide", entries: entries))
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

}
