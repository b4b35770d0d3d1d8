import Billing
import ClaimFiles
import Database
import Desk
import Foundation
import Store
import X12

/// What one transaction does with the folder from which files are picked up.
///
/// A file is written under a name that nobody picks up and given to the disk before the commit, and
/// gets its real name after it (``OutboxSettlement``). Every file of any kind goes this way, and has
/// its row in the ledger of the outbox.
struct Outbox {
  let office: Office
  let connection: Connection
  /// Names of the files that this transaction writes.
  private(set) var written: [String] = []
  private var withheld: [String] = []

  init(office: Office, connection: Connection) {
    self.office = office
    self.connection = connection
  }

  private var folder: OutboxFolder { OutboxFolder(office.outbox) }
  var isTouched: Bool { !written.isEmpty || !withheld.isEmpty }

  // MARK: What goes out

  /// Writes a new file that is not to be picked up yet, and keeps it in the ledger.
  ///
  /// - Throws: ``Refusal`` where it cannot be written, or must not.
  mutating func prepare(
    _ name: String, _ kind: OutgoingFile.Kind, interchange: String, _ bytes: [UInt8]
  ) throws {
    try write(name, bytes)
    try OutgoingFiles.insert(
      name: name, kind: kind, hash: FileDigest.hash(bytes), bytes: bytes,
      interchangeControl: interchange, known: office.known, in: connection)
  }

  /// Writes a file that was taken back, or was lost, once more as itself.
  ///
  /// - Throws: ``Refusal`` where its bytes are not known, or it cannot be written.
  mutating func writeAgain(_ name: String) throws {
    guard let file = try OutgoingFiles.find(name, in: connection),
      let bytes = try OutgoingFiles.bytes(of: file.id, in: connection),
      FileDigest.hash(bytes) == file.contentHash
    else {
      throw Refusal("What was in \(name) was not kept: send it anew.")
    }
    try write(name, bytes)
    try OutgoingFiles.setState(.pending, of: file.id, in: connection)
  }

  private mutating func write(_ name: String, _ bytes: [UInt8]) throws {
    try refuseWrongUsage(bytes, name)
    if let refusal = try RestoredOffice(office: office, connection: connection).refusal {
      throw Refusal(refusal)
    }
    if written.isEmpty { try OutboxGeneration.rise(in: connection) }
    try folder.prepare()
    do throws(Refusal) {
      // A crash left it before its commit, so nothing is known of it; ours must not wait for it.
      if OutboxFolder.holds(folder.pending(name)) {
        _ = try folder.putAside(".\(name).pending", as: ".\(name)")
      }
      try DurableFile.create(folder.pending(name), bytes)
    } catch {
      throw Refusal(
        "The claim file could not be written to \(folder.path): \(error.message). Nothing was "
          + "saved.")
    }
    written.append(name)
  }

  /// ISA15 is the office's own for every file, whoever wrote its envelope.
  private func refuseWrongUsage(_ bytes: [UInt8], _ name: String) throws {
    guard OutgoingEnvelope.usage(of: bytes) != office.usageIndicator else { return }
    throw Refusal(
      office.usageIndicator == "T"
        ? "\(name) says that it is for production, but the rules mark the office as a test: send "
          + "it anew. Nothing was saved."
        : "\(name) says that it is a test, but the rules do not mark the office as one: send it "
          + "anew. Nothing was saved.")
  }

  // MARK: What is taken back

  /// Holds back a file that was not picked up; false where it is gone.
  ///
  /// It keeps its bytes until the transaction is committed, and nobody can pick it up meanwhile.
  mutating func withhold(_ name: String) throws -> Bool {
    guard let file = try OutgoingFiles.find(name, in: connection),
      file.state == .written || file.state == .pending
    else { return false }
    let source = [folder.place(name), folder.pending(name)].first { OutboxFolder.holds($0) }
    guard let source else { return false }
    do throws(Refusal) {
      try DurableFile.move(source, to: folder.withheld(name))
    } catch {
      throw Refusal("\(name) cannot be taken back: \(error.message).")
    }
    withheld.append(name)
    try OutgoingFiles.setState(.withdrawn, of: file.id, in: connection)
    return true
  }

  // MARK: The end of the transaction

  /// Gives the names to the disk: what is committed after this finds its files after a power cut.
  ///
  /// - Throws: ``Refusal`` where the disk does not take them.
  func makeDurable() throws {
    guard isTouched else { return }
    do throws(Refusal) {
      try DurableFile.syncFolder(folder.path)
    } catch {
      throw Refusal("The outbox \(folder.path) fails: \(error.message). Nothing was saved.")
    }
  }

  /// The transaction was not committed: new files go, those held back get their names again.
  func discard() {
    for name in written { _ = unsafe unlink(folder.pending(name)) }
    for name in withheld { try? DurableFile.move(folder.withheld(name), to: folder.place(name)) }
  }
}

extension Office {
  /// ISA15 of every file that goes out: whether it is for production (P) or a test (T).
  var usageIndicator: String { rules.supplier?.usageIndicator ?? "P" }

  /// Changes the office in one transaction that may write claim files or take them back; the files
  /// follow the commit.
  ///
  /// - Throws: What the body throws; any failure of the database.
  func write<T>(
    withOutbox body: (Connection, inout Outbox) throws -> T
  ) throws -> T {
    var committing: Outbox?
    let value: T
    do {
      value = try database.write { connection in
        var outbox = Outbox(office: self, connection: connection)
        do {
          let value = try body(connection, &outbox)
          try outbox.makeDurable()
          committing = outbox
          return value
        } catch {
          outbox.discard()
          throw error
        }
      }
    } catch DatabaseFailure.unknownCommit(let reason) {
      // Only the next opening can tell whether it was kept; `recoverOutbox` then puts this right.
      throw DatabaseFailure.unknownCommit(reason: reason)
    } catch {
      committing?.discard()
      throw error
    }
    guard committing?.isTouched == true else { return value }
    do {
      try recoverOutbox()
    } catch {
      throw Refusal(
        "It is decided and kept, but the files in \(outbox) are not in place yet (\(words(error))). "
          + "Do not decide it again: they follow with the next command that sends or decides.")
    }
    return value
  }

  private func words(_ error: any Error) -> String { refusal(for: error).message }
}
