import Billing
import Database
package import Desk
import Store

extension Office {
  /// What is ready to go out, by payer and clearinghouse, and what went.
  ///
  /// - Throws: Any failure of the database.
  package func transmission() throws -> TransmissionBoard {
    try database.read { connection in
      let plan = try SendingPlan(office: self, connection: connection)
      let restored = try RestoredOffice(office: self, connection: connection).refusal
      // What nobody answered stands first, however old it is.
      let alarms = try WorkItems.batchesToWatch(in: connection)
      let late = try alarms.compactMap { try Batches.find($0, in: connection) }
      let latest = try Batches.latest(100, in: connection).filter { batch in
        !alarms.contains(batch.id)
      }
      return TransmissionBoard(
        refusal: restored ?? plan.refusal,
        groups: plan.groups.map { group in
          SendingGroup(
            payer: group.payer.id, payerName: group.payer.name,
            clearinghouse: group.clearinghouse.name, claims: group.claims,
            secondary: group.secondary.count, lines: group.lines, total: group.total,
            nextDue: group.nextDue, warnings: group.warnings)
        }, batches: late + latest, alarms: alarms.count)
    }
  }

  /// Sends one group of claims as one file.
  ///
  /// - Throws: ``Refusal`` where count or total as typed are not those that would be sent, or a
  ///   claim would be refused; any failure of the database.
  package func send(_ request: SendingRequest) throws -> SendingOutcome {
    try write { connection, outbox in
      try BatchSender(office: self, connection: connection).send(request, outbox: &outbox)
    }
  }
}
