import Billing
import Database
import Store
import Testing

@Suite("Rows of orders, charges and special work")
struct OrderRowsTests {
  private static let day = Day(rawValue: 20_000)

  /// An office with one patient and one order of one line.
  private func office() throws -> (database: OfficeDatabase, patient: PatientID, order: OrderID) {
    let database = try OfficeDatabase.inMemory(migrations: Schema.migrations)
    let made = try database.write { connection -> (PatientID, OrderID) in
      let person = Identity(lastName: "DOE", firstName: "JANE", memberID: "M1")
      let patient = try Patients.findOrInsert(person, in: connection)
      let line = OrderLine(
        number: 1, kind: .purchase, procedure: ProcedureCode("A7030", ["NU"]),
        unitCharge: Cents(18_000))
      let order = try Orders.insert(
        Orders.New(
          draft: OrderDraft(number: "SO-1", patient: person, lines: [line]), patient: patient,
          coverages: [], prescriber: nil, standing: .delivered, receivedOn: Self.day,
          revisedAt: Timestamp(rawValue: 1), contentHash: "h"), known: Self.day, in: connection)
      return (patient, order)
    }
    return (database, made.0, made.1)
  }

  private func charge(_ order: OrderID, _ cents: Int64) -> Charge {
    Charge(
      id: ChargeID(0), order: order, orderLine: 1, procedure: ProcedureCode("A7030", ["NU"]),
      units: 1, service: ServiceDates(Self.day), amount: Cents(cents),
      expected: Cents(100))
  }

  @Test("a charge is there once; one that was withdrawn stands again as given anew")
  func chargeOnce() throws {
    let (database, patient, order) = try office()
    try database.write { connection in
      let id = try #require(
        try Charges.insert(
          charge(order, 500), part: 1, of: patient, known: Self.day, in: connection))
      #expect(
        try Charges.insert(
          charge(order, 700), part: 1, of: patient, known: Self.day, in: connection) == nil)
      #expect(try Charges.find(id, in: connection)?.amount == Cents(500))
      try Charges.setWithdrawn(true, id, known: Self.day, in: connection)
      #expect(
        try Charges.insert(
          charge(order, 700), part: 1, of: patient, known: Self.day, in: connection) == id)
      let again = try #require(try Charges.find(id, in: connection))
      #expect((again.amount, again.standing) == (Cents(700), .unbilled))
      #expect(again.rowVersion == 3)
      #expect(
        try Charges.insert(
          charge(order, 900), part: 2, of: patient, known: Self.day, in: connection) != id)
      #expect(try Charges.all(of: order, in: connection).count == 2)
    }
  }

  /// A line of the journal about the order.
  private func activity(_ order: OrderID, in connection: Connection) throws -> ActivityID {
    try Activities.insert(
      Activities.New(
        at: Timestamp(rawValue: 1), on: Self.day, user: "dora", session: "s",
        verb: .attachDocument, resultCode: "", subject: .order(order), queue: nil, note: "",
        detail: "", followUpOn: nil, decision: DecisionText.encode([:]), targetClaim: nil,
        isProductive: true, bulk: nil), chain: "", in: connection)
  }

  @Test("a document is there once, and belongs to whoever gave it last after it was taken back")
  func document() throws {
    let (database, patient, order) = try office()
    try database.write { connection in
      let draft = DocumentDraft(
        kind: .refillRequest, dated: Self.day, answers: [SupplyAnswer(code: "A7030", units: 2)])
      let one = try activity(order, in: connection)
      let two = try activity(order, in: connection)
      func give(_ activity: ActivityID?) throws -> DocumentID {
        try Documents.insert(
          draft, of: patient, order: order, receivedOn: Self.day, activity: activity,
          known: Self.day, in: connection)
      }
      let first = try give(one)
      #expect(try give(two) == first)
      try Documents.setWithdrawn(true, ofActivity: two, in: connection)
      #expect(try Documents.all(of: patient, in: connection).count == 1)
      try Documents.setWithdrawn(true, ofActivity: one, in: connection)
      #expect(try Documents.all(of: patient, in: connection) == [])
      #expect(try Documents.answers(ofActivity: one, in: connection) == [])
      #expect(try give(two) == first)
      #expect(
        try Documents.answers(ofActivity: two, in: connection)
          == [SupplyAnswer(code: "A7030", units: 2)])
      try Documents.setWithdrawn(true, ofActivity: two, in: connection)
      #expect(try Documents.all(of: patient, in: connection) == [])
    }
  }

  @Test("work that lapsed opens again where the facts bring it, work that was done does not")
  func special() throws {
    let (database, patient, order) = try office()
    try database.write { connection in
      let due = SpecialDue(
        kind: .resupply, patient: patient, order: order, opensOn: Self.day, dueOn: Self.day,
        closesOn: nil, reason: "The supply ends")
      let id = try #require(try SpecialWorks.save(due, payer: nil, known: Self.day, in: connection))
      #expect(try SpecialWorks.closeStale(of: patient, keeping: [], in: connection) == [id])
      #expect(try SpecialWorks.open(of: patient, in: connection) == [])
      #expect(try SpecialWorks.save(due, payer: nil, known: Self.day, in: connection) == id)
      #expect(try SpecialWorks.find(id, in: connection)?.standing == .open)
      try SpecialWorks.setStanding(.done, answers: [], of: id, in: connection)
      #expect(try SpecialWorks.save(due, payer: nil, known: Self.day, in: connection) == id)
      #expect(try SpecialWorks.find(id, in: connection)?.standing == .done)
      #expect(try SpecialWorks.open(of: patient, in: connection) == [])
    }
  }

  @Test("an automatic hold of the same day is the same hold, an older one is not")
  func hold() throws {
    let (database, patient, order) = try office()
    try database.write { connection in
      let id = try #require(
        try Charges.insert(
          charge(order, 500), part: 1, of: patient, known: Self.day, in: connection))
      let hold = try Holds.insert(
        Hold(
          id: HoldID(0), subject: .charge(id), type: .system, reason: "code-invalid", detail: "",
          team: .billing, owner: nil, placedOn: Self.day, placedBy: "edits", edit: "The edit",
          reviewOn: nil), known: Self.day, in: connection)
      let released = Self.day.adding(days: 9)
      try Holds.release(
        hold, Hold.Release(on: released, by: "edits", evidence: "clean"),
        known: released, in: connection)
      func same(_ day: Day, by user: String = "edits") throws -> HoldID? {
        try Holds.releasedByMistake(
          of: id, reason: "code-invalid", edit: "The edit", by: user, on: day, in: connection)
      }
      #expect(try same(released) == hold)
      #expect(try same(released.adding(days: 1)) == nil)
      #expect(try same(released, by: "boss") == nil)
      try Holds.reopen(hold, in: connection)
      #expect(try Holds.open(of: id, rental: nil, in: connection).map(\.id) == [hold])
    }
  }
}
