// Items that were taken or read: told to the screens that show them.

import Billing
import Cells
import Desk

extension Workstation {
  /// The items that somebody is looking at: not under a covered screen, nor under another one.
  var leasesInSight: Set<WorkItemID> {
    guard !shell.isLocked, let item = screens.top.screen as? ItemScreen, item.isHeld(shell) else {
      return []
    }
    return [item.item]
  }

  var refusalToGiveBack: SafeText? {
    let isHeld = (screens.top.screen as? ItemScreen)?.isHeld(shell) ?? false
    return isHeld ? nil : "you do not hold this item"
  }

  /// Takes in what the office knows of an item now.
  mutating func show(_ detail: ItemDetail, screen number: Int, taken: Bool) {
    let id = detail.item.id
    guard (screens[number] as? ItemScreen)?.item == id else {
      // Its screen has gone: what was taken for it is given back.
      if taken, !screens.all.contains(where: { ($0.screen as? ItemScreen)?.item == id }) {
        shell.askToRelease(id)
      }
      return
    }
    change(number, as: ItemScreen.self) { $0.show(detail, isTaken: taken, &$1) }
    refreshForm(with: detail)
    beginAfterOpening(screen: number)
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
