/// Reads decimal amounts of money as whole cents, without floating point.
package enum X12Amount {
  /// The amount in cents, or `nil` when it is empty, no plain decimal, finer than a cent or too big.
  ///
  /// Accepts what senders really write: `.5`, `-.99`, `+27.50`, `0100.`, and digits beyond the second
  /// decimal when they are zeros. Refuses `NaN`, `1e3`, spaces inside and fractions of a cent.
  @inline(__always)
  package static func cents(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int64? {
    plainCents(bytes, range) ?? scaled(bytes, range, decimals: 2)
  }

  /// Short amounts with at most two decimals, as nearly all are: too short to overflow.
  @inline(__always)
  private static func plainCents(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int64? {
    let count = range.count
    guard count > 0, count <= 16, range.upperBound <= bytes.count else { return nil }
    let digits = bytes.extracting(range.lowerBound..<range.upperBound)
    let isNegative = digits[0] == UInt8(ascii: "-")
    var place = isNegative ? 1 : 0
    var value: Int64 = 0
    while place < count {
      let digit = digits[place] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = value &* 10 &+ Int64(digit)
      place += 1
    }
    value = value &* 100
    if place < count {
      guard digits[place] == UInt8(ascii: "."), place + 1 < count, place + 3 >= count else {
        return nil
      }
      let tenths = digits[place + 1] &- UInt8(ascii: "0")
      let hundredths = place + 2 < count ? digits[place + 2] &- UInt8(ascii: "0") : 0
      guard tenths <= 9, hundredths <= 9 else { return nil }
      value = value &+ Int64(tenths) &* 10 &+ Int64(hundredths)
    } else if isNegative, count == 1 {
      return nil
    }
    return isNegative ? 0 &- value : value
  }

  /// A decimal number times ten to the power of `decimals`, or `nil` when it does not fit exactly.
  package static func scaled(_ bytes: Span<UInt8>, _ range: ByteRange, decimals: Int) -> Int64? {
    var position = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    guard position < end else { return nil }
    var isNegative = false
    if bytes[position] == UInt8(ascii: "-") {
      isNegative = true
      position += 1
    } else if bytes[position] == UInt8(ascii: "+") {
      position += 1
    }
    var value: UInt64 = 0
    var digits = 0
    var places = -1  // digits seen after the point, -1 before it
    while position < end {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits &+= 1
        if places >= decimals {
          guard digit == 0 else { return nil }
        } else {
          // Nine hundred quadrillion leaves room for one more digit below the limit of Int64.
          guard value < 900_000_000_000_000_000 else { return nil }
          value = value &* 10 &+ UInt64(digit)
          if places >= 0 { places &+= 1 }
        }
      } else if byte == UInt8(ascii: "."), places < 0 {
        places = 0
      } else {
        return nil
      }
      position += 1
    }
    guard digits > 0 else { return nil }
    var missing = decimals - max(places, 0)
    while missing > 0 {
      guard value < 900_000_000_000_000_000 else { return nil }
      value = value &* 10
      missing -= 1
    }
    return isNegative ? -Int64(value) : Int64(value)
  }

  /// The amount as X12 writes it: no leading zeros, no trailing zeros after the point, `-` in front.
  package static func text(cents: Int64) -> String {
    let magnitude = cents.magnitude
    let whole = magnitude / 100
    let rest = magnitude % 100
    var text = cents < 0 ? "-" : ""
    if whole > 0 || rest == 0 { text += String(whole) }
    if rest > 0 {
      text += "." + String(rest / 10)
      if rest % 10 > 0 { text += String(rest % 10) }
    }
    return text
  }
}
