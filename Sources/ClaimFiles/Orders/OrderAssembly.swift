import Billing

/// Makes one order of the rows that belong to it.
struct OrderAssembly {
  /// Rows of one order that are believed; a claim has at most 50 lines (005010X222A1 loop 2400).
  static let mostLines = 500

  private var first: OrderCells
  private(set) var found = CellProblems()
  private var draft: OrderDraft
  private var lineOf: [Int: Int?] = [:]
  private var authorizations: [DocumentDraft] = []

  var number: String { draft.number }

  /// Begins an order with its first row; `columns` are those that the source has at all.
  init(_ cells: OrderCells, columns: [Int]) {
    first = cells
    guard cells.isWhole else {
      draft = OrderDraft(
        number: cells[.orderNumber], patient: Identity(lastName: "", firstName: ""))
      return
    }
    found.checkTexts(cells, columns: columns)
    draft = OrderReading.order(cells, &found)
    addLine(cells)
  }

  /// Adds a further row; what it says of the order must be what the first row says.
  mutating func add(_ cells: OrderCells, columns: [Int]) {
    guard cells.isWhole else { return }
    found.checkTexts(cells, columns: columns)
    for index in columns where first.isWhole && OrderColumns.isOfOrder[index] {
      let text = cells[index]
      if !text.isEmpty, text != first[index] {
        let line = first.line.map { "line " + String($0) } ?? "the first item"
        found.add(
          "says something else than " + line + " of the same order.", in: cells,
          OrderColumns.byIndex[index].key)
      }
    }
    guard draft.lines.count < Self.mostLines else {
      found.add(
        "is more than " + String(Self.mostLines) + " items for one order.", in: cells,
        .field(.orderNumber))
      return
    }
    addLine(cells)
  }

  mutating func refuse(_ problem: OrderInputProblem) { found.add(problem) }

  private mutating func addLine(_ cells: OrderCells) {
    guard let line = OrderReading.line(cells, place: draft.lines.count + 1, &found) else { return }
    if let other = lineOf[line.number] {
      let place = other.map { " in line " + String($0) } ?? ""
      found.add(
        "Item number " + String(line.number) + " was used before" + place + ".", in: cells,
        .field(.lineNumber))
      return
    }
    lineOf[line.number] = .some(cells.line)
    draft.lines.append(line)
    if let authorization = OrderReading.authorization(cells, &found) {
      let same = authorizations.firstIndex { known in
        var known = known
        known.codes = authorization.codes
        return known == authorization
      }
      if let same {
        let new = authorization.codes.filter { !authorizations[same].codes.contains($0) }
        authorizations[same].codes += new
      } else {
        authorizations.append(authorization)
      }
    }
  }

  /// The order, nil where any of its rows is wrong.
  consuming func finished() -> (draft: OrderDraft?, problems: [OrderInputProblem]) {
    guard !found.hasErrors, !draft.lines.isEmpty else { return (nil, found.problems) }
    draft.documents += authorizations
    draft.lines.sort { $0.number < $1.number }
    return (draft, found.problems)
  }
}
