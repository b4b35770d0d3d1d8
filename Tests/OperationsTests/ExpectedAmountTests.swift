import Billing
import Database
import Desk
import Operations
import Store
import Testing

@testable import TestSupport

@Suite("What a line is expected to bring")
struct ExpectedAmountTests {
  @Test("what its payer lately allowed, and never more than it charges")
  func lately() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()]))
    let known = try #require(try test.item("A1001").claim)
    #expect(known.lines.map(\.expected) == known.lines.map(\.charge))
    try test.database.write { connection in
      for (line, unit) in zip(known.lines, [Cents(5_000), Cents(99_999)]) {
        try AllowedAmounts.save(
          unit, for: line.procedure, by: known.payer.id, on: test.office.today, in: connection)
      }
    }
    try test.take(
      SampleFiles.claims(
        [.machine("A1003").of("1EG4TE5MK75")], interchange: 102, group: 102))
    let claim = try #require(try test.item("A1003").claim)
    #expect(claim.lines.map(\.unitsInThousandths) == [1_000, 1_000])
    #expect(claim.lines.map(\.expected) == [Cents(5_000), claim.lines[1].charge])
  }
}
