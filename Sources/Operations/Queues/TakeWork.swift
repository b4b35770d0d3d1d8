package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Takes the highest-ranked free item of a queue under a lease; nil where nothing is free.
  ///
  /// - Throws: Any failure of the database.
  package func takeNext(_ queue: QueueName, filter: WorkFilter = .everything) throws -> ItemDetail?
  {
    let condition = FilterSQL(filter, user: user.name, today: today)
    let taken = try database.write { connection in
      try freeEndedLeases(in: connection)
      let now = try now(connection)
      return try Leases.takeNext(
        queue, filter: condition, user: user.name, session: session, now: now,
        expires: LeaseRules.expiry(from: now), limit: 1, in: connection)
    }
    return try taken.first.map { try item($0) }
  }

  /// Takes one item under a lease.
  ///
  /// - Throws: ``Refusal`` naming who has it; any failure of the database.
  package func take(_ id: WorkItemID) throws -> ItemDetail {
    try database.write { connection in
      try freeEndedLeases(in: connection)
      let now = try now(connection)
      let isOurs = try Leases.take(
        id, user: user.name, session: session, now: now, expires: LeaseRules.expiry(from: now),
        in: connection)
      guard !isOurs else { return }
      throw try refusal(ofTaking: id, in: connection)
    }
    return try item(id)
  }

  /// Gives an item back to the queue.
  ///
  /// - Throws: Any failure of the database.
  package func release(_ id: WorkItemID) throws {
    try database.write { try Leases.release(id, session: session, in: $0) }
  }

  /// Gives an item back that another sign-in of the same person took, as one shell after another.
  ///
  /// - Parameters:
  ///   - id: The item.
  ///   - isOwn: Whether a session is one of the person's that may be given back from here.
  /// - Throws: ``Refusal`` where nobody holds it, or who does; any failure of the database.
  package func giveBack(_ id: WorkItemID, from isOwn: (String) -> Bool) throws {
    try database.write { connection in
      guard let listed = try WorkItems.find(id, in: connection) else {
        throw Refusal("There is no item \(id.rawValue).")
      }
      guard let lease = listed.item.lease, lease.expires > (try now(connection)) else {
        throw Refusal("Nobody holds \(listed.reference): there is nothing to give back.")
      }
      guard lease.user == user.name else {
        throw Refusal(
          "\(lease.user) has \(listed.reference): only \(lease.user) can give it back; a "
            + "supervisor may break the lease.")
      }
      guard lease.session == session || isOwn(lease.session) else {
        throw Refusal("\(listed.reference) is open on your screen: give it back there.")
      }
      try Leases.release(id, session: lease.session, in: connection)
    }
  }

  /// Lets the leases of this sign-in on some items run on; to be called every few minutes.
  ///
  /// Only for items that somebody is looking at: a lease on what lies under a covered screen, or
  /// under another one, runs out.
  ///
  /// - Throws: Any failure of the database.
  package func heartbeat(of items: Set<WorkItemID>) throws {
    guard !items.isEmpty else { return }
    try database.write { connection in
      let now = try now(connection)
      for item in items.sorted() {
        try Leases.renew(
          item, session: session, expires: LeaseRules.expiry(from: now), now: now,
          in: connection)
      }
    }
  }

  /// Gives back everything this sign-in holds.
  ///
  /// - Throws: Any failure of the database.
  package func signOff() throws {
    try database.write { try Leases.releaseAll(session: session, in: $0) }
  }

  /// Why an item cannot be had, in words.
  func refusal(ofTaking id: WorkItemID, in connection: Connection) throws -> Refusal {
    guard let listed = try WorkItems.find(id, in: connection) else {
      return Refusal("There is no item \(id.rawValue).")
    }
    if listed.isClosed { return Refusal("\(listed.reference) is done: nothing is left to work.") }
    guard let lease = listed.item.lease else { return Refusal("\(listed.reference) has changed.") }
    guard lease.user != user.name else {
      return Refusal(
        "You have \(listed.reference) open in another window. Close it there, or take another.")
    }
    return Refusal(
      "\(lease.user) has \(listed.reference) since a moment ago. Take another, or ask \(lease.user)."
    )
  }
}
