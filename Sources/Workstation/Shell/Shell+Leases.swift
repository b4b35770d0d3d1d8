// Leases: taken for an item that is opened, given back when it is left.

import Billing
import Desk

extension Shell {
  /// Reads an item again for the screen that shows it.
  mutating func askItem(_ id: WorkItemID, screen number: Int) {
    ask(
      ReadItem(id), for: .shown(.page, screen: number),
      refused: { $0.refuseItem($1.message, screen: number) },
      then: { $0.show($1, screen: number, taken: false) })
  }

  /// Takes an item for the screen that shows it.
  mutating func askToTake(_ id: WorkItemID, screen number: Int) {
    ask(
      TakeItem(id), for: .shown(.lease, screen: number),
      refused: { $0.showForReading($1.message, screen: number) },
      then: { $0.show($1, screen: number, taken: true) })
  }

  mutating func askToRelease(_ id: WorkItemID) {
    ask(ReleaseItem(id), for: .release(id), refused: { _, _ in }, then: { _, _ in })
  }

  /// Ends our lease on an item that is left without a decision.
  mutating func giveBack(_ id: WorkItemID) {
    guard leases.removeValue(forKey: id) != nil else { return }
    askToRelease(id)
  }
}
