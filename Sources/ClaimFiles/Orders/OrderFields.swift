package import Billing

/// Orders typed on the screen, read as the rows of a file are.
package enum OrderFields {
  /// Makes an order of what was typed: one dictionary an item, from column name to text.
  ///
  /// What belongs to the order is read from the first dictionary; the others may repeat it or
  /// leave it out. The draft is nil where any problem is an error. Problems have no line; those of
  /// an item say which one.
  package static func draft(
    from items: [[String: String]]
  ) -> (draft: OrderDraft?, problems: [OrderInputProblem]) {
    var problems: [OrderInputProblem] = []
    var assembly: OrderAssembly?
    for (place, item) in items.enumerated() {
      var cells = OrderCells(line: nil, item: items.count > 1 ? place + 1 : nil)
      var columns: [Int] = []
      for (name, text) in item.sorted(by: { $0.key < $1.key }) {
        guard let column = OrderColumns.column(named: name) else {
          problems.append(
            OrderInputProblem(line: nil, column: name, message: "There is no such field."))
          continue
        }
        cells.set(trimmed(text), at: column.key.index)
        columns.append(column.key.index)
      }
      if assembly == nil {
        assembly = OrderAssembly(cells, columns: columns)
      } else {
        assembly?.add(cells, columns: columns)
      }
    }
    guard let assembly else {
      problems.append(
        OrderInputProblem(line: nil, column: "hcpcs", message: "An order has at least one item."))
      return (nil, problems)
    }
    let (draft, found) = assembly.finished()
    return (problems.isEmpty ? draft : nil, problems + found)
  }

  private static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, CSVReader.isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, CSVReader.isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
