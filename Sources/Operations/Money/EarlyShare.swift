import Billing
import WorkEngine

/// The answer of a payer after the bill to the next one: that bill took its share from the only
/// account in which it stood then, and the answer must not move it once more.
enum EarlyShare {
  /// Plans an answer as if it had come first, and gives the next payer's share to the bill that has it
  /// already; nil where that does not come out even.
  ///
  /// - Parameters:
  ///   - taken: By line what the bill to the next payer took from the claim's own payer.
  ///   - claim: The claim as it stands.
  ///   - plan: Plans the answer against a claim.
  /// - Returns: The plan.
  /// - Throws: `UnbalancedEntry`, which what is moved within a line cannot be.
  static func plan(
    _ taken: [ClaimLineID: Cents], of claim: Claim, _ plan: (Claim) -> PostingPlan
  ) throws -> PostingPlan? {
    var whole = claim
    for place in whole.lines.indices {
      whole.lines[place].balances.payer += taken[whole.lines[place].id] ?? .zero
    }
    guard case .post(var posting) = plan(whole) else { return nil }
    var postings = posting.entry.postings
    for line in claim.lines {
      guard let early = taken[line.id] else { continue }
      func moved(_ account: LedgerAccount) -> Cents {
        postings.filter { $0.line == line.id && $0.account == account }.map(\.amount).total()
      }
      let share = min(early, moved(.nextPayerReceivable))
      guard share >= .zero, line.balances.payer + moved(.payerReceivable) + share >= .zero else {
        return nil
      }
      guard share > .zero else { continue }
      postings += [
        Posting(account: .payerReceivable, amount: share, claim: claim.id, line: line.id),
        Posting(account: .nextPayerReceivable, amount: -share, claim: claim.id, line: line.id),
      ]
    }
    posting.entry = try JournalEntry(
      cause: posting.entry.cause, on: posting.entry.on, postings: postings)
    return .post(posting)
  }
}
