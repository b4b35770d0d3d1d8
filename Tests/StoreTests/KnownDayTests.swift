import Billing
import Database
import Testing

@testable import Store

@Suite("The day on which a fact was recorded")
struct KnownDayTests {
  static let tables = [
    "file", "claim", "submission", "acknowledgment", "remittance", "remit_claim",
    "journal_entry", "sales_order", "document", "rental", "charge", "charge_revision", "hold",
    "eligibility", "special_work",
  ]
  /// Tables that have had the day from the first.
  private static let added = [
    "payer_change", "request", "outgoing_file", "answer_change", "provider_balance",
    "remittance_change", "deposit", "deposit_event", "deposit_match", "deposit_unmatch",
    "deposit_document", "book_close", "approval",
    "refused_set", "underpayment", "typed_remittance",
  ]

  @Test("every fact is kept with the business day of the office", arguments: tables + added)
  func recorded(_ table: String) throws {
    let office = try WholeOffice()
    let days = try office.database.read {
      try $0.rows("SELECT known_on FROM \(table)") { $0.dayOrNil(0) }
    }
    #expect(!days.isEmpty)
    #expect(Set(days) == [WholeOffice.day])
  }

  @Test("what comes to a fact later has a day of its own, and the first stays")
  func later() throws {
    let office = try WholeOffice()
    let later = WholeOffice.day.adding(days: 5)
    try office.database.write { connection in
      func day(_ column: String, _ table: String) throws -> Day? {
        try connection.first("SELECT \(column) FROM \(table)") { $0.dayOrNil(0) } ?? nil
      }
      #expect(try day("release_known_on", "hold") == nil)
      try Holds.release(
        office.hold, Hold.Release(on: later, by: "tlee", evidence: "e"), known: later,
        in: connection)
      #expect(try day("release_known_on", "hold") == later)
      #expect(try day("known_on", "hold") == WholeOffice.day)
      try Holds.reopen(office.hold, in: connection)
      #expect(try day("release_known_on", "hold") == nil)

      #expect(try day("revised_on", "sales_order") == nil)
      let draft = OrderDraft(
        number: "SO-1", patient: Identity(lastName: "SAMPLE", firstName: "PAT"))
      try Orders.revise(
        office.order,
        Orders.New(
          draft: draft, patient: office.patient, coverages: [], prescriber: nil, standing: .open,
          receivedOn: WholeOffice.day, revisedAt: Timestamp(rawValue: 2), contentHash: "h2"),
        known: later, in: connection)
      #expect(try day("revised_on", "sales_order") == later)
      #expect(try day("known_on", "sales_order") == WholeOffice.day)

      let content = try #require(try Documents.find(office.document, in: connection)).content
      let again = try Documents.insert(
        content, of: office.patient, order: office.order, receivedOn: later, known: later,
        in: connection)
      #expect(again == office.document)
      #expect(try day("known_on", "document") == WholeOffice.day)
      #expect(try day("answer_known_on", "eligibility") == WholeOffice.day)
    }
  }
}
