import Billing
import Cells

/// A short list to choose from.
struct Menu: Overlay {
  enum Action: Equatable, Sendable {
    case order(WorkOrder)
    case askEligibility
  }

  struct Entry: Equatable, Sendable {
    var title: SafeText
    var detail: SafeText
    var key: Character
    var action: Action
  }

  var title: SafeText
  var entries: [Entry]
  var selected = 0

  private mutating func move(by step: Int) {
    selected = max(0, min(selected + step, entries.count - 1))
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape, .character("q"): return .closes
    case .enter:
      guard entries.indices.contains(selected) else { return .stays }
      return choose(entries[selected], &workstation.shell)
    case .down, .character("j"), .tab: move(by: 1)
    case .up, .character("k"), .backTab: move(by: -1)
    case .home: selected = 0
    case .end: selected = max(0, entries.count - 1)
    case .character(let letter):
      guard let entry = entries.first(where: { $0.key == letter }) else { return .stays }
      return choose(entry, &workstation.shell)
    default: break
    }
    return .stays
  }

  private func choose(_ entry: Entry, _ shell: inout Shell) -> OverlayStep {
    switch entry.action {
    case .order(let order):
      shell.wishes.append { $0.changeTop(as: QueueScreen.self) { $0.sort(by: order, &$1) } }
    case .askEligibility: shell.wishes.append { $0.askEligibility() }
    }
    return .closes
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [
      HintLine.Hint(shell.glyphs.enterText, "choose"), HintLine.Hint("j k", "move"),
      HintLine.Hint("Esc", "close"),
    ]
  }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let items = entries.map { entry in
      ListMenu.Item(
        entry.title, key: SafeText(foreign: String(entry.key)), detail: entry.detail)
    }
    let list = ListMenu(items, selected: selected)
    canvas.draw(list, in: canvas.box(title, room: list.idealSize))
  }
}
