import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What a write-off takes, and what it leaves")
struct WriteOffTests {
  /// One claim with a line paid (10.00 for the next payer), one denied by the payer (260.00), and
  /// one denied as the patient's (180.00).
  private func office(isSupervisor: Bool = false) throws -> TestOffice {
    let test = try TestOffice(isSupervisor: isSupervisor)
    var claim = SampleClaim.machine().supplemented()
    claim.lines.append(SampleLine(code: "A7030:NU:KX", cents: 18_000, number: "L3"))
    try test.take(SampleFiles.claims([claim, .mask("A1009")]))
    var answer = PaidClaim.machine()
    answer.charge = 56_000
    answer.paid = 3920
    answer.patientShare = 19_000
    answer.lines[1].paid = 0
    answer.lines[1].cas = ["CO*50*260"]
    answer.lines.append(
      PaidLine(code: "A7030:NU:KX", charge: 18_000, paid: 0, cas: ["PR*204*180"], number: "L3"))
    try test.take(SampleFiles.remittance([answer]))
    #expect(
      try test.balances("A1001") == [
        [0, 1000, 0, 3920, 7080], [26_000, 0, 0, 0, 0], [18_000, 0, 0, 0, 0],
      ])
    return test
  }

  private func option(_ test: TestOffice) throws -> DecisionOption {
    try #require(try test.item("A1001").advice.options.first { $0.verb == .writeOff })
  }

  @Test("without an amount it takes what the payer owes, exactly, and is taken back exactly")
  func ownPart() throws {
    let test = try office()
    let before = try OfficeState(test)
    let amount = try #require(
      try option(test).fields.first { $0.name == .reason }?.choices.first { $0.value == "ERROR" }?
        .follows[.amount])
    #expect(amount == "260.00")
    try test.decide("A1001", DecisionEntry(.writeOff, [.reason: "ERROR"]))
    #expect(
      try test.balances("A1001") == [
        [0, 1000, 0, 3920, 7080], [0, 0, 0, 0, 26_000], [18_000, 0, 0, 0, 0],
      ])
    #expect(try test.account("write-off") == 26_000)
    try test.isSound()
    let after = try OfficeState(test)
    for _ in 1...2 {
      _ = try test.office.undo()
      try test.isAs(before)
      _ = try test.office.redo()
      try test.isAs(after)
      try test.isSound()
    }
  }

  @Test("where the payer owes nothing it asks, and says whose the money is")
  func asks() throws {
    let test = try office()
    try test.decide("A1001", DecisionEntry(.writeOff, [.reason: "ERROR"]))
    let field = try #require(try option(test).fields.first { $0.name == .amount })
    #expect(field.value.isEmpty)
    #expect(field.help == "Open is $180.00 of the patient's, $10.00 of the next payer's.")
    let before = try OfficeState(test)
    #expect(
      try test.refusal("A1001", DecisionEntry(.writeOff, [.reason: "ERROR"]))?
        .hasPrefix("Say how much is given up") == true)
    try test.isAs(before)
    // Said out loud it is done: the patient's part before the next payer's.
    try test.decide("A1001", DecisionEntry(.writeOff, [.reason: "ERROR", .amount: "185.00"]))
    #expect(
      try test.balances("A1001") == [
        [0, 500, 0, 3920, 7580], [0, 0, 0, 0, 26_000], [0, 0, 0, 0, 18_000],
      ])
    try test.isSound()
  }

  @Test("what moves to the patient is what the answer left to the patient, not what the payer owes")
  func transfers() throws {
    let test = try office(isSupervisor: true)
    try test.decide("A1001", DecisionEntry(.writeOff, [.reason: "ERROR"]))
    try test.decide("A1001", DecisionEntry(.transferPatient, [.amount: "80.00"]))
    #expect(
      try test.balances("A1001") == [
        [0, 1000, 0, 3920, 7080], [0, 0, 0, 0, 26_000], [10_000, 0, 8000, 0, 0],
      ])
    // What has moved is not the patient's to be moved once more.
    #expect(
      try test.refusal("A1001", DecisionEntry(.transferPatient, [.amount: "110.01"]))?
        .contains("share is $110.00") == true)
    try test.decide("A1001", DecisionEntry(.transferPatient, [.amount: "110.00"]))
    #expect(
      try test.balances("A1001") == [
        [0, 0, 1000, 3920, 7080], [0, 0, 0, 0, 26_000], [0, 0, 18_000, 0, 0],
      ])
    try test.isSound()
  }

  @Test("of many, each loses what its payer owes, and one that owes nothing is left alone")
  func many() throws {
    let test = try office(isSupervisor: true)
    try test.decide("A1001", DecisionEntry(.writeOff, [.reason: "ERROR"]))
    let ids = [try test.itemID("A1001"), try test.itemID("A1009")]
    let outcome = try test.office.decideMany(
      ids, DecisionEntry(.writeOff, [.reason: "ERROR"]))
    #expect(outcome.items == [ids[1]])
    #expect(try test.balances("A1009") == [[0, 0, 0, 0, 18_000]])
    #expect(try test.account("write-off") == 44_000)
    try test.isSound()
  }

  @Test("what is proposed is what a plain reading of the answer's lines gives")
  func random() throws {
    for seed in 1...12 {
      var random = SeededRandom(UInt64(seed))
      let test = try TestOffice(isSupervisor: true)
      var claim = SampleClaim.machine().supplemented()
      claim.lines = []
      var answer = PaidClaim.machine()
      (answer.lines, answer.paid, answer.charge, answer.patientShare) = ([], 0, 0, 0)
      // By line, kept with the plain rule: what CO denies is the payer's, all else stays.
      var left: [[Int64]] = []
      var owed: Int64 = 0
      for number in 1...random.number(2...5) {
        let charge = Int64(random.number(2...90)) * 100
        claim.lines.append(
          SampleLine(code: "A703\(number):NU:KX", cents: charge, number: "L\(number)"))
        let kind = random.number(0...3)
        let share = Int64(random.number(1...100))
        let cas = [
          ["CO*50*\(SampleFiles.dollars(charge))"], ["PR*204*\(SampleFiles.dollars(charge))"],
          ["PR*2*\(SampleFiles.dollars(share))"], [],
        ][Int(kind)]
        let paid = kind < 2 ? 0 : kind == 2 ? charge - share : charge
        answer.lines.append(
          PaidLine(
            code: "A703\(number):NU:KX", charge: charge, paid: paid, cas: cas, number: "L\(number)"
          ))
        answer.charge += charge
        answer.paid += paid
        owed += kind == 0 ? charge : 0
        left.append([kind == 1 ? charge : 0, kind == 2 ? share : 0, 0])
      }
      answer.patientShare = left.map { $0[0] + $0[1] }.reduce(0, +)
      try test.take(SampleFiles.claims([claim]))
      try test.take(SampleFiles.remittance([answer]))
      guard try test.isInQueue("A1001") else { continue }
      let entry = DecisionEntry(.writeOff, [.reason: "ERROR"])
      guard owed > 0 else {
        #expect(try test.refusal("A1001", entry) != nil, "seed \(seed)")
        continue
      }
      try test.decide("A1001", entry)
      #expect(try test.account("write-off") == owed, "seed \(seed)")
      #expect(try test.balances("A1001").map { Array($0.prefix(3)) } == left, "seed \(seed)")
      try test.isSound()
    }
  }
}
