import Billing
import SampleOffice
import Testing
import X12

@Suite struct SampleOfficeTests {
  @Test func sameArgumentsGiveTheSameFiles() {
    var first: [SampleFile] = []
    var second: [SampleFile] = []
    let office = SampleOffice(seed: 5, items: 120, today: SampleFolder.today)
    let firstTruth = office.writeFiles { first.append($0) }
    let secondTruth = office.writeFiles { second.append($0) }
    #expect(first == second)
    #expect(firstTruth == secondTruth)
    #expect(!first.isEmpty)
  }

  @Test func otherSeedsGiveOtherOffices() {
    let first = SampleFolder(seed: 1, items: 80)
    let second = SampleFolder(seed: 2, items: 80)
    let shared = Set(first.claims.map(\.controlNumber)).intersection(
      second.claims.map(\.controlNumber))
    #expect(shared.isEmpty)
    #expect(first.truth != second.truth)
  }

  @Test func filesComeInOrderWithNamesOfTheirOwn() {
    let names = SampleFolder.medium.files.map(\.name)
    let days = names.map { $0.prefix(10) }
    #expect(days == days.sorted())
    #expect(Set(names).count == names.count)
    #expect(days.allSatisfy { Day($0) != nil })
    #expect(days.last.flatMap { Day($0) }.map { $0 <= SampleFolder.today } == true)
    // About fifteen months, so that limits of a year have passed for the oldest.
    #expect(days.first.flatMap { Day($0) }.map { SampleFolder.today - $0 > 430 } == true)
  }

  @Test func everyFileReadsWithoutComplaint() {
    #expect(SampleFolder.medium.problems.prefix(20) == [])
  }

  @Test func anEmittingErrorEndsTheWork() {
    struct Full: Error {}
    var taken = 0
    let office = SampleOffice(seed: 3, items: 200, today: SampleFolder.today)
    #expect(throws: Full.self) {
      try office.writeFiles { (_: SampleFile) throws(Full) in
        taken += 1
        if taken == 7 { throw Full() }
      }
    }
    #expect(taken == 7)
  }

  @Test(arguments: [1, 3, 20])
  func smallOfficesWork(items: Int) {
    for seed in UInt64(0)..<6 {
      let folder = SampleFolder(seed: seed, items: items)
      #expect(folder.problems.prefix(3) == [])
      #expect(folder.claims.count == folder.truth.claimsSent)
    }
  }

  @Test(arguments: ["2024-02-29", "2025-12-31", "2027-01-01", "2026-07-05"])
  func anyDayWillDo(text: String) throws {
    let today = try #require(Day(text))
    let folder = SampleFolder(seed: 9, items: 60, today: today)
    #expect(folder.problems.prefix(3) == [])
    #expect(folder.files.allSatisfy { Day($0.name.prefix(10)).map { $0 <= today } == true })
  }
}
