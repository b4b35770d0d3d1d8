import Billing
import Database
import Store
import Testing

/// What is read and written for many at once, against the same one at a time.
@Suite("Many rows with few statements")
struct ManyRowsTests {
  private static let day = Day(rawValue: 20_000)

  private func office() throws -> OfficeDatabase {
    try OfficeDatabase.inMemory(migrations: Schema.migrations)
  }

  private func payer(_ connection: Connection) throws -> PayerID {
    try Payers.insert(
      name: "SAMPLE", identifier: "1", family: .other, ruleKey: nil, state: nil, in: connection
    ).id
  }

  /// Claims of one to three lines, some of which share a number.
  private func addClaims(_ count: Int, _ connection: Connection) throws -> [ClaimID] {
    let payer = try payer(connection)
    return try (0..<count).map { index in
      let patient = try Patients.findOrInsert(
        Identity(lastName: "DOE", firstName: "NUMBER\(index)", memberID: "M\(index)"),
        in: connection)
      let claim = try Claims.insert(
        Claims.New(
          controlNumber: "A\(index / 10 * 10 + index % 7)", origin: .claimFile, patient: patient,
          payer: payer, sequence: .primary, memberID: "M\(index)", frequency: .original,
          payerControlNumber: "", placeOfService: "12", priorAuthorization: "",
          diagnoses: ["G4733"], service: ServiceDates(Self.day), charge: Cents(1000),
          nextPayer: nil, priorClaim: nil), known: Self.day, in: connection)
      for number in 1...(index % 3 + 1) {
        _ = try Claims.insertLine(
          SentLine(
            number: number, controlNumber: "L\(number)", procedure: ProcedureCode("E0601"),
            unitsInThousandths: 1000, service: ServiceDates(Self.day), charge: Cents(500)),
          expected: Cents(500), of: claim, in: connection)
      }
      return claim
    }
  }

  @Test("claims looked up together are those looked up alone", arguments: [0, 1, 7, 8, 9, 64, 150])
  func claims(count: Int) throws {
    try office().write { connection in
      let ids = try addClaims(150, connection)
      let asked = Array(ids.prefix(count))
      let all = try Claims.all(asked + [ClaimID(9999)], in: connection)
      #expect(all.count == count)
      for id in asked {
        let alone = try #require(try Claims.find(id, in: connection))
        #expect(all[id] == alone)
        #expect(alone.lines.map(\.number) == Array(1...alone.lines.count))
      }
      let numbers = Set((0..<count).map { "A\($0)" })
      let found = try Claims.withControlNumbers(numbers, in: connection)
      for number in numbers {
        #expect(
          try (found[number] ?? []) == Claims.withControlNumber(number, in: connection),
          "\(number)")
      }
      if count == 150 { #expect(found.values.contains { $0.count > 1 }) }
    }
  }

  @Test("what is learnt of many answers and written once is what each would have taught")
  func allowances() throws {
    let answers = (0..<200).map { (index: Int) -> (code: String, cents: Int64, day: Int32) in
      let square = index * index
      let cents = Int64(square * 31 % 7 % 4 + 1) * 1000
      let day = Int32(20_000 + (square * 17 + index) % 21)
      return ("E060\(index * 7 % 5 % 3)", cents, day)
    }
    func learnt(together: Bool) throws -> [String] {
      try office().write { connection in
        let payer = try payer(connection)
        let book = LearntAllowances()
        for (place, answer) in answers.enumerated() {
          try book.learn(
            Cents(answer.cents), for: ProcedureCode(answer.code, ["RR"]), by: payer,
            on: Day(rawValue: answer.day), in: connection)
          if !together || place % 48 == 47 { try book.write(in: connection) }
        }
        try book.write(in: connection)
        return try connection.rows(
          "SELECT code || modifier || unit_cents || ' ' || seen_day || ' ' || answers "
            + "FROM allowed_amount ORDER BY code"
        ) { $0.text(0) }
      }
    }
    let alone = try learnt(together: false)
    #expect(alone.count == 3)
    #expect(try learnt(together: true) == alone)
  }

  @Test(
    "an entry of many postings keeps all of them in their order", arguments: [1, 8, 16, 17, 40])
  func postings(pairs: Int) throws {
    try office().write { connection in
      let postings = (1...pairs).flatMap { amount in
        [
          Posting(account: .suspense, amount: Cents(Int64(amount))),
          Posting(account: .cash, amount: Cents(Int64(-amount))),
        ]
      }
      let entry = try JournalEntry(cause: .deposit, on: Self.day, postings: postings)
      _ = try Ledger.post(entry, known: Self.day, in: connection)
      let kept = try connection.rows(
        "SELECT position, account, amount_cents FROM posting ORDER BY entry_id, position"
      ) { "\($0.int(0)) \($0.text(1)) \($0.int(2))" }
      #expect(
        kept
          == postings.enumerated().map {
            "\($0.offset) \($0.element.account.rawValue) \($0.element.amount.rawValue)"
          })
    }
  }
}
