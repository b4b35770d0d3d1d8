/// A reason for which a balance may be written off, and the limit without approval.
package struct WriteOffRow: Equatable, Sendable {
  package var code: String
  package var title: String
  /// In cents; above it a supervisor must decide.
  package var limit: Cents
  /// When this reason is proposed by itself, nil for reasons that only a person or a row names.
  package var use: Use?

  /// A reason that fits by the state of the claim and not by a code.
  package enum Use: String, Sendable, CaseIterable {
    /// What is open is not worth the work, up to the limit.
    case smallBalance = "small-balance"
    /// A filing or correction limit has passed.
    case late
    /// No level of appeal is left, or the time for it has passed.
    case appealsExhausted = "appeals-exhausted"
    /// None of the others fits.
    case otherwise
  }

  package init(code: String, title: String, limit: Cents, use: Use? = nil) {
    self.code = code
    self.title = title
    self.limit = limit
    self.use = use
  }
}
