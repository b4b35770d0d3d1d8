import Billing
import Rules
import Testing
import WorkEngine

/// A pair of codes with its payer, and what must and must not follow.
struct AdviceCase: Sendable, CustomTestStringConvertible {
  var codes: String
  var family: String
  /// Words about the claim: `a further payer`, `accepted 9 days before the limit`.
  var state = ""
  /// Verbs any of which is right.
  var proposed: String
  /// Verbs that must be refused.
  var refused = ""
  var testDescription: String { "\(codes) \(family) \(state)" }

  init(
    _ codes: String, _ family: String, _ state: String = "", proposed: String,
    refused: String = ""
  ) {
    self.codes = codes
    self.family = family
    self.state = state
    self.proposed = proposed
    self.refused = refused
  }

  static let today = "2026-11-30"

  /// A claim of August answered in October; late ones are of June, so that a limit can be behind.
  func question(accepted: Day? = nil) -> AdviceQuestion {
    AdviceQuestion(
      codes: codes.split(separator: " ").map(String.init), payer: family,
      service: day(codes.contains("-29") ? "2025-06-01" : "2026-08-03"),
      notice: day("2026-10-30"), accepted: accepted,
      hasNextPayer: state.contains("a further payer"))
  }

  /// The answer, for the acceptance that the state names.
  func answer(_ rules: RuleBook) throws -> AdviceAnswer {
    let words = state.split(separator: " ")
    guard words.first == "accepted", let days = words.dropFirst().first.flatMap({ Int($0) }) else {
      return try question().answer(rules: rules, on: day(Self.today))
    }
    let first = try question().answer(rules: rules, on: day(Self.today))
    let limit = first.deadlines.first { $0.kind == .initialClaim }?.legal ?? day(Self.today)
    let accepted = limit.adding(days: state.contains("before") ? -days : days)
    return try question(accepted: accepted).answer(rules: rules, on: day(Self.today))
  }

  var proposedVerbs: [String] { proposed.split(separator: ",").map(String.init) }
  var refusedVerbs: [String] { refused.split(separator: ",").map(String.init) }
}
