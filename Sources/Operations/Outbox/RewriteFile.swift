import Billing
import Database
import Store

extension Office {
  /// Writes a file that was lost once more as itself: the same bytes under the same numbers.
  ///
  /// - Returns: What was done, in a sentence.
  /// - Throws: ``Refusal`` where there is no such file, it lies there, it was answered or taken back,
  ///   or its bytes are not known; any failure of the database.
  package func rewrite(_ reference: String) throws -> String {
    try write { connection, outbox in
      let file = try OutgoingReference.file(reference, in: connection)
      let folder = OutboxFolder(self.outbox)
      if file.state == .withdrawn {
        throw Refusal("\(file.name) was taken back: send what is in it anew.")
      }
      if try OutgoingFiles.isAnswered(file.name, in: connection) {
        throw Refusal("\(file.name) arrived, for it was answered: it must not go out again.")
      }
      if OutboxFolder.hash(of: folder.place(file.name)) == file.contentHash {
        throw Refusal("\(file.name) lies in \(folder.path) as it was written.")
      }
      try outbox.writeAgain(file.name)
      try note(
        "\(file.name) written again as it was sent on \(file.writtenOn) (interchange "
          + "\(file.interchangeControl), SHA-256 \(file.contentHash ?? "unknown"))",
        about: file, in: connection)
      return "\(file.name) is written again as it was sent on \(file.writtenOn)."
    }
  }

  /// Takes a person's word that a file arrived, also one that was gone before it was seen whole.
  ///
  /// - Returns: What was done, in a sentence.
  /// - Throws: ``Refusal`` where there is no such file, or it has not left; any failure of the database.
  package func confirmArrival(_ reference: String) throws -> String {
    try recoverOutbox()
    return try database.write { connection in
      let file = try OutgoingReference.file(reference, in: connection)
      guard file.state == .pending || file.state == .gone else {
        throw Refusal("\(file.name) has not left: see `docket transmit show \(file.name)`.")
      }
      try OutgoingFiles.setState(
        .gone, goneOn: file.goneOn ?? today, of: file.id, in: connection)
      try note("\(file.name) arrived, the receiver says", about: file, in: connection)
      return "\(file.name) arrived."
    }
  }

  private func note(
    _ text: String, about file: OutgoingFile, in connection: Connection
  ) throws {
    guard let subject = try OutgoingFiles.subject(of: file, in: connection) else {
      throw Refusal("Nothing is known any more of what \(file.name) is about.")
    }
    _ = try DecisionDesk(office: self, connection: connection).record(
      Decision(.note, note: text), on: subject, queue: nil, detail: "", target: nil, bulk: nil)
  }
}

/// A file of the outbox as people name it.
enum OutgoingReference {
  /// The file of a name, with or without its folder or cut short as on a screen, or of an
  /// interchange control number.
  ///
  /// - Throws: ``Refusal`` where there is none.
  static func file(_ reference: String, in connection: Connection) throws -> OutgoingFile {
    if let file = try find(reference, in: connection) { return file }
    throw Refusal("Nothing of the name \(reference) went out; see `docket transmit batches`.")
  }

  /// Nil where there is none.
  static func find(_ reference: String, in connection: Connection) throws -> OutgoingFile? {
    let name = reference.split(separator: "/").last.map(String.init) ?? reference
    if let file = try OutgoingFiles.find(name, in: connection) { return file }
    if let file = try OutgoingFiles.withControl(reference, in: connection) { return file }
    // A screen cuts a long name short.
    let beginning = name.hasSuffix("…") ? String(name.dropLast()) : name
    guard beginning.hasPrefix("837P-") || beginning.hasPrefix("270-") else { return nil }
    return try OutgoingFiles.beginning(with: beginning, in: connection)
  }
}
