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
      if case .charge(let detail)? = office.subjects[item.id],
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

  /// What the fields about holds say of a charge, nil for the other fields.
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
