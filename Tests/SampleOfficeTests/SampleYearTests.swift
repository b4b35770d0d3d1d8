import Billing
import SampleOffice
import Testing
import X12

@Suite struct SampleYearTests {
  private static let firstDay = Day(year: 2026, month: 1, day: 5) ?? Day(rawValue: 0)

  private func files(seed: UInt64, patients: Int = 60) -> [SampleFile] {
    var year = SampleYear(seed: seed, patients: patients, firstDay: Self.firstDay)
    var files: [SampleFile] = []
    var day = Self.firstDay
    while day <= year.lastDay {
      files += year.files(on: day)
      day = day.adding(days: 1)
    }
    return files
  }

  @Test func theSameSeedGivesTheSameOrders() {
    let first = files(seed: 7)
    #expect(first == files(seed: 7))
    #expect(first != files(seed: 8))
    #expect(first.count > 20)
  }

  @Test func nothingArrivesOnDaysOff() {
    for file in files(seed: 7) {
      let day = Day(String(file.name.prefix(10))) ?? Day(rawValue: 0)
      #expect(SampleYear.isWorkday(day), "\(file.name)")
    }
  }

  @Test func everyRowHasACellForEachHeading() {
    let count = SampleYear.orderHeadings.count
    #expect(Set(SampleYear.orderHeadings).count == count)
    for file in files(seed: 7) {
      for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n") {
        #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == count)
      }
    }
  }

  @Test func someOrdersComeAgain() {
    var days: [Substring: Set<String>] = [:]
    for file in files(seed: 7, patients: 200) {
      for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst() {
        days[line.prefix { $0 != "," }, default: []].insert(String(file.name.prefix(10)))
      }
    }
    #expect(days.values.contains { $0.count > 1 })
    #expect(days.values.contains { $0.count == 1 })
  }

  /// A claim of one line, as an office would send it.
  private func claimFile(number: String) -> [UInt8] {
    let person = X12Party(
      name: X12PartyName(
        entity: "IL", kind: "1", last: "SAMPLETON", first: "ALVIRA", idQualifier: "MI",
        id: "1S00AA0AA00"))
    let payer = X12Party(
      name: X12PartyName(
        entity: "PR", kind: "2", last: "MEDICARE", idQualifier: "PI", id: "17013"))
    let claim = Claim837P(
      billing: BillingProvider837P(party: person),
      subscriber: Subscriber837P(
        coverage: Coverage837P(responsibility: "P", filingIndicator: "MB"), party: person),
      payer: payer, controlNumber: number, chargeCents: 13_500,
      diagnoses: Diagnosis837P.list(["R2689"]),
      lines: [
        ServiceLine837P(
          procedure: X12Procedure(code: "E0143", modifiers: ["NU"]), chargeCents: 13_500,
          details: LoopDetails837P(
            dates: [X12QualifiedDate("472", on: "20260105")],
            references: [X12Reference("6R", "L1")]))
      ])
    let header = TransmissionHeader837P(
      reference: "B1", date: "20260107", time: "1200", submitter: person, receiver: payer)
    return Transmission837P(header: header, claims: [claim]).encode(
      envelope: OutgoingEnvelope(
        sender: "S08990001", receiver: "CEDI-SAMPLE", date: 20_260_107, time: "1200",
        interchangeControl: 1, groupControl: 1))
  }

  @Test func claimsAreAnsweredTheSameEveryTime() {
    func kinds(number: String) -> [String] {
      var year = SampleYear(seed: 7, patients: 1, firstDay: Self.firstDay)
      let sentOn = Self.firstDay.adding(days: 2)
      year.receive(claimFile(number: number), on: sentOn)
      return (1...120).flatMap { year.files(on: sentOn.adding(days: $0)) }
        .filter { $0.name.hasSuffix(".x12") }.map(\.name)
    }
    let answers = (0..<20).map { kinds(number: "D0000\($0)") }
    #expect(answers == (0..<20).map { kinds(number: "D0000\($0)") })
    #expect(answers.contains { $0.contains { $0.contains("-999-") } })
    #expect(answers.contains { $0.contains { $0.contains("-277CA-") } })
    #expect(answers.contains { $0.contains { $0.contains("-835-") } })
  }

  @Test func whatIsNoFileOfTheOfficeIsThrownAway() {
    var year = SampleYear(seed: 7, patients: 1, firstDay: Self.firstDay)
    year.receive(Array("no file at all".utf8), on: Self.firstDay)
    year.receive([], on: Self.firstDay)
    #expect(year.files(on: Self.firstDay.adding(days: 1)).allSatisfy { $0.name.hasSuffix(".csv") })
  }
}
