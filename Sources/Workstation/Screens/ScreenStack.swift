/// A screen with a number of its own, so that a late answer finds it or nobody.
struct ScreenEntry: Equatable, Sendable {
  let number: Int
  var screen: any Screen

  static func == (left: ScreenEntry, right: ScreenEntry) -> Bool {
    left.number == right.number && left.screen.isSame(as: right.screen)
  }
}

/// The screens one is in, the first at the bottom; never empty.
struct ScreenStack: Equatable, Sendable {
  private(set) var below: [ScreenEntry] = []
  var top: ScreenEntry
  private var nextNumber = 1

  init(_ first: some Screen) { top = ScreenEntry(number: 0, screen: first) }

  var depth: Int { below.count + 1 }
  var all: [ScreenEntry] { below + [top] }

  /// Puts a screen on top.
  mutating func push(_ screen: some Screen) {
    below.append(top)
    replaceTop(with: screen)
  }

  /// Puts a screen in place of the top one.
  mutating func replaceTop(with screen: some Screen) {
    top = ScreenEntry(number: nextNumber, screen: screen)
    nextNumber += 1
  }

  /// Takes the top one off, unless it is the last.
  mutating func pop() {
    if let entry = below.popLast() { top = entry }
  }

  /// The screen of that number, if it is still there.
  subscript(number: Int) -> (any Screen)? {
    get { top.number == number ? top.screen : below.first { $0.number == number }?.screen }
    set {
      guard let newValue else { return }
      if top.number == number {
        top.screen = newValue
      } else if let index = below.firstIndex(where: { $0.number == number }) {
        below[index].screen = newValue
      }
    }
  }
}
