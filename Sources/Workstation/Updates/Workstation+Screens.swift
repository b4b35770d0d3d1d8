// Going from screen to screen, and keeping what is on them fresh.

import Billing
import Cells

extension Workstation {
  var context: CommandContext { screens.top.screen.context }

  mutating func move(_ step: ListMove) { withTop { $0.move(step, &$1) } }

  /// Why Enter does nothing here.
  var refusalToOpen: SafeText? { screens.top.screen.refusalToOpen(shell) }

  // MARK: Going

  /// Jumps to a place: it stands in place of everything above the first screen, so that the path
  /// tells how one came here and does not grow with every jump.
  mutating func go(to screen: some Screen) {
    if context == screen.context {
      screens.top.screen = screen
    } else {
      while screens.depth > 1 { leaveTop() }
      screens.push(screen)
    }
    arrive()
  }

  /// Opens a screen from the one on top, to which q goes back.
  mutating func enter(_ screen: some Screen) {
    screens.push(screen)
    arrive()
  }

  mutating func goHome() {
    while screens.depth > 1 { leaveTop() }
    arrive()
  }

  /// One step back: inside the screen, then the screen.
  mutating func goBack() {
    var isInside = false
    withTop { isInside = $0.goBack(&$1) }
    guard !isInside else { return }
    guard screens.depth > 1 else {
      shell.say(
        .info, "This is the first screen. \(shell.keymap.label(of: .close) ?? ":quit") quits.")
      return
    }
    leaveTop()
    arrive()
  }

  mutating func closeScreen() {
    guard screens.depth > 1 else {
      quit()
      return
    }
    leaveTop()
    arrive()
  }

  /// Leaves the top screen: it gives back what it held and says what goes with it.
  mutating func leaveTop() {
    withTop { $0.leave(&$1) }
    typing.dropPressed()
    screens.pop()
  }

  /// Reads what the screen that is now on top shows.
  mutating func arrive() {
    typing.dropPressed()
    shell.sidePaneDue = nil
    withTop { $0.arrive(&$1) }
    layOut()
    reloadVisible()
  }

  // MARK: Reading

  /// Reads again what is on the screen.
  mutating func reloadVisible() {
    shell.askOverview()
    withTop { $0.read(&$1) }
  }

  /// Reads again the lists that the top screen was opened from.
  mutating func reloadListsBelow() {
    for entry in screens.below where entry.screen is QueueScreen { reloadQueue(entry.number) }
  }

  mutating func reloadQueue(_ number: Int) {
    change(number, as: QueueScreen.self) { $0.read(&$1) }
  }

  /// The list that an item was opened from, with its number.
  var nearestQueue: (number: Int, screen: QueueScreen)? {
    for entry in screens.all.reversed() {
      if let queue = entry.screen as? QueueScreen { return (entry.number, queue) }
    }
    return nil
  }

  // MARK: Laying out

  mutating func resize(to size: Size) {
    shell.terminal.size = size
    layOut()
  }

  /// Gives every screen the height it has.
  mutating func layOut() {
    for entry in screens.all { screens[entry.number]?.layOut(shell) }
  }

  /// After every message: asks for what the screen and the list below it show and do not hold.
  mutating func settle() {
    layOut()
    withTop { $0.readMissing(&$1) }
    if let queue = nearestQueue, queue.number != screens.top.number {
      change(queue.number, as: QueueScreen.self) { $0.readMissing(&$1) }
    }
  }
}
