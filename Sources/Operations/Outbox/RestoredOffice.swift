import Billing
import ClaimFiles
import Database
package import Desk
import Store
import X12

/// Whether the database is older than what left the house, as after a restore.
///
/// Its own numbers say nothing of that: what tells is the number beside it, and files in the outbox
/// that it does not know though they carry numbers that it would give out next.
struct RestoredOffice {
  /// What went out that the database does not know.
  private(set) var files: [LostFile] = []
  /// Sendings of which not even the file's name is known.
  private(set) var unnamed: Int64 = 0
  private let kept: OutboxGeneration?
  private let folder: OutboxFolder

  init(office: Office, connection: Connection) throws {
    try self.init(OutboxLook(office.outbox), connection)
  }

  init(_ look: OutboxLook, _ connection: Connection) throws {
    folder = look.folder
    kept = try look.generation.get()
    let own = try OutboxGeneration(in: connection)
    let series = own.series["interchange control number"] ?? 0
    let missing = max(0, (kept?.number ?? 0) - own.number)
    let listed = missing > 0 ? kept?.names ?? [] : []
    let lying = look.names.filter { name in
      FileName.interchange(of: name).map { $0 - ControlNumberSeries.first > series } ?? false
    }
    for name in Set(listed + lying).sorted() {
      guard try OutgoingFiles.find(name, in: connection) == nil else { continue }
      let lies = look.names.contains(name)
      files.append(
        LostFile(name: name, lies: lies, claims: lies ? Self.claims(in: folder.place(name)) : []))
    }
    unnamed = max(0, missing - Int64(files.count))
    isBehind = missing > 0 || files.contains { $0.lies }
  }

  let isBehind: Bool

  /// Why nothing can be sent, with what to do; nil where the database is not behind.
  var refusal: String? {
    guard isBehind else { return nil }
    let count = Int64(files.count) + unnamed
    return "The database is older than what was sent from it, as after a restore: "
      + (count == 1 ? "1 file went" : "\(count) files went")
      + " out since that it does not know. Nothing is sent until a supervisor has looked: "
      + "`docket transmit after-restore`."
  }

  /// Control numbers of the claims in a file.
  private static func claims(in path: String) -> [String] {
    guard let bytes = try? OrdinaryFile.read(path, atMost: Int.max).bytes,
      let file = try? X12File(bytes)
    else { return [] }
    return file.sets.filter { $0.code == "837" }.flatMap { set in
      Transmission837P.read(file: file, set: set).0.claims.map(\.controlNumber)
    }
  }

  /// Lets numbers go on behind all that went out; gives the names of files that were put aside.
  ///
  /// These lay in the outbox still: the database sends their claims itself.
  ///
  /// - Throws: ``Refusal`` where a file cannot be moved; any failure of the database.
  func goOn(in connection: Connection) throws -> [String] {
    var known = try kept ?? OutboxGeneration(in: connection)
    for file in files {
      guard let number = FileName.interchange(of: file.name) else { continue }
      for series in ["interchange control number", "group control number"] {
        known.series[series] = max(known.series[series] ?? 0, number - ControlNumberSeries.first)
      }
    }
    try OutboxGeneration.follow(known, in: connection)
    return try files.filter(\.lies).map { try folder.putAside($0.name, as: "." + $0.name) }
  }
}

extension FileName {
  /// The interchange control number in the name of a file that Docket wrote; nil for other names.
  static func interchange(of name: String) -> Int64? {
    guard let found = name.prefixMatch(of: /(?:837P|270)-([0-9]{9})[-.]/), name.hasSuffix(".x12")
    else { return nil }
    return Int64(found.1)
  }
}

extension Office {
  /// What went out that the database does not know, as after a restore.
  ///
  /// - Throws: ``Refusal`` where what tells it cannot be read; any failure of the database.
  package func afterRestore() throws -> AfterRestore {
    let look = OutboxLook(outbox)
    return try database.read { connection in
      let restored = try RestoredOffice(look, connection)
      return AfterRestore(
        refusal: restored.refusal, files: restored.files, unnamed: Int(restored.unnamed))
    }
  }

  /// Goes on after a restore; gives the names of files that were put aside.
  ///
  /// - Throws: ``Refusal`` for whoever does not supervise, or where the database is not behind; any
  ///   failure of the database.
  package func goOnAfterRestore() throws -> [String] {
    guard user.isSupervisor else {
      throw Refusal("Only a supervisor can let the office send again after a restore.")
    }
    let aside = try database.write { connection in
      let restored = try RestoredOffice(office: self, connection: connection)
      guard restored.isBehind else {
        throw Refusal("The database knows everything that went out: there is nothing to do.")
      }
      let aside = try restored.goOn(in: connection)
      try Settings.set(
        "outbox after restore", to: "\(today) \(user.name)", in: connection)
      return aside
    }
    try recoverOutbox()
    return aside
  }
}
