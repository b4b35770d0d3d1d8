package import Billing
import Database
package import Desk
import Store
import WorkEngine

/// The door of approvals: whoever needs one asks here, and looks here whether it was granted.
struct ApprovalDesk {
  let office: Office
  let connection: Connection

  /// Asks; the question is work of a supervisor from then on.
  ///
  /// - Throws: ``Refusal`` without a reason, or where the same is asked already.
  func ask(
    _ purpose: ApprovalPurpose, about target: ApprovalTarget, amount: Cents = .zero,
    reason: String
  ) throws -> ApprovalID {
    guard !reason.isBlank else { throw Refusal("Say why it is asked for.") }
    for open in try Approvals.page(offset: 0, limit: 500, in: connection)
    where open.purpose == purpose && open.target == target && open.amount == amount {
      guard try answer(to: open) != nil else {
        throw Refusal(
          "\(open.askedBy) asked for it on \(open.askedOn) (approval \(open.id.rawValue)).")
      }
    }
    let id = try Approvals.insert(
      Approval(
        id: ApprovalID(0), purpose: purpose, target: target, amount: amount,
        askedBy: office.user.name, askedOn: office.today, reason: reason.trimmingBlanks),
      known: office.known, in: connection)
    try Placer(rules: office.rules, today: office.today).place(.approval(id), in: connection)
    return id
  }

  /// The last question of a purpose about a piece of work that was granted and stands; nil where
  /// nobody granted one.
  func granted(_ purpose: ApprovalPurpose, about subject: WorkSubject) throws -> Approval? {
    try Approvals.all(about: subject, in: connection).last { approval in
      guard approval.purpose == purpose else { return false }
      return try answer(to: approval)?.verb == .grant
    }
  }

  /// How a question was answered; nil where it is open.
  func answer(to approval: Approval) throws -> RecordedDecision? {
    ApprovalStory(
      approval: approval,
      decisions: try Journal.standing(on: .approval(approval.id), in: connection)
    ).answer
  }

  func detail(of approval: Approval) throws -> ApprovalDetail {
    ApprovalDetail(
      approval: approval,
      answer: try answer(to: approval).map {
        ApprovalDetail.Answer(
          isGranted: $0.verb == .grant, user: $0.user, on: $0.on, note: $0.note)
      }, item: try WorkItems.find(.approval(approval.id), in: connection)?.item.id)
  }
}

extension Office {
  /// Asks another person to allow something.
  ///
  /// - Throws: ``Refusal`` without a reason, or where the same is asked already; any failure of the
  ///   database.
  package func ask(
    _ purpose: ApprovalPurpose, about target: ApprovalTarget, amount: Cents = .zero, reason: String
  ) throws -> ApprovalDetail {
    try database.write { connection in
      let desk = ApprovalDesk(office: self, connection: connection)
      let id = try desk.ask(purpose, about: target, amount: amount, reason: reason)
      guard let approval = try Approvals.find(id, in: connection) else {
        throw Refusal("The question could not be kept; run `docket check`.")
      }
      return try desk.detail(of: approval)
    }
  }

  /// What was asked, the newest first, with the answers.
  ///
  /// - Throws: Any failure of the database.
  package func approvals(offset: Int, limit: Int) throws -> [ApprovalDetail] {
    try database.read { connection in
      let desk = ApprovalDesk(office: self, connection: connection)
      return try Approvals.page(offset: offset, limit: limit, in: connection)
        .map { try desk.detail(of: $0) }
    }
  }
}
