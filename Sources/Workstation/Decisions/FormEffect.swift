import Billing
import Cells
import Desk

/// Says what a form will do, before Enter is pressed.
struct FormEffect {
  var form: DecisionForm
  var settings: WorkstationSettings
  var privacy: Privacy

  var today: Day { settings.today }

  private var item: WorkItem? { if case .one(let item, _) = form.target { item } else { nil } }

  /// One or more sentences; a warning has its own style.
  func lines() -> [StyledText] {
    var result = [StyledText(sentence)]
    result += extras
    if let warning { result.append(StyledText("! \(warning)", .warning)) }
    return result
  }

  var isPlural: Bool {
    if case .many(let ids, _) = form.target { return ids.count != 1 }
    return false
  }

  var subject: SafeText {
    if case .many(let ids, _) = form.target { return Wording.count(ids.count, "item") }
    return "The item"
  }

  var goes: SafeText { isPlural ? "\(subject) go" : "\(subject) goes" }

  private var back: SafeText {
    let verb: SafeText = isPlural ? "come back" : "comes back"
    guard let day = typedDay else { return "\(verb) on the day you give" }
    return "\(verb) \(Wording.longDate(day, today: today)), \(Wording.distance(day - today))"
  }

  private var typedDay: Day? {
    form.field(.followUp).flatMap { TypedDay.parse($0.trimmed, today: today) }
  }

  private var amount: SafeText {
    if let text = form.field(.amount)?.trimmed, !text.isEmpty {
      guard let cents = Cents(typed: text) else { return "An amount" }
      return Wording.money(cents)
    }
    guard let item else { return "All that is open" }
    return Wording.money(item.balance)
  }

  /// What happens, in one sentence.
  var sentence: SafeText {
    switch form.verb {
    case .resubmit: sent("a new claim (frequency 1)")
    case .replace: sent("a replacement (frequency 7)")
    case .void: "The claim is voided at the payer (frequency 8)."
    case .reopen: "Records that you asked for a reopening; \(subjectComes)."
    case .appeal: "Records the appeal; \(subjectComes)."
    case .appealOutcome: "Records the outcome; the queue follows from it."
    case .billNext: billNext
    case .transferPatient: "\(amount) moves to the patient; the payer owes it no more."
    case .writeOff: writeOff
    case .calledPayer: "Records the call; \(subjectComes)."
    case .checkedPortal: "Records what the portal shows; \(subjectComes)."
    case .requestDocuments: "Records the request; \(subjectComes)."
    case .followUp, .deferred: "\(goes) to waiting and \(back)."
    case .note: "The note goes into the history; nothing else changes."
    case .escalate: "\(goes) to a lead; the owner stays."
    case .deescalate: "\(goes) back to the open lane."
    case .assign: assigned
    case .pin: "\(goes) before all others of the queue."
    case .unpin:
      isPlural
        ? "\(subject) rank by their deadlines again." : "\(subject) ranks by its deadline again."
    case .match: "The payment belongs to the claim chosen here; it can then be posted."
    case .post: post
    case .leaveInSuspense: "The money stays in suspense; \(subjectComes)."
    case .breakLease: "The item is taken from its holder; that is recorded."
    case .undo, .redo, .transmit: .empty
    default: orderSentence
    }
  }

  private var subjectComes: SafeText {
    if case .many = form.target { return isPlural ? "they \(back)" : "it \(back)" }
    return "the item \(back)"
  }

  private func sent(_ what: SafeText) -> SafeText {
    if case .many(let ids, _) = form.target {
      return isPlural
        ? "\(Wording.count(ids.count, "claim")) go out as they were sent, each as \(what)."
        : "The claim goes out as it was sent, as \(what)."
    }
    let changes = form.fields.filter {
      $0.isChanged && $0.name != .note && $0.name != .followUp
    }.count
    return changes == 0
      ? "Goes out as \(what), just as it was sent before."
      : "Goes out as \(what), with \(Wording.count(changes, "correction"))."
  }

  private var assigned: SafeText {
    let name = form.field(.assignee)?.value ?? ""
    return name.isEmpty ? "\(goes) back to the pool." : "\(goes) to \(foreign: name)."
  }

  private var billNext: SafeText {
    guard let payer = form.detail?.nextPayer else {
      return "The open balance goes to the next payer."
    }
    let open = item.map { Wording.money($0.balance) } ?? "The open balance"
    return "\(open) is billed to \(foreign: payer.name)."
  }

  private var writeOff: SafeText {
    guard let item else { return "\(amount) on each is given up." }
    return "\(amount) of \(Wording.money(item.balance)) open is given up."
  }

  private var post: SafeText {
    guard let claim = form.detail?.staged?.remitClaim else {
      return "What is staged is posted; suspense falls by it."
    }
    return
      "\(Wording.money(claim.paid)) is posted to claim \(privacy.identifier(claim.controlNumber)); suspense falls by it."
  }

  // MARK: What to know

  private var extras: [StyledText] {
    switch form.verb {
    case .appeal:
      guard let packet = form.detail?.advice.packet else { return [] }
      return [StyledText("Packet: \(foreign: packet.title)", .title)]
        + packet.pieces.map { StyledText("  [ ] \(foreign: $0)", .muted) }
    case .resubmit, .replace:
      guard let fix = form.detail?.advice.fix, !fix.isEmpty else { return [] }
      return [StyledText("Fix: ", .title) + StyledText(SafeText(foreign: fix))]
    case .match: return candidateReasons
    default: return orderExtras
    }
  }

  private var candidateReasons: [StyledText] {
    if form.field(.candidate)?.value == FormReader.fromRemittance {
      return [StyledText("A claim is made from what the payer says of it.", .muted)]
    }
    guard let value = form.field(.candidate)?.value,
      let candidate = form.detail?.staged?.candidates.first(where: {
        String($0.claim.rawValue) == value
      })
    else { return [] }
    return candidate.reasonsFor.map { StyledText("+ ", .good) + StyledText(SafeText(foreign: $0)) }
      + candidate.reasonsAgainst.map {
        StyledText("- ", .warning) + StyledText(SafeText(foreign: $0))
      }
  }

  /// What might be a mistake.
  private var warning: SafeText? {
    guard form.verb.isPause, let safe = item?.safe, let day = typedDay, day > today else {
      return nil
    }
    if day > safe {
      return "Its safe date is \(Wording.longDate(safe, today: today)), before that day."
    }
    if form.verb == .deferred, safe - day < 5, !settings.isSupervisor {
      return
        "Within 5 days of its safe date \(Wording.date(safe, today: today)): a supervisor must allow it."
    }
    return nil
  }
}
