/// The days on which something is in force, both ends included; nil for an end that is open.
package struct Validity: Hashable, Sendable {
  package var from: Day?
  package var through: Day?

  /// Always, where no day is named.
  package init(from: Day? = nil, through: Day? = nil) {
    self.from = from
    self.through = through
  }

  /// Whether it does not end before it begins.
  package var isInOrder: Bool {
    guard let from, let through else { return true }
    return from <= through
  }

  package func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
  }

  /// Whether a day is in both.
  package func overlaps(_ other: Validity) -> Bool {
    let (first, last) = (Day(rawValue: .min), Day(rawValue: .max))
    return (from ?? first) <= (other.through ?? last) && (other.from ?? first) <= (through ?? last)
  }
}
