package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// A verb about an item: whether it may be decided as things stand, and everything that can be
  /// said with it, filled in.
  ///
  /// - Throws: ``Refusal`` where there is no such item; any failure of the database.
  package func option(_ verb: DecisionVerb, on item: ItemDetail) throws -> DecisionOption {
    if let known = item.advice.options.first(where: { $0.verb == verb }) { return known }
    return try database.read { connection in
      guard let listed = try WorkItems.find(item.item.id, in: connection) else {
        throw Refusal("There is no item \(item.item.id.rawValue).")
      }
      let situation = try Situations(office: self, connection: connection)
        .situation(of: listed.item)
      guard var option = situation.options([verb]).first else {
        throw Refusal("There is no verb \(verb.rawValue).")
      }
      if listed.isClosed, !verb.has(.afterwards) {
        option.permission = .refused("It is done: nothing is left to work.")
      }
      return option
    }
  }
}
