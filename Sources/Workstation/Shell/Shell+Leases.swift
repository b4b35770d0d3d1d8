// Leases: taken for an item that is opened, given back when it is left.

import Billing
import Desk

extension Shell {
  /// Takes an item for the screen that shows it.
  mutating func askToTake(_ id: WorkItemID, screen number: Int) {
    ask(
      TakeItem(id), for: .shown(.lease, screen: number),
      refused: { workstation, refusal in
        workstation.typing.dropAhead()
        workstation.change(number, as: ItemScreen.self) {
          $0.showForReading(refusal.message, &$1)
        }
      },
      then: { $0.showTaken($1, screen: number) })
  }

  mutating func askToRelease(_ id: WorkItemID) {
    ask(ReleaseItem(id), for: .release(id), refused: { _, _ in }, then: { _, _ in })
  }

  /// Ends our lease on an item that is left without a decision.
  mutating func giveBack(_ id: WorkItemID) {
    guard leases.end(id) else { return }
    askToRelease(id)
  }
}
