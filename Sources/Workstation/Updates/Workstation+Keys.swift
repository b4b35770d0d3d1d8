// What a key does: first for what lies on top, then for the screen.

import Billing
import Cells

extension Workstation {
  /// Commands that work over anything, also while something is typed.
  private static let always: Set<CommandName> = [.cancel, .redraw, .suspend, .mask]

  mutating func press(_ key: Key) {
    seat.isThere(at: shell.now)
    if seat.isLocked {
      // The key that shows the data again does nothing else.
      seat.isLocked = false
      reloadVisible()
      return
    }
    if case .mouse(let action, let point) = key {
      // A click is meant for what was under it.
      if !awaitsAnswer { press(mouse: action, at: point) }
      return
    }
    shell.log.keyWasPressed(at: shell.now)
    seat.lastCopied = nil
    if case .command(let name) = shell.keymap.match([key], in: context),
      Workstation.always.contains(name),
      !key.isTyped
    {
      run(name)
      return
    }
    typing.cancelWasPressed = false
    if holds(key) { return }
    if overlays.isEmpty { pressOnScreen(key) } else { pressOnOverlay(key) }
  }

  private mutating func pressOnScreen(_ key: Key) {
    if key == .escape, !typing.pressed.isEmpty {
      // The box of what may follow is closed first, as every box is.
      let isBelow = !showsPressed && isCommand(shell.keymap.match(typing.pressed, in: context))
      typing.dropPressed()
      if !isBelow { return }
    }
    let sequence = typing.pressed + [key]
    switch shell.keymap.match(sequence, in: context) {
    case .command(let name):
      typing.dropPressed()
      run(name, key: key)
    case .commandAndPrefix(let name):
      typing.press(sequence, at: shell.now)
      run(name, key: key)
    case .prefix:
      typing.press(sequence, at: shell.now)
    case .none:
      let before = typing.pressed
      typing.dropPressed()
      if before.isEmpty {
        explain(unknown: key)
      } else if isCommand(shell.keymap.match(before, in: context)) {
        // What was pressed stood for itself: the key begins something new.
        pressOnScreen(key)
      } else {
        shell.say(
          .info,
          "\(Keymap.label(before + [key])) does nothing. \(continuationsText(of: before))")
      }
    }
  }

  /// Whether the keys pressed so far have stood for so long that what may follow is shown.
  var showsPressed: Bool {
    overlays.isEmpty && typing.hasStood(Workstation.sequenceDelay, at: shell.now)
  }

  private func isCommand(_ match: Keymap.Match) -> Bool {
    switch match {
    case .command, .commandAndPrefix: true
    case .prefix, .none: false
    }
  }

  private mutating func explain(unknown key: Key) {
    switch key {
    case .paste: shell.say(.info, "Nothing to paste into here. / filters, : takes a command.")
    case .character, .control, .alt, .function:
      shell.say(.info, "\(foreign: key.description) does nothing here. ? lists the keys.")
    default: break
    }
  }

  /// `y c claim number · y p patient`, for the keys pressed so far.
  func continuationsText(of pressed: [Key]) -> SafeText {
    let parts = shell.keymap.continuations(of: pressed, in: context).map {
      "\(foreign: $0.key.description) \(foreign: $0.title.string.lowercased())" as SafeText
    }
    return parts.joined(separator: "  ")
  }
}

extension Key {
  /// Whether the key types something into a field.
  var isTyped: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }
}

extension Sequence where Element == SafeText {
  /// The texts one after the other.
  func joined(separator: SafeText) -> SafeText {
    var result = SafeText.empty
    var isFirst = true
    for text in self {
      if !isFirst { result += separator }
      result += text
      isFirst = false
    }
    return result
  }
}
