/// What a rule of the office keeps for a person that would have posted by itself.
package enum PostingHold: Hashable, Sendable {
  /// Answers of the payer, all of them.
  case payer
  /// Codes that are not among those with which an answer posts by itself: `CO-97`.
  case unlisted([String])
  /// Codes that a person is to see first.
  case watched([String])
  /// What is above the fee schedule, in cents, with its code.
  case contractual(Cents, code: String)

  /// What follows the name of the rule, in plain words.
  package var sentence: String {
    switch self {
    case .payer: "answers of this payer are posted by a person."
    case .unlisted(let codes):
      "\(Self.list(codes)) \(codes.count == 1 ? "is" : "are") not among the codes that post by "
        + "themselves."
    case .watched(let codes): "a person looks at \(Self.list(codes)) before it posts."
    case .contractual(let amount, let code):
      "the reduction of \(amount) (\(code)) is not written off by itself."
    }
  }

  private static func list(_ codes: [String]) -> String {
    guard let last = codes.last, codes.count > 1 else { return codes.first ?? "" }
    return codes.dropLast().joined(separator: ", ") + " and " + last
  }
}
