package import Billing

/// A standard written order, dated and signed, is there before the claim (42 CFR 410.38).
///
/// It is no reason against confirming: the charge waits on hold until the order comes.
package enum TheWrittenOrderIsSigned: OrderCheck {
  package static let name = "The written order is signed"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let orders =
      review.documents(of: .standardWrittenOrder)
      + review.documents(of: .writtenOrderPriorToDelivery)
    guard !orders.isEmpty else {
      return [
        finding(
          .missingOrder, isBlocking: false, "There is no written order.",
          fix: "Ask the prescriber for it; the charges wait on hold until it is indexed.")
      ]
    }
    let isSigned = orders.contains {
      $0.content.signedOn != nil && !$0.content.signer.isEmpty && $0.content.dated != nil
    }
    guard !isSigned else { return [] }
    return [
      finding(
        .missingOrder, isBlocking: false,
        "The written order lacks a date, a signature or a signer.",
        fix: "Send it back to the prescriber; the charges wait on hold until it is complete.")
    ]
  }
}
