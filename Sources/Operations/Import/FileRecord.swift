import Billing
import Database
import Desk
import Store

/// What is kept of every imported file, whatever its kind.
extension Office {
  /// Notes that a file was begun.
  func beginFile(
    name: String, hash: String, byteCount: Int, in connection: Connection
  ) throws -> FileID {
    try Files.begin(
      name: name, hash: hash, byteCount: byteCount, at: now(connection), by: user.name,
      known: known, in: connection)
    guard let known = try Files.find(hash: hash, in: connection) else {
      throw Refusal("the file could not be noted in the database; run `docket check`")
    }
    return known.id
  }

  /// Notes that a file is done, with what it did and the first thousand problems.
  func completeFile(
    _ id: FileID, _ report: ImportReport, summary: String, in connection: Connection
  ) throws {
    try Files.complete(
      id, summary: summary, problems: Array(report.problems.prefix(1000)), in: connection)
  }
}

extension FileProblem {
  /// A problem of an order: the line stands for the segment, the column for the element.
  init(_ problem: OrderInputProblem) {
    self.init(
      isError: problem.isError,
      at: FilePlace(segment: problem.line ?? 0, element: problem.column), message: problem.message)
  }
}
