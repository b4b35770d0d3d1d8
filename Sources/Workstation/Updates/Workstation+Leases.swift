// Leases: held while an item is open, given back when it is left.

import Billing
import Cells
import Desk

extension Workstation {
  /// The items that somebody is looking at: not under a covered screen, nor under another one.
  var leasesInSight: Set<WorkItemID> {
    guard !shell.isLocked, let item = screens.top.screen as? ItemScreen,
      shell.leases[item.item] != nil
    else {
      return []
    }
    return [item.item]
  }

  var holdsOpenItem: Bool {
    guard let item = screens.top.screen as? ItemScreen else { return false }
    return shell.leases[item.item] != nil
  }

  mutating func releaseOpenItem() {
    guard var item = screens.top.screen as? ItemScreen else { return }
    shell.giveBack(item.item)
    item.access = .reading("you gave it back")
    screens.top.screen = item
    shell.say(.info, "You gave the item back; others can take it.")
  }

  /// Takes in what the office knows of an item now.
  mutating func show(_ detail: ItemDetail, screen number: Int, taken: Bool) {
    guard var item = screens[number] as? ItemScreen, item.item == detail.item.id else {
      // Its screen has gone: what was taken for it is given back.
      if taken, !screens.all.contains(where: { ($0.screen as? ItemScreen)?.item == detail.item.id })
      {
        shell.askToRelease(detail.item.id)
      }
      return
    }
    item.detail = detail
    if item.queue == nil { item.queue = detail.item.queue }
    if taken {
      item.access = .held
      shell.leases[detail.item.id] = detail.item.lease?.fence ?? 0
    } else if item.access == .closed {
      // An undo brought it back.
      item.access = .done
    } else if item.access == .held, let fence = shell.leases[detail.item.id] {
      if let lease = detail.item.lease, lease.fence == fence, lease.expires <= shell.now {
        // It ran out while nobody looked, and nobody else took it: it is taken anew.
        shell.leases[detail.item.id] = nil
        item.access = .reading("your lease on it has ended")
        shell.askToTake(detail.item.id, screen: number)
      } else if detail.item.lease == nil || detail.item.lease?.fence != fence {
        shell.leases[detail.item.id] = nil
        let who = detail.item.lease.map { $0.user } ?? ""
        let reason =
          who.isEmpty ? "your lease on it has ended" : "\(who) is working on it"
        item.access = .reading(reason)
        shell.say(
          .warning,
          who.isEmpty
            ? "Your lease on this item has ended. Opening it again takes it anew."
            : "\(foreign: who) has taken this item over. What you typed is kept.")
      }
    }
    screens[number] = item
    refreshForm(with: detail)
    beginAfterOpening(screen: number)
  }

  /// The item could not be taken: it is shown for reading, with the reason.
  mutating func showForReading(_ reason: String, screen number: Int) {
    shell.typedAhead = []
    guard var item = screens[number] as? ItemScreen else { return }
    if item.access == .held, item.detail != nil {
      // A decision that leaves items open took this one out of the queues.
      shell.leases[item.item] = nil
      item.access = .closed
      screens[number] = item
      shell.askItem(item.item, screen: number)
      return
    }
    item.access = .reading(reason)
    screens[number] = item
    shell.afterOpening = nil
    shell.say(.warning, "\(foreign: reason) You can read it.")
    shell.askItem(item.item, screen: number)
  }

  private mutating func beginAfterOpening(screen number: Int) {
    guard let next = shell.afterOpening, screens.top.number == number else { return }
    shell.afterOpening = nil
    guard overlays.isEmpty else { return }
    switch next {
    case .menu: openDecisionMenu()
    case .form(let start): openForm(start)
    }
  }
}
