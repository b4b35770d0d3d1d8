import Billing
import ClaimFiles
import Testing

/// What spreadsheets do to a file of orders is undone or refused with its place.
struct SpreadsheetDamageTests {
  private static let header = MadeOrderFile.header + ",primary_filing_indicator"

  private static func read(
    _ other: [String: String] = [:], indicator: String = "CI"
  ) throws -> MadeOrderFile.Read {
    try MadeOrderFile.read(
      Array((header + "\r\n" + MadeOrderFile.row(other) + "," + indicator + "\r\n").utf8))
  }

  @Test(arguments: [
    "1.23457E+11", "1,2E+5", "1E+11", "-4.5e-3", "#REF!", "#N/A", "#value!", "########", "NULL",
    "(null)", "N/A", "NaN", "=A1+B1",
  ])
  func damageIsRefusedByLineAndColumn(_ text: String) throws {
    for column in ["primary_member_id", "order_number", "patient_last_name"] {
      let read = try Self.read([column: text.contains(",") ? "\"\(text)\"" : text])
      #expect(read.numbers.isEmpty, "\(column)")
      #expect(read.places == ["2 " + column])
      #expect(read.report.problems.first?.message.contains(text) == true)
    }
  }

  @Test(arguments: [
    "12E45", "E0601", "1E5", "Null", "Nan", "123456789012", "#12", "#", "##", "1-2E",
  ])
  func whatOnlyLooksLikeDamageIsTaken(_ text: String) throws {
    let read = try Self.read(["primary_member_id": text])
    #expect(read.drafts.first?.coverages.first?.payer.memberID == text)
  }

  @Test
  func freeTextMaySayWhatItLikes() throws {
    let read = try Self.read(["description": "=5 cm N/A"])
    #expect(read.drafts.first?.lines.first?.description == "=5 cm N/A")
    #expect(try Self.read(["description": "#REF!"]).places == ["2 description"])
  }

  @Test
  func aTextInAFormulaIsUnwrappedAndSaid() throws {
    for text in ["\"=\"\"00450\"\"\"", "=\"00450\""] {
      let read = try Self.read(["primary_member_id": text])
      #expect(read.drafts.first?.coverages.first?.payer.memberID == "00450")
      #expect(read.places == ["2 primary_member_id"])
      #expect(read.report.problems.map(\.isError) == [false])
    }
    let medicare = try Self.read(
      ["primary_member_id": "\"=\"\"00450\"\"\""], indicator: "MB")
    #expect(medicare.numbers.isEmpty)
    let refusal = try #require(medicare.report.problems.first { $0.isError })
    #expect(refusal.line == 2 && refusal.column == "primary_member_id")
    #expect(refusal.message.contains("\"00450\" (=\"00450\" in the file) is no Medicare number"))
  }

  @Test(arguments: ["\u{200B}", "\u{FEFF}", "\u{200E}", "\u{AD}", "\u{A0}", "\u{2060}", "\u{2007}"])
  func charactersThatNobodySeesAreLeftOut(_ invisible: String) throws {
    let read = try Self.read(
      ["primary_member_id": "1EG4TE5MK72" + invisible, "patient_last_name": invisible + "ZZTEST"],
      indicator: "MB")
    #expect(read.drafts.first?.coverages.first?.payer.memberID == "1EG4TE5MK72")
    #expect(read.drafts.first?.patient.lastName == "ZZTEST")
    #expect(read.report.problems.allSatisfy { !$0.isError && $0.message.contains("invisible") })
    #expect(read.report.problems.count == 2)
  }

  @Test
  func aMedicareNumberIsTakenAsItsCardPrintsIt() throws {
    for text in ["1EG4-TE5-MK72", "1eg4te5mk72", "1EG4 TE5 MK72"] {
      let read = try Self.read(["primary_member_id": text], indicator: "MB")
      #expect(read.drafts.first?.coverages.first?.payer.memberID == "1EG4TE5MK72")
    }
    #expect(
      try Self.read(["primary_member_id": "1SG4TE5MK72"], indicator: "MB").places
        == ["2 primary_member_id"])
  }

  @Test(arguments: [
    ("05.11.2026", nil), ("11.05.2026", nil), ("05.05.2026", "2026-05-05"),
    ("11.25.2026", "2026-11-25"), ("05/11/2026", "2026-05-11"), ("2026.11.05", "2026-11-05"),
  ])
  func aDateWithDotsMustHaveOneReading(_ text: String, _ day: String?) throws {
    let read = try Self.read(["delivered": text])
    #expect(read.drafts.first?.delivery.deliveredOn == day.flatMap { Day($0) })
    #expect(read.places == (day == nil ? ["2 delivered"] : []))
    #expect(read.report.problems.allSatisfy { $0.message.contains("two readings") })
  }

  @Test
  func headingsBelowATitleAreNamedWithTheirLine() throws {
    for delimiter in [",", ";", "|", "\t"] {
      let table = (Self.header + "\r\n" + MadeOrderFile.row() + ",CI\r\n")
        .replacing(",", with: delimiter)
      let bytes = Array(("Delivered orders report\r\nPrinted 11/30/2026\r\n\r\n" + table).utf8)
      #expect(OrderFile.looksLikeOrders(bytes))
      let error = #expect(throws: OrderFileError.self) { try OrderFile.read(bytes) }
      #expect(error?.problems.first?.line == 4)
      #expect(
        error?.problems.first?.message.contains("headings are not in the first row") == true)
    }
  }

  @Test
  func aBarSeparatesCells() throws {
    let text = (Self.header + "\n" + MadeOrderFile.row() + ",CI\n").replacing(",", with: "|")
    #expect(try MadeOrderFile.read(Array(text.utf8)).numbers == ["T-1"])
    #expect(try MadeOrderFile.read(Array(("sep=|\n" + text).utf8)).numbers == ["T-1"])
  }
}
