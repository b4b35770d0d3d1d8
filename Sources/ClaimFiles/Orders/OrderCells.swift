import Billing

/// The texts of one row by column, whatever the row came from.
struct OrderCells: Sendable {
  /// Line of the file; nil for what was typed on the screen.
  var line: Int?
  /// Item of the order, from 1, where it was typed.
  var item: Int?
  private(set) var texts = [String](repeating: "", count: OrderColumnKey.count)
  /// Columns whose text had line breaks, where that is not plain prose.
  var broken: [Int] = []
  /// Cells that were put right, with what the file says in them.
  private(set) var repaired: [(index: Int, repair: SpreadsheetCell.Repair, original: String)] = []
  /// Whether the row is sound as a row; of one that is not, no cell is believed.
  var isWhole = true

  init(line: Int?, item: Int? = nil) {
    self.line = line
    self.item = item
  }

  subscript(_ key: OrderColumnKey) -> String { texts[key.index] }
  subscript(_ field: OrderField) -> String { texts[field.rawValue] }

  subscript(index: Int) -> String { texts[index] }

  /// Takes a text as it stands in the file or was typed, and puts right what can be.
  mutating func set(_ text: String, at index: Int) {
    guard let better = SpreadsheetCell.repaired(text) else {
      texts[index] = text
      return
    }
    texts[index] = better.text
    repaired.append((index, better.repair, text))
  }
}

/// Reads cells and keeps what is wrong with them.
struct CellProblems {
  private(set) var problems: [OrderInputProblem] = []
  /// Columns of the present row that are refused whatever they say.
  private var refused: [Int] = []

  var hasErrors: Bool { problems.contains { $0.isError } }

  mutating func add(_ problem: OrderInputProblem) { problems.append(problem) }

  mutating func add(
    _ message: String, in cells: OrderCells, _ key: OrderColumnKey, isError: Bool = true
  ) {
    let place = cells.item.map { "Item " + String($0) + ": " } ?? ""
    problems.append(
      OrderInputProblem(
        line: cells.line, column: OrderColumns.name(key), message: place + message,
        isError: isError))
  }

  /// What a cell says, nil where it is empty or wrong.
  mutating func read<Value>(
    _ cells: OrderCells, _ key: OrderColumnKey,
    as read: (String) throws(CellError) -> Value
  ) -> Value? {
    let text = cells[key]
    guard !text.isEmpty, refused.isEmpty || !refused.contains(key.index) else { return nil }
    do {
      return try read(text)
    } catch {
      refuse(error.message, in: cells, key)
      return nil
    }
  }

  /// Says of a cell what it is not, with its text and, where that was put right, what the file says.
  mutating func refuse(_ message: String, in cells: OrderCells, _ key: OrderColumnKey) {
    let unwrapped = cells.repaired.first { $0.index == key.index && $0.repair == .unwrapped }
    let original = unwrapped.map { " (" + Self.shown($0.original) + " in the file)" } ?? ""
    add("\"" + Self.shown(cells[key]) + "\"" + original + " " + message + ".", in: cells, key)
  }

  mutating func read<Value>(
    _ cells: OrderCells, _ field: OrderField, as read: (String) throws(CellError) -> Value
  ) -> Value? {
    self.read(cells, .field(field), as: read)
  }

  /// A foreign text short enough for a message.
  static func shown(_ text: String) -> String {
    text.utf8.count > 40 ? String(text.prefix(36)) + "..." : text
  }

  /// What is wrong with any cell whatever it means: too long, control characters, line breaks.
  mutating func checkTexts(_ cells: OrderCells, columns: some Sequence<Int>) {
    refused = cells.broken
    for index in columns {
      let text = cells[index]
      guard !text.isEmpty else { continue }
      let longest = OrderColumns.longest[index]
      // Bytes are counted first: only a text of many bytes can have many letters.
      if text.utf8.count > longest, text.count > longest || text.utf8.count > longest * 4 {
        add(
          "has " + String(text.count) + " characters; at most " + String(longest)
            + " can be sent.", in: cells, OrderColumns.byIndex[index].key)
        refused.append(index)
      } else if Self.hasControl(text) {
        add("holds a control character.", in: cells, OrderColumns.byIndex[index].key)
        refused.append(index)
      } else if let damage = SpreadsheetCell.damage(
        text, isFreeText: cells.line == nil || OrderColumns.isFreeText[index])
      {
        refuse(damage, in: cells, OrderColumns.byIndex[index].key)
        refused.append(index)
      }
    }
    for index in cells.broken {
      add(
        "runs over several lines; a quotation mark is missing or too many.", in: cells,
        OrderColumns.byIndex[index].key)
    }
  }

  /// Whether a text holds a character of C0 or C1, or DEL: it could steer a terminal.
  private static func hasControl(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || (last == 0xC2 && byte < 0xA0) { return true }
      last = byte
    }
    return false
  }
}
