import Billing
import Database
import Foundation
import Store

/// Brings the folder in line with the ledger of the outbox, inside a writer's turn: nobody else is
/// between writing a file and committing what knows of it.
///
/// It runs after every commit that sends, and where a crash came in between. What it does not know
/// it never deletes.
struct OutboxSettlement {
  let office: Office
  let connection: Connection
  /// What was met that somebody should know.
  private(set) var remarks: [String] = []

  private var folder: OutboxFolder { OutboxFolder(office.outbox) }

  init(office: Office, connection: Connection) {
    self.office = office
    self.connection = connection
  }

  /// Whether there is anything to do: asked before a writer's turn is taken.
  func isNeeded() throws -> Bool {
    let lying = try OutgoingFiles.lying(in: connection)
    if lying.contains(where: { $0.state == .pending }) { return true }
    let names = Set(folder.names)
    if names.contains(where: { Self.isOurs($0) }) { return true }
    let own = try OutboxGeneration(in: connection)
    guard let kept = try OutboxGeneration(in: folder) else {
      return folder.exists && (own.number > 0 || !lying.isEmpty)
    }
    return kept.number < own.number
      || lying.contains { !names.contains($0.name) }
  }

  private static func isOurs(_ name: String) -> Bool {
    OutboxFolder.name(in: name, ".pending") != nil
      || OutboxFolder.name(in: name, ".withheld") != nil
  }

  /// - Throws: ``Refusal`` where a file cannot be moved; any failure of the database.
  mutating func run() throws {
    guard folder.exists else { return }
    // Before anything new can be picked up: whoever restores an older database must find it.
    let isKnownFolder = try keepGeneration()
    var states: [(id: OutgoingFileID, state: OutgoingFile.State, goneOn: Day?)] = []
    for hidden in folder.names {
      if let name = OutboxFolder.name(in: hidden, ".withheld") {
        try settle(withheld: name)
      } else if let name = OutboxFolder.name(in: hidden, ".pending") {
        if let id = try settle(pending: name) { states.append((id, .written, nil)) }
      }
    }
    let names = Set(folder.names)
    for file in try OutgoingFiles.lying(in: connection)
    where !states.contains(where: { $0.id == file.id }) {
      switch file.state {
      case .pending where OutboxFolder.hash(of: folder.place(file.name)) == file.contentHash:
        states.append((file.id, .written, nil))
      case .pending where try OutgoingFiles.isAnswered(file.name, in: connection),
        .written where isKnownFolder && !names.contains(file.name):
        states.append((file.id, .gone, office.today))
      default: break
      }
    }
    try DurableFile.syncFolder(folder.path)
    for state in states {
      try OutgoingFiles.setState(
        state.state, goneOn: state.goneOn, of: state.id, in: connection)
    }
  }

  /// Notes beside the database how far it is.
  ///
  /// - Returns: False where nothing stood there though files went out: then it is another folder, and
  ///   what is missing in it was not picked up.
  private func keepGeneration() throws -> Bool {
    let own = try OutboxGeneration(in: connection)
    let kept = try OutboxGeneration(in: folder)
    if (kept?.number ?? -1) < own.number { try own.write(to: folder) }
    return kept != nil || own.number <= 1
  }

  // MARK: One file

  /// A file that was being taken back: it goes where that was committed, else it is back.
  private mutating func settle(withheld name: String) throws {
    let hidden = ".\(name).withheld"
    guard let file = try OutgoingFiles.find(name, in: connection) else {
      return try putAside(hidden, ".\(name)", because: "nothing is known of it")
    }
    if file.state == .written, !OutboxFolder.holds(folder.place(name)) {
      return try DurableFile.move(folder.withheld(name), to: folder.place(name))
    }
    guard file.contentHash != nil,
      OutboxFolder.hash(of: folder.withheld(name)) == file.contentHash
    else {
      return try putAside(hidden, ".\(name)", because: "it was not as it was written")
    }
    _ = unsafe unlink(folder.withheld(name))
  }

  /// A file that waits for its name; gives its key where it has it now.
  private mutating func settle(pending name: String) throws -> OutgoingFileID? {
    let hidden = ".\(name).pending"
    guard let file = try OutgoingFiles.find(name, in: connection) else {
      try putAside(hidden, ".\(name)", because: "it was never sent: what wrote it did not end")
      return nil
    }
    let isWhole = OutboxFolder.hash(of: folder.pending(name)) == file.contentHash
    guard file.state == .pending, isWhole else {
      if isWhole {
        // The ledger has its bytes, and says that it lies there, was picked up or was taken back.
        _ = unsafe unlink(folder.pending(name))
      } else {
        try putAside(hidden, ".\(name)", because: "it is not as it was sent")
      }
      return nil
    }
    if OutboxFolder.holds(folder.place(name)) {
      if OutboxFolder.hash(of: folder.place(name)) == file.contentHash {
        _ = unsafe unlink(folder.pending(name))
        return file.id
      }
      try putAside(name, name, because: "it lay where \(name) belongs")
    }
    try DurableFile.move(folder.pending(name), to: folder.place(name))
    return file.id
  }

  private mutating func putAside(_ name: String, _ other: String, because why: String) throws {
    let aside = try folder.putAside(name, as: other)
    remarks.append("\(aside) was put aside in \(folder.path): \(why).")
  }
}

extension Office {
  /// Puts right what a crash may have left between a commit and the outbox, and notes what was picked
  /// up since.
  ///
  /// - Throws: ``Refusal`` where a file cannot be given its name; any failure of the database.
  package func recoverOutbox() throws {
    let isNeeded = try database.read {
      try OutboxSettlement(office: self, connection: $0).isNeeded()
    }
    guard isNeeded else { return }
    do {
      let remarks = try database.write { connection in
        var settlement = OutboxSettlement(office: self, connection: connection)
        try settlement.run()
        return settlement.remarks
      }
      remarks.forEach(warn)
    } catch let refusal as Refusal {
      throw Refusal("The outbox \(outbox) cannot be put in order: \(refusal.message).")
    }
  }
}
