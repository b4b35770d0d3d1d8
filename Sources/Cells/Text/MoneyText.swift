/// Money and counts as text.
package enum MoneyText {
  /// An amount in cents, as `$1,234.56`.
  package static func dollars(_ cents: Int64) -> SafeText {
    let magnitude = cents.magnitude
    let fraction = magnitude % 100
    let text =
      (cents < 0 ? "-$" : "$") + groups(magnitude / 100) + (fraction < 10 ? ".0" : ".")
      + String(fraction)
    return SafeText(checked: text, columns: text.utf8.count, isASCII: true)
  }

  /// A whole number with its thousands grouped, as `1,204`.
  package static func count(_ number: Int) -> SafeText {
    let text = (number < 0 ? "-" : "") + groups(UInt64(number.magnitude))
    return SafeText(checked: text, columns: text.utf8.count, isASCII: true)
  }

  private static func groups(_ number: UInt64) -> String {
    guard number >= 1000 else { return String(number) }
    let rest = String(number % 1000)
    return groups(number / 1000) + "," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }
}
