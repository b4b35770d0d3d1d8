// What lies over the screen: pressed, changed by answers, taken off.

import Billing
import Cells
import Desk

extension Workstation {
  /// Gives a key to the overlay on top, then does what it wishes.
  mutating func pressOnOverlay(_ key: Key) {
    guard var overlay = overlays.last else { return }
    let place = overlays.count - 1
    switch overlay.press(key, over: &self) {
    case .stays: overlays[place] = overlay
    case .closes: overlays.remove(at: place)
    }
    carryOutWishes()
  }

  /// Changes the overlay on top; false where it is of another kind.
  @discardableResult
  mutating func changeOverlay<O: Overlay>(
    as type: O.Type, _ change: (inout O, inout Shell) -> Void
  ) -> Bool {
    guard var overlay = overlays.last as? O else { return false }
    change(&overlay, &shell)
    overlays[overlays.count - 1] = overlay
    return true
  }

  /// Changes every overlay of a kind.
  mutating func changeOverlays<O: Overlay>(as type: O.Type, _ change: (inout O, Shell) -> Void) {
    for index in overlays.indices {
      guard var overlay = overlays[index] as? O else { continue }
      change(&overlay, shell)
      overlays[index] = overlay
    }
  }
}
