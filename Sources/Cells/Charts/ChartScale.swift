/// Maps values to lengths in whole numbers: no trap and no rounding surprise on any input.
enum ChartScale {
  /// `value` of `whole` as a part of `length`, rounded; 0 for what is not positive.
  static func length(_ value: Int, of whole: Int, in length: Int) -> Int {
    guard value > 0, whole > 0, length > 0 else { return 0 }
    guard value < whole else { return length }
    let product = value.multipliedFullWidth(by: length)
    let (quotient, remainder) = whole.dividingFullWidth(product)
    return min(length, quotient + (remainder >= whole - remainder ? 1 : 0))
  }
}
