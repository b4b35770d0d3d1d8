import Billing
import Database
import Store
import Testing

@Suite("The ledger as kept")
struct LedgerTests {
  /// An office with one claim of one line.
  private func office() throws -> (OfficeDatabase, ClaimID, ClaimLineID) {
    let database = try OfficeDatabase.inMemory(migrations: Schema.migrations)
    let made = try database.write { connection -> (ClaimID, ClaimLineID) in
      let payer = try Payers.insert(
        name: "SAMPLE", identifier: "1", family: .other, ruleKey: nil, state: nil, in: connection)
      let patient = try Patients.findOrInsert(
        Identity(lastName: "DOE", firstName: "JANE", memberID: "M1"), in: connection)
      let day = Day(rawValue: 20_000)
      let claim = try Claims.insert(
        Claims.New(
          controlNumber: "A1", origin: .claimFile, patient: patient, payer: payer.id,
          sequence: .primary, memberID: "M1", frequency: .original, payerControlNumber: "",
          placeOfService: "12", priorAuthorization: "", diagnoses: ["G4733"],
          service: ServiceDates(day), charge: Cents(1000), nextPayer: nil, priorClaim: nil),
        known: day, in: connection)
      let line = try Claims.insertLine(
        SentLine(
          number: 1, controlNumber: "", procedure: ProcedureCode("A1"), unitsInThousandths: 1000,
          service: ServiceDates(day), charge: Cents(1000)), expected: Cents(1000),
        of: claim, in: connection)
      return (claim, line)
    }
    return (database, made.0, made.1)
  }

  private func entry(
    _ pairs: [(LedgerAccount, Int64)], _ claim: ClaimID, _ line: ClaimLineID
  ) throws
    -> JournalEntry
  {
    try JournalEntry(
      cause: .transfer, on: Day(rawValue: 20_000),
      postings: pairs.map {
        Posting(account: $0.0, amount: Cents($0.1), claim: claim, line: line)
      })
  }

  @Test("every account moves the column of the line that it belongs to, and no other")
  func columns() throws {
    // payer, next payer, patient, paid, adjusted
    let cases: [(account: LedgerAccount, line: [Int64])] = [
      (.payerReceivable, [5, 0, 0, 0, 0]), (.nextPayerReceivable, [0, 5, 0, 0, 0]),
      (.patientReceivable, [0, 0, 5, 0, 0]), (.suspense, [0, 0, 0, 5, 0]),
      (.contractualAdjustment, [0, 0, 0, 0, 5]), (.otherAdjustment, [0, 0, 0, 0, 5]),
      (.writeOff, [0, 0, 0, 0, 5]), (.cash, [0, 0, 0, 0, 0]), (.revenue, [0, 0, 0, 0, 0]),
      (.interestIncome, [0, 0, 0, 0, 0]), (.recoupment, [0, 0, 0, 0, 0]),
      (.forwardingBalance, [0, 0, 0, 0, 0]), (.providerAdjustment, [0, 0, 0, 0, 0]),
      (.unbilledReceivable, [0, 0, 0, 0, 0]), (.paymentDifference, [0, 0, 0, 0, 0]),
      (.bank, [0, 0, 0, 0, 0]),
      (.refund, [0, 0, 0, 0, 0]), (.patientCash, [0, 0, 0, 0, 0]),
    ]
    #expect(Set(cases.map(\.account)) == Set(LedgerAccount.allCases))
    for (account, line) in cases {
      let (database, claim, id) = try office()
      try database.write { connection in
        // The other side is on the books of the office and on no line.
        let postings = [
          Posting(account: account, amount: Cents(5), claim: claim, line: id),
          Posting(account: .revenue, amount: Cents(-5), claim: claim),
        ]
        let entry = try JournalEntry(
          cause: .transfer, on: Day(rawValue: 1), postings: postings)
        _ = try Ledger.post(entry, claim: claim, known: entry.on, in: connection)
      }
      try database.read { connection in
        let balances = try #require(try Claims.find(claim, in: connection)?.lines.first?.balances)
        let columns = [
          balances.payer, balances.nextPayer, balances.patient, balances.paid, balances.adjusted,
        ]
        #expect(columns.map(\.rawValue) == line, "\(account)")
        #expect(try LedgerAudit.differingLines(in: connection) == [], "\(account)")
        #expect(try LedgerAudit.sum(in: connection) == .zero)
        let suspense = try LedgerAudit.suspense(in: connection)
        #expect(try LedgerAudit.keptSuspense(in: connection) == suspense)
      }
    }
  }

  @Test("an entry stands until it is reversed, and again once that is reversed")
  func standing() throws {
    let (database, claim, line) = try office()
    try database.write { connection in
      let first = try entry([(.payerReceivable, 700), (.revenue, -700)], claim, line)
      func post(_ entry: JournalEntry, reversing: Int64?) throws -> Int64 {
        try Ledger.post(
          entry, claim: claim, activity: ActivityID(reversing ?? 0), reverses: reversing,
          known: entry.on, in: connection)
      }
      let reversed = try JournalEntry(
        cause: .reversal, on: first.on, postings: first.postings.map(\.reversed))
      var ids = [try post(first, reversing: nil)]
      for round in 1...5 {
        let last = try #require(ids.last)
        ids.append(try post(round.isMultiple(of: 2) ? first : reversed, reversing: last))
        let kept = try #require(try Ledger.entries(ofClaim: claim, in: connection).first)
        let standing = try Ledger.standing(kept, in: connection)
        let expected = round.isMultiple(of: 2) ? ids.last : nil
        #expect(standing?.id == expected, "round \(round)")
      }
    }
  }

  @Test("an entry can be reversed once only")
  func reversedOnce() throws {
    let (database, claim, line) = try office()
    let first = try entry([(.payerReceivable, 700), (.revenue, -700)], claim, line)
    let id = try database.write { try Ledger.post(first, claim: claim, known: first.on, in: $0) }
    let reversing = try JournalEntry(
      cause: .reversal, on: first.on, postings: first.postings.map(\.reversed))
    try database.write {
      _ = try Ledger.post(reversing, claim: claim, reverses: id, known: first.on, in: $0)
    }
    #expect(throws: DatabaseFailure.self) {
      try database.write {
        try Ledger.post(reversing, claim: claim, reverses: id, known: first.on, in: $0)
      }
    }
    #expect(try database.read { try LedgerAudit.sum(in: $0) } == .zero)
  }

  @Test("money that moved since an entry is seen, money that came back is not")
  func hasMoved() throws {
    let (database, claim, line) = try office()
    try database.write { connection in
      func post(_ pairs: [(LedgerAccount, Int64)]) throws -> Int64 {
        try Ledger.post(
          entry(pairs, claim, line), claim: claim, known: Day(rawValue: 20_000), in: connection)
      }
      let first = try post([(.payerReceivable, 700), (.revenue, -700)])
      #expect(try Ledger.hasMoved(claim, since: first, in: connection) == false)
      _ = try post([(.payerReceivable, -200), (.patientReceivable, 200)])
      #expect(try Ledger.hasMoved(claim, since: first, in: connection))
      _ = try post([(.payerReceivable, 200), (.patientReceivable, -200)])
      #expect(try Ledger.hasMoved(claim, since: first, in: connection) == false)
      #expect(try Ledger.hasMoved(ClaimID(99), since: first, in: connection) == false)
    }
  }

  @Test("an amount beyond what one posting may hold is refused by the file itself")
  func bounds() throws {
    let (database, claim, line) = try office()
    for amount in [1_000_000_000_001, Int64.max / 2] {
      let huge = try entry([(.payerReceivable, amount), (.revenue, -amount)], claim, line)
      #expect(throws: DatabaseFailure.self) {
        try database.write { try Ledger.post(huge, claim: claim, known: huge.on, in: $0) }
      }
    }
    #expect(try database.read { try Ledger.entries(ofClaim: claim, in: $0) }.isEmpty)
  }
}
