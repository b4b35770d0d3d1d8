package import Billing

/// One pre-submission edit (domain reference 6.6), named as the sentence that must hold.
///
/// Pure: the same review, rules and day give the same findings.
package protocol ChargeEdit: Sendable {
  /// The sentence that must be true, for people and as the key of the holds it places.
  static var name: String { get }

  /// What is wrong with an order whose charges do not keep it, as the office counts causes.
  static var cause: OrderProblemCause { get }

  /// Whether it speaks of the whole order or, as most do, of one line.
  static var scope: EditFinding.Scope { get }

  /// What keeps the sentence from being true, empty where it is.
  static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding]
}

extension ChargeEdit {
  package static var scope: EditFinding.Scope { .line }
}
