import Billing
import Database
package import Desk
import Store

extension Office {
  /// A batch by its number, its file or its interchange control number, with claims and answers.
  ///
  /// - Throws: ``Refusal`` where there is no such batch; any failure of the database.
  package func batch(_ reference: String) throws -> BatchDetail {
    try database.read { connection in
      let named = try Batches.latest(10_000, in: connection).first {
        $0.fileName == reference || $0.interchangeControl == reference
      }
      let numbered = try Int64(reference).flatMap { try Batches.find(BatchID($0), in: connection) }
      guard let batch = named ?? numbered else {
        throw Refusal("There is no batch \(reference); see `docket transmit batches`.")
      }
      return try detail(of: batch, in: connection)
    }
  }

  func detail(of batch: Batch, in connection: Connection) throws -> BatchDetail {
    BatchDetail(
      batch: batch,
      claims: try Batches.claims(of: batch.id, in: connection).map {
        BatchClaimRow(
          claim: $0.claim, controlNumber: $0.number, patient: $0.patient, charge: $0.charge,
          answer: $0.answer)
      },
      answers: try Batches.answers(to: batch.id, in: connection).map {
        BatchAnswerRow(
          kind: $0.kind.rawValue, on: $0.on, verdict: $0.verdict.rawValue, claims: $0.claims)
      })
  }
}
