import Billing

/// Identifiers of the right form that belong to nobody.
enum InventedNumbers {
  /// A National Provider Identifier of the range 1999xxxxx with a right check digit.
  static func npi(_ number: Int) -> String {
    let nine = "1999" + padded(number % 100_000, 5)
    let digits = nine.utf8.map { Int($0) - 48 }
    return nine + String(NationalProviderIdentifier.checkDigit(of: digits))
  }

  /// A Medicare Beneficiary Identifier: eleven characters of the right kinds, but the second is an
  /// S, which CMS leaves out, so that no beneficiary can have it.
  static func mbi(_ number: Int) -> String {
    // A number coprime to the size of the space spreads neighbours without ever meeting twice.
    var rest = number % mbiSpace * 100_000_007 % mbiSpace
    func take(_ alphabet: [UInt8]) -> UInt8 {
      defer { rest /= alphabet.count }
      return alphabet[rest % alphabet.count]
    }
    let tail = [
      take(letters), take(lettersAndDigits), take(digits), take(letters), take(letters),
      take(digits), take(digits),
    ]
    return "1S00" + String(decoding: tail, as: UTF8.self)
  }

  /// The letters that CMS uses: without S, L, O, I, B and Z.
  private static let letters = Array("ACDEFGHJKMNPQRTUVWXY".utf8)
  private static let digits = Array("0123456789".utf8)
  private static let lettersAndDigits = digits + letters
  private static let mbiSpace = 20 * 30 * 10 * 20 * 20 * 10 * 10

  /// A whole number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
  }

  /// Two capital letters that stand for a seed, so that offices of different seeds differ.
  static func mark(ofSeed seed: UInt64) -> String {
    var random = SplitMix64(seed: seed, .office, 1)
    let alphabet = Array("ACDEFGHJKLMNPQRTUVWXY".utf8)
    return String(
      decoding: [alphabet[random.below(alphabet.count)], alphabet[random.below(alphabet.count)]],
      as: UTF8.self)
  }
}
