import Billing
import Cells
import Desk
import Operations
import Testing

@testable import Workstation

@Suite("An order being typed")
struct OrderEntryTests {
  private static func entry(rows: [[String: String]] = []) -> OrderEntry {
    OrderEntry(fields: OrderFieldList.all, rows: rows)
  }

  private static func type(_ text: String, into entry: inout OrderEntry) {
    for character in text {
      let isTyped = entry.edit(.character(character))
      #expect(isTyped)
    }
  }

  @Test("has every column of the form once, and every section")
  func fields() {
    let names = OrderFieldList.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(OrderFieldList.all.map(\.section)) == Set(OrderEntryField.Section.allCases))
    #expect(OrderFieldList.days.isSubset(of: Set(names)))
    for field in OrderFieldList.all {
      #expect(field.hint.hasSuffix(".") || field.hint.contains(":"), "\(field.name)")
      #expect(field.title.count <= 20, "\(field.name) is too wide for the form")
    }
  }

  @Test("repeats the head in every line")
  func rows() {
    var entry = Self.entry()
    Self.type("SO-1", into: &entry)
    let isAdded = entry.addLine()
    #expect(isAdded)
    Self.type("E0601", into: &entry)
    #expect(entry.rows.count == 2)
    #expect(entry.rows.map { $0["order_number"] } == ["SO-1", "SO-1"])
    #expect(entry.rows.map { $0["hcpcs"] } == ["", "E0601"])
    #expect(entry.isDirty)
  }

  @Test("says of which field something is missing, also where the field is not shown")
  func subjects() {
    var entry = Self.entry()
    entry.showsAllProblems = true
    entry.take(
      problems: [
        OrderInputProblem(line: nil, column: "hcpcs", message: "Item 1: is missing."),
        OrderInputProblem(line: nil, column: "order_number", message: "is missing."),
        OrderInputProblem(line: nil, column: "tertiary_payer", message: "is missing."),
      ], findings: [])
    let number = entry.head.first { $0.name == "order_number" }
    #expect(number?.error == "Order number is missing.")
    #expect(
      entry.lines[0].first { $0.name == "hcpcs" }?.error?.string.hasSuffix(" is missing.") == true)
    #expect(entry.generalProblems.map(\.sentence.string) == ["Tertiary payer is missing."])
  }

  @Test("keeps the columns that it does not show")
  func kept() {
    let entry = Self.entry(rows: [["order_number": "SO-1", "tertiary_payer": "Plainview"]])
    #expect(entry.rows.first?["tertiary_payer"] == "Plainview")
    #expect(!entry.isDirty)
  }

  @Test(
    "writes days said in words out, and no others",
    arguments: [
      ("yesterday", "2026-11-20"), ("nov 3", "2026-11-03"), ("dec 24", "2026-12-24"),
      ("mar 1", "2027-03-01"), ("jun 30", "2026-06-30"), ("11/3", "2026-11-03"),
      ("2026-02-30", "2026-02-30"), ("11/3/2026", "11/3/2026"), ("soon", "soon"),
      ("20261103", "20261103"),
    ])
  func days(typed: String, sent: String) {
    let entry = Self.entry(rows: [["delivered": typed, "hcpcs": "nov 3"]])
    #expect(entry.rows(today: MadeOffice.today).first?["delivered"] == sent)
    #expect(entry.rows(today: MadeOffice.today).first?["hcpcs"] == "nov 3")
  }

  @Test("goes through all fields and back, and by sections")
  func focus() {
    var entry = Self.entry()
    let count = OrderFieldList.all.count
    for _ in 0..<count { entry.moveFocus(by: 1) }
    #expect(entry.focus == .head(0))
    entry.moveFocus(by: -1)
    #expect(entry.focus == .line(0, column: entry.lineFields.count - 1))
    entry.focus = .head(0)
    var sections = 0
    repeat {
      entry.moveSection(by: 1)
      sections += 1
    } while entry.focus != .head(0) && sections < 20
    #expect(sections == OrderEntryField.Section.allCases.count)
  }

  @Test("keeps one line, and no more than it can hold")
  func lines() {
    var entry = Self.entry()
    entry.focus = .line(0, column: 0)
    let isGone = entry.removeLine()
    #expect(!isGone)
    while entry.addLine() {}
    #expect(entry.lines.count == OrderEntry.mostLines)
    let isRemoved = entry.removeLine()
    #expect(isRemoved)
    #expect(entry.focus == .line(OrderEntry.mostLines - 2, column: 0))
  }

  @Test("shows a problem beside its field once that was left, and all after saving was tried")
  func problems() {
    var entry = Self.entry(rows: [["hcpcs": "E0601"], ["hcpcs": "E06"]])
    let problems = [
      OrderInputProblem(line: nil, column: "patient_last_name", message: "It is missing."),
      OrderInputProblem(line: nil, column: "hcpcs", message: "Item 2: is too short."),
      OrderInputProblem(line: nil, column: "nowhere", message: "Something else."),
    ]
    entry.visited = ["hcpcs"]
    entry.take(problems: problems, findings: [])
    #expect(entry.head.allSatisfy { $0.error == nil })
    #expect(entry.lines[0][0].error == nil)
    #expect(entry.lines[1][0].error == "Code is too short.")
    #expect(entry.generalProblems.map(\.column) == ["nowhere"])
    entry.showsAllProblems = true
    entry.show()
    entry.goToFirstProblem()
    #expect(entry.focusedColumn == "patient_last_name")
    entry.focus = .line(1, column: 1)
    #expect(entry.otherErrorOfLine == "Code is too short.")
  }

  @Test("survives problems of lines that are gone")
  func strayProblems() {
    var entry = Self.entry()
    entry.showsAllProblems = true
    entry.take(
      problems: [
        OrderInputProblem(line: 99, column: "hcpcs", message: "a"),
        OrderInputProblem(line: -5, column: "modifiers", message: "b"),
        OrderInputProblem(line: nil, column: "kind", message: "Item 9999999999999999999: c"),
      ], findings: [])
    #expect(entry.lines[0].filter { $0.error != nil }.count == 3)
  }

  @Test("is made of a saved order and says the same again")
  func saved() throws {
    let office = try MadeOffice(named: "orders").signedIn("tlee")
    let detail = try office.order(try office.order(numbered: "SO-5001"))
    let rows = OrderFieldList.rows(of: detail.order, documents: detail.documents)
    #expect(rows.count == 2)
    #expect(rows[0]["patient_last_name"] == "FICTION")
    #expect(rows[0]["delivered"] == "2026-11-20")
    #expect(rows[0]["secondary_payer"] == "Plainview Supplemental")
    #expect(rows[0]["swo_signed"] == "2026-11-08")
    #expect(rows[1]["hcpcs"] == "A7030")
    #expect(rows[1]["unit_charge"] == "121.50")
    let entry = Self.entry(rows: rows)
    #expect(entry.rows.map { $0.filter { !$0.value.isEmpty } } == rows)
  }
}

@Suite("A group about to be sent")
struct SendFormTests {
  /// What is ready for Medicare: two claims of $189.00 and $112.40.
  private static let group = Result {
    try MadeOffice(named: "orders").signedIn("tlee").transmission().groups[0]
  }

  private static func form(_ claims: String, _ total: String) throws -> SendForm {
    var form = SendForm(group: try group.get())
    form.fields[0].set(claims)
    form.fields[1].set(total)
    return form
  }

  @Test(
    "goes out for the right count and total only",
    arguments: [("2", "301.40"), ("2", "$301.40"), ("02", "301.4")])
  func right(claims: String, total: String) throws {
    let request = try Self.form(claims, total).request()
    #expect(request.typedClaims == 2)
    #expect(request.typedTotal == Cents(30_140))
    #expect(request.payer == (try Self.group.get().payer))
  }

  @Test(
    "points at what is wrong",
    arguments: [
      ("", "301.40", "claims"), ("3", "301.40", "claims"), ("-2", "301.40", "claims"),
      ("99999999999999999999", "1", "claims"), ("2", "", "total"), ("2", "30.14", "total"),
      ("2", "abc", "total"), ("2", "301.401", "total"),
    ] as [(String, String, DecisionField.Name)])
  func wrong(claims: String, total: String, field: DecisionField.Name) {
    #expect {
      try Self.form(claims, total).request()
    } throws: {
      ($0 as? FieldFault)?.field == field
    }
  }
}
