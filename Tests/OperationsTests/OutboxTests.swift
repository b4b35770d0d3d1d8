import Billing
import Database
import Desk
import Synchronization
import Testing

@testable import Operations
@testable import TestSupport

@Suite("The outbox and what a crash leaves there")
struct OutboxTests {
  private func denied() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask()]))
    try test.take(SampleFiles.remittance([.mask()]))
    return test
  }

  @Test("a file that was picked up cannot be taken back")
  func pickedUp() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    let state = try OfficeState(test)
    try Scratch.remove(test.office.outbox + "/" + file)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(state)
    try test.isSound()
  }

  @Test("a file that the front end answered cannot be taken back, though it still lies there")
  func answered() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    try test.take(
      SampleFiles.statuses([("A1002R2", ["STC*A2:20:PR*20260120*WQ*180"])], date: "20260120"))
    let state = try OfficeState(test)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(state)
    #expect(Scratch.names(in: test.office.outbox) == [file])
  }

  @Test("undo takes the file away, redo writes the same bytes again")
  func undoRedo() throws {
    let test = try denied()
    let before = try OfficeState(test)
    let file = try #require(
      try test.decide(
        "A1002", DecisionEntry(taking: Decision(.resubmit(Resending([.placeOfService("13")]))))
      ).file)
    let path = test.office.outbox + "/" + file
    let bytes = try Scratch.bytes(path)
    let sent = try OfficeState(test)
    _ = try test.office.undo()
    try test.isAs(before)
    #expect(Scratch.names(in: test.office.outbox) == [])
    _ = try test.office.redo()
    try test.isAs(sent)
    #expect(Scratch.names(in: test.office.outbox) == [file])
    let again = try Scratch.bytes(path)
    #expect(again == bytes)
    #expect(String(decoding: again, as: UTF8.self).contains("CLM*A1002R2*180***13:B:1"))
    try test.isSound()
  }

  @Test("after a crash committed files get their names, those taken back stay away")
  func recovery() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    let outbox = test.office.outbox
    let (path, pending) = (outbox + "/" + file, outbox + "/." + file + ".pending")
    let withheld = outbox + "/." + file + ".withheld"
    let bytes = try Scratch.bytes(path)

    // Died between commit and naming.
    try test.database.write { try $0.run("UPDATE outgoing_file SET state = 'pending'") }
    try Scratch.remove(path)
    try Scratch.write(bytes, to: pending)
    try test.isSound()
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [file])
    #expect(try Scratch.bytes(path) == bytes)
    #expect(try test.texts("SELECT state FROM outgoing_file") == ["written"])

    // Died between naming and the note that it lies there.
    try test.database.write { try $0.run("UPDATE outgoing_file SET state = 'pending'") }
    try test.office.recoverOutbox()
    #expect(try test.texts("SELECT state FROM outgoing_file") == ["written"])

    // Died after the commit of an undo, before the file was removed.
    _ = try test.office.undo()
    try Scratch.write(bytes, to: withheld)
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [])

    // What was taken back does not go out because its bytes wait there still.
    try Scratch.write(bytes, to: pending)
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [])

    // Died before the commit of an undo: the sending stands, so does its file.
    _ = try test.office.redo()
    try Scratch.remove(path)
    try Scratch.write(bytes, to: withheld)
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [file])
    try test.isSound()
  }

  @Test("what was held back lies there again where its transaction fails")
  func heldBackForNothing() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    let state = try OfficeState(test)
    #expect(throws: Refusal.self) {
      try test.office.write { (_, outbox: inout Outbox) throws -> Void in
        let isHeld = try outbox.withhold(file)
        #expect(isHeld && Scratch.names(in: test.office.outbox) == [".\(file).withheld"])
        throw Refusal("The rest fails.")
      }
    }
    #expect(Scratch.names(in: test.office.outbox) == [file])
    try test.isAs(state)
  }

  @Test("in an empty folder nothing was picked up")
  func emptyFolder() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    _ = try test.office.undo()
    _ = try test.office.redo()
    for name in [file, ".generation"] { try Scratch.remove(test.office.outbox + "/" + name) }
    try test.office.recoverOutbox()
    #expect(try test.texts("SELECT state FROM outgoing_file") == ["written"])
    // From here on the folder is known.
    try test.office.recoverOutbox()
    #expect(try test.texts("SELECT state FROM outgoing_file") == ["gone"])
  }

  @Test("bytes that are not those that were sent are not sent again")
  func otherBytes() throws {
    let test = try denied()
    _ = try test.decide("A1002", .resubmitted)
    _ = try test.office.undo()
    try test.database.write {
      try $0.run(
        """
        UPDATE outgoing_content
        SET bytes = CAST(replace(CAST(bytes AS TEXT), '*180*', '*181*') AS BLOB)
        """)
    }
    #expect(throws: Refusal.self) { try test.office.redo() }
    #expect(Scratch.names(in: test.office.outbox) == [])
  }

  @Test("a file that lies in its place is never replaced by one that was held back")
  func inItsPlace() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    let outbox = test.office.outbox
    let bytes = try Scratch.bytes(outbox + "/" + file)
    try Scratch.write([1], to: outbox + "/." + file + ".withheld")
    try test.office.recoverOutbox()
    #expect(try Scratch.bytes(outbox + "/" + file) == bytes)
    let aside = Scratch.names(in: outbox).filter { $0 != file }
    #expect(try aside.map { try Scratch.bytes(outbox + "/" + $0) } == [[1]])
    #expect(try test.texts("SELECT state FROM outgoing_file") == ["written"])
  }

  @Test("nothing that is not known is deleted: it is put aside, said, and blocks nobody")
  func unknown() throws {
    let test = try denied()
    let outbox = test.office.outbox
    // What died before its commit had the number that is given out next.
    let next = "837P-700000001-A1002R2.x12"
    try Scratch.makeFolder(outbox)
    try Scratch.write([1], to: outbox + "/.\(next).pending")
    try Scratch.makeFolder(outbox + "/" + next)
    #expect(try test.decide("A1002", .resubmitted).file == next)
    #expect(
      Scratch.names(in: outbox) == [".\(next).aside-1", next, next + ".aside-1"])
    #expect(try Scratch.bytes(outbox + "/.\(next).aside-1") == [1])
    try Scratch.write([2], to: outbox + "/.837P-000000777-X.x12.pending")
    let said = Said()
    let office = Office(
      database: test.database, rules: test.office.rules, user: test.office.user,
      session: test.office.session, today: test.office.today, outbox: outbox, warn: said.say)
    try office.recoverOutbox()
    #expect(Scratch.names(in: outbox).contains(".837P-000000777-X.x12.aside-1"))
    #expect(said.words.contains("837P-000000777-X.x12.aside-1 was put aside"))
    try test.isSound()
  }

  @Test("a decision that fails leaves no file behind")
  func failure() throws {
    let test = try denied()
    try test.database.write {
      try $0.runScript(
        """
        CREATE TRIGGER trouble BEFORE INSERT ON activity
        BEGIN SELECT RAISE(ABORT, 'no'); END
        """)
    }
    let state = try OfficeState(test)
    #expect(throws: (any Error).self) { try test.decide("A1002", .resubmitted) }
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isAs(state)
  }

  @Test("an outbox that cannot be written refuses the sending in words")
  func unwritable() throws {
    let test = try denied()
    try Scratch.write([1], to: test.office.outbox)
    let refusal = try test.refusal("A1002", .resubmitted)
    #expect(refusal?.contains("could not be written") == true)
    try Scratch.remove(test.office.outbox)
    try Scratch.makeFolder(test.office.outbox)
    try Scratch.setMode(0o777, test.office.outbox)
    #expect(try test.refusal("A1002", .resubmitted)?.contains("chmod o-w") == true)
    #expect(Scratch.names(in: test.office.outbox) == [])
    try Scratch.setMode(0o770, test.office.outbox)
    #expect(try test.texts("SELECT verb FROM activity") == [])
    try test.isSound()
  }
}

/// What an office said beside its answers.
final class Said: Sendable {
  private let all = Mutex<[String]>([])

  var words: String { all.withLock { $0.joined(separator: "\n") } }
  @Sendable func say(_ text: String) { all.withLock { $0.append(text) } }
}
