// What is on the screen after a decision: the same item, or the next.

import Billing
import Cells
import Desk

extension Workstation {
  /// Goes on to the next item where the office or the biller wants it so.
  ///
  /// Where neither says, what was handed out is followed by what is handed out next, and what was
  /// opened from a list stays.
  ///
  /// - Returns: whether it goes on.
  mutating func goOn(from item: ItemScreen, said: SafeText) -> Bool {
    guard shell.settings.afterDecision ?? (item.wasHandedOut ? .next : .stay) == .next else {
      return false
    }
    if item.wasHandedOut {
      sequel.said = said
      shell.askOverview()
      takeNext()
    } else {
      guard refusalToStep(by: 1) == nil else { return false }
      shell.askOverview()
      stepToItem(by: 1)
    }
    typing.meetUnseen()
    return true
  }
}
