// Keys typed while an answer is awaited: kept, and pressed again once it is there.

import Billing
import Cells
import Desk

extension Workstation {
  /// Whether what the next key means depends on an answer that has not come.
  var awaitsAnswer: Bool {
    if overlays.last?.isSaving ?? false || shell.tickets.holdKeys { return true }
    return isReadingScreen
  }

  /// The screen on top has nothing to show yet.
  private var isReadingScreen: Bool {
    guard overlays.isEmpty else { return false }
    var shell = shell
    shell.caller = Shell.Caller(number: screens.top.number, isOnTop: true)
    return screens.top.screen.isUnread(shell)
  }

  /// Keeps a key for later; false where it is to be obeyed now.
  mutating func holds(_ key: Key) -> Bool {
    guard awaitsAnswer else { return false }
    // Nobody has to wait for a slow office to leave what was only to be read.
    if isReadingScreen, typing.ahead.isEmpty, leaves(key) { return false }
    typing.keep(key)
    return true
  }

  private func leaves(_ key: Key) -> Bool {
    switch shell.keymap.match([key], in: context) {
    case .command(.back), .command(.close): true
    default: false
    }
  }

  /// Presses the kept keys again, as far as no other answer must be awaited.
  ///
  /// On an item that opened by itself after a decision they may do everything but confirm: nobody
  /// has seen that item yet.
  mutating func replayTypedAhead() {
    while !awaitsAnswer, let key = typing.takeAhead() {
      if key == .enter, typing.isUnseen, overlays.last?.isConfirming ?? false {
        typing.dropAhead()
        typing.wasSeen()
        shell.say(
          .info,
          "Keys typed before this item was on the screen were not obeyed further. Look first.")
        return
      }
      press(key)
    }
    if typing.ahead.isEmpty { typing.wasSeen() }
  }
}
