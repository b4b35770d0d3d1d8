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

  init(rules: RuleBook, today: Day, payers: PayerCache = PayerCache()) {
    self.rules = rules
    self.today = today
    self.payers = payers
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
    switch subject {
    case .claim(let id):
      guard let story = try story(of: id, in: connection) else { return nil }
      return ClaimPlacement.place(story, rules: rules, on: today)
    case .remitClaim, .remittance:
      guard let story = try staged(subject, in: connection) else { return nil }
      return StagedPlacement.place(story, rules: rules, on: today)
    case .order, .charge, .batch, .special:
      return try orderSide(in: connection).story(of: subject).flatMap {
        OrderSidePlacement.place($0, rules: rules, on: today)
      }
    }
  }

  func orderSide(in connection: Connection) -> OrderSideStories {
    OrderSideStories(rules: rules, today: today, connection: connection)
  }

  func story(of claim: ClaimID, in connection: Connection) throws -> ClaimStory? {
    try Stories.claim(claim, payers: { try payers.payer($0, in: connection) }, in: connection)
  }

  func staged(
    _ subject: WorkSubject, in connection: Connection
  ) throws -> StagedRemittanceStory? {
    try Stories.staged(subject, payers: { try payers.payer($0, in: connection) }, in: connection)
  }
}
