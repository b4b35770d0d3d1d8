import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("The day roll")
struct DayRollTests {
  /// Work of every kind, some of it put off.
  private func office() throws -> TestOffice {
    let test = try TestOffice()
    var claims: [SampleClaim] = []
    var answers: [PaidClaim] = []
    for (index, day) in ["20250128", "20250301", "20250615", "20251020", "20251220"].enumerated() {
      var claim = SampleClaim.mask("D\(index)")
      claim.lines[0].day = day
      claims.append(claim)
      var answer = PaidClaim.mask("D\(index)")
      answer.lines[0].day = day
      answers.append(answer)
      var open = SampleClaim.mask("F\(index)")
      open.lines[0].day = day
      claims.append(open)
    }
    try test.take(SampleFiles.claims(claims))
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "EFT1", claims: answers, provider: [("WO:1", 500)])
      ]))
    try test.decide("D4", DecisionEntry(.followUp, ["follow-up": "2026-02-10"]))
    try test.decide("D3", DecisionEntry(.requestDocuments))
    try test.decide(
      "EFT1", kind: "remittance",
      DecisionEntry(.leaveInSuspense, ["note": "x", "follow-up": "2026-02-03"]))
    return test
  }

  @Test("whatever the day, after the roll every item stands where its facts put it")
  func everyDay() throws {
    let test = try office()
    var day = try #require(Day("2026-01-20"))
    for step in [0, 1, 1, 3, 7, 1, 1, 14, 30, 1, 60, 200, 400] {
      day = day.adding(days: step)
      let today = try test.on(day.description)
      try today.office.rollDay()
      try today.isSound()
      let state = try OfficeState(today)
      // A second roll of one day, and one of a day before, do nothing.
      #expect(try today.office.rollDay() == 0, "\(day)")
      #expect(try test.office.rollDay() == 0, "\(day)")
      try today.isAs(state, "\(day)")
    }
  }

  @Test("what waits wakes on its day, and no earlier")
  func wakes() throws {
    let test = try office()
    #expect(try test.item("D4").item.lane == .waiting)
    let before = try test.on("2026-02-09")
    try before.office.rollDay()
    #expect(try before.item("D4").item.lane == .waiting)
    let on = try test.on("2026-02-10")
    #expect(try on.office.rollDay() > 0)
    #expect(try on.item("D4").item.lane == .work)
    #expect(try on.item("EFT1", kind: "remittance").item.lane == .work)
    try on.isSound()
  }

  @Test("after its last legal day an item goes to the expired lane, with its money counted there")
  func expires() throws {
    let test = try office()
    #expect(try test.item("D0").item.lane == .work)
    let after = try test.on("2026-01-29")
    try after.office.rollDay()
    let item = try after.item("D0").item
    #expect(item.lane == .expired)
    #expect(item.tier == .expired)
    let denials = try after.office.overview().queues.first { $0.queue == .denials }
    #expect(denials?.expired == 1)
    #expect(denials?.expiredCents == Cents(18_000))
    #expect(try after.office.takeNext(.denials)?.row.reference != "D0")
    try after.isSound()
  }

  @Test("the roll says how many items it moved")
  func counts() throws {
    let test = try office()
    try test.office.rollDay()
    let next = try test.on("2026-01-21")
    let before = try OfficeState(next).parts["items"] ?? []
    let moved = try next.office.rollDay()
    let after = try OfficeState(next).parts["items"] ?? []
    #expect(moved >= after.count { !before.contains($0) })
  }
}
