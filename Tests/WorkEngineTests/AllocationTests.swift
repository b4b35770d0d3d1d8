import Billing
import Testing
import WorkEngine

@testable import TestSupport

@Suite("Allocation")
struct AllocationTests {
  typealias Vector = (amount: Int64, weights: [Int64], expected: [Int64])

  static let vectors: [Vector] = [
    (100, [1, 1, 1], [34, 33, 33]), (-100, [1, 1, 1], [-34, -33, -33]),
    (10, [0, 5, 5], [0, 5, 5]), (7, [0, 0], [7, 0]), (0, [3, 4], [0, 0]), (5, [-3, 4], [0, 5]),
    (10, [2, 3, 5], [2, 3, 5]), (1, [1, 2, 3], [0, 0, 1]), (5, [], []),
    (9_000_000_000, [9_000_000_000, 1], [8_999_999_999, 1]),
  ]

  @Test("Shares", arguments: vectors)
  func shares(vector: Vector) {
    let shares = Allocation.shares(
      of: Cents(vector.amount), by: vector.weights.map { Cents($0) })
    #expect(shares.map(\.rawValue) == vector.expected)
  }

  @Test("Nothing is lost and no share is more than a cent off", arguments: 0..<200)
  func exact(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Cents(Int64.random(in: 0...1_000_000, using: &random))
    }
    let total = weights.total()
    let amount = Cents(Int64.random(in: 0...max(1, total.rawValue), using: &random))
    let shares = Allocation.shares(of: amount, by: weights)
    #expect(shares.total() == amount)
    guard total > .zero else { return }
    for (share, weight) in zip(shares, weights) {
      #expect(share <= weight)
      let floor = amount.rawValue * weight.rawValue / total.rawValue
      #expect(share.rawValue == floor || share.rawValue == floor + 1)
    }
  }
}
