import Billing

/// Which actions the state of a claim allows, before a person has filled anything in.
struct ActionRules {
  let reading: StoryReading
  let options: DenialOptions
  let isSupervisor: Bool
  let today: Day
  private let deadlines: [Deadline]
  private let followUp: FollowUpRow

  init(_ reading: StoryReading, rules: RuleBook, isSupervisor: Bool, on today: Day) {
    self.reading = reading
    self.isSupervisor = isSupervisor
    self.today = today
    options = DenialOptions(reading, rules: rules)
    deadlines = DeadlineEngine.deadlines(
      for: reading, of: Set(DeadlineKind.allCases), rules: rules)
    followUp = rules.followUp(reading.payer.family)
  }

  /// Whether a verb can be used on the claim as it stands; without a level the next one is meant.
  func permission(for verb: DecisionVerb, level: AppealLevel? = nil) -> Permission {
    switch verb {
    case .resubmit: return firstRefusal(nothingOpen, contestPending, resubmit)
    case .replace, .void: return firstRefusal(contestPending, replace)
    case .reopen: return firstRefusal(nothingOpen, contestPending, reopen)
    case .appeal: return firstRefusal(nothingOpen, contestPending, appeal(level))
    case .appealOutcome:
      return reading.appeals.pending == nil
        ? .refused("No appeal or reopening of this claim is waiting for a decision.") : .allowed
    case .billNext: return firstRefusal(billNext)
    case .transferPatient: return firstRefusal(nothingOpen, transferPatient)
    case .writeOff: return firstRefusal(nothingOpen)
    default: return .allowed
    }
  }

  private func firstRefusal(_ reasons: String?...) -> Permission {
    for reason in reasons { if let reason { return .refused(reason) } }
    return .allowed
  }

  var nothingOpen: String? {
    let balances = reading.story.balances
    return balances.payer > .zero || balances.nextPayer > .zero
      ? nil : "Nothing is open with a payer on this claim."
  }

  private var contestPending: String? {
    guard let pending = reading.appeals.pending else { return nil }
    let step = pending.verb == .appeal ? "An appeal" : "A reopening"
    return "\(step) of \(pending.on) waits for its decision; do not send anything beside it."
  }

  private var resubmit: String? {
    if let refusal = options.resubmitRefusal { return refusal }
    if case .unanswered(let since, _) = reading.standing {
      let isUnknownToPayer =
        reading.story.decisions.last { !$0.payerStatus.isEmpty }.map {
          $0.payerStatus == PayerStatus.notOnFile && $0.on >= since
        } ?? false
      if !isUnknownToPayer, today < since.adding(days: followUp.firstDays) {
        return "The claim sent on \(since) has no answer yet; sending again makes a duplicate."
      }
    }
    return passed([.initialClaim, .secondaryClaim])
  }

  private var replace: String? {
    if reading.payer.family.isMedicareFeeForService {
      return "Medicare takes no replacement or void claims: send a new claim, reopen or appeal."
    }
    if let refusal = options.replaceRefusal { return refusal }
    let sent = reading.story.itsSubmissions
    if reading.answers.isEmpty, !sent.contains(where: { $0.answer.isAccepted }) {
      return "The payer has taken nothing in that could be replaced or voided."
    }
    return passed([.correctedClaim])
  }

  /// Reopening is asked for three business days after the remittance, when the claim is final
  /// (DME MAC reopening instructions).
  private static let reopeningWait = 3

  private var reopen: String? {
    guard let notice = reading.determinedOn else {
      return "The payer has not decided this claim, so there is nothing to reopen."
    }
    if let refusal = options.reopeningRefusal { return refusal }
    let first = notice.adding(businessDays: Self.reopeningWait)
    if reading.payer.family.isMedicareFeeForService, today < first {
      return "Medicare reopens from \(first), when the claim of \(notice) is final."
    }
    return passed([.reopening])
  }

  private func appeal(_ wanted: AppealLevel?) -> String? {
    guard reading.determinedOn != nil else {
      return "The payer has not decided this claim, so there is nothing to appeal."
    }
    if let refusal = options.appealRefusal { return refusal }
    guard let next = reading.nextAppealLevel else { return "No further level of appeal is left." }
    let level = wanted ?? next
    guard level == next else {
      return "Appeal level \(level.rawValue) is out of order: level \(next.rawValue) comes next."
    }
    if reading.dismissedOn != nil, passed([.dismissal]) == nil { return nil }
    return passed([.appeal(level), .dispute])
  }

  private var billNext: String? {
    guard reading.story.nextPayer != nil else { return "The claim names no further payer." }
    if case .nextAwaited(let since, let isCrossover) = reading.standing {
      let days = isCrossover ? followUp.crossoverDays : followUp.firstDays
      let end = since.adding(days: days)
      if today < end {
        return "The next payer has had the claim since \(since); wait for its answer until \(end)."
      }
    }
    return nothingOpen
  }

  private var transferPatient: String? {
    guard let refusal = options.transferRefusal, reading.standing == .denied else { return nil }
    if reading.payer.family.isMedicareFeeForService || !isSupervisor { return refusal }
    return nil
  }

  /// A refusal where limits of these kinds are known and every one is past its legal day.
  private func passed(_ kinds: Set<DeadlineKind>) -> String? {
    let limits = GoverningDeadline(deadlines, of: kinds, on: today)
    guard limits.isExpired, !isSupervisor, let last = limits.governing else { return nil }
    return "The limit passed on \(last.legal) (\(last.reason)); a supervisor may still decide it."
  }
}

/// What a payer may say of a claim on the phone or on its portal (`Decision.payerStatus`).
package enum PayerStatus {
  package static let inProcess = "in process"
  package static let pended = "pended"
  package static let notOnFile = "not on file"
  package static let paid = "paid"
  package static let denied = "denied"

  /// All of them, in the order of a list to choose from.
  package static let all = [inProcess, pended, notOnFile, paid, denied]
}

extension SubmissionAnswer {
  /// Whether a payer took the claim into adjudication.
  var isAccepted: Bool { acceptedOn != nil }
}
