import Billing
import ClaimFiles
import Testing

/// Headings are matched forgivingly, and never two ways.
struct OrderColumnsTests {
  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "#" }
  }

  @Test
  func noHeadingMeansTwoColumns() {
    var owner: [String: String] = [:]
    for column in OrderColumns.all {
      for heading in Set(([column.name] + column.aliases).map(Self.plain)) {
        #expect(
          owner[heading] == nil, "\(heading): \(owner[heading] ?? "") and \(column.name)")
        owner[heading] = column.name
      }
    }
  }

  @Test(arguments: [
    ("HCPCS", "hcpcs"), ("Proc Code", "hcpcs"), ("DOS", "delivered"),
    ("Patient Last Name", "patient_last_name"), ("MBI", "primary_member_id"),
    ("patient_LAST-name ", "patient_last_name"), ("Qty", "delivered_quantity"),
    ("Insurance 2 Policy Number", "secondary_member_id"), ("Member ID 3", "tertiary_member_id"),
    ("Primary Insurance", "primary_payer"), ("Payer ID", "primary_payer_id"),
    ("Dx 2", "diagnosis_2"), ("Mod 1", "modifier_1"), ("Prior Auth #", nil),
    ("Favourite colour", nil), ("", nil),
  ])
  func headingsAreFound(_ heading: String, _ name: String?) {
    #expect(OrderColumns.column(named: heading)?.name == name)
  }

  @Test
  func unknownColumnsAreNamedAndDoNoHarm() throws {
    let text = "colour," + MadeOrderFile.header + "\nred," + MadeOrderFile.row() + "\n"
    let read = try MadeOrderFile.read(Array(text.utf8))
    #expect(read.numbers == ["T-1"])
    #expect(read.warnings.map(\.message) == ["Columns that are not read: \"colour\"."])
  }

  @Test
  func theExactNameComesBeforeAnAlias() throws {
    for text in [
      "Code," + MadeOrderFile.header + "\nnonsense," + MadeOrderFile.row() + "\n",
      MadeOrderFile.header + ",Code\n" + MadeOrderFile.row() + ",nonsense\n",
    ] {
      let read = try MadeOrderFile.read(Array(text.utf8))
      #expect(read.drafts.map { $0.lines[0].procedure.code } == ["E0601"])
      #expect(read.warnings.count == 1)
    }
  }

  @Test
  func twoHeadingsForOneColumnAreRefused() {
    let text = MadeOrderFile.header + ",hcpcs\n" + MadeOrderFile.row() + ",E0601\n"
    let error = #expect(throws: OrderFileError.self) { try OrderFile.read(Array(text.utf8)) }
    #expect(error?.problems.map(\.column) == ["hcpcs"])
  }

  @Test
  func theTemplateIsAFileThatCanBeImported() throws {
    let bytes = Array(OrderTemplate.csv.utf8)
    #expect(OrderFile.looksLikeOrders(bytes))
    let read = try MadeOrderFile.read(bytes)
    #expect(read.report.problems == [])
    #expect(read.warnings == [])
    #expect(read.numbers == ["SAMPLE-1001", "SAMPLE-1002"])
    #expect(read.drafts[0].lines[0].kind == .rental)
    #expect(read.drafts[0].prescriber?.isEnrolled == true)
    #expect(
      read.drafts[0].documents.map(\.kind)
        == [.standardWrittenOrder, .proofOfDelivery, .faceToFace, .sleepStudy])
    #expect(read.drafts[1].delivery.servedOn == Day("2026-01-14"))
    #expect(read.drafts[1].coverages.map(\.payer.sequence) == [.primary, .secondary])
    #expect(read.drafts[1].lines[0].daysSupplied == 90)
    #expect(read.drafts[1].lines[0].description == "Full face mask, \"large\"")
  }

  @Test
  func theDocumentationTellsOfEveryColumnWithinTheWidth() {
    let lines = OrderTemplate.documentation.split(separator: "\n")
    for column in OrderColumns.all {
      #expect(lines.contains { $0.dropFirst(2) == column.name })
    }
    #expect(lines.allSatisfy { $0.count <= 100 })
  }
}
