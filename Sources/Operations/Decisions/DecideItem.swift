package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Records one decision on one item and does what follows from it.
  ///
  /// - Throws: ``Refusal`` where the rules forbid it, or where somebody else has the item or changed
  ///   it since it was opened; any failure of the database.
  package func decide(_ request: DecisionRequest) throws -> DecisionOutcome {
    try write { connection, outbox in
      let desk = DecisionDesk(office: self, connection: connection)
      let done = try desk.decide(
        request.item, request.entry, rowVersion: request.rowVersion, fence: request.fence,
        bulk: nil, outbox: &outbox)
      return DecisionOutcome(
        message: done.message, isUndoable: done.isUndoable, items: [request.item],
        file: outbox.written.first)
    }
  }

  /// What can be said with a verb about an item, filled in; without one about many items at once.
  ///
  /// - Throws: ``Refusal`` where the verb is not possible; any failure of the database.
  package func form(_ verb: DecisionVerb, about id: WorkItemID?) throws -> [DecisionField] {
    let situation = try database.read { connection in
      guard let id else { return Situation(manyWith: rules, on: today, by: user) }
      guard let listed = try WorkItems.find(id, in: connection) else {
        throw Refusal("There is no item \(id.rawValue).")
      }
      return try Situations(office: self, connection: connection).situation(of: listed.item)
    }
    if let refusal = situation.permission(for: verb).refusal { throw Refusal(refusal) }
    return situation.fields(of: verb)
  }

  /// Records one decision on many items; those it does not fit are left alone, with the reason.
  ///
  /// - Throws: Any failure of the database.
  package func decideMany(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> DecisionOutcome {
    let bulk = try database.write { try Settings.nextNumber(of: "bulk number", in: $0) }
    var done: [WorkItemID] = []
    var refused: [BulkRefusal] = []
    for id in items {
      do {
        try write { connection, outbox in
          guard let listed = try WorkItems.find(id, in: connection) else {
            throw Refusal("There is no such item.")
          }
          let desk = DecisionDesk(office: self, connection: connection)
          _ = try desk.decide(
            id, entry, rowVersion: listed.item.rowVersion, fence: nil, bulk: bulk,
            outbox: &outbox)
        }
        done.append(id)
      } catch let refusal as Refusal {
        refused.append(
          BulkRefusal(item: id, reference: try reference(of: id), reason: refusal.message))
      }
    }
    let count = done.count == 1 ? "1 item" : "\(done.count) items"
    return DecisionOutcome(
      message: "\(entry.verb.title): \(count)"
        + (refused.isEmpty ? "." : ", \(refused.count) left alone."),
      isUndoable: !done.isEmpty, items: done, refused: refused)
  }

  /// What a decision on many items would do; nothing is done.
  ///
  /// - Throws: ``Refusal`` where it can be taken about no item at all, with the field that is wrong;
  ///   any failure of the database.
  package func preview(_ items: [WorkItemID], _ entry: DecisionEntry) throws -> BulkPreview {
    if let fault = Situation(manyWith: rules, on: today, by: user).fault(ofEntry: entry) {
      throw Refusal(fault.message, field: fault.field)
    }
    return try database.read { connection in
      var fitting: [WorkItemID] = []
      var refused: [BulkRefusal] = []
      var first: [QueueRow] = []
      var expected = Cents.zero
      let desk = DecisionDesk(office: self, connection: connection)
      for id in items {
        guard let listed = try WorkItems.find(id, in: connection) else { continue }
        do {
          _ = try desk.read(entry, on: listed)
        } catch let refusal as Refusal {
          refused.append(
            BulkRefusal(item: id, reference: listed.reference, reason: refusal.message))
          continue
        }
        fitting.append(id)
        expected += listed.item.expected
        if first.count < 3 { first.append(row(listed)) }
      }
      return BulkPreview(
        entry: entry, items: fitting, expected: expected, first: first, refused: refused)
    }
  }

  private func reference(of id: WorkItemID) throws -> String {
    try database.read { try WorkItems.find(id, in: $0)?.reference } ?? String(id.rawValue)
  }
}
