import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Remittances and answers that come again")
struct RemittanceAgainTests {
  private func sent(supplemented: Bool = false) throws -> TestOffice {
    let test = try TestOffice()
    try test.take(
      SampleFiles.claims([supplemented ? .machine().supplemented() : .machine(), .mask()]))
    return test
  }

  @Test("a remittance seen before is refused with the place where it was first seen")
  func duplicates() throws {
    let first = SampleRemittance(trace: "EFT0001", claims: [.machine()])
    let other = SampleRemittance(trace: "EFT0002", claims: [.mask()])
    let cases: [(name: String, files: [[UInt8]], place: String)] = [
      (
        "in another file",
        [
          SampleFiles.remittances([first]),
          SampleFiles.remittances([other, first], interchange: 502),
        ], "first.835"
      ),
      (
        "twice in one file", [SampleFiles.remittances([first, other, first])], "this file (set 1)"
      ),
      (
        "the same set in other bytes",
        [
          SampleFiles.remittances([first]),
          SampleFiles.remittances([first]).filter { $0 != UInt8(ascii: "\n") },
          SampleFiles.remittances([other], interchange: 503),
        ], "first.835"
      ),
    ]
    for (name, files, place) in cases {
      let test = try sent()
      var refusals: [FileProblem] = []
      for (index, bytes) in files.enumerated() {
        let report = try test.office.importBytes(
          bytes, name: index == 0 ? "first.835" : "other\(index).835")
        refusals += report.problems.filter(\.isError)
      }
      #expect(refusals.count == 1, "\(name): \(refusals)")
      #expect(refusals.first?.message.contains(place) == true, "\(name): \(refusals)")
      #expect(refusals.first?.message.contains("EFT0001") == true, "\(name)")
      #expect(try test.office.check().totals.remittances == 2, "\(name)")
      #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920], "\(name)")
      #expect(try test.account("cash") == 7840, "\(name)")
      try test.isSound()
    }
  }

  @Test("the same bytes are known again, under whatever name")
  func sameBytes() throws {
    let test = try sent()
    let bytes = SampleFiles.remittance([.machine()])
    try test.take(bytes, "first.835")
    let before = try OfficeState(test)
    let report = try test.take(bytes, "copy.835")
    #expect(report.outcome == .alreadyApplied)
    #expect(report.problems.first?.message.contains("first.835") == true)
    try test.isAs(before)
  }

  @Test("one trace number may stand for two payments of different payers, days or amounts")
  func sameTraceOtherPayment() throws {
    let base = SampleRemittance(trace: "EFT0001", claims: [.machine()])
    var otherPayer = SampleRemittance(trace: "EFT0001", claims: [.mask()])
    otherPayer.originator = "1999999999"
    var otherDay = SampleRemittance(trace: "EFT0001", claims: [.mask()])
    otherDay.date = "20260111"
    for second in [otherPayer, otherDay] {
      let test = try sent()
      try test.take(SampleFiles.remittances([base, second]))
      #expect(try test.office.check().totals.remittances == 2)
      try test.isSound()
    }
  }

  @Test("reversal and correction are staged; posted by a person they end right to the cent")
  func reversalAndCorrection() throws {
    var corrected = PaidClaim.machine()
    corrected.payerNumber = "26005000100009"
    corrected.paid = 5920
    corrected.lines[1].paid = 2000
    corrected.lines[1].cas = ["CO*45*129.2**253*.8", "PR*1*100**2*10"]
    var named = corrected
    named.more = ["REF*F8*26005000100001"]
    named.frequency = "7"
    let cases: [(name: String, correction: PaidClaim, together: Bool)] = [
      ("in one remittance", corrected, true), ("one after the other", corrected, false),
      ("the correction names what it corrects", named, true),
    ]
    for (name, correction, together) in cases {
      let test = try sent()
      try test.take(SampleFiles.remittance([.machine()]))
      let reversal = PaidClaim.machine().reversed()
      if together {
        // The payer keeps the difference: 59.20 less 78.40.
        try test.take(
          SampleFiles.remittances([
            SampleRemittance(
              trace: "EFT0002", claims: [reversal, correction], provider: [("FB:CARRY", -1920)],
              date: "20260115")
          ]))
      } else {
        try test.take(
          SampleFiles.remittances([
            SampleRemittance(
              trace: "EFT0002", claims: [reversal], provider: [("FB:CARRY", -7840)],
              date: "20260115")
          ]))
        try test.take(SampleFiles.remittance([correction], trace: "EFT0003", date: "20260116"))
      }
      try test.isSound()
      let before = try OfficeState(test)
      #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920], "\(name): nothing moved")

      // The item of a remittance's claim is found by number: the correction came later.
      let items = try test.numbers(
        """
        SELECT id FROM work_item WHERE reference = 'A1001' AND subject_kind = 'remit-claim'
          AND is_closed = 0 ORDER BY subject_key
        """)
      // Both answers are one piece of work, whether they came together or apart.
      #expect(items.count == 1, "\(name)")
      let item = try test.office.item(WorkItemID(items[0]))
      #expect(item.staged?.reasons.first == .reversal, "\(name)")
      #expect(item.advice.proposed == .post, "\(name)")
      try test.decide(item.item.id, DecisionEntry(.post))
      #expect(
        try test.balances("A1001")
          == [[0, 0, 1000, 3920, 7080], [0, 0, 11_000, 2000, 13_000]], "\(name)")
      try test.isSound()
      #expect(try test.office.check().totals.suspense.rawValue == (together ? 1920 : 7840))
      let after = try OfficeState(test)

      // Taken back, and done again: as before to the cent.
      _ = try test.office.undo()
      try test.isAs(before, "\(name)")
      try test.isSound()
      _ = try test.office.redo()
      try test.isAs(after, "\(name)")
      try test.isSound()
    }
  }

  @Test("a reversal of what was posted, undone and posted again takes the money back")
  func reversalOfRedone() throws {
    let test = try sent()
    try test.take(SampleFiles.remittance([.machine()]))
    // A payment below zero cannot be: the remittance carries it forward.
    let carried = SampleRemittance(
      trace: "R1", claims: [PaidClaim.machine().reversed()], provider: [("FB:1", -7840)],
      date: "20260113")
    try test.take(SampleFiles.remittances([carried]))
    for round in 1...3 {
      try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
      #expect(
        try test.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]], "\(round)")
      _ = try test.office.undo()
      #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920], "\(round)")
      try test.isSound()
    }
  }

  @Test("a reversal of something never posted, or of other amounts, stands as recovered by name")
  func reversalWithoutOriginal() throws {
    let test = try sent()
    var other = PaidClaim.machine().reversed()
    other.paid += 1
    other.lines[0].paid += 1
    other.lines[0].cas = ["CO*45*-70.01**253*-.8", "PR*2*-10"]
    var recovered: Int64 = 0
    for (trace, claim) in [("R1", PaidClaim.machine().reversed()), ("R2", other)] {
      if trace == "R2" { try test.take(SampleFiles.remittance([.machine()])) }
      let before = try test.balances("A1001")
      try test.take(
        SampleFiles.remittances([
          SampleRemittance(
            trace: trace, claims: [claim], provider: [("FB:1", claim.paid)], date: "20260112")
        ]))
      let open = try test.numbers(
        """
        SELECT id FROM work_item WHERE reference = 'A1001' AND subject_kind = 'remit-claim'
          AND is_closed = 0
        """)
      let item = try test.office.item(WorkItemID(try #require(open.first)))
      #expect(item.staged?.sheet?.notes.contains { $0.contains("No posted answer") } == true)
      try test.decide(item.item.id, DecisionEntry(.post))
      recovered -= claim.paid
      #expect(try test.balances("A1001") == before, "\(trace): no line of the claim moves")
      #expect(try test.account("recoupment") == recovered, "\(trace)")
      try test.isSound()
      _ = try test.office.undo()
      #expect(try test.account("recoupment") == recovered + claim.paid, "\(trace)")
      _ = try test.office.redo()
      try test.isSound()
    }
  }

  @Test("a reversal after the next payer took over leaves a credit for a person")
  func reversalAfterNextPayer() throws {
    let test = try sent(supplemented: true)
    try test.take(SampleFiles.remittance([.machine()]))
    try test.decide("A1001", DecisionEntry(.billNext))
    #expect(try test.balances("A1001", "S").map { $0[0] } == [1000, 11_000])
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "R1", claims: [PaidClaim.machine().reversed()], provider: [("FB:1", -7840)],
          date: "20260112")
      ]))
    try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
    #expect(
      try test.balances("A1001")
        == [[12_000, -1000, 0, 0, 0], [26_000, -11_000, 0, 0, 0]])
    #expect(
      try test.texts(
        "SELECT queue FROM work_item WHERE reference = 'A1001' AND is_closed = 0 AND subject_kind = 'credit'"
      )
      .contains("credit-balances"))
    try test.isSound()
  }

  @Test("a second payment of the same claim, posted by a person, is a credit to give back")
  func paidTwice() throws {
    let test = try sent()
    try test.take(SampleFiles.remittance([.machine()]))
    try test.take(SampleFiles.remittance([.machine()], trace: "EFT0002", date: "20260115"))
    let staged = try test.item("A1001", kind: "remit-claim")
    #expect(
      staged.staged?.reasons.map(\.code) == ["already paid", "over balance"],
      "more than is open, and whoever looks is told")
    #expect(staged.advice.proposed == .post)
    #expect(staged.staged?.sheet?.notes.contains { $0.contains("becomes a credit") } == true)
    #expect(staged.staged?.suspense == Cents(7840))
    let before = try OfficeState(test)
    try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
    let credit = try test.item("A1001", kind: "credit")
    #expect(credit.item.queue == .creditBalances)
    #expect(credit.item.balance == Cents(-7840))
    #expect(try test.office.check().totals.suspense == .zero)
    try test.isSound()
    let after = try OfficeState(test)
    _ = try test.office.undo()
    try test.isAs(before)
    _ = try test.office.redo()
    try test.isAs(after)
    // The payer takes its second payment back, and that can be undone as well.
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "R1", claims: [PaidClaim.machine().reversed()], provider: [("FB:1", -7840)],
          date: "20260118")
      ]))
    try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
    #expect(try test.balances("A1001").map { $0[0] } == [0, 0])
    #expect(try test.isInQueue("A1001", kind: "credit") == false)
    _ = try test.office.undo()
    #expect(try test.item("A1001", kind: "credit").item.queue == .creditBalances)
    try test.isSound()
  }
}
