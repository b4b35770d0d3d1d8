// Whole-number arithmetic of charts: no trap and no rounding surprise on any input.

/// Maps values to lengths.
enum ChartScale {
  /// `value` of `whole` as a part of `length`, rounded; 0 for what is not positive.
  static func length(_ value: Int, of whole: Int, in length: Int) -> Int {
    guard value > 0, whole > 0, length > 0 else { return 0 }
    guard value < whole else { return length }
    let product = value.multipliedFullWidth(by: length)
    let (quotient, remainder) = whole.dividingFullWidth(product)
    return min(length, quotient + (remainder >= whole - remainder ? 1 : 0))
  }

  /// Hundredths of `whole`, rounded; more than 100 where the value is more than the whole.
  static func percent(_ value: Int, of whole: Int) -> Int {
    guard whole > 0, value > 0 else { return 0 }
    let (product, overflow) = value.multipliedReportingOverflow(by: 100)
    return overflow ? value / max(1, whole / 100) : (product + whole / 2) / whole
  }

  /// Divides `length` among values in proportion, by largest remainder.
  ///
  /// Every value above zero gets at least one cell while there are enough.
  static func shares(_ values: [Int], of length: Int) -> [Int] {
    var result = values.map { _ in 0 }
    let some = values.indices.filter { values[$0] > 0 }
    guard !some.isEmpty, length > 0 else { return result }
    guard some.count < length else {
      for index in some.prefix(length) { result[index] = 1 }
      return result
    }
    // Large values are made smaller alike, so that sums and products stay in range.
    let largest = values.max() ?? 1
    let divisor = max(1, largest / (1 << 30))
    let scaled = values.map { $0 > 0 ? max(1, $0 / divisor) : 0 }
    let total = scaled.reduce(0, +)
    for index in some { result[index] = max(1, scaled[index] * length / total) }
    var spare = length - result.reduce(0, +)
    let order = some.sorted {
      let (one, other) = (scaled[$0] * length % total, scaled[$1] * length % total)
      return one == other ? $0 < $1 : one > other
    }
    for index in order where spare > 0 {
      result[index] += 1
      spare -= 1
    }
    // Where the smallest got more than their share, the largest gives it back.
    while spare < 0, let widest = some.max(by: { result[$0] < result[$1] }) {
      result[widest] -= 1
      spare += 1
    }
    return result
  }
}
