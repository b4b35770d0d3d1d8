import Billing
import Database
import Testing

@testable import Store

/// What Store asks of any database, said in Store's own calls.
@Suite("Any driver: rows and transactions")
struct DriverSuiteRows {
  private struct Stop: Error {}

  @Test("everything comes back as it was recorded", arguments: Driver.all)
  func roundTrip(_ driver: Driver) throws {
    let empty = try driver.empty()
    let office = try WholeOffice(empty.database)
    try empty.database.read { connection in
      let claim = try #require(try Claims.find(office.claim, in: connection))
      #expect(claim.lines.map(\.balances.payer) == [Cents(1000)])
      #expect(claim.diagnoses == ["G4733"])
      let answer = try #require(try RemitClaims.find(office.remitClaim, in: connection))
      #expect(answer.claim.lines.map(\.remarks) == [["M124"]])
      #expect(answer.claim.lines.flatMap(\.adjustments).map(\.code) == ["CO-16"])
      #expect(answer.staging == [.alreadyPaid])
      #expect(try Submissions.latestImage(of: office.claim, in: connection) == [1])
      let order = try #require(try Orders.find(office.order, in: connection))
      #expect(order.prescriber?.isEnrolled == true)
      #expect(order.stays == [Stay(kind: .hospital, from: WholeOffice.day, through: nil)])
      #expect(try Rentals.find(office.rental, in: connection)?.breaks.count == 1)
      #expect(try Holds.all(of: office.charge, rental: nil, in: connection).map(\.isOpen) == [true])
      #expect(
        try Stories.claim(
          office.claim,
          payers: { Payer(id: $0, name: "S", identifier: "S1", family: .commercial) },
          decisions: { _ in [] }, isCrossover: { _ in false }, in: connection)?.expected
          == Cents(800))
    }
  }

  @Test("each line of a claim over many days keeps its own", arguments: Driver.all)
  func days(_ driver: Driver) throws {
    let empty = try driver.empty()
    let office = try WholeOffice(empty.database)
    try empty.database.write { connection in
      let (first, last) = (WholeOffice.day, WholeOffice.day.adding(days: 62))
      let whole = try #require(try Claims.find(office.claim, in: connection))
      let claim = try Claims.insert(
        Claims.New(
          controlNumber: "A2", origin: .claimFile, patient: whole.patient.id,
          payer: whole.payer.id, sequence: .primary, memberID: "M1", frequency: .original,
          payerControlNumber: "", placeOfService: "12", priorAuthorization: "", diagnoses: [],
          service: ServiceDates(first, through: last), charge: Cents(200), nextPayer: nil,
          priorClaim: nil), known: last, in: connection)
      for (number, day) in [(1, first), (2, last)] {
        _ = try Claims.insertLine(
          SentLine(
            number: number, controlNumber: "M\(number)", procedure: ProcedureCode("E0601", ["RR"]),
            unitsInThousandths: 1000, service: ServiceDates(day), charge: Cents(100)),
          expected: .zero, of: claim, in: connection)
      }
      let story = try Stories.claim(
        claim, payers: { Payer(id: $0, name: "S", identifier: "S1", family: .commercial) },
        decisions: { _ in [] }, isCrossover: { _ in false }, in: connection)
      #expect(
        story?.serviceByLine == [
          1: ServiceDates(first), 2: ServiceDates(last),
        ])
    }
  }

  @Test("foreign text and the ends of the range come back byte for byte", arguments: Driver.all)
  func foreign(_ driver: Driver) throws {
    let empty = try driver.empty()
    try empty.database.write { connection in
      for text in ["'; DROP TABLE claim; --", "ŁUKASZ 名前", "", "a\u{1B}[31m\r\n", "%_!"] {
        try Settings.set("name", to: text, in: connection)
        #expect(try Settings.value("name", in: connection) == text)
      }
      let payer = try Payers.insert(
        name: "名前", identifier: "'", family: .other, ruleKey: nil, state: "", in: connection)
      let kept = try #require(try Payers.find(payer.id, in: connection))
      #expect(kept == payer)
      let unit = Cents(Int64.max)
      try AllowedAmounts.save(
        unit, for: ProcedureCode("E0601"), by: payer.id, on: WholeOffice.day, in: connection)
      #expect(
        try AllowedAmounts.unit(ProcedureCode("E0601"), by: payer.id, in: connection) == unit)
    }
  }

  @Test(
    "a transaction that throws leaves nothing, a step inside it alone neither",
    arguments: Driver.all)
  func rollback(_ driver: Driver) throws {
    let empty = try driver.empty()
    #expect(throws: Stop.self) {
      try empty.database.write { connection in
        try Settings.set("a", to: "1", in: connection)
        throw Stop()
      }
    }
    try empty.database.write { connection in
      #expect(try Settings.value("a", in: connection) == nil)
      try Settings.set("a", to: "2", in: connection)
      try? connection.savepoint {
        try Settings.set("a", to: "3", in: connection)
        throw Stop()
      }
      #expect(try Settings.value("a", in: connection) == "2")
    }
    #expect(try empty.database.read { try Settings.value("a", in: $0) } == "2")
  }

  @Test(
    "who only reads changes nothing, and sees that others changed something", arguments: Driver.all)
  func reading(_ driver: Driver) throws {
    let empty = try driver.empty()
    #expect(throws: DatabaseFailure.self) {
      try empty.database.read { try Settings.set("a", to: "1", in: $0) }
    }
    let before = try empty.database.dataVersion
    try empty.database.write { try Settings.set("a", to: "1", in: $0) }
    #expect(try empty.database.dataVersion != before)
  }

  @Test("rules of the schema refuse by their kind and keep nothing", arguments: Driver.all)
  func rules(_ driver: Driver) throws {
    let empty = try driver.empty()
    let office = try WholeOffice(empty.database)
    func kind(_ body: (Connection) throws -> Void) -> DatabaseFailure.ConstraintKind? {
      do {
        try empty.database.write(body)
      } catch DatabaseFailure.constraint(let kind, _) {
        return kind
      } catch {
        Issue.record(error)
      }
      return nil
    }
    let first = try JournalEntry(cause: .transfer, on: WholeOffice.day, postings: [])
    let reversedTwice = kind { connection in
      let id = try Ledger.post(first, known: WholeOffice.day, in: connection)
      for _ in 0..<2 {
        _ = try Ledger.post(first, reverses: id, known: WholeOffice.day, in: connection)
      }
    }
    #expect(reversedTwice == .unique)
    let ofNoClaim = kind { connection in
      _ = try Ledger.post(first, claim: ClaimID(999), known: WholeOffice.day, in: connection)
    }
    #expect(ofNoClaim == .foreignKey)
    let huge = try JournalEntry(
      cause: .transfer, on: WholeOffice.day,
      postings: [
        Posting(account: .cash, amount: Cents(1_000_000_000_001)),
        Posting(account: .suspense, amount: Cents(-1_000_000_000_001)),
      ])
    let tooMuch = kind { _ = try Ledger.post(huge, known: WholeOffice.day, in: $0) }
    #expect(tooMuch == .check)
    #expect(
      try empty.database.read { try Ledger.entries(ofClaim: office.claim, in: $0) }.count == 1)
  }

  @Test("keys rise, and each insertion gives its own", arguments: Driver.all)
  func keys(_ driver: Driver) throws {
    let empty = try driver.empty()
    try empty.database.write { connection in
      let ids = try (1...20).map { number in
        try Patients.findOrInsert(
          Identity(lastName: "SAMPLE", firstName: "\(number)", memberID: "M"), in: connection)
      }
      #expect(ids == ids.sorted())
      #expect(Set(ids).count == 20)
      for (number, id) in ids.enumerated() {
        #expect(try Patients.find(id, in: connection)?.firstName == "\(number + 1)")
      }
    }
  }

  @Test("the clock of the office never goes back", arguments: Driver.all)
  func clock(_ driver: Driver) throws {
    let empty = try driver.empty()
    let times = try (0..<5).map { _ in try empty.database.write { try $0.clockMilliseconds() } }
    #expect(times == times.sorted())
    #expect((times.first ?? 0) > 1_600_000_000_000)
  }
}
