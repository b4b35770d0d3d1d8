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
    guard let found = try WorkItems.find(id, in: connection) else {
      throw Refusal("There is no item \(id.rawValue).")
    }
    return try detail(of: found, in: connection)
  }

  func detail(of found: WorkItems.Listed, in connection: Connection) throws -> ItemDetail {
    var listed = try current(found, in: connection)
    if let lease = listed.item.lease, try isOver(lease, in: connection) { listed.item.lease = nil }
    let situation = try Situations(office: self, connection: connection)
      .situation(of: listed.item)
    guard let story = situation.story else {
      throw Refusal("There is no item \(found.item.id.rawValue).")
    }
    let details = SubjectDetails(office: self, connection: connection)
    return ItemDetail(
      item: listed.item, row: row(listed), subject: try details.detail(story, situation),
      placement: story.placement(rules: rules, on: today),
      advice: listed.isClosed ? situation.advice.afterTheWork : situation.advice,
      timeline: try Timeline(connection: connection).entries(of: story, listed.item.subject),
      contacts: try details.contacts(situation))
  }
}
