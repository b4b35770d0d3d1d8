import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("A clock that stood in the future and was set back")
struct MendedClockTests {
  /// A denied claim that a person appealed while the machine's clock was ten years ahead.
  private func ahead() throws -> TestOffice {
    let test = try TestOffice(isSupervisor: true)
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    try test.take(SampleFiles.remittance([.mask(cas: "CO*50*180", remarks: [], more: [])]))
    test.clock.advance(minutes: Self.minutesOfTenYears)
    try test.decide("A1002", DecisionEntry(.appeal, [.note: "The record shows the need"]))
    test.clock.advance(minutes: -Self.minutesOfTenYears)
    return test
  }

  private static let minutesOfTenYears: Int64 = 10 * 365 * 24 * 60

  @Test("is mended by a supervisor with a reason, once, in a line that is chained")
  func mended() throws {
    let test = try ahead()
    #expect(throws: Refusal.self) { try test.office.mendClock(note: "  ") }
    let biller = try test.on(user: "mruiz")
    #expect(throws: Refusal.self) { try biller.office.mendClock(note: "wrong") }
    let mend = try test.office.mendClock(note: "The time server was wrong")
    #expect(mend.from.rawValue - mend.to.rawValue > 9 * 365 * 86_400_000)
    #expect(throws: Refusal.self) { try test.office.mendClock(note: "again") }
    #expect(try test.office.clockMends() == [mend])
    try test.isSound()
    try test.database.write { connection in
      try connection.run("DROP TRIGGER clock_mend_is_kept")
      try connection.run("UPDATE clock_mend SET note = 'something else'")
    }
    #expect(try test.office.check().problems.contains { $0.contains("mend of the clock") })
  }

  @Test("what is held until a day that will not come is free")
  func leases() throws {
    let test = try TestOffice(isSupervisor: true)
    try test.take(SampleFiles.claims([.mask()]))
    try test.take(SampleFiles.remittance([.mask()]))
    test.clock.advance(minutes: Self.minutesOfTenYears)
    let other = try test.on(user: "mruiz")
    let id = try test.itemID("A1002")
    _ = try other.office.take(id)
    test.clock.advance(minutes: -Self.minutesOfTenYears)
    #expect(throws: Refusal.self) { try test.office.take(id) }
    _ = try test.office.mendClock(note: "wrong")
    _ = try test.office.take(id)
    #expect(throws: (any Error).self) {
      try other.decide(id, DecisionEntry(.note, [.note: "late"]))
    }
  }

  @Test("what is decided and answered afterwards comes after what was recorded meanwhile")
  func order() throws {
    let test = try ahead()
    _ = try test.office.mendClock(note: "The time server was wrong")
    // As an office in which no clock was ever wrong.
    let plain = try TestOffice(isSupervisor: true)
    try plain.take(SampleFiles.claims([.machine(), .mask()]))
    try plain.take(SampleFiles.remittance([.mask(cas: "CO*50*180", remarks: [], more: [])]))
    try plain.decide("A1002", DecisionEntry(.appeal, [.note: "The record shows the need"]))
    for office in [test, plain] {
      try office.decide(
        "A1002",
        DecisionEntry(
          .appealOutcome,
          [.outcome: "unfavorable", .notice: "2026-01-20", .note: "Read the letter"]))
    }
    #expect(try test.item("A1002").item.reason == plain.item("A1002").item.reason)
    #expect(try test.item("A1002").advice.proposed == plain.item("A1002").advice.proposed)
    for office in [test, plain] {
      var paid = PaidClaim.mask(cas: "CO*45*80", remarks: [], more: [])
      paid.status = "1"
      paid.paid = 10_000
      paid.lines[0].paid = 10_000
      try office.take(SampleFiles.remittance([paid], trace: "EFT2", date: "20260119"))
      try office.postWhatIsProposed()
    }
    #expect(try OfficeState(test).differences(to: OfficeState(plain)) == [])
    try test.isSound()
    // And back: the posting, the outcome and the appeal are undone in that order.
    for office in [test, plain] {
      _ = try office.office.undo()
      try office.isSound()
    }
    #expect(try OfficeState(test).differences(to: OfficeState(plain)) == [])
  }
}
