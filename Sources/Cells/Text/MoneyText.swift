/// Money and counts as text.
package enum MoneyText {
  /// How an amount below zero is shown; never by colour alone.
  package enum Negative: Hashable, Sendable {
    /// `-$1,234.56`
    case minus
    /// `($1,234.56)`; amounts that are not negative keep a blank where the parenthesis would be.
    case parentheses
  }

  /// An amount in cents, as `$1,234.56`.
  package static func dollars(_ cents: Int64, negative: Negative = .minus) -> SafeText {
    let magnitude = cents.magnitude
    let fraction = magnitude % 100
    let digits =
      "$" + groups(magnitude / 100) + (fraction < 10 ? ".0" : ".") + String(fraction)
    let text =
      switch (cents < 0, negative) {
      case (false, .minus): digits
      case (true, .minus): "-" + digits
      case (false, .parentheses): digits + " "
      case (true, .parentheses): "(" + digits + ")"
      }
    return SafeText(checked: text, columns: text.utf8.count, isASCII: true)
  }

  /// An amount in cents without cents, rounded half away from zero, as `$1,235`.
  package static func wholeDollars(_ cents: Int64) -> SafeText {
    let magnitude = cents.magnitude / 100 + (cents.magnitude % 100 >= 50 ? 1 : 0)
    let text = (cents < 0 && magnitude > 0 ? "-$" : "$") + groups(magnitude)
    return SafeText(checked: text, columns: text.utf8.count, isASCII: true)
  }

  /// A whole number with its thousands grouped, as `1,204`.
  package static func count(_ number: Int) -> SafeText {
    let text = (number < 0 ? "-" : "") + groups(UInt64(number.magnitude))
    return SafeText(checked: text, columns: text.utf8.count, isASCII: true)
  }

  /// Reads an amount in cents as people type it: `1,234.56`, `$12`, `-3.5`, `(4.00)`.
  ///
  /// - Returns: nil when it is no amount, has parts of cents, or is too large.
  package static func cents(parsing text: String) -> Int64? {
    var rest = text.filter { $0 != " " }[...]
    var isNegative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      isNegative = true
      rest = rest.dropFirst().dropLast()
    } else if rest.hasPrefix("-") {
      isNegative = true
      rest = rest.dropFirst()
    }
    if rest.hasPrefix("$") { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, let units = groupedDigits(whole) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= 2, !(whole.isEmpty && fraction.isEmpty),
      fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var cents = Int64(0)
    for digit in units + Array(fraction.utf8) + Array("00".utf8.dropFirst(fraction.count)) {
      let (product, over) = cents.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit) - 0x30)
      guard !over, !carry else { return nil }
      cents = sum
    }
    return isNegative ? -cents : cents
  }

  /// The digits of a number whose thousands are grouped rightly or not at all.
  private static func groupedDigits(_ text: Substring) -> [UInt8]? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
      else { return nil }
    }
    let digits = groups.flatMap { Array($0.utf8) }
    return digits.allSatisfy { (0x30...0x39).contains($0) } ? digits : nil
  }

  private static func groups(_ number: UInt64) -> String {
    guard number >= 1000 else { return String(number) }
    let rest = String(number % 1000)
    return groups(number / 1000) + "," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }
}
