import Billing
import Database
import Desk
import Operations
import Testing

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
    // The time of day in the envelope is that of the writing; the claim is the same.
    let again = try Scratch.bytes(path)
    #expect(again.count == bytes.count)
    #expect(
      try #require(String(decoding: again, as: UTF8.self).split(separator: "ST*837").last)
        .contains("CLM*A1002R2*180***13:B:1"))
    try test.isSound()
  }

  @Test("after a crash committed files get their names, others go, those taken back stay away")
  func recovery() throws {
    let test = try denied()
    let file = try #require(try test.decide("A1002", .resubmitted).file)
    let outbox = test.office.outbox
    let (path, pending) = (outbox + "/" + file, outbox + "/." + file + ".pending")
    let bytes = try Scratch.bytes(path)

    // Died between commit and naming.
    try Scratch.remove(path)
    try Scratch.write(bytes, to: pending)
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [file])
    #expect(try Scratch.bytes(path) == bytes)

    // Died before the commit of another sending.
    try Scratch.write(bytes, to: outbox + "/.837P-000000777-X.x12.pending")
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [file])

    // Died after the commit of an undo, before the file was removed.
    _ = try test.office.undo()
    try Scratch.write(bytes, to: pending)
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [])

    // Died before the commit of an undo: the sending stands, so does its file.
    _ = try test.office.redo()
    try Scratch.remove(path)
    try Scratch.write(bytes, to: pending)
    try test.office.recoverOutbox()
    #expect(Scratch.names(in: outbox) == [file])
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
    #expect(try test.texts("SELECT verb FROM activity") == [])
    try test.isSound()
  }
}
