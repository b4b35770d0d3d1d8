import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("The outbox's ledger")
struct OutboxLedgerTests {
  private func sent() throws -> (test: TestOffice, file: String, path: String) {
    let test = try TestOffice()
    try test.confirm([.device()])
    let file = try #require(try test.sendAll().first)
    return (test, file, test.office.outbox + "/" + file)
  }

  private func state(_ test: TestOffice) throws -> [String] {
    try test.texts("SELECT state, iif(gone_on IS NULL, '0', '1') FROM outgoing_file ORDER BY id")
  }

  private func problems(_ test: TestOffice) throws -> String {
    try test.office.check().problems.joined(separator: "\n")
  }

  /// Every way in which a file goes out.
  @Test("what an office sends that is marked as a test says so, whatever it is")
  func usage() throws {
    let test = try TestOffice().asTest()
    try test.confirm([.device()])
    try test.sendAll()
    let later = try test.on("2026-02-07").asTest()
    try later.office.rollDay()
    #expect(try later.office.askEligibility().file != nil)
    for entry in [
      DecisionEntry(.resubmit, [.note: "n"]), DecisionEntry(.replace, [.note: "n"]),
      DecisionEntry(.void), PayerChangeTests.entry(.instead), DecisionEntry(.checkEligibility),
    ] {
      // What came in was ordinary: the mark is of what goes out.
      let other = try TestOffice()
      var mask = SampleClaim.mask()
      if entry.verb == .replace || entry.verb == .void {
        mask.payer = .commercial
        try other.take(SampleFiles.claims([mask]))
        try other.take(
          SampleFiles.remittances([
            SampleRemittance(trace: "C1", claims: [.mask(more: [])], payer: .commercial)
          ]))
      } else {
        try other.take(SampleFiles.claims([mask]))
        let elsewhere = entry.verb == .changePayer
        try other.take(
          SampleFiles.remittance([
            elsewhere
              ? .mask(cas: "OA*109*180", remarks: ["N418"], more: []) : .mask()
          ]))
      }
      let marked = try other.asTest()
      let file = try #require(try marked.decide("A1002", entry).file, "\(entry.verb)")
      try isTest(marked, [file])
    }
    let ordinary = try TestOffice()
    try ordinary.take(SampleFiles.claims([.machine().supplemented()]))
    try ordinary.take(SampleFiles.remittance([.machine()]))
    let next = try ordinary.asTest()
    let file = try #require(try next.decide("A1001", DecisionEntry(.billNext)).file)
    try isTest(next, [file])
    _ = try next.office.undo()
    // An office that is marked so meanwhile does not send what it wrote before.
    #expect(throws: Refusal.self) {
      try TestOffice(
        database: next.database, clock: next.clock, today: "2026-01-20", user: "tlee",
        outbox: next.office.outbox
      ).office.redo()
    }
    let files = Scratch.names(in: later.office.outbox)
    #expect(files.map { $0.prefix(4) } == ["270-", "837P"])
    try isTest(later, files)
    let kinds = try later.texts("SELECT kind FROM outgoing_file ORDER BY id")
    #expect(kinds == ["batch", "eligibility"])
  }

  private func isTest(_ test: TestOffice, _ files: [String]) throws {
    for file in files {
      let text = String(decoding: try test.sent(file), as: UTF8.self)
      #expect(text.split(separator: "*")[15] == "T", "\(file)")
    }
  }

  @Test("a file has its row with hash, size, number, day and decision, and everybody's rights")
  func row() throws {
    let (test, file, path) = try sent()
    let bytes = try Scratch.bytes(path)
    let outgoing = try #require(try test.office.outgoing(file).file)
    #expect(outgoing.contentHash == FileDigest.hash(bytes))
    #expect(outgoing.byteCount == Int64(bytes.count))
    #expect(outgoing.interchangeControl == "700000001")
    #expect((outgoing.kind, outgoing.state) == (.batch, .written))
    #expect(outgoing.writtenOn == test.office.today)
    #expect(try test.office.activity(ofFile: file)?.verb == .transmit)
    #expect(try Scratch.mode(path) == 0o660)
    for name in [path, "700000001", "837P-700000001", String(file.prefix(20)) + "…", "1"] {
      let detail = try test.office.outgoing(name)
      #expect(detail.file?.name == file && detail.batch?.claims.count == 1, "\(name)")
    }
    #expect(throws: Refusal.self) { try test.office.outgoing("837P-8") }
  }

  @Test("what is gone was picked up, from the day on which somebody first saw it")
  func gone() throws {
    let (test, file, path) = try sent()
    try Scratch.remove(path)
    // A look writes nothing.
    try test.isSound()
    #expect(try state(test) == ["written", "0"])
    try test.on("2026-01-21").office.turn(.clock)
    #expect(try state(test) == ["gone", "1"])
    #expect(try test.office.outgoing(file).file?.goneOn == Day("2026-01-21"))
    try test.on("2026-01-22").office.turn(.clock)
    #expect(try test.office.outgoing(file).file?.goneOn == Day("2026-01-21"))
    try Scratch.write([1], to: path)
    #expect(try problems(test.on("2026-01-22")).contains("\(file) was picked up and lies there"))
  }

  @Test("a file that was changed, or that nobody knows, is named; a torn one is put right")
  func changed() throws {
    let (test, file, path) = try sent()
    let bytes = try Scratch.bytes(path)
    // As a writer that begins again after a short write leaves it.
    try Scratch.write(Array(bytes.prefix(600)) + bytes, to: path)
    try Scratch.write([1], to: test.office.outbox + "/notes.txt")
    let found = try problems(test)
    #expect(found.contains("\(file) is not as it was written; `docket transmit rewrite"))
    #expect(found.contains("notes.txt was not written by Docket"))
    _ = try test.office.rewrite(file)
    #expect(try Scratch.bytes(path) == bytes)
    try Scratch.remove(test.office.outbox + "/notes.txt")
    #expect(Scratch.names(in: test.office.outbox) == [file, file + ".aside-1"])
    try test.isSound()
  }

  @Test("gone before it was seen whole is a difference")
  func lost() throws {
    let (test, file, path) = try sent()
    try test.database.write { try $0.run("UPDATE outgoing_file SET state = 'pending'") }
    try Scratch.remove(path)
    #expect(try problems(test).contains("\(file) was gone before it was seen whole"))
    try test.office.recoverOutbox()
    #expect(try problems(test).contains("\(file) was gone before it was seen whole"))
    _ = try test.office.rewrite(file)
    #expect(try state(test) == ["written", "0"])
    try test.isSound()
    #expect(throws: Refusal.self) { try test.office.confirmArrival(file) }
    try test.database.write { try $0.run("UPDATE outgoing_file SET state = 'pending'") }
    try Scratch.remove(path)
    _ = try test.office.confirmArrival(file)
    #expect(try state(test) == ["gone", "1"])
    try test.isSound()
  }

  @Test("a lost file is written again as itself, in the journal; not where it arrived")
  func rewrite() throws {
    let (test, file, path) = try sent()
    let bytes = try Scratch.bytes(path)
    #expect(throws: Refusal.self) { try test.office.rewrite(file) }
    try Scratch.remove(path)
    _ = try test.office.rewrite(file)
    #expect(try Scratch.bytes(path) == bytes)
    let notes = try test.texts("SELECT note FROM activity WHERE verb = 'note'")
    #expect(notes.count == 1 && notes[0].contains(FileDigest.hash(bytes)))
    try test.isSound()
    // Taken back it is as if it had never gone out; written again it would be.
    _ = try test.office.undo()
    _ = try test.office.undo()
    #expect(throws: Refusal.self) { try test.office.rewrite(file) }
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isSound()
  }

  @Test("questions and single claims are written again too, and shown by their names")
  func kinds() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask()]))
    try test.take(SampleFiles.remittance([.mask()]))
    for entry in [DecisionEntry(.checkEligibility), .resubmitted] {
      let file = try #require(try test.decide("A1002", entry).file)
      let path = test.office.outbox + "/" + file
      let bytes = try Scratch.bytes(path)
      try Scratch.remove(path)
      try test.office.recoverOutbox()
      _ = try test.office.rewrite(file)
      #expect(try Scratch.bytes(path) == bytes)
      let detail = try test.office.outgoing(file)
      #expect(detail.questions.count == (entry.verb == .resubmit ? 0 : 1))
      #expect(detail.batch?.claims.count == (entry.verb == .resubmit ? 1 : nil))
      #expect(try test.office.activity(ofFile: file)?.verb == entry.verb)
    }
    try test.isSound()
  }

  @Test("after a restore nothing goes out under a number of before, and the office says what to do")
  func restored() throws {
    let folder = Scratch.folder()
    try Scratch.makeFolder(folder)
    let outbox = folder + "/o.outbox"
    func office(_ database: OfficeDatabase, isSupervisor: Bool = false) throws -> TestOffice {
      try TestOffice(
        database: database, clock: TestClock(), today: "2026-01-20", user: "tlee",
        isSupervisor: isSupervisor, outbox: outbox)
    }
    let first = try office(Office.openDatabase(folder + "/o", mode: .createIfMissing))
    try first.confirm([.device(), .mask("SO-2")])
    try first.database.copy(to: folder + "/copy")
    let files = try first.sendAll()
    try #require(files.count == 1)
    _ = try first.office.undo()
    let again = try first.sendAll()

    let copy = try Office.openDatabase(folder + "/copy", mode: .readWrite)
    let test = try office(copy)
    let board = try test.office.transmission()
    #expect(board.refusal?.contains("older than what was sent") == true)
    #expect(throws: Refusal.self) { try test.sendAll() }
    #expect(try problems(test).contains("docket transmit after-restore"))
    let found = try test.office.afterRestore()
    #expect(found.files.map(\.name) == (files + again).sorted())
    #expect(found.files.map(\.lies) == [false, true])
    #expect(found.files.last?.claims.count == 2)
    #expect(throws: Refusal.self) { try test.office.goOnAfterRestore() }

    let supervisor = try office(copy, isSupervisor: true)
    #expect(try supervisor.office.goOnAfterRestore() == ["." + again[0] + ".aside-1"])
    let next = try supervisor.sendAll()
    #expect(next.count == 1 && !(files + again).contains(next[0]))
    #expect(next[0] > (files + again).sorted()[1])
    #expect(Scratch.names(in: outbox) == ["." + again[0] + ".aside-1"] + next)
    try supervisor.isSound()
  }
}

extension TestOffice {
  /// The same office, marked as a test in its rules.
  func asTest() throws -> TestOffice {
    var rules = office.rules
    rules.supplier?.isTest = true
    return TestOffice(self, rules: rules)
  }
}
