/// Reads amounts and quantities that are already text.
enum AmountText {
  /// The amount in cents, nil when it is empty, no plain decimal, finer than a cent or too big.
  static func cents(_ text: String) -> Int64? {
    scaled(text, decimals: 2)
  }

  /// A decimal number times ten to the power of `decimals`, nil when it does not fit exactly.
  static func scaled(_ text: String, decimals: Int) -> Int64? {
    let bytes = Array(text.utf8)
    return X12Amount.scaled(bytes.span, ByteRange(0, bytes.count), decimals: decimals)
  }

  /// A whole number without sign, nil for everything else.
  static func count(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
