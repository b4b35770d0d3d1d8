// Items that were taken: shown, kept while somebody looks, given back.

import Billing
import Cells
import Desk

extension Workstation {
  /// The items that somebody is looking at: not under a covered screen, nor under another one.
  var leasesInSight: Set<WorkItemID> {
    guard !seat.isLocked, let item = screens.top.screen as? ItemScreen, item.isHeld(shell) else {
      return []
    }
    return [item.item]
  }

  var refusalToGiveBack: SafeText? {
    let isHeld = (screens.top.screen as? ItemScreen)?.isHeld(shell) ?? false
    return isHeld ? nil : "you do not hold this item"
  }

  /// Shows an item that was taken; where its screen has gone it is given back.
  mutating func showTaken(_ detail: ItemDetail, screen number: Int) {
    let id = detail.item.id
    if (screens[number] as? ItemScreen)?.item == id {
      change(number, as: ItemScreen.self) { $0.show(detail, isTaken: true, &$1) }
    } else if !screens.all.contains(where: { ($0.screen as? ItemScreen)?.item == id }) {
      shell.askToRelease(id)
    }
  }

  /// Goes on with the decision for which the item was opened.
  mutating func beginAfterOpening(screen number: Int) {
    guard screens.top.number == number, let next = sequel.takeAfterOpening(), overlays.isEmpty
    else { return }
    switch next {
    case .menu: openDecisionMenu()
    case .form(let start): openForm(start)
    }
  }
}
