import Billing
import Database
import Store

extension Office {
  /// Gives back what programs hold that do not run any more: a terminal was closed, a machine's
  /// process was killed.
  func freeEndedLeases(in connection: Connection) throws {
    let running = try Leases.sessions(at: try now(connection), in: connection)
    for session in running where hasEnded(session) {
      try Leases.releaseAll(session: session, in: connection)
    }
  }

  /// Gives back what such programs hold; writes nothing where there is none.
  ///
  /// - Throws: Any failure of the database.
  package func giveBackEnded() throws {
    let running = try database.read { try Leases.sessions(at: try now($0), in: $0) }
    guard running.contains(where: hasEnded) else { return }
    try database.write { try freeEndedLeases(in: $0) }
  }

  /// Whether anybody may take what another program has under a lease: it ran out, or the program is
  /// gone and nobody has given its items back yet.
  func isOver(_ lease: Lease, in connection: Connection) throws -> Bool {
    guard lease.session != session else { return false }
    return try lease.expires <= now(connection) || hasEnded(lease.session)
  }

  /// Whether the program that holds a lease is certainly gone.
  func hasEnded(_ session: String) -> Bool {
    session != self.session && SignIn(session: session)?.hasEnded(processes) ?? false
  }
}
