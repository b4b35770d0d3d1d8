import Billing

/// One payment of a payer to one location with what it explains, in cents.
struct SampleRemittance: Sendable {
  var payer: SamplePayer
  var location: Int
  /// TRN02.
  var trace: String
  /// DTM*405.
  var producedOn: Day
  /// BPR16.
  var paidOn: Day
  /// BPR02.
  var payment: Int64
  var claims: [AnsweredClaim]
  var adjustments: [PayerAdjustment]

  /// One pair of a PLB segment.
  struct PayerAdjustment: Sendable {
    /// `WO`, `FB`, `L6`.
    var reason: String
    var reference: String
    /// Positive reduces the payment.
    var cents: Int64
  }

  /// Σ CLP04 − Σ PLB: what BPR02 has to be.
  var balancedPayment: Int64 {
    claims.reduce(0) { $0 + $1.paid } - adjustments.reduce(0) { $0 + $1.cents }
  }

  /// Where the payer takes back more than it pays, the rest is carried to its next remittance,
  /// since BPR02 cannot be less than nothing.
  ///
  /// - Returns: the amount carried, 0 where nothing is.
  mutating func settle() -> Int64 {
    payment = balancedPayment
    guard payment < 0 else { return 0 }
    let carried = -payment
    adjustments.append(PayerAdjustment(reason: "FB", reference: trace, cents: -carried))
    payment = 0
    return carried
  }

  /// The ways in which remittances that do not balance arrive.
  enum Imbalance: Int, CaseIterable {
    case transaction, claim, lines
  }

  /// Spoils the balance by a few cents at one level.
  mutating func spoil(_ imbalance: Imbalance, cents: Int64) {
    switch imbalance {
    case .transaction: payment += cents
    case .claim:
      guard !claims.isEmpty else { return }
      claims[0].paid += cents
      payment += cents
    case .lines:
      // Between two lines, so that claim and payment still agree; with one line, in the claim too.
      guard let claim = claims.indices.first(where: { claims[$0].lines.count > 1 })
      else { return spoil(.claim, cents: cents) }
      guard !claims[claim].lines[0].adjustments.isEmpty,
        !claims[claim].lines[1].adjustments.isEmpty
      else { return spoil(.claim, cents: cents) }
      claims[claim].lines[0].adjustments[0].cents += cents
      claims[claim].lines[1].adjustments[0].cents -= cents
    }
  }
}
