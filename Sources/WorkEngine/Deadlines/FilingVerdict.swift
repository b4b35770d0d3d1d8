import Billing

/// Whether a line was filed in time: the day on which the payer took it in against its limit.
///
/// Domain reference 3.7 rule 5: nothing is called timely without this comparison.
enum FilingVerdict: Equatable {
  case inTime(accepted: Day, limit: Deadline)
  case late(accepted: Day, limit: Deadline)
  /// The payer's own answer is older than the limit: a claim that it had by then cannot be late.
  case answeredBefore(limit: Deadline, answered: Day)
  /// No acceptance is on file.
  case unproven(limit: Deadline?)
  /// There is an acceptance, and no limit to hold it against.
  case noLimit(accepted: Day)

  /// The comparison in words.
  var sentence: String {
    switch self {
    case .inTime(let accepted, let limit):
      return "Taken in on \(accepted), \(Self.days(limit.legal - accepted)) before the limit "
        + "\(limit.legal) (\(limit.reason)): that is the proof of timely filing."
    case .late(let accepted, let limit):
      return "Taken in on \(accepted), \(Self.days(accepted - limit.legal)) after the limit "
        + "\(limit.legal) (\(limit.reason))."
    case .answeredBefore(let limit, let answered):
      return "The payer answered on \(answered), and the limit is \(limit.legal) "
        + "(\(limit.reason)): what it had before its limit cannot be filed too late. Contest the "
        + "payer's error."
    case .unproven(let limit):
      let text = "No acceptance (277CA A1 or A2) and no proof from the portal is on file"
      return limit.map { text + "; the limit was \($0.legal) (\($0.reason))." } ?? text + "."
    case .noLimit(let accepted):
      return "Taken in on \(accepted), and no filing limit is on file to hold it against."
    }
  }

  private static func days(_ count: Int) -> String {
    count == 1 ? "1 day" : "\(count) days"
  }
}

extension StoryReading {
  /// The verdict for a line, or for the whole claim where the line is 0 or unknown.
  func filingVerdict(line: Int, rules: RuleBook) -> FilingVerdict {
    let limit = filingLimit(line: line, rules: rules)
    let accepted = firstAcceptedOn(rules)
    guard let limit else { return accepted.map { .noLimit(accepted: $0) } ?? .unproven(limit: nil) }
    let proof = [accepted, firstSeenOnPortal(rules)].compactMap(\.self).min()
    if let proof, proof <= limit.legal { return .inTime(accepted: proof, limit: limit) }
    if let answered = noticeOn(line: line), answered <= limit.legal {
      return .answeredBefore(limit: limit, answered: answered)
    }
    return accepted.map { .late(accepted: $0, limit: limit) } ?? .unproven(limit: limit)
  }

  /// The day of the answer that left a line, or the claim, denied.
  private func noticeOn(line: Int) -> Day? {
    let own = openDenials.filter { line == 0 || $0.denial.line == line }
    return (own.isEmpty ? openDenials : own).map(\.answer.noticeOn).max()
  }

  /// The filing limit of a line's own days of service; of two that apply the earlier.
  private func filingLimit(line: Int, rules: RuleBook) -> Deadline? {
    let own = DeadlineEngine.filing(
      payer: payer, service: story.serviceByLine[line] ?? story.service, rules: rules)
    let secondary = DeadlineEngine.deadlines(for: self, of: [.secondaryClaim], rules: rules)
    return ([own].compactMap(\.self) + secondary).min { $0.legal < $1.legal }
  }

  /// The first day on which the payer had the claim.
  ///
  /// A claim that could not be processed does not count as filed (DME MAC timely filing rules).
  private func firstAcceptedOn(_ rules: RuleBook) -> Day? {
    let unprocessed = answers.filter { answer in
      !answer.denials.isEmpty
        && answer.denials.allSatisfy { denial in
          denial.remarks.contains { rules.remarks[$0]?.effect == .newClaimOnly }
        }
    }.map(\.noticeOn).max()
    let filed = story.submissions.filter { sending in
      unprocessed.map { sending.sentOn > $0 } ?? true
    }
    return filed.compactMap(\.answer.acceptedOn).min()
  }

  /// The first day on which the payer's portal showed a sending: it had come by then, and maybe
  /// long before, so that this proves a claim in time and never late.
  private func firstSeenOnPortal(_ rules: RuleBook) -> Day? {
    guard let first = story.submissions.map(\.sentOn).min() else { return nil }
    return story.decisions.filter { decision in
      decision.verb == .checkedPortal && decision.on >= first
        && rules.payerStatus(decision.payerStatus).map { !$0.allowsSendingAgain } ?? false
    }.map(\.on).min()
  }
}
