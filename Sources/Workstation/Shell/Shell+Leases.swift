// Leases: taken for an item that is opened, given back when it is left.

import Billing
import Cells
import Desk

extension Shell {
  /// Reads an item again for the screen that shows it.
  mutating func askItem(_ id: WorkItemID, screen number: Int) {
    ask(
      ReadItem(id), for: .shown(.page, screen: number),
      refused: { workstation, refusal in
        guard workstation.screens[number] is ItemScreen else {
          workstation.shell.say(.error, SafeText(foreign: refusal.message))
          return
        }
        workstation.change(number, as: ItemScreen.self) { $0.refuse(refusal.message, &$1) }
      },
      then: { $0.show($1, screen: number, taken: false) })
  }

  /// Takes an item for the screen that shows it.
  mutating func askToTake(_ id: WorkItemID, screen number: Int) {
    ask(
      TakeItem(id), for: .shown(.lease, screen: number),
      refused: { workstation, refusal in
        workstation.shell.typedAhead = []
        workstation.change(number, as: ItemScreen.self) {
          $0.showForReading(refusal.message, &$1)
        }
      },
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
