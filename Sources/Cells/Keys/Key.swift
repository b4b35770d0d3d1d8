/// Something the person did at the terminal.
package enum Key: Hashable, Sendable {
  /// A character that was typed; the space bar is `.character(" ")`.
  case character(Character)
  /// Control with a small letter.
  case control(Character)
  /// Alt (Meta) with a character.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right
  case home, end, pageUp, pageDown, insert
  case function(Int)
  /// Text pasted as one piece; it is never run as keys.
  case paste(String)
  case resize(Size)
  case mouse(MouseAction, Point)

  /// What the mouse did.
  package enum MouseAction: Hashable, Sendable {
    case press, release, doubleClick, wheelUp, wheelDown
  }
}

extension Key: CustomStringConvertible {
  /// The key as people read it: `Ctrl-p`, `Enter`, `j`.
  package var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter)"
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    case .backTab: "Shift-Tab"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .escape: "Esc"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .insert: "Ins"
    case .paste: "paste"
    case .resize(let size): "resize \(size.columns)x\(size.rows)"
    case .mouse(let action, let point): "\(action) \(point.column),\(point.row)"
    }
  }
}
