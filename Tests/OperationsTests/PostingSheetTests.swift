import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What a poster's sheet posts")
struct PostingSheetTests {
  /// One line of 180.00 to Medicare.
  private func sent(supervisor: Bool = false) throws -> TestOffice {
    let test = try TestOffice(isSupervisor: supervisor)
    try test.take(SampleFiles.claims([.mask()]))
    return test
  }

  /// One answer about that line, under a number of its own.
  private func mask(
    paid: Int64, _ cas: [String], number: String, status: String = "1"
  ) -> PaidClaim {
    var claim = PaidClaim.mask(remarks: [], more: [])
    claim.status = status
    claim.paid = paid
    claim.payerNumber = number
    claim.lines[0].paid = paid
    claim.lines[0].cas = cas
    return claim
  }

  /// Paid 98.00, contract 60.00, sequestration 2.00, coinsurance 20.00.
  private var usual: PaidClaim {
    mask(paid: 9800, ["CO*45*60**253*2", "PR*2*20"], number: "ICN1")
  }

  private func take(
    _ test: TestOffice, _ claims: [PaidClaim], _ trace: String, on day: String,
    provider: [(String, Int64)] = []
  ) throws {
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: trace, claims: claims, provider: provider, date: day)
      ]), trace + ".835")
  }

  /// The open items of a kind, as a poster goes through them.
  private func open(_ test: TestOffice, _ kind: String) throws -> [WorkItemID] {
    try test.numbers(
      "SELECT id FROM work_item WHERE subject_kind = '\(kind)' AND is_closed = 0 ORDER BY id"
    ).map { WorkItemID($0) }
  }

  private func postAll(_ test: TestOffice) throws {
    while let item = try open(test, "remit-claim").first {
      try test.decide(item, DecisionEntry(.post))
    }
  }

  /// Posts what waits, and holds that undo and redo change nothing else.
  private func postAndBack(_ test: TestOffice, _ name: String) throws {
    let item = try #require(try open(test, "remit-claim").first, "\(name)")
    #expect(try test.office.item(item).advice.proposed == .post, "\(name)")
    let before = try OfficeState(test)
    try test.decide(item, DecisionEntry(.post))
    try test.isSound()
    let after = try OfficeState(test)
    _ = try test.office.undo()
    try test.isAs(before, name)
    try test.isSound()
    _ = try test.office.redo()
    try test.isAs(after, name)
    try test.isSound()
  }

  @Test("a payment besides an earlier one restates its reductions, and no credit is made")
  func additionalPayment() throws {
    let test = try sent()
    try take(test, [usual], "T1", on: "20260105")
    let more = mask(
      paid: 500, ["CO*45*57", "OA*B13*98", "PR*2*20"], number: "ICN2")
    try take(test, [more], "T2", on: "20260112")
    try postAndBack(test, "B13")
    #expect(try test.balances("A1002") == [[0, 0, 2000, 10_300, 5700]])
    #expect(try test.account("other-adjustment") == 0, "the sequestration is taken back")
    #expect(try open(test, "credit").isEmpty)
  }

  @Test("what a person moved or gave up before the payer paid after all is taken back by name")
  func tooEarly() throws {
    let denied = mask(paid: 0, ["PR*204*180"], number: "ICN1", status: "4")
    let cases: [(name: String, entry: DecisionEntry, words: String)] = [
      (
        "moved", DecisionEntry(.transferPatient, [.amount: "180", .note: "Not covered"]),
        "moved to the patient"
      ),
      (
        "given up", DecisionEntry(.writeOff, [.reason: "UNCOLL", .amount: "180", .note: "x"]),
        "write-off"
      ),
    ]
    for (name, entry, words) in cases {
      let test = try sent(supervisor: true)
      try take(test, [denied], "T1", on: "20260105")
      var entry = entry
      if entry.verb == .writeOff {
        entry.fields[.reason] = try #require(try TestOffice.rules.get().writeOffs.first).code
      }
      try test.decide("A1002", entry)
      try take(test, [usual], "T2", on: "20260112")
      let item = try #require(try open(test, "remit-claim").first)
      let titles = try test.office.item(item).staged?.sheet?.steps.map(\.title) ?? []
      #expect(titles.contains { $0.contains(words) }, "\(name): \(titles)")
      try postAndBack(test, name)
      #expect(try test.balances("A1002") == [[0, 0, 2000, 9800, 6200]], "\(name)")
      #expect(try test.account("write-off") == 0, "\(name)")
    }
  }

  @Test(
    "a denial as duplicate and the same denial again are information, and the first one's clock runs"
  )
  func information() throws {
    let denied = mask(paid: 0, ["CO*50*180"], number: "ICN1", status: "4")
    let again = mask(paid: 0, ["CO*50*180"], number: "ICN1", status: "4")
    let duplicate = mask(paid: 0, ["CO*18*180"], number: "ICN2", status: "4")
    for (name, later) in [("duplicate", duplicate), ("again", again)] {
      let test = try sent()
      try take(test, [denied], "T1", on: "20260105")
      let before = try test.item("A1002").item
      try take(test, [later], "T2", on: "20260112")
      let after = try test.item("A1002").item
      #expect(after.queue == .denials && after.safe == before.safe && before.safe != nil, "\(name)")
      #expect(try open(test, "remit-claim").isEmpty, "\(name)")
      try test.isSound()
    }
  }

  @Test("a correction ends the same whether its reversal comes before it, with it or long after it")
  func anyOrder() throws {
    let better = mask(paid: 10_300, ["CO*45*57", "PR*2*20"], number: "ICN2")
    let reversal = usual.reversed()
    let reversed: (TestOffice, String) throws -> Void = { test, day in
      try take(test, [reversal], "R" + day, on: day, provider: [("FB:X", -9800)])
    }
    let orders: [(name: String, run: (TestOffice) throws -> Void)] = [
      (
        "reversal first",
        {
          try reversed($0, "20260112")
          try postAll($0)
          try take($0, [better], "T2", on: "20260114")
          try postAll($0)
        }
      ),
      (
        "together",
        {
          try take($0, [better], "T2", on: "20260114")
          try reversed($0, "20260112")
          try postAll($0)
        }
      ),
      (
        "correction first",
        {
          try take($0, [better], "T2", on: "20260114")
          try postAll($0)
          #expect(try $0.account("recoupment") == -9800, "the first payment awaits its take-back")
          try reversed($0, "20260116")
          try postAll($0)
        }
      ),
    ]
    for (name, run) in orders {
      let test = try sent()
      try take(test, [usual], "T1", on: "20260105")
      try run(test)
      #expect(try test.balances("A1002") == [[0, 0, 2000, 10_300, 5700]], "\(name)")
      #expect(try test.account("recoupment") == 0, "\(name)")
      #expect(try test.account("contractual-adjustment") == 5700, "\(name)")
      #expect(try open(test, "credit").isEmpty, "\(name)")
      try test.isSound()
    }
  }

  @Test("a line that nothing names is placed by hand, divided over several, or held")
  func linesByHand() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()]))
    // One bundled line for both: 380.00 charged, 78.40 paid.
    var bundled = PaidClaim.machine()
    bundled.lines = [
      PaidLine(
        code: "E0470:RR", charge: 38_000, paid: 7840, cas: ["CO*45*180**253*1.6", "PR*2*120"])
    ]
    try take(test, [bundled], "T1", on: "20260105")
    let item = try #require(try open(test, "remit-claim").first)
    let refusal = try? test.decide(item, DecisionEntry(.post))
    #expect(refusal == nil, "a line without a place must be given one")
    let fields = try test.office.option(.post, on: test.office.item(item)).fields
    #expect(fields.first { $0.name == "line:1" }?.standing == .required)
    let before = try OfficeState(test)
    try test.decide(item, DecisionEntry(.post, ["line:1": "1 2"]))
    let lines = try test.balances("A1001")
    #expect(lines.map { $0[0] } == [0, 0])
    #expect(lines.map { $0[3] }.reduce(0, +) == 7840)
    #expect(lines.map { $0[2] }.reduce(0, +) == 12_000)
    // 120 and 260 of 380, to the cent.
    #expect(lines.map { $0[3] } == [2476, 5364])
    try test.isSound()
    _ = try test.office.undo()
    try test.isAs(before)
  }

  @Test("a line that is held leaves its money in suspense, and is posted later by itself")
  func heldLine() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()]))
    var odd = PaidClaim.machine()
    odd.lines[1].number = ""
    odd.lines[1].code = "E9999:NU"
    odd.lines[1].charge = 25_990
    odd.lines[1].cas = ["CO*45*109.90**253*.8", "PR*1*100**2*10"]
    odd.charge = 37_990
    try take(test, [odd], "T1", on: "20260105")
    let item = try #require(try open(test, "remit-claim").first)
    try test.decide(item, DecisionEntry(.post, ["line:2": "hold"]))
    #expect(try test.balances("A1001") == [[0, 0, 1000, 3920, 7080], [26_000, 0, 0, 0, 0]])
    #expect(try test.account("suspense") == -3920)
    let left = try test.office.item(item)
    #expect(left.staged?.suspense == Cents(3920))
    #expect(left.staged?.reasons == [.linesLeft([2])])
    try test.isSound()
    try test.decide(item, DecisionEntry(.post, ["line:2": "2"]))
    #expect(try test.balances("A1001")[1] == [10, 0, 11_000, 3920, 11_070])
    #expect(try test.account("suspense") == 0)
    try test.isSound()
  }

  @Test("a number that the payer cut or padded leads to the claim that fits, and to no second one")
  func weakMatch() throws {
    let test = try sent()
    var cut = usual
    cut.control = "0A100"
    try take(test, [cut], "T1", on: "20260105")
    let item = try #require(try open(test, "remit-claim").first)
    let detail = try test.office.item(item)
    #expect(detail.advice.proposed == .post)
    #expect(detail.staged?.matchedClaim?.controlNumber == "A1002")
    try test.decide(item, DecisionEntry(.post))
    #expect(try test.numbers("SELECT count(*) FROM claim") == [1])
    #expect(try test.balances("A1002") == [[0, 0, 2000, 9800, 6200]])
    try test.isSound()
  }

  @Test("a check that does not add up carries the date of the denial inside it")
  func hiddenDenial() throws {
    let test = try sent()
    let denied = mask(paid: 0, ["CO*50*180"], number: "ICN1", status: "4")
    let plain = try sent()
    try take(plain, [denied], "T1", on: "20260105")
    let limit = try plain.item("A1002").item.safe
    var remittance = SampleRemittance(trace: "T1", claims: [denied], date: "20260105")
    remittance.payment = 1
    try test.take(SampleFiles.remittances([remittance]), "odd.835")
    let item = try test.item("T1", kind: "remittance").item
    #expect(item.queue == .cashPosting && item.safe == limit && limit != nil)
    #expect(item.tier == (try plain.item("A1002").item.tier))
  }

  @Test("what a payer took back under a reference is work until it is put against its claim")
  func recoupment() throws {
    let test = try sent()
    try take(test, [usual], "T1", on: "20260105")
    try take(test, [], "T2", on: "20260112", provider: [("WO:ICN1", 2500), ("CS:X", -2500)])
    try test.decide("T2", kind: "remittance", DecisionEntry(.post))
    let items = try open(test, "provider-balance").map { try test.office.item($0) }
    let taken = try #require(items.first { $0.providerBalance?.account == .recoupment })
    #expect(taken.item.queue == .creditBalances && taken.item.balance == Cents(2500))
    #expect(taken.advice.proposed == .applyBalance)
    let before = try OfficeState(test)
    try test.decide(taken.item.id, DecisionEntry(.applyBalance))
    #expect(try test.balances("A1002") == [[2500, 0, 2000, 9800, 6200]], "it is open again")
    #expect(try test.account("recoupment") == 0)
    #expect(try test.office.item(taken.item.id).placement == nil)
    try test.isSound()
    _ = try test.office.undo()
    try test.isAs(before)
    try test.isSound()
  }
}
