package import Billing
import Database
package import Desk
import Store

extension Office {
  /// A file that went out, by its name or its interchange control number, or a batch by its number:
  /// with claims, questions and answers.
  ///
  /// - Throws: ``Refusal`` where there is none; any failure of the database.
  package func outgoing(_ reference: String) throws -> OutgoingDetail {
    try database.read { connection in
      if let file = try OutgoingReference.find(reference, in: connection) {
        return try detail(of: file, in: connection)
      }
      guard let id = Int64(reference),
        let batch = try Batches.find(BatchID(id), in: connection)
      else {
        throw Refusal(
          "There is no batch or file \(reference); see `docket transmit batches`.")
      }
      return try OutgoingFiles.find(batch.fileName, in: connection)
        .map { try detail(of: $0, in: connection) }
        ?? OutgoingDetail(file: nil, batch: detail(of: batch, in: connection))
    }
  }

  /// The decision that sent a file, by the file's name; nil where there is no such file, or nobody
  /// decided about it alone.
  ///
  /// - Throws: Any failure of the database.
  package func activity(ofFile reference: String) throws -> Activity? {
    try database.read { connection in
      try OutgoingReference.find(reference, in: connection)?.activity
        .flatMap { try Activities.find($0, in: connection)?.activity }
    }
  }

  private func detail(
    of file: OutgoingFile, in connection: Connection
  ) throws -> OutgoingDetail {
    OutgoingDetail(
      file: file,
      batch: try Batches.withFile(file.name, in: connection)
        .map { try detail(of: $0, in: connection) },
      questions: try Eligibilities.questions(inFile: file.name, in: connection).map {
        CoverageQuestionRow(
          trace: $0.trace, patient: $0.patient, payer: $0.payer, answeredOn: $0.answeredOn)
      })
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
