import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("A claim that another system sends once more")
struct SameBillTests {
  private func twice(
    _ change: (inout SampleClaim) -> Void, date: String = "20260115", inOneSet: Bool = false
  ) throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    var again = SampleClaim.machine("X9001")
    change(&again)
    if inOneSet {
      try test.take(SampleFiles.claims([.machine(), again]))
    } else {
      try test.take(SampleFiles.claims([.machine()]))
      try test.take(SampleFiles.claims([again], date: date, interchange: 202, group: 202))
    }
    return test
  }

  private func claims(_ test: TestOffice) throws -> [Int64] {
    try test.numbers("SELECT count(*) FROM claim") + test.numbers("SELECT count(*) FROM submission")
  }

  @Test("under another number it joins its claim, and nobody owes it twice")
  func joins() throws {
    let test = try twice { _ in }
    #expect(try claims(test) == [1, 2])
    #expect(try test.account("payer-receivable") == 38_000)
    let item = try test.item("A1001")
    #expect(item.claimDetail?.submissions.map(\.controlNumber) == ["A1001", "X9001"])
    // The answer to either number is the claim's.
    try test.take(SampleFiles.remittance([.machine("X9001")]))
    #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920])
    try test.isSound()
  }

  @Test("the same file once more changes nothing")
  func again() throws {
    let test = try twice { _ in }
    try test.take(
      SampleFiles.claims([.machine("X9001")], date: "20260115", interchange: 202, group: 202),
      "again.x12")
    #expect(try claims(test) == [1, 2])
  }

  @Test(
    "where there is any doubt it is a claim of its own",
    arguments: Doubt.allCases)
  fileprivate func doubtful(doubt: Doubt) throws {
    let test = try twice { doubt.change(&$0) }
    #expect(try claims(test) == [2, 2])
    try test.isSound()
  }

  @Test("twice in one set it is a mistake that a person sees")
  func oneSet() throws {
    let test = try twice({ _ in }, inOneSet: true)
    #expect(try claims(test) == [2, 2])
  }

  @Test("sent to another payer it is with that one, and the money stays where it is")
  func otherPayer() throws {
    let test = try twice {
      $0.payer = .commercial
      $0.payer.member = SamplePayer.medicare.member
    }
    #expect(try claims(test) == [1, 2])
    #expect(try test.item("A1001").claim?.payer.name == "SAMPLE COMMERCIAL PLAN")
    #expect(try test.account("payer-receivable") == 38_000)
    // Medicare's late denial is of its own sending.
    let later = try test.on("2026-02-10")
    var denied = PaidClaim.machine("A1001")
    denied.status = "4"
    denied.paid = 0
    denied.patientShare = 0
    for (line, cents) in [(0, "120"), (1, "260")] {
      denied.lines[line].paid = 0
      denied.lines[line].cas = ["OA*109*" + cents]
    }
    try later.take(SampleFiles.remittance([denied], date: "20260130"))
    #expect(try later.item("A1001").item.queue == .followUp)
    try later.isSound()
  }

  @Test("the same numbers with another day ask, and two are owed until somebody says so")
  func asks() throws {
    let test = try twice {
      for line in $0.lines.indices { $0.lines[line].day = "20251222" }
    }
    let before = try test.item("X9001")
    #expect(before.item.queue == .followUp && before.item.lane == .work)
    #expect(before.item.reasonCode == "same bill?")
    #expect(before.advice.proposed == .sameBill)
    #expect(try test.account("payer-receivable") == 76_000)
    let books = try test.office.database.read { try BookState($0) }

    _ = try test.decide("X9001", DecisionEntry(.sameBill, [.bill: "same"]))
    #expect(try test.account("payer-receivable") == 38_000)
    let merged = try test.item("A1001")
    #expect(merged.claimDetail?.submissions.map(\.controlNumber) == ["A1001", "X9001"])
    // The bill has the days with which it was sent last.
    #expect(merged.claim?.service.first == Day("2025-12-22"))
    try test.isSound()

    _ = try test.office.undo()
    #expect(try test.office.database.read { try BookState($0) }.differences(to: books) == [])
    #expect(try test.item("X9001").item.reasonCode == "same bill?")
    try test.isSound()

    _ = try test.office.redo()
    try test.take(SampleFiles.remittance([.machine("X9001")]))
    #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920])
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isSound()
  }

  @Test("another bill stays one, and is asked about no more")
  func another() throws {
    let test = try twice {
      for line in $0.lines.indices { $0.lines[line].day = "20251222" }
    }
    _ = try test.decide("X9001", DecisionEntry(.sameBill, [.bill: "another"]))
    #expect(try test.item("X9001").item.reasonCode == "no answer")
    #expect(try test.account("payer-receivable") == 76_000)
  }

  @Test("what a payer answered by itself, or what was cut otherwise, is no other's sending")
  func notTheSame() throws {
    let test = try twice {
      for line in $0.lines.indices { $0.lines[line].day = "20251222" }
    }
    var denied = PaidClaim.machine("X9001")
    denied.status = "4"
    denied.paid = 0
    denied.patientShare = 0
    for (line, cents) in [(0, "120"), (1, "260")] {
      denied.lines[line].paid = 0
      denied.lines[line].day = "20251222"
      denied.lines[line].cas = ["CO*50*" + cents]
    }
    try test.take(SampleFiles.remittance([denied], date: "20260118"))
    let answered = try test.item("X9001").item
    #expect(answered.queue == .denials, "\(answered.reason)")
    #expect(throws: Refusal.self) {
      try test.decide("X9001", DecisionEntry(.sameBill, [.bill: "same"]))
    }
    let other = try twice { $0.lines.removeLast() }
    #expect(try other.item("X9001").item.reasonCode == "same bill?")
    #expect(throws: Refusal.self) {
      try other.decide("X9001", DecisionEntry(.sameBill, [.bill: "same"]))
    }
    let dearer = try twice {
      $0.lines[1].cents = 27_000
      $0.lines[1].number = "L8"
    }
    #expect(try dearer.item("X9001").item.reasonCode == "same bill?")
    #expect(throws: Refusal.self) {
      try dearer.decide("X9001", DecisionEntry(.sameBill, [.bill: "same"]))
    }
  }

  @Test("an older file that is read later brings the claim back to nobody")
  func olderFile() throws {
    let test = try twice(
      {
        $0.payer = .commercial
        $0.payer.member = SamplePayer.medicare.member
      }, date: "20251229")
    #expect(try claims(test) == [1, 2])
    #expect(try test.item("A1001").claim?.payer.name == "SAMPLE MEDICARE DME")
  }
}

/// What tells a bill from another of the same patient.
private enum Doubt: CaseIterable {
  case day, charge, member, lastName, level, lines, codes

  func change(_ claim: inout SampleClaim) {
    switch self {
    case .day: claim.lines[0].day = "20251221"
    case .charge: claim.lines[1].cents = 25_000
    case .member: claim.payer.member = "1EG4TE5MK99"
    case .lastName: claim.last = "MOE"
    case .level: claim.level = "S"
    case .lines: claim.lines.removeLast()
    case .codes:
      claim.lines[0].code = "A7030:NU"
      claim.lines[1].code = "A7038:NU"
    }
  }
}
