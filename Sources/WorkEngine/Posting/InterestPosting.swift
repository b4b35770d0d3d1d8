package import Billing

/// Interest that a payer adds to a payment.
package enum InterestPosting {
  /// How much interest comes with a payment that has no other provider adjustment, in cents, whatever
  /// its sign; nil where there is none, or anything else.
  package static func amount(of adjustments: [ProviderAdjustment]) -> Cents? {
    guard !adjustments.isEmpty,
      adjustments.allSatisfy({ $0.reason == ProviderAdjustment.interestReason })
    else {
      return nil
    }
    return adjustments.map { max($0.amount, -$0.amount) }.total()
  }
}
