// What decisions about money in the bank say.

/// Which sides belong together: of a deposit its remittances, of a remittance its deposits.
package struct MoneyMatch: Equatable, Sendable {
  /// Keys of the other side, in order.
  package var others: [Int64]
  /// How much of it, in cents, where there is one other side; nil for all that fits.
  package var amount: Cents?

  package init(_ others: [Int64], amount: Cents? = nil) {
    self.others = others
    self.amount = amount
  }
}
