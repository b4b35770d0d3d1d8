// Numbers where there is less room than they take: written shorter, never cut.

extension SafeText {
  /// A number or an amount with as much of it as fits, rounded half away from zero: `$1,394,854.12`,
  /// `$1,394,854`, `$1.39M`, `$1.4M`, `$1M`.
  ///
  /// - Returns: nil where it is neither, or where even its shortest form is too long.
  package func shortened(to limit: Int) -> SafeText? {
    guard columns > limit else { return self }
    guard let number = WrittenNumber(string) else { return nil }
    return number.shorterForms.lazy.map { SafeText(trusted: $0) }.first { $0.columns <= limit }
  }

  /// The longest beginning that takes at most so many columns and ends in no part of a number.
  ///
  /// `$1,394,8` before an ellipsis reads as another amount, which a gap does not.
  package func beginning(columns limit: Int) -> SafeText {
    let cut = prefix(columns: limit)
    let bytes = Array(string.utf8)
    guard let start = WrittenNumber.start(ofNumberAt: cut.string.utf8.count, in: bytes) else {
      return cut
    }
    return SafeText(trusted: String(decoding: bytes[..<start], as: UTF8.self))
  }
}

/// A number as ``MoneyText`` writes it.
private struct WrittenNumber {
  /// What stands before its digits and behind them: signs and parentheses.
  private var before = ""
  private var behind = ""
  /// Hundredths, the cents of an amount.
  private var hundredths: UInt64 = 0
  private var hasCents = false

  init?(_ text: String) {
    var rest = text[...]
    while let first = rest.first, "-($".contains(first) {
      before.append(first)
      rest.removeFirst()
    }
    while let last = rest.last, ") ".contains(last) {
      behind = String(last) + behind
      rest.removeLast()
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = UInt64(parts[0].filter { $0 != "," }),
      parts[0].utf8.first.map(Self.isDigit) == true, parts[0].utf8.last.map(Self.isDigit) == true
    else { return nil }
    var fraction: UInt64 = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, let cents = UInt64(parts[1]) else { return nil }
      fraction = cents
      hasCents = true
    }
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
    guard !isTooLarge else { return nil }
    hundredths = product + fraction
  }

  /// The number in fewer and fewer signs.
  var shorterForms: [String] {
    let units = hundredths / 100 + (hundredths % 100 >= 50 ? 1 : 0)
    let whole = hasCents ? [MoneyText.count(Int(clamping: units)).string] : []
    let shorter = [2, 1, 0].compactMap { scaled(units, decimals: $0) }
    return (whole + shorter).map { before + $0 + behind }
  }

  /// `1.39M`: in the largest unit that leaves at least one before the point.
  private func scaled(_ number: UInt64, decimals: Int) -> String? {
    let factor: UInt64 = decimals == 2 ? 100 : decimals == 1 ? 10 : 1
    for (unit, letter) in Self.units {
      // Rounded to this unit it may be a thousand of it, which is one of the next.
      let half = unit / factor / 2
      let parts = (number + half) / (unit / factor)
      guard parts >= factor else { continue }
      let point = decimals == 0 ? "" : "." + String(parts % factor + factor).dropFirst()
      return String(parts / factor) + point + letter
    }
    return nil
  }

  private static let units: [(UInt64, String)] = [
    (1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"), (1_000, "k"),
  ]

  // MARK: Where a cut falls

  /// Where the number begins that a cut before this byte would divide, or nil where it divides none.
  ///
  /// Nor may an ellipsis stand at once behind an amount: nobody could see that it is whole.
  static func start(ofNumberAt cut: Int, in bytes: [UInt8]) -> Int? {
    guard cut > 0, cut < bytes.count else { return nil }
    var start = cut
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    var end = cut
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    // A point or a comma at the end belongs to the sentence.
    while end > cut, !isDigit(bytes[end - 1]) { end -= 1 }
    let isWhole = end == cut
    let isMoney = start > 0 && bytes[start - 1] == UInt8(ascii: "$")
    let digits = bytes[start..<end].count(where: isDigit)
    let isGrouped = bytes[start..<end].contains(UInt8(ascii: ","))
    let isWord =
      start == 0 || bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "(")
    let isCount =
      isWord && !isWhole && digits <= 3 && digits == end - start
      && (end == bytes.count || bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "%"))
    guard start < end, isMoney || (isGrouped && digits >= 4) || isCount else { return nil }
    if isMoney { start -= 1 }
    if start > 0, [UInt8(ascii: "-"), UInt8(ascii: "(")].contains(bytes[start - 1]) { start -= 1 }
    return start
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
