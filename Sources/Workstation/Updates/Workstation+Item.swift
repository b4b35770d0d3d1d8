// Opening, taking, stepping through and giving back items.

import Billing
import Cells
import Desk

extension Workstation {
  /// Opens an item for work: takes it under a lease, or shows it for reading.
  mutating func openItem(_ id: WorkItemID, queue: QueueName?) {
    let screen = ItemScreen(item: id, queue: queue)
    if let old = screens.top.screen as? ItemScreen {
      shell.giveBack(old.item)
      screens.replaceTop(with: screen)
    } else {
      screens.push(screen)
    }
    shell.pressed = []
    shell.sidePaneDue = nil
    shell.askToTake(id, screen: screens.top.number)
  }

  mutating func takeNext() {
    switch screens.top.screen {
    case let home as HomeScreen: askForNext(home.queue, .everything)
    case let queue as QueueScreen: askForNext(queue.queue, queue.filter)
    case let item as ItemScreen:
      let below = nearestQueue?.screen
      let queue = item.queue ?? item.detail?.item.queue ?? .denials
      let filter = below?.queue == queue ? below?.filter ?? .everything : .everything
      askForNext(queue, filter)
    default: break
    }
  }

  private mutating func askForNext(_ queue: QueueName, _ filter: WorkFilter) {
    shell.ask(TakeNext(queue, filter), for: .takeNext) { $0.showTaken($1) }
  }

  var refusalToTakeNext: SafeText? {
    guard let queue = screens.top.screen as? QueueScreen else { return nil }
    return queue.lane == .work ? nil : "only open items are handed out; Tab shows that lane"
  }

  /// Shows the item that the office handed out, or says that there is none.
  mutating func showTaken(_ detail: ItemDetail?) {
    let said = shell.decidedBefore
    shell.decidedBefore = nil
    guard let detail else {
      shell.typedAhead = []
      if let said {
        shell.say(.good, "\(said) \(nothingFreeText)")
        reloadVisible()
      } else {
        shell.say(.info, nothingFreeText)
      }
      return
    }
    shell.leases[detail.item.id] = detail.item.lease?.fence ?? 0
    var screen = ItemScreen(item: detail.item.id, queue: detail.item.queue)
    screen.detail = detail
    screen.access = .held
    screen.wasHandedOut = true
    if let old = screens.top.screen as? ItemScreen {
      if old.item != detail.item.id { shell.giveBack(old.item) }
      screens.replaceTop(with: screen)
    } else {
      screens.push(screen)
    }
    // The list below follows, so that next and previous go on from here.
    if let number = nearestQueue?.number {
      change(number, as: QueueScreen.self) { queue, _ in
        queue.list.move(toRecord: detail.item.id)
      }
    }
    shell.pressed = []
    shell.sidePaneDue = nil
  }

  private var nothingFreeText: SafeText {
    let queue: QueueName
    let isFiltered: Bool
    switch screens.top.screen {
    case let home as HomeScreen: (queue, isFiltered) = (home.queue, false)
    case let screen as QueueScreen:
      (queue, isFiltered) = (screen.queue, screen.filter != .everything)
    case let item as ItemScreen: (queue, isFiltered) = (item.queue ?? .denials, false)
    default: (queue, isFiltered) = (.denials, false)
    }
    let title = SafeText(foreign: queue.title)
    if isFiltered { return "Nothing free in \(title) passes the filter. Esc clears it." }
    guard let summary = shell.overview?.queues.first(where: { $0.queue == queue }),
      summary.waiting + summary.withLead > 0
    else { return "Nothing to take in \(title). All done here." }
    return
      "Nothing free in \(title): \(MoneyText.count(summary.waiting)) waiting, \(MoneyText.count(summary.withLead)) with a lead."
  }
}
