// Orders, charges, batches and special work, each in its own words.

import Desk

extension OrderSideDetail {
  func print(to output: inout Output) throws(CommandFailure) {
    switch self {
    case .order(let detail): try detail.print(to: &output)
    case .charge(let detail): try detail.print(to: &output)
    case .batch(let detail): try detail.print(to: &output)
    case .special(let detail): try detail.print(to: &output)
    }
  }

  /// One object, its key saying what it is.
  var json: JSONValue {
    switch self {
    case .order(let detail): ["order": detail.json]
    case .charge(let detail): ["charge": detail.json]
    case .batch(let detail): ["batch": detail.json]
    case .special(let detail): ["special": detail.json]
    }
  }
}
