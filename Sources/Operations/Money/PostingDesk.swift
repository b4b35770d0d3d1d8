package import Billing
import Database
import Desk
import Store
import WorkEngine

extension Office {
  /// What a staged answer would post, with what was typed about its lines; nil where the item is no
  /// answer with a claim.
  ///
  /// - Throws: ``Refusal`` with the field that is wrong, or where there is no such item.
  package func postingSheet(
    of id: WorkItemID, _ entry: DecisionEntry
  ) throws -> PostingSheet? {
    try database.read { connection in
      guard let listed = try WorkItems.find(id, in: connection) else {
        throw Refusal("There is no item \(id.rawValue).")
      }
      guard case .remitClaim(let answer) = listed.item.subject,
        let kept = try RemitClaims.find(answer, in: connection)
      else { return nil }
      var instructions = PostingInstructions()
      if !entry.fields.isEmpty {
        let situation = try Situations(office: self, connection: connection)
          .situation(of: listed.item)
        do throws(FieldFault) {
          guard case .post(let said) = try situation.decision(of: entry).act else { return nil }
          instructions = said
        } catch {
          throw Refusal(error.message, field: error.field)
        }
      }
      return try AnswerSheets(rules: rules, connection: connection).sheet(of: kept, instructions)?
        .sheet
    }
  }

  /// The item under which something of a remittance is decided, made as done where it never waited.
  ///
  /// - Throws: ``Refusal`` where there is no such subject; any failure of the database.
  package func itemToDecide(_ subject: WorkSubject) throws -> WorkItemID {
    try database.write { try itemToDecide(subject, in: $0) }
  }

  /// The same inside a transaction.
  @discardableResult
  func itemToDecide(_ subject: WorkSubject, in connection: Connection) throws -> WorkItemID {
    if let known = try WorkItems.find(subject, in: connection) { return known.item.id }
    guard let label = try Labels.find(subject, in: connection) else {
      throw Refusal("There is nothing of that number.")
    }
    let done = Placement(
      queue: .cashPosting, lane: .work, tier: .noDeadline, governing: nil, deadlines: [],
      balance: .zero, expected: .zero, reasonCode: "", reason: "", followUpOn: nil, why: [])
    try WorkItems.save(done, of: subject, label: label, rollsOn: nil, in: connection)
    try WorkItems.close(subject, in: connection)
    guard let made = try WorkItems.find(subject, in: connection) else {
      throw Refusal("There is nothing of that number.")
    }
    return made.item.id
  }
}
