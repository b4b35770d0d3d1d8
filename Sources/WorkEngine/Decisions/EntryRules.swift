import Billing

/// What a decision must say, whatever it is about.
struct EntryRules {
  let decision: Decision
  let item: WorkItem
  let isSupervisor: Bool
  let today: Day
  /// Days that must stay between a day put off to and the safe day.
  let marginDays: Int

  /// Why the decision cannot be recorded as it is, or nil.
  var refusal: String? {
    switch decision.verb {
    case .note: return decision.note.isBlank ? "A note needs text." : nil
    case .calledPayer, .checkedPortal:
      if decision.payerStatus.isEmpty, decision.note.isBlank {
        return "Say what the payer answered: choose a status or write a note."
      }
      return dateRefusal(isRequired: false)
    case .followUp: return dateRefusal(isRequired: true)
    case .deferred:
      return decision.note.isBlank ? "Say why it is put off." : dateRefusal(isRequired: true)
    case .requestDocuments, .returnOrder, .checkEligibility, .obtainAuthorization, .reopen:
      return dateRefusal(isRequired: false)
    case .leaveInSuspense: return dateRefusal(isRequired: true)
    case .escalate: return decision.note.isBlank ? "Tell the lead what to decide." : nil
    case .assign:
      // An empty name gives it back to the pool.
      return decision.assignee == nil ? "Choose whom to assign it to." : nil
    case .appealOutcome:
      if decision.appealOutcome == nil { return "Say how it ended." }
      guard let notice = decision.noticeOn, notice > today else { return nil }
      return "The decision letter cannot be dated after today."
    case .breakLease: return item.lease == nil ? "Nobody holds this item." : nil
    case .resubmit, .replace, .void, .appeal, .billNext, .changePayer, .documentRequest,
      .transferPatient, .writeOff,
      .deescalate, .pin, .unpin, .match, .post, .undo, .redo:
      return nil
    case .confirm, .cancelOrder, .hold, .releaseHold, .attachDocument, .correctCharge,
      .withdrawCharge, .transmit, .contactPatient, .fulfil, .decline, .pickUp:
      return nil
    }
  }

  private func dateRefusal(isRequired: Bool) -> String? {
    guard let day = decision.followUpOn else {
      return isRequired ? "Choose the day on which it comes back." : nil
    }
    if day <= today { return "The follow-up day must be after today." }
    // Past its last legal day nothing is left to protect by the margin.
    guard let safe = item.safe, !isSupervisor, item.tier != .expired else { return nil }
    let latest = safe.adding(days: -marginDays)
    if day <= latest { return nil }
    // The item can always sleep until tomorrow: it is looked at every day from here on.
    if day == today.adding(days: 1).nextBusinessDay { return nil }
    return latest > today
      ? "It may wait until \(latest) at most, \(marginDays) days before the safe day \(safe)."
      : "The safe day is \(safe): put it off to the next business day at most, or ask a supervisor."
  }
}

extension String {
  /// Whether there is nothing but blanks in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
