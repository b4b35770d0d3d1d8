import Billing
import Database
import Store

/// The outbox as it lies there, to be compared with its ledger: nothing is written.
struct OutboxLook {
  let folder: OutboxFolder
  let exists: Bool
  let names: Set<String>
  let generation: Result<OutboxGeneration?, Refusal>

  init(_ path: String) {
    folder = OutboxFolder(path)
    exists = folder.exists
    names = Set(folder.names)
    let folder = folder
    generation = Result { () throws(Refusal) in try OutboxGeneration(in: folder) }
  }

  /// Everything that is not as the ledger says, a line each.
  ///
  /// - Throws: Any failure of the database.
  func differences(office: Office, in connection: Connection) throws -> [String] {
    var problems: [String] = []
    if exists, let trouble = folder.trouble { problems.append("outbox: \(trouble)") }
    let lying = try OutgoingFiles.lying(in: connection)
    for file in lying {
      if let problem = try difference(of: file, in: connection) {
        problems.append("outbox: \(problem)")
      }
    }
    problems += try strangers(in: connection).map { "outbox: \($0)" }
    do {
      if let refusal = try RestoredOffice(self, connection).refusal {
        problems.append("outbox: \(refusal)")
      } else if try generation.get() == nil, !lying.isEmpty,
        try OutboxGeneration(in: connection).number > 0
      {
        problems.append(
          "outbox: \(folder.generation) is missing: this is not the folder into which files went, or "
            + "somebody emptied it")
      }
    } catch let refusal as Refusal {
      problems.append("outbox: \(refusal.message)")
    }
    return Array(problems.prefix(100))
  }

  private func difference(
    of file: OutgoingFile, in connection: Connection
  ) throws -> String? {
    let name = file.name
    if names.contains(name), let hash = file.contentHash {
      if OutboxFolder.hash(of: folder.place(name)) == hash { return nil }
      // It may have been picked up a moment ago.
      guard OutboxFolder.holds(folder.place(name)) else { return nil }
      if file.state == .written {
        return "\(name) is not as it was written; `docket transmit rewrite \(name)` puts it right"
      }
    }
    guard file.state == .pending, let hash = file.contentHash else { return nil }
    let isWhole = OutboxFolder.hash(of: folder.pending(name)) == hash
    // Somebody may be at it: then it is in place by now.
    if isWhole || OutboxFolder.hash(of: folder.place(name)) == hash { return nil }
    if try OutgoingFiles.isAnswered(name, in: connection) { return nil }
    return "\(name) was gone before it was seen whole: ask the receiver whether interchange "
      + "\(file.interchangeControl) arrived; then `docket transmit arrived \(name)` or `docket "
      + "transmit rewrite \(name)`"
  }

  /// What lies there and should not.
  private func strangers(in connection: Connection) throws -> [String] {
    var found: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") && !OutboxFolder.isAside(name) {
      guard !OrdinaryFile.isFolder(folder.place(name)), OutboxFolder.holds(folder.place(name))
      else { continue }
      switch try OutgoingFiles.find(name, in: connection)?.state {
      case nil: found.append("\(name) was not written by Docket, or is not known any more")
      case .withdrawn?: found.append("\(name) was taken back and lies there again")
      case .gone?: found.append("\(name) was picked up and lies there again")
      case .pending?, .written?: break
      }
    }
    return found
  }
}

extension Office {
  /// What is wrong with the folder, how many files lie there, and what was put aside.
  package func outboxStanding() -> (trouble: String?, lying: Int, aside: [String]) {
    let folder = OutboxFolder(outbox)
    let names = folder.names
    let aside = names.filter { OutboxFolder.isAside($0) }
    let lying = names.count { !$0.hasPrefix(".") && !OutboxFolder.isAside($0) }
    return (OutboxFolder.holds(outbox) ? folder.trouble : nil, lying, aside)
  }
}
