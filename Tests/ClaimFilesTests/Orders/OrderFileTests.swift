import Billing
import ClaimFiles
import Testing

/// Rows become orders, and what is wrong keeps out the whole order and no other.
struct OrderFileTests {
  @Test
  func rowsOfOneNumberAreOneOrder() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(),
      MadeOrderFile.row(["hcpcs": "E0562", "modifiers": "NU", "unit_charge": "\"$1,250.5\""]),
      MadeOrderFile.row(["order_number": "T-2", "hcpcs": "a7030", "modifiers": "NU KX"]),
    ])
    #expect(read.numbers == ["T-1", "T-2"])
    #expect(read.lines == [2...3, 4...4])
    #expect(read.report.problems.isEmpty)
    #expect(read.report.rows == 3)
    let lines = read.drafts[0].lines
    #expect(lines.map(\.number) == [1, 2])
    #expect(lines.map(\.kind) == [.rental, .purchase])
    #expect(lines.map(\.unitCharge) == [Cents(15_000), Cents(125_050)])
    #expect(read.drafts[1].lines[0].procedure == ProcedureCode("A7030", ["NU", "KX"]))
    #expect(read.drafts[0].patient.birthDate == Day("1950-01-31"))
  }

  @Test
  func laterRowsMayLeaveOutWhatBelongsToTheOrder() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(), "T-1,,,,,,,E0562,NU,HUMIDIFIER,1,200",
    ])
    #expect(read.drafts.map(\.lines.count) == [2])
    #expect(read.drafts[0].patient.lastName == "ZZTEST")
  }

  @Test
  func laterRowsMayNotSaySomethingElse() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(), MadeOrderFile.row(["patient_last_name": "YYTEST", "hcpcs": "E0562"]),
      MadeOrderFile.row(["order_number": "T-2"]),
    ])
    #expect(read.numbers == ["T-2"])
    #expect(read.places == ["3 patient_last_name"])
    #expect(read.report.refused == 1)
  }

  @Test
  func oneWrongRowRefusesItsOrderAndNoOther() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(), MadeOrderFile.row(["hcpcs": "WRONG"]),
      MadeOrderFile.row(["order_number": "T-2"]),
      MadeOrderFile.row(["order_number": "T-3", "unit_charge": "a lot"]),
      MadeOrderFile.row(["order_number": "T-4"]),
    ])
    #expect(read.numbers == ["T-2", "T-4"])
    #expect(read.places == ["3 hcpcs", "5 unit_charge"])
    #expect(read.report.refused == 2)
    #expect(read.report.orders == 2)
  }

  @Test
  func aNumberThatComesAgainIsAnErrorThatNamesTheFirstLine() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(), MadeOrderFile.row(["order_number": "T-2"]), MadeOrderFile.row(),
    ])
    #expect(read.numbers == ["T-1", "T-2"])
    #expect(read.places == ["4 order_number"])
    #expect(read.report.problems[0].message.contains("line 2"))
  }

  @Test
  func aRowWithoutNumberRefusesTheOrderBeforeIt() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(), MadeOrderFile.row(["order_number": ""]),
      MadeOrderFile.row(["order_number": "T-2"]),
    ])
    #expect(read.numbers == ["T-2"])
    #expect(read.places == ["3 order_number", "3 order_number"])
  }

  @Test
  func theSameItemNumberTwiceIsRefused() throws {
    let header = MadeOrderFile.header + ",line_number\n"
    let rows = MadeOrderFile.row() + ",2\n" + MadeOrderFile.row() + ",2\n"
    let read = try MadeOrderFile.read(Array((header + rows).utf8))
    #expect(read.numbers.isEmpty)
    #expect(read.places == ["3 line_number"])
  }

  @Test(arguments: OrderColumns.all.filter { $0.need == .required }.map(\.name))
  func everyRequiredColumnIsAskedFor(_ name: String) throws {
    let read = try MadeOrderFile.read([MadeOrderFile.row([name: ""])])
    #expect(read.numbers.isEmpty)
    #expect(read.places == ["2 " + name])

    let kept = MadeOrderFile.usual.filter { $0.name != name }
    let text =
      kept.map(\.name).joined(separator: ",") + "\n" + kept.map(\.text).joined(separator: ",")
    let error = #expect(throws: OrderFileError.self) { try OrderFile.read(Array(text.utf8)) }
    #expect(error?.problems.map(\.column) == [name])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func anyLineEndingWillDo(_ ending: String) throws {
    let rows = [MadeOrderFile.row(), "", MadeOrderFile.row(["order_number": "T-2", "hcpcs": "X"])]
    let read = try MadeOrderFile.read(MadeOrderFile.bytes(rows, ending: ending))
    #expect(read.numbers == ["T-1"])
    #expect(read.places == ["4 hcpcs"])
  }

  @Test(arguments: [",", ";", "\t"])
  func theDelimiterIsFound(_ delimiter: String) throws {
    let text = String(decoding: MadeOrderFile.bytes([MadeOrderFile.row()]), as: UTF8.self)
    let other = text.split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: delimiter)
    #expect(try MadeOrderFile.read(Array(other.utf8)).numbers == ["T-1"])
    let named = "sep=" + delimiter + "\r\n" + other
    #expect(try MadeOrderFile.read(Array(named.utf8)).lines == [3...3])
  }

  @Test
  func quotedTextMayHoldAnything() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(["description": "\"Mask, 5\"\" wide;\r\nsoft\""]),
      MadeOrderFile.row(["order_number": "\"T-2\" ", "hcpcs": "BAD"]),
    ])
    #expect(read.drafts.map { $0.lines[0].description } == ["Mask, 5\" wide; soft"])
    #expect(read.lines == [2...3])
    #expect(read.places == ["4 hcpcs"])
  }

  @Test
  func aQuoteInsideOfPlainTextIsText() throws {
    let read = try MadeOrderFile.read([MadeOrderFile.row(["description": "TUBE 5\" LONG"])])
    #expect(read.drafts.map { $0.lines[0].description } == ["TUBE 5\" LONG"])
  }

  @Test
  func anOpenQuoteIsReportedWhereItBegan() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(), MadeOrderFile.row(["order_number": "T-2", "description": "\"MASK"]),
      MadeOrderFile.row(["order_number": "T-3"]),
    ])
    #expect(read.numbers == ["T-1"])
    #expect(read.places == ["3 "])
    #expect(read.report.problems[0].message.contains("not closed"))
  }

  @Test
  func textAfterAClosingQuoteIsRefused() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(["description": "\"MASK\" soft"]),
      MadeOrderFile.row(["order_number": "T-2"]),
    ])
    #expect(read.numbers == ["T-2"])
    #expect(read.places == ["2 "])
  }

  @Test
  func aNameOverSeveralLinesIsAMissingQuote() throws {
    let read = try MadeOrderFile.read([MadeOrderFile.row(["patient_last_name": "\"ZZ\nTEST\""])])
    #expect(read.places == ["2 patient_last_name"])
  }

  @Test
  func tooManyCellsAreRefusedAndEmptyOnesAreNot() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row() + ",,,", MadeOrderFile.row(["order_number": "T-2"]) + ",more",
    ])
    #expect(read.numbers == ["T-1"])
    #expect(read.places == ["3 "])
  }

  @Test
  func aFileThatBreaksOffLosesItsLastOrder() throws {
    var bytes = MadeOrderFile.bytes([
      MadeOrderFile.row(), MadeOrderFile.row(["order_number": "T-2"]),
    ])
    bytes.removeLast(2)
    #expect(try MadeOrderFile.read(bytes).numbers == ["T-1", "T-2"])
    bytes.removeLast(" 150.00".utf8.count)
    let read = try MadeOrderFile.read(bytes)
    #expect(read.numbers == ["T-1"])
    #expect(read.places == ["3 "])
  }

  @Test
  func controlCharactersAndTextsTooLongAreRefused() throws {
    let read = try MadeOrderFile.read([
      MadeOrderFile.row(["patient_last_name": "ZZ\u{1B}[2J"]),
      MadeOrderFile.row(["order_number": "T-2", "patient_first_name": "A\u{9B}B"]),
      MadeOrderFile.row([
        "order_number": "T-3", "description": String(repeating: "x", count: 81),
      ]),
      MadeOrderFile.row([
        "order_number": "T-4", "description": String(repeating: "é", count: 80),
      ]),
    ])
    #expect(read.numbers == ["T-4"])
    #expect(read.places == ["2 patient_last_name", "3 patient_first_name", "4 description"])
  }

  @Test
  func readingStopsWhenTheCallerHasEnough() throws {
    let rows = (1...5).map { MadeOrderFile.row(["order_number": "T-\($0)"]) }
    let file = try OrderFile.read(MadeOrderFile.bytes(rows))
    var seen = 0
    let report = file.forEachOrder { _, _ in
      seen += 1
      return seen < 2
    }
    #expect(seen == 2)
    #expect(report.orders == 2)
  }

  @Test
  func theCallersErrorComesThrough() throws {
    struct Full: Error {}
    let file = try OrderFile.read(MadeOrderFile.bytes([MadeOrderFile.row()]))
    #expect(throws: Full.self) {
      try file.forEachOrder { (_, _) throws(Full) -> Bool in throw Full() }
    }
  }

  @Test
  func listedProblemsHaveABoundAndAreStillCounted() throws {
    let rows = (1...1200).map { MadeOrderFile.row(["order_number": "T-\($0)", "hcpcs": ""]) }
    let report = try MadeOrderFile.read(rows).report
    #expect(report.problems.count == OrderFile.Report.mostProblems)
    #expect(report.unlisted == 200)
    #expect(report.refused == 1200)
  }

  @Test
  func aBigFileIsReadWhole() throws {
    var text = MadeOrderFile.header + "\n"
    for number in 0..<50_000 {
      // Two rows an order; every thousandth order has a wrong second row.
      let isWrong = number % 2000 == 1
      text += MadeOrderFile.row([
        "order_number": "T-\(number / 2)", "hcpcs": isWrong ? "nonsense" : "E0601",
      ])
      text += "\n"
    }
    let file = try OrderFile.read(Array(text.utf8))
    var lines = 0
    var last = 1
    var isInOrder = true
    let report = file.forEachOrder { draft, place in
      lines += draft.lines.count
      isInOrder = isInOrder && place.lowerBound > last
      last = place.upperBound
      return true
    }
    #expect(isInOrder)
    #expect(report.rows == 50_000)
    #expect(report.refused == 25)
    #expect(report.orders == 24_975)
    #expect(lines == 49_950)
    #expect(report.problems.first?.line == 3)
  }
}
