import Billing
import Database
import Store
import WorkEngine

/// Remittances that look like one another: what is asked about them, and what an answer does.
struct LookAlikes {
  let office: Office
  let connection: Connection
  let activity: ActivityID

  /// All remittances of which one looks like another, the first read first; the one alone where none
  /// does.
  static func group(
    of id: RemittanceID, in connection: Connection
  ) throws -> [Remittances.Header] {
    guard let header = try Remittances.find(id, in: connection) else { return [] }
    return try Remittances.alike(to: header.looksLike ?? id, in: connection)
  }

  /// What is asked about a remittance; nil where nothing is.
  static func question(
    of id: RemittanceID, in connection: Connection
  ) throws -> Question? {
    guard let header = try Remittances.find(id, in: connection), header.standing == .asked else {
      return nil
    }
    let group = try group(of: id, in: connection)
    let asked = group.filter { $0.standing == .asked }
    // The newest file speaks for all: it is what the payer said last.
    guard let head = asked.last else { return nil }
    if head.id != id { return Question(lead: .remittance(head.id)) }
    let known = group.last { $0.standing == .standing } ?? group.first { $0.id != id }
    guard let known,
      case .asks(let answer, let differs) = LookAlike.verdict(
        head.identity, against: known.identity)
    else { return Question(reason: .looksAlike(.another, "only its number agrees")) }
    return Question(
      reason: .looksAlike(answer, "\(known.payment) of \(known.paymentDate): \(differs)"))
  }

  /// A question about a remittance, or the item that asks it for this one too.
  struct Question {
    var lead: WorkSubject?
    var reason: StagingReason?

    /// The story of the remittance with the question in it; its money is in no book yet.
    func asked(of story: StagedRemittanceStory) -> StagedRemittanceStory {
      var story = story
      story.lead = lead
      story.reasons = reason.map { [$0] } ?? story.reasons
      return story
    }
  }

  /// Refuses that a remittance counts beside one that is the same in everything.
  static func refuseTwin(of id: RemittanceID, in connection: Connection) throws {
    guard let header = try Remittances.find(id, in: connection), header.standing == .standing
    else { return }
    for other in try Remittances.withTraceKey(of: header.traceNumber, in: connection)
    where other.header.id != id && other.header.standing == .standing
      && LookAlike.verdict(header.identity, against: other.header.identity) == .same
    {
      throw Refusal("The same payment counts since (\(other.fileName)): take that back first.")
    }
  }

  /// Says what a remittance is; one answer closes all that look like it.
  func answer(_ answer: LookAlikeAnswer, for id: RemittanceID) throws -> [WorkSubject] {
    let group = try Self.group(of: id, in: connection)
    guard let header = group.first(where: { $0.id == id }), header.standing == .asked else {
      throw Refusal("Nobody asks about it any more.")
    }
    var touched = group.map { WorkSubject.remittance($0.id) }
    switch answer {
    case .same: break
    case .correction:
      let void = RemittanceVoid(office: office, connection: connection, activity: activity)
      for other in group where other.standing == .standing {
        touched += try void.void(other.id, leaving: .replaced)
      }
      touched += try accept(header)
    case .another: touched += try accept(header)
    }
    for other in group where other.standing == .asked && (answer == .same || other.id != id) {
      // Beside another payment only what is a copy of it is answered too.
      guard answer != .another || other.claimsHash == header.claimsHash else { continue }
      try Remittances.change(
        other, to: answer == .correction ? .replaced : .same, activity: activity,
        known: office.known, in: connection)
    }
    return touched
  }

  /// From now on it counts: its cash is taken in and its claims are posted or staged.
  func accept(_ header: Remittances.Header) throws -> [WorkSubject] {
    try Remittances.change(
      header, to: .standing, activity: activity, known: office.known, in: connection)
    if let entry = try RemittancePosting.cashEntry(
      header.payment, of: header.id, on: header.paymentDate)
    {
      _ = try Ledger.post(
        entry, remittance: header.id, activity: activity, known: office.known, in: connection)
    }
    let settlement = RemittanceSettlement(
      office: office, connection: connection, activity: activity)
    let bank = DepositDesk(office: office, connection: connection)
    return try settlement.begin(header) + bank.settle(trace: header.traceNumber)
  }
}

extension Remittances.Header {
  /// By which it is told from others.
  var identity: LookAlike.Identity {
    LookAlike.Identity(
      originator: originator, traceNumber: traceNumber, payment: payment, paymentDate: paymentDate,
      claimsHash: claimsHash)
  }
}
