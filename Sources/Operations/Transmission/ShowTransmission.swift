import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// What is ready to go out, by payer and clearinghouse, and what went.
  ///
  /// - Throws: Any failure of the database.
  package func transmission() throws -> TransmissionBoard {
    try database.read { connection in
      let plan = try SendingPlan(office: self, connection: connection)
      let batches = try Batches.latest(100, in: connection)
      let alarms = try batches.count { batch in
        let story = try Placer(rules: rules, today: today).orderSide(in: connection)
          .story(of: .batch(batch.id))
        return story.flatMap {
          OrderSidePlacement.place($0, rules: rules, on: today)
        }?.lane == .work
      }
      return TransmissionBoard(
        refusal: plan.refusal,
        groups: plan.groups.map { group in
          SendingGroup(
            payer: group.payer.id, payerName: group.payer.name,
            clearinghouse: group.clearinghouse.name, claims: group.claims,
            secondary: group.secondary.count, lines: group.lines, total: group.total,
            nextDue: group.nextDue, warnings: group.warnings)
        }, batches: batches, alarms: alarms)
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
