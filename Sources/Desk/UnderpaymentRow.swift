package import Billing

/// What one payer allowed for one code less than expected.
package struct UnderpaymentRow: Equatable, Sendable {
  /// Foreign text.
  package var payer: String
  package var code: String
  /// Lines of posted answers.
  package var lines: Int
  /// In cents, over these lines.
  package var allowed: Cents
  package var expected: Cents

  /// Of the shortfall, in cents: what the payer paid on the claims since.
  package var paidSince: Cents

  package init(
    payer: String, code: String, lines: Int, allowed: Cents, expected: Cents,
    paidSince: Cents = .zero
  ) {
    self.paidSince = paidSince
    self.payer = payer
    self.code = code
    self.lines = lines
    self.allowed = allowed
    self.expected = expected
  }

  package var shortfall: Cents { expected - allowed }
}
