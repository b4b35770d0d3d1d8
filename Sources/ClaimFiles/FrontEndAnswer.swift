package import Billing
package import X12

/// What the front end said of one claim: a 277CA claim as values of the trade.
package struct ClaimAnswer: Equatable, Sendable {
  /// How far the claim has come with this answer.
  package enum Verdict: Sendable { case received, accepted, rejected, notAFrontEndAnswer }

  /// One edit: up to three code triples that are read together, for one line or the whole claim.
  package struct Edit: Equatable, Sendable {
    package var codes: [ClaimAcknowledgment277CA.Status.Code]
    /// Line control number, empty for the whole claim.
    package var line: String
    /// STC12, foreign text.
    package var text: String
  }

  package var controlNumber: String
  package var verdict: Verdict
  package var on: Day
  /// Whether the payer itself answers; a clearinghouse otherwise.
  package var isFromPayer: Bool
  package var payerControlNumber: String
  /// The rejecting edits.
  package var edits: [Edit]
  /// All codes as written, for the timeline: `A8:562:85 A8:128:85`.
  package var codes: String
}

extension ClaimAcknowledgment277CA {
  /// Every claim of the answer; `fallback` is the day where the answer gives none.
  package func answers(fallback: Day) -> [ClaimAnswer] {
    sources.flatMap { source in
      source.receivers.flatMap(\.providers).flatMap(\.claims).map {
        answer($0, isFromPayer: source.name.entity == "PR", fallback: fallback)
      }
    }
  }

  private func answer(_ claim: Claim, isFromPayer: Bool, fallback: Day) -> ClaimAnswer {
    let day =
      claim.statuses.compactMap { Day($0.date) }.max() ?? Day(date) ?? fallback
    var edits = claim.statuses.filter(\.isRejection).map {
      ClaimAnswer.Edit(codes: $0.codes, line: "", text: $0.text)
    }
    for line in claim.lines {
      edits += line.statuses.filter(\.isRejection).map {
        ClaimAnswer.Edit(codes: $0.codes, line: line.controlNumber, text: $0.text)
      }
    }
    let all = claim.statuses + claim.lines.flatMap(\.statuses)
    return ClaimAnswer(
      controlNumber: claim.controlNumber, verdict: verdict(of: claim), on: day,
      isFromPayer: isFromPayer, payerControlNumber: claim.payerControlNumber, edits: edits,
      codes: all.flatMap(\.codes).map(\.text).joined(separator: " "))
  }

  private func verdict(of claim: Claim) -> ClaimAnswer.Verdict {
    if claim.isRejected { return .rejected }
    switch claim.statuses.last?.standing {
    case .accepted: return .accepted
    case .received: return .received
    default: return .notAFrontEndAnswer
    }
  }
}
