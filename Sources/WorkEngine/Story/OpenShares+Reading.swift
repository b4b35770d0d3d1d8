package import Billing

extension StoryReading {
  /// What is open with payers, by who is to pay it.
  ///
  /// - Parameter lines: The lines of the claim; without them it is read as if it had only one.
  /// - Returns: The parts, line after line.
  func shares(of lines: [ClaimLine]) -> OpenShares {
    var denied = patientDenials
    let all =
      lines.isEmpty ? [(0, story.balances)] : lines.map { ($0.number, $0.balances) }
    var parts: [OpenShares.Part] = []
    for (number, balances) in all {
      let held = isNextLevel ? balances.nextPayer : balances.payer
      var rest = max(held, .zero)
      let account: LedgerAccount = isNextLevel ? .nextPayerReceivable : .payerReceivable
      if isNextLevel && !isNextPayersAnswerKnown {
        parts.add(.nextPayer, account, number, rest)
        continue
      }
      // What is said of the line, then what is said of the claim as a whole.
      for key in number == 0 ? Array(denied.keys) : [number, 0] {
        let part = min(rest, denied[key] ?? .zero)
        parts.add(.patient, account, number, part)
        denied[key]? -= part
        rest -= part
      }
      parts.add(.payer, account, number, rest)
      if !isNextLevel {
        parts.add(.nextPayer, .nextPayerReceivable, number, max(balances.nextPayer, .zero))
      }
    }
    return OpenShares(parts, movedToPatient: max(story.balances.patient, .zero))
  }

  /// Whether the payer after the first one has judged what is open.
  private var isNextPayersAnswerKnown: Bool {
    switch standing {
    case .nextUnbilled, .nextAwaited: false
    case .closed, .rejected, .unanswered, .denied, .contested, .decided, .leftOpen, .unsent: true
    }
  }

  /// Denied with group PR and not moved to the patient since, by line; under 0 what is said of the
  /// whole claim; in cents.
  var patientDenials: [Int: Cents] {
    let all = openDenials.filter { $0.denial.adjustment.group == .patientResponsibility }
    guard let last = all.map(\.answer.sequence).max() else { return [:] }
    var denied: [Int: Cents] = [:]
    for open in all { denied[open.denial.line, default: .zero] += open.denial.adjustment.amount }
    var moved = story.decisions.filter { $0.sequence > last }.map { decision in
      if case .transferPatient(let amount)? = decision.act { amount } else { Cents.zero }
    }.total()
    for line in denied.keys.sorted() where moved > .zero {
      let part = min(moved, denied[line] ?? .zero)
      denied[line]? -= part
      moved -= part
    }
    return denied
  }
}

extension [OpenShares.Part] {
  fileprivate mutating func add(
    _ owner: OpenShares.Owner, _ account: LedgerAccount, _ line: Int, _ amount: Cents
  ) {
    guard amount > .zero else { return }
    append(.init(owner: owner, account: account, line: line, amount: amount))
  }
}

extension Situation {
  /// What is open of the claim with payers, by who is to pay it; nil for other work.
  package var shares: OpenShares? { reading?.shares(of: claim?.lines ?? []) }

  /// The same where the lines were read anew.
  package func shares(of claim: Claim) -> OpenShares? { reading?.shares(of: claim.lines) }

  /// Of what is open the part that the payer itself owes, in cents: neither what it left to the
  /// patient nor what the next payer has still to judge.
  var owedByPayer: Cents { min(open, shares?.amount(of: .payer) ?? .zero) }
}

extension ClaimStory {
  /// What is open with payers, by who is to pay it.
  package func shares(of lines: [ClaimLine], rules: RuleBook) -> OpenShares {
    StoryReading(self, rules: rules).shares(of: lines)
  }
}
