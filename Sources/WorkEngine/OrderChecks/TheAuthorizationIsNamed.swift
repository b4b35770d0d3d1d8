package import Billing

/// Where the payer wants an authorization, its number is known.
///
/// It is no reason against confirming: the charge waits on hold until the payer answers.
package enum TheAuthorizationIsNamed: OrderCheck {
  package static let name = "The authorization is named"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    guard let family = review.order.primary?.payer.family else { return [] }
    return review.order.lines.compactMap { line in
      guard review.item(line, rules)?.authorizationFamilies.contains(family) ?? false,
        line.authorizationNumber.isEmpty,
        !review.documents(of: .authorization).contains(where: {
          !$0.content.number.isEmpty && $0.covers(code: line.procedure.code)
        })
      else { return nil }
      return finding(
        line: line.number, .authorization, isBlocking: false,
        family.title + " wants an authorization for " + line.label + ".",
        fix: "Ask the payer for it; the charge waits on hold until it is indexed.")
    }
  }
}
