package import Billing

/// One pre-submission edit (domain reference 6.6), named as the sentence that must hold.
///
/// Pure: the same review, rules and day give the same findings.
package protocol ChargeEdit: Sendable {
  /// The sentence that must be true, for people and as the key of the holds it places.
  static var name: String { get }

  /// What keeps the sentence from being true, empty where it is.
  static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding]
}
