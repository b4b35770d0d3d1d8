import Billing
import Desk

/// What screens want done that reaches beyond themselves, in the order in which they wished it.
///
/// A screen cannot put another one on top while it is itself being changed: the workstation carries
/// its wishes out as soon as it has returned. Between messages there are none.
struct Wishes: Equatable, Sendable {
  typealias Wish = @Sendable (inout Workstation) -> Void

  private var list: [Wish] = []

  mutating func append(_ wish: @escaping Wish) { list.append(wish) }

  mutating func popFirst() -> Wish? { list.isEmpty ? nil : list.removeFirst() }

  static func == (left: Wishes, right: Wishes) -> Bool { left.list.count == right.list.count }
}

extension Shell {
  /// Opens a screen from this one, to which q goes back.
  mutating func enter(_ screen: some Screen) { wishes.append { $0.enter(screen) } }

  /// Jumps to a place, in place of everything above the first screen.
  mutating func go(to screen: some Screen) { wishes.append { $0.go(to: screen) } }

  /// Leaves this screen.
  mutating func leave() {
    wishes.append {
      $0.leaveTop()
      $0.arrive()
    }
  }

  /// Opens an item for work, or for reading where somebody else works on it.
  mutating func openItem(_ id: WorkItemID, queue: QueueName?) {
    wishes.append { $0.openItem(id, queue: queue) }
  }

  /// Puts something over the screen.
  mutating func open(_ overlay: some Overlay) { wishes.append { $0.overlays.append(overlay) } }

  /// Puts the beginning of a command on the `:` line, to be completed.
  mutating func openCommandLine(_ text: String) {
    open(CommandLine(text))
  }
}
