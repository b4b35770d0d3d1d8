import Database
import Foundation
import Glibc
import Testing

@testable import struct Database.OfficeFile

@Suite("Opening")
struct OpeningTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func refusal(_ mode: OfficeDatabase.Mode = .readWrite) -> String? {
    failure { _ = try scratch.open(mode) }?.message
  }

  @Test("What money depends on is in force, on the writer and on the readers")
  func settings() throws {
    let office = try scratch.open()
    let facts = try office.facts()
    #expect(facts.journalMode == "wal")
    #expect(facts.synchronous == "FULL")
    #expect(facts.memoryMapBytes == 0)
    #expect(facts.foreignKeysAreChecked)
    #expect(facts.path == scratch.path)
    #expect(facts.fileMode == 0o660)
    #expect(facts.folderMode == 0o700)
    #expect(facts.owner == Int(geteuid()))
    #expect(facts.migrations == ["0000-database", "0001-payments"])
    #expect(facts.checkpointTrouble == nil)
    #expect(facts.pageCount > 0 && facts.pageSize > 0)
    func settings(_ connection: Connection) throws -> [Int64?] {
      try [
        "trusted_schema", "cell_size_check", "temp_store", "wal_autocheckpoint", "foreign_keys",
        "mmap_size",
      ].map { name in try connection.first("PRAGMA \(name)") { $0.int(0) } }
    }
    let wanted: [Int64?] = [0, 1, 2, 0, 1, 0]
    #expect(try office.read(settings) == wanted)
    #expect(try office.write(settings) == wanted)
    #expect(try office.write { try $0.first("PRAGMA synchronous") { $0.int(0) } } == 2)
  }

  @Test("A new office is made with its folders, readable by nobody else, whatever the mask is")
  func creation() throws {
    let folder = scratch.folder + "/share/docket"
    let office = try OfficeDatabase(
      path: folder + "/office", migrations: Scratch.schema, mode: .createIfMissing)
    try office.pay("T")
    #expect(scratch.mode(of: folder) == 0o700)
    for suffix in ["", "-wal", "-shm", "-gate-next", "-gate-hold"] {
      #expect(scratch.mode(of: folder + "/office" + suffix) == 0o660, "\(suffix)")
    }
  }

  @Test("What is kept is there again; closing leaves one file without a log")
  func reopening() throws {
    let office = try scratch.open()
    try office.pay("T")
    try office.close()
    #expect(!scratch.has(scratch.path + "-wal"))
    #expect(failure { _ = try office.traces() } != nil)
    try office.close()
    let again = try scratch.open(.readWrite)
    #expect(try again.traces() == ["T"])
    #expect(try again.damages() == [])
  }

  @Test("Letting go of an office closes it too")
  func letGo() throws {
    do {
      let office = try scratch.open()
      try office.pay("T")
      _ = try office.dataVersion
    }
    #expect(!scratch.has(scratch.path + "-wal"))
    #expect(try scratch.open(.readWrite).traces() == ["T"])
  }

  @Test("Open for reading: it reads, refuses to write, and makes no lock files")
  func readOnly() throws {
    do { try scratch.open().pay("T") }
    for suffix in ["-gate-next", "-gate-hold"] {
      try FileManager.default.removeItem(atPath: scratch.path + suffix)
    }
    let office = try scratch.open(.readOnly)
    #expect(try office.traces() == ["T"])
    guard case .refused = failure(of: { try office.pay("no") }) else {
      Issue.record("it wrote")
      return
    }
    #expect(try office.facts().migrations.count == 2)
    #expect(!scratch.has(scratch.path + "-gate-hold"))
  }

  @Test("A file that is not there is named, and not made", arguments: [false, true])
  func missing(readOnly: Bool) throws {
    #expect(refusal(readOnly ? .readOnly : .readWrite)?.contains("no such file") == true)
    #expect(!scratch.has(scratch.path))
  }

  @Test("A link is refused, for the file and for what lies beside it")
  func links() throws {
    do { try scratch.open().pay("T") }
    let files = FileManager.default
    for suffix in ["", "-wal", "-shm", "-gate-next", "-gate-hold"] {
      let name = scratch.path + suffix
      if scratch.has(name) { try files.moveItem(atPath: name, toPath: name + ".aside") }
      try files.createSymbolicLink(atPath: name, withDestinationPath: name + ".aside")
      #expect(refusal()?.contains("link") == true, "\(suffix)")
      #expect(refusal(.createIfMissing)?.contains("link") == true, "\(suffix)")
      try files.removeItem(atPath: name)
      if scratch.has(name + ".aside") { try files.moveItem(atPath: name + ".aside", toPath: name) }
    }
    #expect(try scratch.open(.readWrite).traces() == ["T"])
  }

  @Test("A second name of the file is refused")
  func hardLink() throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe link(scratch.path, scratch.path + ".second") == 0)
    #expect(refusal()?.contains("second name") == true)
  }

  @Test("A folder and a pipe are refused without waiting on them")
  func otherKinds() throws {
    #expect(unsafe mkdir(scratch.path, 0o700) == 0)
    #expect(refusal()?.contains("folder") == true)
    #expect(refusal(.createIfMissing)?.contains("folder") == true)
    #expect(unsafe rmdir(scratch.path) == 0)
    #expect(unsafe mkfifo(scratch.path, 0o600) == 0)
    #expect(refusal()?.contains("not an ordinary file") == true)
    #expect(refusal(.createIfMissing)?.contains("not an ordinary file") == true)
  }

  @Test("A pipe in the place of a lock file is refused without waiting on it")
  func pipeAsLock() throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe unlink(scratch.path + "-gate-hold") == 0)
    #expect(unsafe mkfifo(scratch.path + "-gate-hold", 0o600) == 0)
    #expect(refusal()?.contains("not an ordinary file") == true)
  }

  @Test(
    "Rights for everybody are refused with the command that takes them away",
    arguments: [
      0o666, 0o664, 0o662,
    ] as [mode_t])
  func wideRights(_ mode: mode_t) throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe chmod(scratch.path, mode) == 0)
    #expect(refusal()?.contains("chmod o=") == true)
    #expect(unsafe chmod(scratch.path, 0o640) == 0)
    #expect(try scratch.open(.readWrite).traces() == ["T"])
  }

  @Test("A folder in which everybody may exchange files is refused; a sticky one is not")
  func wideFolder() throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe chmod(scratch.folder, 0o777) == 0)
    #expect(refusal()?.contains("chmod o-w") == true)
    #expect(refusal(.createIfMissing)?.contains("chmod o-w") == true)
    #expect(unsafe chmod(scratch.folder, 0o1777) == 0)
    #expect(refusal() == nil)
  }

  @Test(
    "Another account's file is refused, unless the folder is shared with its group",
    .enabled(if: geteuid() == 0, "needs the right to give files away"))
  func otherOwner() throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe chown(scratch.path, 12_345, gid_t.max) == 0)
    #expect(refusal()?.contains("belongs to account 12345") == true)
    #expect(unsafe chmod(scratch.folder, 0o2770) == 0)
    #expect(refusal() == nil)
    #expect(unsafe chmod(scratch.folder, 0o1777) == 0)
    #expect(refusal()?.contains("belongs to account 12345") == true)
  }

  @Test(
    "What is no database is refused, and stays as it was",
    arguments: [
      "This is a letter to the payer, and long enough to be taken for a page of a database file.\n",
      "ISA*00*          *00*",
    ])
  func noDatabase(_ text: String) throws {
    let long = String(repeating: text, count: 100)
    try long.write(toFile: scratch.path, atomically: false, encoding: .utf8)
    #expect(unsafe chmod(scratch.path, 0o600) == 0)
    for mode in [OfficeDatabase.Mode.readWrite, .readOnly, .createIfMissing] {
      #expect(
        failure { _ = try scratch.open(mode) }
          == .cannotOpen(
            path: scratch.path, reason: "it is not a database, or its beginning is damaged"))
    }
    #expect(try String(contentsOfFile: scratch.path, encoding: .utf8) == long)
  }

  @Test("The database of another program is refused, and stays as it was")
  func foreignDatabase() throws {
    do {
      let other = try OfficeDatabase(path: scratch.path, migrations: [], mode: .createIfMissing)
      try other.write { try $0.runScript("PRAGMA application_id = 7") }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    #expect(refusal()?.contains("another program") == true)
    #expect(refusal(.readOnly)?.contains("another program") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
  }

  @Test(
    "A file that this account may not read is refused with what to look at",
    .enabled(if: geteuid() != 0, "root may read everything"))
  func unreadable() throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe chmod(scratch.path, 0) == 0)
    for mode in [OfficeDatabase.Mode.readWrite, .readOnly] {
      #expect(
        failure { _ = try scratch.open(mode) }
          == .cannotOpen(
            path: scratch.path,
            reason: "this account may not open it. Check the rights of the file and its folder"))
    }
  }

  @Test(
    "A folder and a file that may only be read are refused for writing, and by what name",
    .enabled(if: geteuid() != 0, "root may write everything"))
  func readOnlyFolder() throws {
    do { try scratch.open().pay("T") }
    #expect(unsafe chmod(scratch.path, 0o440) == 0)
    #expect(
      failure { _ = try scratch.open(.readWrite) }
        == .refused(
          reason: "the database may not be written (attempt to write a readonly database, code 8). "
            + "Check who owns the file and its folder, and that both may be written"))
    #expect(try scratch.open(.readOnly).traces() == ["T"])
    #expect(unsafe chmod(scratch.path, 0o660) == 0)
    for suffix in ["-wal", "-shm", "-gate-next", "-gate-hold"] {
      try? FileManager.default.removeItem(atPath: scratch.path + suffix)
    }
    #expect(unsafe chmod(scratch.folder, 0o500) == 0)
    defer { _ = unsafe chmod(scratch.folder, 0o700) }
    #expect(
      failure { _ = try scratch.open(.readWrite) }
        == .cannotOpen(path: scratch.path + "-gate-next", reason: "Permission denied"))
    // To read, SQLite makes a log beside the file, which it may not here.
    #expect(
      failure { _ = try scratch.open(.readOnly) }
        == .refused(
          reason: "the database may not be written (attempt to write a readonly database, "
            + "code 1544). Check who owns the file and its folder, and that both may be written"))
  }

  @Test("The name may not hold a zero byte or be empty")
  func names() throws {
    for name in ["a\0b", ""] {
      #expect(
        failure {
          _ = try OfficeDatabase(path: name, migrations: [], mode: .createIfMissing)
        } != nil)
    }
  }

  @Test("A copy holds what was committed, is closed to others, and opens")
  func copying() throws {
    let office = try scratch.open()
    for number in 0..<50 { try office.pay("\(number)") }
    let copy = scratch.folder + "/copy.office"
    try office.copy(to: copy)
    #expect(scratch.mode(of: copy) == 0o600)
    try office.pay("later")
    let opened = try OfficeDatabase(path: copy, migrations: Scratch.schema, mode: .readOnly)
    #expect(try opened.traces().count == 50)
    #expect(try opened.damages() == [])
    try opened.close()
    let written = try OfficeDatabase(path: copy, migrations: Scratch.schema, mode: .readWrite)
    try written.pay("new")
    #expect(try written.facts().journalMode == "wal")
    guard case .cannotOpen = failure(of: { try office.copy(to: copy) }) else {
      Issue.record("a copy went over a file that was there")
      return
    }
  }

  @Test("Dangling references are found")
  func damage() throws {
    let office = try scratch.open()
    try office.pay("T")
    #expect(try office.damages() == [])
    // Made as another program could: a writer that does not check.
    try office.write { connection in
      try connection.runScript(
        "CREATE TABLE loose (id INTEGER PRIMARY KEY, other INTEGER) STRICT;"
          + "INSERT INTO loose (other) VALUES (42);")
      try connection.runScript(
        "PRAGMA writable_schema = ON;"
          + "UPDATE sqlite_schema SET sql = 'CREATE TABLE loose (id INTEGER PRIMARY KEY, "
          + "other INTEGER REFERENCES payment (id)) STRICT' WHERE name = 'loose';"
          + "PRAGMA writable_schema = OFF;")
    }
    try office.close()
    let again = try scratch.open(.readWrite)
    #expect(try again.damages().contains { $0.contains("table loose, row 1") })
  }
}
