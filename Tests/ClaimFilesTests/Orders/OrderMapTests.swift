import Billing
import Testing

@testable import ClaimFiles

@Suite("The export of another system")
struct OrderMapTests {
  /// As another system exports it: lines above the headings, names and codes written out.
  private static let export = """
    Delivered orders by day,,,,,,,,,,,,,
    Printed 10-Nov-26 08:15,,,,,,,,,,,,,
    ,,,,,,,,,,,,,
    Sales Order ID,Patient Name,DOB,Gender,Addr 1,Town,State,Zip,Ins Name,Policy Nbr,Dx,Delivery Dt,Item,Chrg Each,Qty
    SO-77,"SAMPLE, PAT Q.",14-Feb-48,Female,12 Elm Street,Columbus,Ohio,43004,SAMPLE PLAN,SP100200,G47.33 - Obstructive sleep apnea,10-Nov-26,E0601RRKX,"$150.00",1
    SO-78,"O'MADEUP, LEE",3-Mar-1951,Male,9 Oak Road,Dayton,Ohio,45402,SAMPLE PLAN,SP100300,J44.9 - COPD; G47.33 - OSA,09-Nov-26,A7030-NU-KX,180,1

    """
  private static let bytes = Array(export.utf8)

  @Test("is proposed heading by heading, and read by what is proposed")
  func proposed() throws {
    let map = try OrderMap(of: Self.bytes, known: [])
    #expect(map.line == 4)
    let columns = Dictionary(
      map.rows.map { ($0.heading, $0.column ?? "-") }, uniquingKeysWith: { first, _ in first })
    #expect(columns["Sales Order ID"] == "order_number")
    #expect(columns["Patient Name"] == "patient_name")
    #expect(columns["State"] == "patient_state")
    #expect(columns["Dx"] == "diagnoses")
    #expect(columns["Policy Nbr"] == "primary_member_id")
    #expect(columns["Item"] == "hcpcs" || columns["Item"] == "description")
    // What it cannot know a person says; then every day's export is read without hands.
    let rest = [
      OrderHeading(heading: "Item", column: "hcpcs"),
      OrderHeading(heading: "Chrg Each", column: "unit_charge"),
      OrderHeading(heading: "Delivery Dt", column: "delivered"),
      OrderHeading(heading: "Town", column: "patient_city"),
      OrderHeading(heading: "Ins Name", column: "primary_payer"),
    ]
    let said = map.proposed.filter { row in !rest.contains { $0.heading == row.heading } } + rest
    #expect(OrderFile.looksLikeOrders(Self.bytes, headings: said))
    let file = try OrderFile.read(Self.bytes, headings: said)
    var drafts: [OrderDraft] = []
    let report = file.forEachOrder { draft, _ in
      drafts.append(draft)
      return true
    }
    #expect(report.problems.filter(\.isError).map(\.message) == [])
    #expect(drafts.map(\.number) == ["SO-77", "SO-78"])
    #expect(drafts.map(\.patient.lastName) == ["SAMPLE", "O'MADEUP"])
    #expect(drafts.map(\.patient.firstName) == ["PAT", "LEE"])
    #expect(drafts.map(\.patient.birthDate) == [Day("1948-02-14"), Day("1951-03-03")])
    #expect(drafts.map(\.address.state) == ["OH", "OH"])
    #expect(drafts.map(\.diagnoses) == [["G4733"], ["J449", "G4733"]])
    #expect(drafts.map(\.delivery.deliveredOn) == [Day("2026-11-10"), Day("2026-11-09")])
    #expect(
      drafts.flatMap(\.lines).map(\.procedure.description) == ["E0601 RR KX", "A7030 NU KX"])
    #expect(drafts.flatMap(\.lines).map(\.unitCharge) == [Cents(15_000), Cents(18_000)])
    // The rules say now what was proposed before, and nothing is left to be said.
    let again = try OrderMap(of: Self.bytes, known: said)
    #expect(again.proposed == [])
    #expect(again.missing == [])
  }

  @Test("without rules lines above the headings are refused, with them they are passed over")
  func titles() throws {
    let headings = ["order_number", "patient_last_name", "hcpcs", "delivered"]
    let text = "A report\n\n" + headings.joined(separator: ",") + "\n"
    let error = #expect(throws: OrderFileError.self) { try OrderFile.read(Array(text.utf8)) }
    #expect(error?.problems.first?.message.contains("line 3") == true)
    let own = [OrderHeading(heading: "Something else", column: "narrative")]
    let other = #expect(throws: OrderFileError.self) {
      try OrderFile.read(Array(text.utf8), headings: own)
    }
    // Now it is the columns that are missing.
    #expect(other?.problems.allSatisfy { $0.message.contains("no such column") } == true)
  }

  @Test("a rule that names no column is refused with its words")
  func unknownColumn() {
    let error = #expect(throws: OrderFileError.self) {
      try OrderFile.read(
        Self.bytes, headings: [OrderHeading(heading: "Qty", column: "how many")])
    }
    #expect(error?.problems.first?.message.contains("how many") == true)
  }

  @Test("what has two readings is refused, never guessed")
  func doubtful() throws {
    #expect(throws: CellError.self) { try WrittenOut.name("JANE DOE") }
    #expect(throws: CellError.self) { try WrittenOut.name("DOE, JANE, MD") }
    #expect(throws: CellError.self) { try WrittenOut.name(", JANE") }
    #expect(try WrittenOut.name("DE LA CRUZ, ANA MARIA").first == "ANA MARIA")
    let served = Day("2026-11-10")
    #expect(try WrittenOut.birthDay("14-Feb-48", before: served) == Day("1948-02-14"))
    #expect(try WrittenOut.birthDay("14-Feb-1920", before: served) == Day("1920-02-14"))
    for text in ["14-Feb-20", "11-Nov-26", "30-Feb-48"] {
      // 1920 or 2020; only 1926, which is found; a day that does not exist.
      if text == "11-Nov-26" {
        #expect(try WrittenOut.birthDay(text, before: served) == Day("1926-11-11"))
      } else {
        #expect(throws: CellError.self) { try WrittenOut.birthDay(text, before: served) }
      }
    }
    #expect(throws: CellError.self) { try WrittenOut.birthDay("14-Feb-48", before: nil) }
    #expect(throws: CellError.self) { try CellReading.diagnoses("G47.33 - OSA, J44.9 - COPD") }
    #expect(try CellReading.diagnoses("G47.33 - Sleep apnea (adult) - obstructive") == ["G4733"])
    #expect(try CellReading.diagnoses("G47.33 J44.9") == ["G4733", "J449"])
    for text in ["E0601R", "E0601RRK", "E0601RRKXNUKHKI", "E06O1RR", "RRE0601"] {
      #expect(throws: CellError.self, "\(text)") { try WrittenOut.item(text) }
    }
    for text in ["E0601RRKX", "e0601 rr kx", "E0601-RR-KX", "E0601:RR:KX"] {
      let item = try WrittenOut.item(text)
      #expect(item.code == "E0601" && item.modifiers == ["RR", "KX"], "\(text)")
    }
    #expect(try CellReading.day("10-Nov-26") == Day("2026-11-10"))
    #expect(throws: CellError.self) { try CellReading.day("01/31/26") }
    #expect(throws: CellError.self) { try CellReading.day("31-Nov-26") }
    #expect(try CellWords.state("north carolina") == "NC")
    #expect(throws: CellError.self) { try CellWords.state("Ontario") }
  }

  @Test("a file of our own needs no rules, and a heading that is told away is not read")
  func own() throws {
    let map = try OrderMap(of: Array(OrderTemplate.csv.utf8), known: [])
    #expect(map.proposed == [])
    #expect(map.missing == [])
    let none = [OrderHeading(heading: "Printed", column: "none")]
    let text = MadeOrderFile.bytes([MadeOrderFile.row()])
    let file = try OrderFile.read(text, headings: none)
    #expect(file.warnings.isEmpty)
  }
}
