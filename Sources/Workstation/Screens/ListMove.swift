/// A step of the cursor.
enum ListMove: Equatable, Sendable {
  case by(Int)
  case half(Int)
  case page(Int)
  case first
  case last
}

extension ListMove {
  /// Whether it is by pages or halves of them.
  var isPage: Bool {
    switch self {
    case .half, .page: true
    case .by, .first, .last: false
    }
  }

  /// 1 down, -1 up.
  var direction: Int {
    switch self {
    case .by(let steps), .half(let steps), .page(let steps): steps.signum()
    case .first: -1
    case .last: 1
    }
  }
}

extension WindowedList {
  mutating func apply(_ move: ListMove) {
    switch move {
    case .by(let rows): self.move(by: rows)
    case .half(let times): scroll(by: max(1, height / 2) * times)
    case .page(let times): scroll(by: max(1, height - 1) * times)
    case .first: self.move(to: 0)
    case .last: self.move(to: count - 1)
    }
  }
}

extension ListMove {
  /// The first row shown after a step of a text that has no cursor.
  func scrolled(from top: Int, height: Int, rows: Int) -> Int {
    let target =
      switch self {
      case .by(let step): top + step
      case .half(let times): top + max(1, height / 2) * times
      case .page(let times): top + max(1, height - 1) * times
      case .first: 0
      case .last: rows
      }
    return max(0, min(target, rows - height))
  }
}

extension ListMove {
  /// The place in a short list after a step.
  func place(from index: Int, count: Int) -> Int {
    let target =
      switch self {
      case .by(let rows): index + rows
      case .half(let times), .page(let times): index + times * max(1, count)
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(target, count - 1))
  }
}
