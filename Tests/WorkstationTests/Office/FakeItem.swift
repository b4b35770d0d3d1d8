import Billing
import Desk

/// One made-up item of the fake office.
struct FakeItem {
  var id: WorkItemID
  var queue: QueueName
  var lane: Lane = .work
  var reference: String
  var patient: String
  var payer: String
  var family: PayerFamily = .medicareDME
  var procedure: String
  var reasonCode: String
  var reason: String
  var balance: Cents
  var expected: Cents
  var age: Int
  var safe: Day?
  var followUpOn: Day?
  var owner: String?
  var lease: Lease?
  var isPinned = false
  var rowVersion: Int64 = 1
  var staged: StagedDetail?
  /// What it is about, where it is neither a claim nor staged.
  var subject: WorkSubject?
  var timeline: [TimelineEntry] = []

  func daysLeft(_ today: Day) -> Int? { safe.map { $0 - today } }

  func rank(_ today: Day) -> RankKey {
    RankKey(
      tier: isPinned ? 0 : Tier.of(safe: safe, legal: nil, today: today).rawValue,
      expected: -expected.rawValue, id: id)
  }

  struct RankKey: Comparable {
    var tier: Int
    var expected: Int64
    var id: WorkItemID

    static func < (left: RankKey, right: RankKey) -> Bool {
      (left.tier, left.expected, left.id) < (right.tier, right.expected, right.id)
    }
  }

  func workItem(_ today: Day) -> WorkItem {
    let subject: WorkSubject =
      self.subject
      ?? (staged == nil ? .claim(ClaimID(id.rawValue)) : .remitClaim(RemitClaimID(id.rawValue)))
    return WorkItem(
      id: id, subject: subject, queue: queue, lane: lane,
      tier: lane == .expired
        ? .expired : isPinned ? .pinned : Tier.of(safe: safe, legal: nil, today: today),
      safe: safe, legal: safe.map { $0.adding(days: 5) }, balance: balance, expected: expected,
      reasonCode: reasonCode, reason: reason,
      deadlineReason: "\(family.title), 1 year from service", followUpOn: followUpOn, owner: owner,
      lease: lease, isPinned: isPinned, rowVersion: rowVersion)
  }

  func explanation(_ today: Day) -> String {
    let due = daysLeft(today).map { "due in \($0) days, " } ?? ""
    return "\(due)\(expected) expected, \(family.title)"
  }
}

/// What the fake office allows and does.
enum FakeRules {
  static func refusal(
    of decision: Decision, _ item: FakeItem, _ today: Day, _ isSupervisor: Bool
  ) -> String? {
    switch decision.verb {
    case .deferred, .followUp:
      guard let day = decision.followUpOn else { return "Choose the day on which it comes back." }
      if let safe = item.safe, day > safe.adding(days: -5), !isSupervisor {
        return "It may wait until \(safe.adding(days: -5)) at most, 5 days before the safe day."
      }
      return nil
    case .writeOff:
      let amount = decision.amount ?? item.balance
      return amount > Cents(2500) && !isSupervisor
        ? "Above $25.00 a supervisor must write it off." : nil
    case .billNext: return item.family == .medicareDME ? nil : "The claim names no next payer."
    default: return nil
    }
  }

  static func apply(_ decision: Decision, to item: inout FakeItem, user: String, today: Day) {
    item.rowVersion += 1
    switch decision.verb {
    case .deferred, .followUp, .calledPayer, .checkedPortal, .requestDocuments, .reopen, .appeal,
      .leaveInSuspense, .resubmit, .replace:
      item.lane = .waiting
      item.followUpOn = decision.followUpOn ?? today.adding(days: 21)
      item.owner = user
      item.lease = nil
    case .escalate:
      item.lane = .lead
      item.lease = nil
    case .deescalate:
      item.lane = .work
      item.lease = nil
    case .assign:
      item.owner = decision.assignee?.isEmpty == true ? nil : decision.assignee
      item.lease = nil
    case .writeOff, .transferPatient:
      item.balance = item.balance - (decision.amount ?? item.balance)
      item.expected = item.balance
      item.lane = .waiting
      item.followUpOn = today.adding(days: 30)
      item.lease = nil
    case .pin: item.isPinned = true
    case .unpin: item.isPinned = false
    case .match: item.staged?.matchedTo = decision.matchTo
    case .post, .billNext, .void, .appealOutcome:
      item.lane = .waiting
      item.followUpOn = today.adding(days: 30)
      item.lease = nil
    case .breakLease: item.lease = nil
    case .contactPatient: item.lease = nil
    default: break
    }
    let corrections = decision.corrections.map { "\($0)" }.joined(separator: ", ")
    item.timeline.append(
      TimelineEntry(
        on: today, kind: decision.verb == .note ? .note : .decision, user: user,
        title: decision.verb.title,
        detail: [decision.note, corrections].filter { !$0.isEmpty }.joined(separator: "; ")))
  }

  /// Whether the item leaves the queues with such a decision.
  static func ends(_ verb: DecisionVerb) -> Bool {
    switch verb {
    case .confirm, .returnOrder, .cancelOrder, .withdrawCharge, .fulfil, .decline, .pickUp: true
    default: false
    }
  }

  static func message(_ decision: Decision, items: [FakeItem], today: Day) -> String {
    let what =
      items.count == 1 ? items[0].reference : "\(items.count) items"
    switch decision.verb {
    case .deferred, .followUp:
      let day = decision.followUpOn?.short ?? "later"
      return items.count == 1
        ? "Deferred 1 item to \(day)." : "Deferred \(items.count) items to \(day)."
    case .note: return "Added a note to \(what)."
    case .escalate: return "Gave \(what) to a lead."
    case .assign: return "Assigned \(what) to \(decision.assignee ?? "")."
    case .resubmit:
      return decision.corrections.isEmpty
        ? "Sent \(what) again."
        : "Sent \(what) again with \(decision.corrections.count) corrections."
    case .appeal:
      return "Recorded the appeal of \(what), level \(decision.appealLevel?.rawValue ?? 0)."
    case .writeOff: return "Wrote off \(decision.amount.map(\.description) ?? "all") of \(what)."
    case .transferPatient:
      return "Moved \(decision.amount.map(\.description) ?? "all") of \(what) to the patient."
    case .calledPayer: return "Recorded the call: \(decision.payerStatus)."
    case .match: return "Matched it to claim \(decision.matchTo.map { "\($0.rawValue)" } ?? "new")."
    case .post: return "Posted \(what)."
    case .confirm: return "Confirmed \(what)."
    case .returnOrder:
      guard case .problem(let cause, let team) = decision.details else {
        return "Returned \(what)."
      }
      return "Returned \(what) to \(team.title): \(cause.title.lowercased())."
    case .hold:
      guard case .hold(let entry) = decision.details else { return "Held \(what)." }
      return
        "Placed a hold on \(what): \(entry.reason)\(entry.isForAgreement ? ", all months" : "")."
    case .releaseHold:
      guard case .release(let hold, let all, _) = decision.details else { return "" }
      return
        "Released \(hold == nil ? "all holds" : "a hold") of \(what)\(all ? ", all months" : "")."
    case .attachDocument:
      guard case .document(let draft) = decision.details else { return "" }
      return "Indexed: \(draft.kind.title.lowercased())."
    case .correctCharge:
      guard case .charge(let corrections) = decision.details else { return "" }
      return "Corrected \(what): \(corrections.count) changed."
    case .contactPatient:
      guard case .answers(let answers, let by) = decision.details else { return "" }
      return
        "Recorded: \(by) wants \(answers.filter { $0.units > 0 }.count) of \(answers.count) items."
    case .fulfil:
      guard case .fulfilment(let day, _) = decision.details else { return "" }
      return "Made the charge of \(what) for \(day.short)."
    case .leaveInSuspense: return "Left \(what) in suspense: \(decision.reasonCode)."
    default: return "\(decision.verb.title): \(what)."
    }
  }
}

/// Whether a made-up item passes a filter.
enum FakeFilter {
  static func matches(_ filter: WorkFilter, _ item: FakeItem, _ office: FakeOffice) -> Bool {
    switch filter {
    case .everything: return true
    case .word(let word):
      return [item.reference, item.patient, item.payer, item.reasonCode, item.procedure]
        .contains { $0.lowercased().contains(word.lowercased()) }
    case .mine: return item.owner == office.user
    case .unclaimed: return item.owner == nil
    case .not(let inner): return !matches(inner, item, office)
    case .all(let parts): return parts.allSatisfy { matches($0, item, office) }
    case .any(let parts): return parts.contains { matches($0, item, office) }
    case .field(let field, let comparison, let values):
      if case .charge(let detail)? = office.orderSides[item.id],
        let held = holdWords(field, detail)
      {
        return values.contains { value in
          guard case .text(let text) = value else { return false }
          return held.contains { $0.lowercased().hasPrefix(text.lowercased()) }
        }
      }
      return values.contains { matches(field, comparison, $0, item, office.today) }
    }
  }

  /// What the fields of the order side say of a charge, nil for the other fields.
  private static func holdWords(_ field: FilterField, _ detail: ChargeDetail) -> [String]? {
    let open = detail.holds.map(\.hold).filter(\.isOpen)
    return switch field {
    case .team: open.map(\.team.rawValue)
    case .type: open.map(\.type.rawValue)
    case .prescriber: [detail.order.prescriber?.listName ?? ""]
    default: nil
    }
  }

  private static func matches(
    _ field: FilterField, _ comparison: FilterComparison, _ value: FilterValue, _ item: FakeItem,
    _ today: Day
  ) -> Bool {
    switch value {
    case .text(let text):
      let held =
        switch field {
        case .payer: item.payer
        case .code: item.reasonCode
        case .patient: item.patient
        case .claim: item.reference
        case .owner: item.owner ?? ""
        case .procedure: item.procedure
        case .reason: item.reason
        default: ""
        }
      if field == .code {
        return held.lowercased().split(separator: " ").contains { $0.hasPrefix(text.lowercased()) }
      }
      return held.lowercased().hasPrefix(text.lowercased())
    case .number(let number): return compare(item.age, number, comparison)
    case .cents(let cents):
      return compare(
        (field == .balance ? item.balance : item.expected).rawValue, cents.rawValue, comparison)
    case .day(let day):
      let held =
        field == .dos ? today.adding(days: -item.age) : item.safe ?? today.adding(days: 9999)
      return compare(held.rawValue, day.rawValue, comparison)
    }
  }

  private static func compare<Value: Comparable>(
    _ left: Value, _ right: Value, _ comparison: FilterComparison
  ) -> Bool {
    switch comparison {
    case .has: left == right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .less: left < right
    case .lessOrEqual: left <= right
    }
  }
}
