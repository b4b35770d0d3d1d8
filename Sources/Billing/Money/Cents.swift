/// An amount of money in whole US cents; negative means money going the other way.
package struct Cents: RawRepresentable, Hashable, Comparable, Sendable {
  package var rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ cents: Int64) { rawValue = cents }

  /// The largest amount accepted from a file: one billion dollars, in cents.
  ///
  /// Ninety million amounts of this size still add up without overflow, so a bound at the door
  /// lets the arithmetic inside stay plain.
  package static let largestFromOutside: Int64 = 100_000_000_000

  /// An amount from a file, or nil where it is larger than any real claim.
  package init?(fromOutside cents: Int64) {
    guard cents.magnitude <= UInt64(Self.largestFromOutside) else { return nil }
    rawValue = cents
  }

  package static let zero = Cents(0)

  package static func < (left: Cents, right: Cents) -> Bool { left.rawValue < right.rawValue }
  package static func + (left: Cents, right: Cents) -> Cents {
    Cents(left.rawValue + right.rawValue)
  }
  package static func - (left: Cents, right: Cents) -> Cents {
    Cents(left.rawValue - right.rawValue)
  }
  package static prefix func - (amount: Cents) -> Cents { Cents(-amount.rawValue) }
  package static func += (left: inout Cents, right: Cents) { left = left + right }
  package static func -= (left: inout Cents, right: Cents) { left = left - right }
}

extension Sequence where Element == Cents {
  /// The sum of all amounts, in cents.
  package func total() -> Cents { reduce(.zero, +) }
}

extension Cents: CustomStringConvertible {
  /// Dollars with two decimals and thousands grouped: `$1,234.56`, `-$0.99`.
  package var description: String {
    // From the last digit to the first: two decimals, then a comma before every third.
    var rest = rawValue.magnitude
    var text: [UInt8] = []
    text.reserveCapacity(16)
    var digits = 0
    while digits < 3 || rest > 0 {
      if digits == 2 { text.append(UInt8(ascii: ".")) }
      if digits > 2, (digits - 2).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      digits += 1
    }
    text.append(UInt8(ascii: "$"))
    if rawValue < 0 { text.append(UInt8(ascii: "-")) }
    text.reverse()
    return String(decoding: text, as: UTF8.self)
  }

  /// Dollars with two decimals and nothing else, as ``init(typed:)`` reads them: `1234.56`.
  package var plain: String { description.filter { $0 != "$" && $0 != "," } }

  /// Plain decimal dollars as a person types them (`1234.56`, `$1,234.5`, `-12`), or nil.
  package init?(typed text: String) {
    var digits = text.filter { $0 != "$" && $0 != "," && $0 != " " }
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts[0].count <= 9, parts.count == 1 || parts[1].count <= 2
    else { return nil }
    let dollars = Int64(parts[0]) ?? 0
    let fraction = parts.count == 1 ? "" : String(parts[1])
    let cents = Int64(fraction + String(repeating: "0", count: 2 - fraction.count)) ?? 0
    self.init((isNegative ? -1 : 1) * (dollars * 100 + cents))
  }
}
