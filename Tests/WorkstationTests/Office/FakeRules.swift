import Billing
import Desk
import WorkEngine

/// What decisions do to the made-up items.
enum FakeRules {
  static func apply(_ decision: Decision, to item: inout FakeItem, user: String, today: Day) {
    item.rowVersion += 1
    var corrections: [String] = []
    switch decision.act {
    case .resubmit(let resending), .replace(let resending):
      corrections = resending.corrections.map { "\($0)" }
      wait(&item, until: decision.followUpOn ?? today.adding(days: 21), owner: user)
    case .deferred, .followUp, .calledPayer, .checkedPortal, .requestDocuments, .reopen, .appeal,
      .leaveInSuspense, .changePayer:
      wait(&item, until: decision.followUpOn ?? today.adding(days: 21), owner: user)
    case .escalate:
      item.lane = .lead
      item.lease = nil
    case .deescalate:
      item.lane = .work
      item.lease = nil
    case .assign(let person):
      item.owner = person
      item.lease = nil
    case .writeOff(let writeOff): take(writeOff.amount, from: &item, today: today)
    case .transferPatient(let amount): take(amount, from: &item, today: today)
    case .pin: item.isPinned = true
    case .unpin: item.isPinned = false
    case .match(.claim(let claim)): item.staged?.matchedTo = claim
    case .post, .billNext, .void, .appealOutcome:
      wait(&item, until: today.adding(days: 30), owner: item.owner)
    case .breakLease, .contactPatient: item.lease = nil
    default: break
    }
    item.timeline.append(
      TimelineEntry(
        on: today, kind: decision.verb == .note ? .note : .decision, user: user,
        title: decision.verb.title,
        detail: ([decision.note] + corrections).filter { !$0.isEmpty }.joined(separator: "; ")))
  }

  private static func wait(_ item: inout FakeItem, until day: Day, owner: String?) {
    item.lane = .waiting
    item.followUpOn = day
    item.owner = owner
    item.lease = nil
  }

  private static func take(_ amount: Cents, from item: inout FakeItem, today: Day) {
    item.balance = item.balance - amount
    item.expected = item.balance
    wait(&item, until: today.adding(days: 30), owner: item.owner)
  }

  /// Whether the item leaves the queues with such a decision.
  static func ends(_ verb: DecisionVerb) -> Bool {
    switch verb {
    case .confirm, .returnOrder, .cancelOrder, .withdrawCharge, .fulfil, .decline, .pickUp: true
    default: false
    }
  }

  static func message(_ decision: Decision, items: [FakeItem], today: Day) -> String {
    let what = items.count == 1 ? items[0].reference : "\(items.count) items"
    switch decision.act {
    case .deferred, .followUp:
      let day = decision.followUpOn?.short ?? "later"
      return items.count == 1
        ? "Deferred 1 item to \(day)." : "Deferred \(items.count) items to \(day)."
    case .note: return "Added a note to \(what)."
    case .escalate: return "Gave \(what) to a lead."
    case .assign(let person): return "Assigned \(what) to \(person ?? "nobody")."
    case .resubmit(let resending):
      return resending.corrections.isEmpty
        ? "Sent \(what) again."
        : "Sent \(what) again with \(resending.corrections.count) corrections."
    case .appeal(let appeal):
      return "Recorded the appeal of \(what), level \(appeal.level.rawValue)."
    case .writeOff(let writeOff): return "Wrote off \(writeOff.amount) of \(what)."
    case .transferPatient(let amount): return "Moved \(amount) of \(what) to the patient."
    case .calledPayer(let contact): return "Recorded the call: \(contact.status)."
    case .match(.claim(let claim)): return "Matched it to claim \(claim.rawValue)."
    case .match(.madeFromRemittance): return "Matched it to claim new."
    case .post: return "Posted \(what)."
    case .leaveInSuspense(let reason): return "Left \(what) in suspense: \(reason)."
    default: return orderMessage(decision, what)
    }
  }

  private static func orderMessage(_ decision: Decision, _ what: String) -> String {
    switch decision.act {
    case .confirm: return "Confirmed \(what)."
    case .returnOrder(let cause, let team):
      return "Returned \(what) to \(team.title): \(cause.title.lowercased())."
    case .hold(let entry):
      return
        "Placed a hold on \(what): \(entry.reason)\(entry.isForAgreement ? ", all months" : "")."
    case .releaseHold(let release):
      return "Released \(release.hold == nil ? "all holds" : "a hold") of "
        + "\(what)\(release.allMonths ? ", all months" : "")."
    case .attachDocument(let draft): return "Indexed: \(draft.kind.title.lowercased())."
    case .correctCharge(let corrections):
      return "Corrected \(what): \(corrections.count) changed."
    case .contactPatient(let answer):
      let wanted = answer.answers.filter { $0.units > 0 }.count
      return "Recorded: \(answer.requestedBy) wants \(wanted) of \(answer.answers.count) items."
    case .fulfil(let fulfilment):
      return "Made the charge of \(what) for \(fulfilment.on.short)."
    default: return "\(decision.verb.title): \(what)."
    }
  }
}
