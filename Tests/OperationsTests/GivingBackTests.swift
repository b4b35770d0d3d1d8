import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What a shell took is given back from another; claims that were never work are shown")
struct GivingBackTests {
  /// One denial, A1.
  private func denied() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask("A1")]))
    try test.take(SampleFiles.remittance([PaidClaim.mask("A1", cas: "CO*50*180", more: [])]))
    return test
  }

  private func message(_ body: () throws -> Void) throws -> String? {
    do {
      try body()
      return nil
    } catch let refusal as Refusal {
      return refusal.message
    }
  }

  @Test("a person gives back what another shell of theirs took, and only that")
  func giveBack() throws {
    let test = try denied()
    let id = try test.itemID("A1")
    #expect(
      try message { try test.office.giveBack(id) { _ in true } }
        == "Nobody holds A1: there is nothing to give back.")
    let shell = try test.on(session: "another shell")
    _ = try shell.office.take(id)
    // Without being told that the other sign-in is a shell of the same person it may be a screen.
    #expect(
      try message { try test.office.giveBack(id) { _ in false } }
        == "A1 is open on your screen: give it back there.")
    #expect(try test.office.item(id).item.lease?.session == "another shell")
    try test.office.giveBack(id) { $0 == "another shell" }
    #expect(try test.office.item(id).item.lease == nil)

    let other = try test.on(user: "mruiz")
    _ = try other.office.take(id)
    let refusal = try message { try test.office.giveBack(id) { _ in true } }
    #expect(refusal?.contains("only mruiz can give it back") == true)
    #expect(try test.office.item(id).item.lease?.user == "mruiz")
    #expect(try message { try test.office.giveBack(WorkItemID(999)) { _ in true } } != nil)
    try test.isSound()
  }

  @Test("an office under another sign-in works on what that one took, as nobody else does")
  func signedIn() throws {
    let test = try denied()
    let id = try test.itemID("A1")
    let shell = try test.on(session: "another shell")
    let taken = try shell.office.take(id)
    func note(by office: Office) throws {
      _ = try office.decide(
        DecisionRequest(
          item: id, rowVersion: taken.item.rowVersion, fence: nil,
          entry: DecisionEntry(.note, [.note: "seen"])))
    }
    #expect(try message { try note(by: test.office) } == "You have it open in another window.")
    try note(by: test.office.signedIn(as: "another shell"))
    try test.isSound()
  }

  @Test("a claim that was never work is shown by its number, with what is open of it")
  func neverWork() throws {
    let test = try TestOffice()
    // Nobody sent it: the remittance makes it, and it is paid as a whole.
    var paid = PaidClaim.mask("A1", cas: "", more: [])
    (paid.status, paid.paid) = ("1", 18_000)
    paid.lines[0].paid = 18_000
    paid.lines[0].cas = []
    paid.lines[0].remarks = []
    try test.take(SampleFiles.remittance([paid]))
    #expect(try test.office.find("A1").isEmpty, "it was work")
    let shown = try #require(try test.office.showClaim(numbered: "A1"))
    #expect(shown.placement == nil)
    #expect(shown.item.id == WorkItemID(0))
    #expect(shown.item.balance == .zero)
    #expect(shown.claim?.controlNumber == "A1")
    #expect(shown.row.patient.isEmpty == false)
    #expect(shown.timeline.isEmpty == false)
    // Records of a settled claim may still be asked for.
    #expect(shown.advice.options.map(\.verb) == [.note, .documentRequest])
    #expect(try test.office.showClaim(numbered: "B1") == nil)
  }

  @Test("an office is a sample where it is marked so, and says so from then on")
  func sample() throws {
    let test = try TestOffice()
    #expect(try test.office.isSample() == false)
    try test.office.markAsSample()
    #expect(try test.on("2026-01-21").office.isSample())
  }
}
