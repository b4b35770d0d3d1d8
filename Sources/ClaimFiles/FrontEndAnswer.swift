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

/// A whole batch, or all of it that one supplier billed, that was not taken: loops 2200B and 2200C.
package struct BatchRejection: Equatable, Sendable {
  /// TRN02 of the receiver: BHT03 of the set that was sent.
  package var reference: String
  /// The NPI of the supplier whose claims are meant; empty for all of them.
  package var providerNPI: String
  package var on: Day
  package var isFromPayer: Bool
  package var edits: [ClaimAnswer.Edit]
  /// All codes as written.
  package var codes: String
  /// What the level says of itself; nil where it says nothing.
  package var rejectedCount: Int?
  package var rejectedAmount: Cents?
  /// Claims that are named below it and have an answer of their own.
  package var named: Set<String>
}

extension ClaimAcknowledgment277CA {
  /// Every batch and every supplier's part of one that is refused as a whole.
  package func batchRejections(fallback: Day) -> [BatchRejection] {
    sources.flatMap { source in
      source.receivers.flatMap { receiver in
        let levels = [(receiver.statuses, receiver.totals, "", receiver.providers)]
        let below = receiver.providers.map { ($0.statuses, $0.totals, $0.name.id, [$0]) }
        return (receiver.isRejected ? levels : below).filter { level in
          level.0.contains(where: \.isRejection)
        }.map { statuses, totals, provider, providers in
          BatchRejection(
            reference: receiver.trace, providerNPI: provider,
            on: statuses.compactMap { Day($0.date) }.max() ?? Day(date) ?? fallback,
            isFromPayer: source.name.entity == "PR",
            edits: statuses.filter(\.isRejection).map {
              ClaimAnswer.Edit(codes: $0.codes, line: "", text: $0.text)
            }, codes: statuses.flatMap(\.codes).map(\.text).joined(separator: " "),
            rejectedCount: totals.rejectedCount,
            rejectedAmount: totals.rejectedCents.flatMap { Cents(fromOutside: $0) },
            named: Set(providers.flatMap(\.claims).map(\.controlNumber)))
        }
      }
    }
  }

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
