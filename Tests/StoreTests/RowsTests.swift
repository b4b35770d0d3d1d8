import Billing
import Database
import Store
import Testing

@Suite("Rows that other programs write at the same time")
struct RowsTests {
  private func office() throws -> OfficeDatabase {
    try OfficeDatabase.inMemory(migrations: Schema.migrations)
  }

  private static let now = Timestamp(rawValue: 1_768_910_400_000)

  @Test("a file is begun once, and a step of a set is taken once")
  func progress() throws {
    let database = try office()
    try database.write { connection in
      for name in ["a.835", "b.835"] {
        try Files.begin(
          name: name, hash: "h", byteCount: 1, at: Self.now, by: "tlee",
          known: Day(rawValue: 20_000), in: connection)
      }
      let file = try #require(try Files.find(hash: "h", in: connection))
      #expect(file.name == "a.835")
      #expect(!file.isComplete)
      try SetProgress.begin(
        file: file.id, position: 0, kind: "835", control: "0001", in: connection)
      func step(_ from: Int, _ to: Int, _ isComplete: Bool = false) throws -> Bool {
        try SetProgress.advance(
          file: file.id, position: 0, from: from, to: to, isComplete: isComplete, in: connection)
      }
      #expect(try step(0, 48))
      #expect(try step(0, 48) == false)
      #expect(try step(48, 60, true))
      #expect(try step(60, 70) == false)
      #expect(try SetProgress.unfinished(in: connection).isEmpty)
    }
  }

  @Test("numbers of a series go up by one and belong to their series")
  func numbers() throws {
    let database = try office()
    let given = try database.write { connection in
      try ["a", "a", "b", "a", "b"].map { try Settings.nextNumber(of: $0, in: connection) }
    }
    #expect(given == [1, 2, 1, 3, 2])
  }

  @Test("what a payer allowed last is what is known, older answers do not count")
  func allowed() throws {
    let database = try office()
    try database.write { connection in
      let payer = try Payers.insert(
        name: "SAMPLE", identifier: "1", family: .other, ruleKey: nil, state: nil, in: connection)
      let rental = ProcedureCode("E0601", ["KX", "RR"])
      func save(_ cents: Int64, _ day: Int32) throws {
        try AllowedAmounts.save(
          Cents(cents), for: rental, by: payer.id, on: Day(rawValue: day), in: connection)
      }
      func known(_ procedure: ProcedureCode) throws -> Cents? {
        try AllowedAmounts.unit(procedure, by: payer.id, in: connection)
      }
      #expect(try known(rental) == nil)
      try save(5000, 100)
      try save(4000, 90)
      #expect(try known(rental) == Cents(5000))
      try save(5100, 100)
      #expect(try known(rental) == Cents(5100))
      #expect(try known(ProcedureCode("E0601", ["RR", "KH"])) == Cents(5100))
      #expect(try known(ProcedureCode("E0601", ["NU"])) == nil)
    }
  }

  @Test("patients are the same by name and birth day, or by name and member id without one")
  func patients() throws {
    let database = try office()
    let birth = Day("1948-02-14")
    func jane(_ birth: Day?, _ member: String) -> Identity {
      Identity(lastName: "DOE", firstName: "JANE", birthDate: birth, sex: "F", memberID: member)
    }
    let small = Identity(lastName: "Doe", firstName: "Jane", birthDate: birth, memberID: "M1")
    let cases: [(first: Identity, second: Identity, isSame: Bool)] = [
      (jane(birth, "M1"), jane(birth, "M2"), true), (jane(birth, "M1"), small, true),
      (jane(birth, "M1"), jane(Day("1950-01-01"), "M1"), false),
      (jane(nil, "M1"), jane(nil, "M1"), true), (jane(nil, "M1"), jane(nil, "M2"), false),
    ]
    for (first, second, isSame) in cases {
      try database.write { connection in
        let a = try Patients.findOrInsert(first, in: connection)
        let b = try Patients.findOrInsert(second, in: connection)
        #expect((a == b) == isSame, "\(first) \(second)")
      }
    }
  }

  @Test("remittances of one number are found by it, padding aside, with what became of each")
  func uniquePayment() throws {
    let database = try office()
    let remittance = Remittance(
      traceNumber: "EFT1", originator: "1512345678",
      payer: NamedPayer(name: "SAMPLE", identifier: "1", filingIndicator: ""),
      payeeIdentifier: "1234567893", payment: Cents(100), method: "ACH",
      paymentDate: Day(rawValue: 20_000), productionDate: Day(rawValue: 20_000), claims: [],
      providerAdjustments: [], controlNumbers: ControlNumbers(), balance: RemittanceDifferences())
    func insert(_ position: Int) throws {
      try database.write { connection in
        try Files.begin(
          name: "a", hash: "h", byteCount: 1, at: Self.now, by: "tlee",
          known: Day(rawValue: 20_000), in: connection)
        let payer = try Payers.insert(
          name: "SAMPLE", identifier: "1", family: .other, ruleKey: nil, state: nil,
          in: connection)
        let file = try #require(try Files.find(hash: "h", in: connection))
        _ = try Remittances.insert(
          remittance, claimCount: 0, claimsPaid: .zero, payer: payer.id, file: file.id,
          setPosition: position, known: Day(rawValue: 20_000), in: connection)
      }
    }
    try insert(0)
    try insert(1)
    try database.read { connection in
      for number in ["EFT1", "00 eft1"] {
        let found = try Remittances.withTraceKey(of: number, in: connection)
        #expect(found.map(\.setPosition) == [0, 1])
        #expect(found.allSatisfy { $0.header.standing == .standing })
      }
      #expect(try Remittances.withTraceKey(of: "EFT2", in: connection).isEmpty)
    }
  }
}
