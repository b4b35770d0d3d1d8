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
    typing.dropPressed()
    shell.sidePaneDue = nil
    shell.askToTake(id, screen: screens.top.number)
  }

  mutating func takeNext() {
    guard let screen = screens.top.screen as? any HandingScreen else { return }
    let (queue, filter) = screen.next(of: nearestQueue?.screen)
    shell.ask(TakeNext(queue, filter), for: .takeNext) { $0.showTaken($1) }
  }

  var refusalToTakeNext: SafeText? {
    (screens.top.screen as? any HandingScreen)?.refusalToTakeNext
  }

  /// Shows the item that the office handed out, or says that there is none.
  mutating func showTaken(_ detail: ItemDetail?) {
    let said = sequel.takeSaid()
    guard let detail else {
      typing.dropAhead()
      if let said {
        shell.say(.good, "\(said) \(nothingFreeText)")
        reloadVisible()
      } else {
        shell.say(.info, nothingFreeText)
      }
      return
    }
    shell.leases.keep(detail)
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
    typing.dropPressed()
    shell.sidePaneDue = nil
  }

  private var nothingFreeText: SafeText {
    let (queue, filter) =
      (screens.top.screen as? any HandingScreen)?.next(of: nil) ?? (.denials, .everything)
    let title = SafeText(foreign: queue.title)
    if filter != .everything { return "Nothing free in \(title) passes the filter. Esc clears it." }
    guard let summary = shell.overview?.queues.first(where: { $0.queue == queue }),
      summary.waiting + summary.withLead > 0
    else { return "Nothing to take in \(title). All done here." }
    return
      "Nothing free in \(title): \(MoneyText.count(summary.waiting)) waiting, \(MoneyText.count(summary.withLead)) with a lead."
  }
}
