import Billing

/// Where the conversation with a payer about one claim stands.
enum Standing: Equatable {
  /// Nothing is open with a payer.
  case closed
  /// The latest sending was refused before adjudication.
  case rejected(on: Day, reasons: [RejectionReason])
  /// Sent, and no answer since.
  case unanswered(since: Day, accepted: Day?)
  /// The payer answered and left denials open.
  case denied
  /// An appeal or a reopening waits for its decision.
  case contested(RecordedDecision)
  /// An appeal or a reopening was decided, and nothing happened since.
  case decided(contest: RecordedDecision, outcome: RecordedDecision)
  /// Answered, nothing denied, and yet something is open.
  case leftOpen
  /// No sending and no answer is known.
  case unsent
  /// The payer is done; the rest is to be billed to the next one.
  case nextUnbilled
  /// The next payer has it, by crossover or by our bill.
  case nextAwaited(since: Day, isCrossover: Bool)
}

/// One open denial with the answer that brought it.
struct OpenDenial: Equatable {
  var denial: Denial
  var answer: Adjudication
}

extension DecisionVerb {
  /// Sends the claim again.
  var isSending: Bool { has(.sends) }
  /// Sends it as a change to a claim that the payer has (frequency 7 and 8).
  var isCorrection: Bool { self == .replace || self == .void }
  /// Asks the payer to look again at its own answer.
  var isContest: Bool { has(.contests) }
}

extension PayerSequence {
  /// 1, 2 or 3 in the order of payment.
  package var order: Int {
    switch self {
    case .primary: 1
    case .secondary: 2
    case .tertiary: 3
    }
  }
}

extension RemittanceClaimStatus {
  /// The payer sequence that the status names, nil where it names none.
  var sequence: PayerSequence? {
    switch self {
    case .processed(let sequence), .forwarded(let sequence): sequence
    case .denied, .reversal, .notOurs, .predetermination, .other: nil
    }
  }
}
