package import Billing

/// Dividing an amount over lines without losing a cent.
package enum Allocation {
  /// Shares of `amount` in proportion to `weights`, in whole cents, that add up to it exactly.
  ///
  /// The cents that rounding down leaves over go to the largest remainders, earlier shares first
  /// (largest remainder method). Negative weights count as zero; without any weight the first
  /// share takes everything.
  package static func shares(of amount: Cents, by weights: [Cents]) -> [Cents] {
    guard !weights.isEmpty else { return [] }
    let weights = weights.map { UInt64(max(0, $0.rawValue)) }
    let sum = weights.reduce(0, +)
    var shares = [Int64](repeating: 0, count: weights.count)
    guard sum > 0 else {
      shares[0] = amount.rawValue
      return shares.map { Cents($0) }
    }
    let magnitude = amount.rawValue.magnitude
    var remainders: [(index: Int, remainder: UInt64)] = []
    var left = magnitude
    for (index, weight) in weights.enumerated() {
      let product = magnitude.multipliedFullWidth(by: weight)
      let (quotient, remainder) = sum.dividingFullWidth(product)
      shares[index] = Int64(quotient)
      left -= quotient
      remainders.append((index, remainder))
    }
    let order = remainders.sorted { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    for (index, _) in order.prefix(Int(left)) { shares[index] += 1 }
    return shares.map { Cents(amount.rawValue < 0 ? -$0 : $0) }
  }
}
