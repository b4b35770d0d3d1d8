/// The check digit of a National Provider Identifier.
package enum NationalProviderIdentifier {
  /// Whether ten digits carry a valid check digit: Luhn over "80840" + NPI (45 CFR 162.406).
  package static func isValid(_ text: String) -> Bool {
    let digits = text.utf8.compactMap { (48...57).contains($0) ? Int($0 - 48) : nil }
    guard digits.count == 10, text.utf8.count == 10 else { return false }
    return checkDigit(of: digits.dropLast()) == digits[9]
  }

  /// The tenth digit for nine given ones.
  package static func checkDigit(of nine: some Collection<Int>) -> Int {
    // 24 is the Luhn sum of the constant prefix 80840.
    var sum = 24
    for (position, digit) in nine.reversed().enumerated() {
      let doubled = position.isMultiple(of: 2) ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return (10 - sum % 10) % 10
  }
}
