import Billing

/// The rows of a file, gathered into orders; what is kept of earlier orders is only their numbers.
struct OrderRows {
  struct Group {
    var draft: OrderDraft?
    var problems: [OrderInputProblem]
    var lines: ClosedRange<Int>
    var rows: Int
  }

  private var reader: CSVReader
  private let columns: [Int?]
  private let present: [Int]
  private var row = CSVRow()
  /// The row that was read beyond the end of its order.
  private var waiting: (cells: OrderCells, lines: ClosedRange<Int>, faults: [OrderInputProblem])?
  private struct Repaired: Hashable {
    var column: Int
    var repair: SpreadsheetCell.Repair
  }
  private var repairs: [Repaired: (first: Int, count: Int)] = [:]
  /// First line of every order that was read.
  private var firstLines: [String: Int] = [:]

  init(bytes: [UInt8], header: OrderHeader) {
    reader = CSVReader(
      bytes: bytes, delimiter: header.delimiter, position: header.bodyPosition,
      line: header.bodyLine)
    columns = header.columns
    present = header.columns.compactMap { $0 }.sorted()
  }

  /// The next order or, where its rows are wrong, what is wrong with them; nil at the end.
  mutating func nextOrder() -> Group? {
    readRow()
    guard let start = waiting else { return nil }
    waiting = nil
    var assembly = OrderAssembly(start.cells, columns: present)
    for fault in start.faults { assembly.refuse(fault) }
    var lines = start.lines
    var rows = 1
    let number = start.cells[.orderNumber]
    refuseSecond(number, line: start.lines.lowerBound, &assembly)
    while true {
      readRow()
      guard let next = waiting else { break }
      let nextNumber = next.cells[.orderNumber]
      if nextNumber.isEmpty, !number.isEmpty {
        assembly.refuse(
          OrderInputProblem(
            line: next.lines.lowerBound, column: OrderColumns.name(.field(.orderNumber)),
            message: "is missing. The row may belong to order \"" + CellProblems.shown(number)
              + "\" before it, which is refused as well."))
      }
      guard nextNumber == number, !number.isEmpty else { break }
      assembly.add(next.cells, columns: present)
      for fault in next.faults { assembly.refuse(fault) }
      lines = lines.lowerBound...max(lines.lowerBound, next.lines.upperBound)
      rows += 1
      waiting = nil
    }
    let (draft, problems) = assembly.finished()
    return Group(draft: draft, problems: problems, lines: lines, rows: rows)
  }

  private mutating func refuseSecond(
    _ number: String, line: Int, _ assembly: inout OrderAssembly
  ) {
    guard !number.isEmpty else { return }
    if let first = firstLines[number] {
      assembly.refuse(
        OrderInputProblem(
          line: line, column: OrderColumns.name(.field(.orderNumber)),
          message: "Order \"" + CellProblems.shown(number) + "\" began in line " + String(first)
            + " already. Rows of one order stand together; sort the file by order number."))
    } else {
      firstLines[number] = line
    }
  }

  /// Puts the next row that is not blank into `waiting`, where none waits.
  private mutating func readRow() {
    guard waiting == nil else { return }
    while reader.next(into: &row) {
      guard !row.isBlank || row.openQuote != nil else { continue }
      var cells = OrderCells(line: row.line)
      for (place, index) in columns.enumerated() {
        guard let index, place < row.cells.count else { continue }
        let cell = row.cells[place]
        guard cell.start < cell.end else { continue }
        cells.set(reader.text(place, of: row), at: index)
        if cell.hasLineBreak, !OrderColumns.isFreeText[index] { cells.broken.append(index) }
      }
      if present.allSatisfy({ cells[$0].isEmpty }), row.openQuote == nil { continue }
      note(cells)
      let faults = faults()
      cells.isWhole = faults.isEmpty
      waiting = (cells, row.line...max(row.line, row.lastLine), faults)
      return
    }
  }

  private mutating func note(_ cells: OrderCells) {
    for cell in cells.repaired {
      let repair = Repaired(column: cell.index, repair: cell.repair)
      repairs[repair, default: (cells.line ?? 0, 0)].count += 1
    }
  }

  /// What was put right in cells, once for each column: the first line and how many cells.
  var repairNotes: [OrderInputProblem] {
    repairs.map { repaired, place in
      let cells = place.count == 1 ? "One cell" : String(place.count) + " cells"
      let what =
        switch repaired.repair {
        case .unwrapped: " had a text in =\"...\", which was taken out of it."
        case .cleaned: " had invisible characters, which were left out."
        }
      return OrderInputProblem(
        line: place.first, column: OrderColumns.byIndex[repaired.column].name,
        message: cells + what, isError: false)
    }.sorted { ($0.line ?? 0, $0.column) < ($1.line ?? 0, $1.column) }
  }

  /// What is wrong with the row as a row.
  private func faults() -> [OrderInputProblem] {
    var faults: [OrderInputProblem] = []
    func add(_ line: Int, _ message: String) {
      faults.append(OrderInputProblem(line: line, column: "", message: message))
    }
    if let line = row.openQuote {
      add(
        line, "A quotation mark that opens here is not closed. Nothing after it was read.")
    } else {
      let extra = row.cells.dropFirst(columns.count).contains { $0.start < $0.end }
      if extra {
        add(
          row.line,
          "The row has " + String(row.cells.count) + " cells, the headings "
            + String(columns.count) + "; a delimiter inside of a text needs quotes around the text."
        )
      } else if row.isUnterminated, row.cells.count < columns.count {
        add(row.line, "The file breaks off inside of this row.")
      }
    }
    if let line = row.strayAfterQuote {
      add(
        line,
        "Something follows a closing quotation mark. A quotation mark inside of a text is doubled.")
    }
    return faults
  }
}
