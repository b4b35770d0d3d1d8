import Billing
import Cells
import Desk
import WorkEngine

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

  private var goes: SafeText { isPlural ? "\(subject) go" : "\(subject) goes" }

  private var back: SafeText {
    let verb: SafeText = isPlural ? "come back" : "comes back"
    guard let day = typedDay else {
      guard isPlural, form.text(.followUp).isEmpty else { return "\(verb) on the day you give" }
      return "\(verb), each on its own day"
    }
    return "\(verb) \(Wording.longDate(day, today: today)), \(Wording.distance(day - today))"
  }

  private var typedDay: Day? { TypedDay.parse(form.text(.followUp), today: today) }

  /// What happens, in one sentence.
  var sentence: SafeText {
    switch form.verb {
    case .resubmit: sent("a new claim (frequency 1)")
    case .replace: sent("a replacement (frequency 7)")
    case .billNext: billNext
    case .transferPatient: "\(amount) moves to the patient; the payer owes it no more."
    case .writeOff: "\(amount)\(ofOpen) is given up.\(staying)\(limit)"
    case .followUp, .deferred: "\(goes) to waiting and \(back)."
    case .escalate, .deescalate, .assign, .pin, .unpin: handed
    case .post: post
    case .confirm, .returnOrder, .hold, .releaseHold, .attachDocument, .correctCharge,
      .withdrawCharge:
      orderSentence
    case .contactPatient, .fulfil: specialSentence
    case .note: "The note goes into the history; nothing else changes."
    default: plain
    }
  }

  /// What the verb does anyway, and when the item comes back.
  private var plain: SafeText {
    let help: String =
      switch form.verb {
      case .appeal: isPlural ? "Records an appeal of each item" : "Records the appeal"
      case .reopen:
        isPlural
          ? "Records that you asked for a reopening of each item"
          : "Records that you asked for a reopening"
      default: Verbs[form.verb].help
      }
    guard form.field(.followUp) != nil else { return SafeText(foreign: help) }
    let subject: SafeText =
      switch form.target {
      case .one: "the item"
      case .many: isPlural ? "they" : "it"
      }
    return "\(foreign: help.asReason); \(subject) \(back)."
  }

  private func sent(_ what: SafeText) -> SafeText {
    if case .many(let ids, _) = form.target {
      return isPlural
        ? "\(Wording.count(ids.count, "claim")) go out as they were sent, each as \(what)."
        : "The claim goes out as it was sent, as \(what)."
    }
    let changes = form.corrections
    return changes == 0
      ? "Goes out as \(what), just as it was sent before."
      : "Goes out as \(what), with \(Wording.count(changes, "correction"))."
  }

  // MARK: Money

  /// The amount as typed; where many items are meant and none is typed, each one's own.
  private var amount: SafeText {
    let text = form.text(.amount)
    if text.isEmpty {
      guard item == nil else { return "An amount" }
      return form.verb == .writeOff ? "What the payer owes of each" : "The patient's share of each"
    }
    let each: SafeText = item == nil ? " of each" : ""
    return Cents(typed: text).map { "\(Wording.money($0))\(each)" } ?? "An amount"
  }

  /// Of many items a reason gives up no more than its limit, and what is above it is left alone.
  private var limit: SafeText {
    guard item == nil, !settings.isSupervisor, form.text(.amount).isEmpty else { return .empty }
    return " Where more is open than the reason allows, the item is left alone."
  }

  private var ofOpen: SafeText { item.map { " of \(Wording.money($0.balance)) open" } ?? .empty }

  /// What of the claim stays open after that, and with whom.
  private var staying: SafeText {
    guard let claim = form.detail?.claimDetail, let typed = Cents(typed: form.text(.amount)) else {
      return .empty
    }
    let shares = claim.shares
    func left(_ owner: OpenShares.Owner) -> Cents {
      shares.remaining(of: owner, afterGivingUp: typed)
    }
    let next = claim.nextPayer.map { SafeText(foreign: $0.name) } ?? "the next payer"
    let parts: [(words: SafeText, amount: Cents)] = [
      ("the payer", left(.payer)), (next, left(.nextPayer)),
      ("the patient", left(.patient) + shares.movedToPatient),
    ].filter { $0.1 > .zero }
    guard !parts.isEmpty else { return .empty }
    let words = parts.map { "\(Wording.money($0.amount)) with \($0.words)" as SafeText }
    return " Stays: \(words.joined(separator: ", "))."
  }

  private var billNext: SafeText {
    guard let payer = form.detail?.claimDetail?.nextPayer else {
      return "The open balance goes to the next payer."
    }
    let open = item.map { Wording.money($0.balance) } ?? "The open balance"
    return "\(open) is billed to \(foreign: payer.name)."
  }

  private var post: SafeText {
    guard let detail = form.detail, let staged = detail.staged, let answer = staged.remitClaim
    else {
      return "What is staged is posted; suspense falls by it."
    }
    // The claim of the office that it is matched to; the payer may write another number.
    let number = detail.claim?.controlNumber ?? answer.controlNumber
    return
      "\(Wording.money(staged.suspense)) is posted to claim \(privacy.identifier(number)); suspense falls by it."
  }

  // MARK: Hands

  private var handed: SafeText {
    let name = form.text(.to)
    return switch form.verb {
    case .escalate: "\(goes) to a lead; the owner stays."
    case .deescalate: "\(goes) back to the open lane."
    case .pin: "\(goes) before all others of the queue."
    case .assign where name.isEmpty: "\(goes) back to the pool."
    case .assign: "\(goes) to \(foreign: name)."
    default:
      isPlural
        ? "\(subject) rank by their deadlines again." : "\(subject) ranks by its deadline again."
    }
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
    let value = form.text(.match)
    if value.isEmpty { return [] }
    guard
      let candidate = form.detail?.staged?.candidates.first(where: {
        String($0.claim.rawValue) == value
      })
    else { return [StyledText("A claim is made from what the payer says of it.", .muted)] }
    return candidate.reasonsFor.map { StyledText("+ ", .good) + StyledText(SafeText(foreign: $0)) }
      + candidate.reasonsAgainst.map {
        StyledText("- ", .warning) + StyledText(SafeText(foreign: $0))
      }
  }

  /// What might be a mistake.
  private var warning: SafeText? {
    guard form.verb.has(.pauses), let safe = item?.safe, let day = typedDay, day > safe else {
      return nil
    }
    return "Its safe date is \(Wording.longDate(safe, today: today)), before that day."
  }
}
