import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Matching by hand")
struct MatchingByHandTests {
  /// Medicare's answer to the mask reports another charge: it waits, but its claim is known.
  private func staged() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    var claim = PaidClaim.mask(cas: "CO*45*85.5", remarks: [], more: [])
    claim.status = "1"
    claim.charge = 18_550
    claim.paid = 10_000
    claim.lines[0].charge = 18_550
    claim.lines[0].paid = 10_000
    try test.take(SampleFiles.remittance([claim]))
    return test
  }

  /// What is found besides the answer, which waits in Cash posting.
  private func found(_ test: TestOffice, _ text: String) throws -> [SearchRow] {
    try test.office.search(.text(text)).rows.filter { $0.queue != .cashPosting }
  }

  @Test("an answer that has its claim is given no second one")
  func hasItsClaim() throws {
    let test = try staged()
    let before = try OfficeState(test)
    let item = try test.item("A1002", kind: "remit-claim")
    #expect(item.staged?.matchedTo != nil)
    let listed = item.advice.options.first { $0.verb == .match }
    #expect(listed?.permission.refusal == "It is matched to its claim already.")
    let made = DecisionEntry(.match, ["match": "from-remittance"])
    #expect(try test.refusal("A1002", kind: "remit-claim", made) != nil)
    try test.isAs(before)
    #expect(try found(test, "A1002").count == 1)
  }

  @Test("with another claim that fits it may be moved there, but still none is made")
  func mayMove() throws {
    let test = try TestOffice()
    let masks = ["B2002", "B2003"].map { SampleClaim.mask($0) }
    try test.take(SampleFiles.claims(masks))
    var claim = PaidClaim.mask("0")
    claim.payerNumber = "NEW9"
    try test.take(SampleFiles.remittance([claim]))
    let first = try #require(try test.item("B2002").claim?.id)
    try test.decide("0", kind: "remit-claim", DecisionEntry(.match, ["match": "\(first.rawValue)"]))
    let item = try test.item("0", kind: "remit-claim")
    #expect(item.staged?.candidates.map(\.controlNumber) == ["B2003"])
    let made = DecisionEntry(.match, ["match": "from-remittance"])
    #expect(try test.refusal("0", kind: "remit-claim", made) != nil)
  }

  @Test("nothing is left of a claim that was made from an answer and taken back")
  func takenBack() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()]))
    var claim = PaidClaim.mask("Z1", cas: "CO*45*80", remarks: [], more: [])
    claim.status = "1"
    claim.paid = 10_000
    claim.lines[0].paid = 10_000
    claim.last = "STRANGER"
    try test.take(SampleFiles.remittance([claim]))
    let before = try OfficeState(test)
    let made = DecisionEntry(.match, ["match": "from-remittance"])
    try test.decide("Z1", kind: "remit-claim", made)
    #expect(try found(test, "Z1").count == 1)
    #expect(try !found(test, "STRANGER").isEmpty)
    let after = try OfficeState(test)
    _ = try test.office.undo()
    try test.isAs(before)
    #expect(try found(test, "Z1").isEmpty)
    #expect(try found(test, "STRANGER").isEmpty)
    #expect(try test.item("Z1", kind: "remit-claim").staged?.candidates == [])
    // The claim itself comes in a file: it is a claim of its own, with its charge.
    try test.isSound()
    _ = try test.office.redo()
    try test.isAs(after)
    _ = try test.office.undo()
    try test.take(SampleFiles.claims([.mask("Z1")], interchange: 9))
    #expect(try found(test, "Z1").count == 1)
    #expect(try test.account("revenue") == -56_000)
    try test.isSound()
  }
}
