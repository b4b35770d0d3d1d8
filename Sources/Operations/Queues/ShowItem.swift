package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Everything about one item: what it is about with its money, why it is here, what to do, and
  /// everything that ever happened.
  ///
  /// - Throws: ``Refusal`` where there is no such item; any failure of the database.
  package func item(_ id: WorkItemID) throws -> ItemDetail {
    try database.read { try detail(of: id, in: $0) }
  }

  func detail(of id: WorkItemID, in connection: Connection) throws -> ItemDetail {
    guard let listed = try WorkItems.find(id, in: connection) else {
      throw Refusal("There is no item \(id.rawValue).")
    }
    return try detail(of: listed, in: connection)
  }

  func detail(of listed: WorkItems.Listed, in connection: Connection) throws -> ItemDetail {
    let situation = try Situations(office: self, connection: connection)
      .situation(of: listed.item)
    let subject = try SubjectDetails(office: self, connection: connection).detail(situation)
    let listed = listed.settled(situation.story)
    return ItemDetail(
      item: listed.item, row: row(listed), subject: subject,
      placement: situation.story.placement(rules: rules, on: today),
      advice: listed.isClosed ? situation.advice.afterTheWork : situation.advice,
      timeline: try Timeline(connection: connection).entries(
        of: situation.story, listed.item.subject))
  }
}
