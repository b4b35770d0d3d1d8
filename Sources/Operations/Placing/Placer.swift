import Billing
import Database
import Store
import WorkEngine

/// Runs the placement function for what was touched and writes what it gives to the index of work.
///
/// The only way into the queues: no import, decision or command changes them otherwise.
struct Placer {
  let rules: RuleBook
  let today: Day
  private let payers: PayerCache
  /// Remark codes by which a payer says that it passed a claim on.
  private let crossoverRemarks: Set<String>

  init(rules: RuleBook, today: Day, payers: PayerCache = PayerCache()) {
    self.rules = rules
    self.today = today
    self.payers = payers
    crossoverRemarks = Set(rules.remarks.values.filter { $0.effect == .crossover }.map(\.code))
  }

  /// Places one subject anew from its facts; where asked, touching nothing that stands as it did.
  func place(
    _ subject: WorkSubject, onlyIfMoved: Bool = false, in connection: Connection
  ) throws {
    guard let placement = try placement(of: subject, in: connection) else {
      return try WorkItems.close(subject, in: connection)
    }
    guard let label = try Labels.find(subject, in: connection) else { return }
    try WorkItems.save(
      placement, of: subject, label: label, rollsOn: DayRoll.next(of: placement, on: today),
      onlyIfMoved: onlyIfMoved, in: connection)
  }

  /// What the placement function says of a subject now.
  func placement(of subject: WorkSubject, in connection: Connection) throws -> Placement? {
    try story(of: subject, in: connection)?.placement(rules: rules, on: today)
  }

  /// Everything that happened to a subject; nil where nothing of it waits or it is not there.
  func story(of subject: WorkSubject, in connection: Connection) throws -> WorkStory? {
    let orders = OrderStories(rules: rules, today: today, connection: connection)
    switch subject {
    case .claim(let id): return try claim(id, in: connection).map { .claim($0) }
    case .remitClaim: return try staged(subject, in: connection).map { .stagedAnswer($0) }
    case .remittance: return try staged(subject, in: connection).map { .remittance($0) }
    case .order(let id): return try orders.order(id).map { .order($0) }
    case .charge(let id): return try orders.charge(id).map { .charge($0) }
    case .batch(let id): return try orders.batch(id).map { .batch($0) }
    case .special(let id): return try orders.special(id).map { .special($0) }
    }
  }

  func claim(_ id: ClaimID, in connection: Connection) throws -> ClaimStory? {
    try Stories.claim(
      id, payers: { try payers.payer($0, in: connection) },
      decisions: { try Journal.standing(on: $0, in: connection) },
      crossoverRemarks: crossoverRemarks, in: connection)
  }

  private func staged(
    _ subject: WorkSubject, in connection: Connection
  ) throws -> StagedRemittanceStory? {
    try Stories.staged(
      subject, payers: { try payers.payer($0, in: connection) },
      decisions: { try Journal.standing(on: $0, in: connection) }, in: connection)
  }
}
