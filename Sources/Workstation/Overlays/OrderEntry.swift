import Billing
import Cells
import Desk

/// An order being typed: the fields of its head once, those of its lines for each line.
struct OrderEntry: Equatable, Sendable {
  /// Where the focus is.
  enum Focus: Equatable, Sendable {
    case head(Int)
    case line(Int, column: Int)
  }

  /// The order that is changed; nil for a new one.
  var order: OrderID?
  /// What the fields are, in the order of the form.
  let headFields: [OrderEntryField]
  let lineFields: [OrderEntryField]
  var head: [FormField]
  var lines: [[FormField]]
  var focus: Focus = .head(0)
  /// Columns that were left, or all once saving was tried: only there problems are shown.
  var visited: Set<String> = []
  var showsAllProblems = false
  /// What the office says about the order as typed last.
  var problems: [OrderInputProblem] = []
  var findings: [OrderFinding] = []
  /// As it was when the office looked last.
  var checked: [[String: String]]?
  var isSaving = false
  var error: SafeText?
  private let opened: [[String: String]]
  /// Columns of a saved order that the form does not show; they are saved again as they were.
  private let kept: [String: String]

  /// An empty form, or one filled with the rows of an order.
  init(fields: [OrderEntryField], rows: [[String: String]] = [], order: OrderID? = nil) {
    self.order = order
    headFields = fields.filter { $0.section != .lines }
    lineFields = fields.filter { $0.section == .lines }
    let first = rows.first ?? [:]
    let shown = Set(fields.map(\.name))
    kept = first.filter { !shown.contains($0.key) }
    head = headFields.map { OrderEntry.field($0, first[$0.name] ?? "") }
    let lineFields = lineFields
    lines = (rows.isEmpty ? [[:]] : rows).map { row in
      lineFields.map { OrderEntry.field($0, row[$0.name] ?? "") }
    }
    opened = OrderEntry.rows(head, lines)
  }

  private static func field(_ field: OrderEntryField, _ text: String) -> FormField {
    // The first choice is what an order without the column means.
    FormField(
      DecisionField.Name(rawValue: field.name), field.title,
      text.isEmpty ? field.choices.first?.value ?? "" : text,
      choices: field.choices.map { DecisionField.Choice($0.value, $0.title) }, help: field.hint,
      isPrivate: field.isPrivate)
  }

  private static func rows(_ head: [FormField], _ lines: [[FormField]]) -> [[String: String]] {
    let common = columns(head)
    return lines.map { common.merging(columns($0)) { _, new in new } }
  }

  private static func columns(_ fields: [FormField]) -> [String: String] {
    var result: [String: String] = [:]
    for field in fields { result[field.name.rawValue] = field.trimmed }
    return result
  }

  /// What is typed, one dictionary a line, column name to text.
  var rows: [[String: String]] {
    OrderEntry.rows(head, lines).map { kept.merging($0) { _, typed in typed } }
  }

  /// The same for the office: days that are said in words are written out.
  func rows(today: Day) -> [[String: String]] {
    rows.map { row in
      var row = row
      for (name, text) in row where OrderFieldList.days.contains(name) && text.isDayInWords {
        if let day = TypedDay.near(text, today: today) { row[name] = day.description }
      }
      return row
    }
  }

  /// Whether something was typed that must not be lost.
  var isDirty: Bool { OrderEntry.rows(head, lines) != opened }

  var number: String {
    head.first { $0.name.rawValue == OrderFieldList.number }?.trimmed ?? ""
  }

  // MARK: The focus

  var focusedField: FormField? {
    switch focus {
    case .head(let index): head.indices.contains(index) ? head[index] : nil
    case .line(let line, let column):
      lines.indices.contains(line) && lines[line].indices.contains(column)
        ? lines[line][column] : nil
    }
  }

  var focusedColumn: String? {
    focusedField?.name.rawValue
  }

  mutating func edit(_ key: Key) -> Bool {
    switch focus {
    case .head(let index):
      return head.indices.contains(index) && head[index].handle(key)
    case .line(let line, let column):
      guard lines.indices.contains(line), lines[line].indices.contains(column) else { return false }
      return lines[line][column].handle(key)
    }
  }

  /// To the next field, through the head and then through the lines.
  mutating func moveFocus(by step: Int) {
    if let name = focusedColumn { visited.insert(name) }
    let width = lineFields.count
    let total = head.count + lines.count * width
    guard total > 0 else { return }
    focus = place((position + step + total) % total)
  }

  /// Up or down: by fields in the head, by rows in the table of lines.
  mutating func moveRow(by step: Int) {
    guard case .line(let line, let column) = focus else {
      moveFocus(by: step)
      return
    }
    if let name = focusedColumn { visited.insert(name) }
    let next = line + step
    if next < 0 {
      focus = .head(max(0, head.count - 1))
    } else if next < lines.count {
      focus = .line(next, column: column)
    }
  }

  /// To the first field of the next section.
  mutating func moveSection(by step: Int) {
    if let name = focusedColumn { visited.insert(name) }
    var starts = headFields.indices.filter {
      $0 == 0 || headFields[$0].section != headFields[$0 - 1].section
    }
    starts.append(head.count)
    let now = min(position, head.count)
    let next = step > 0 ? starts.first { $0 > now } : starts.last { $0 < now }
    focus = place(next ?? (step > 0 ? starts[0] : head.count))
  }

  private var position: Int {
    switch focus {
    case .head(let index): index
    case .line(let line, let column): head.count + line * lineFields.count + column
    }
  }

  private func place(_ position: Int) -> Focus {
    guard position >= head.count, !lineFields.isEmpty else {
      return .head(max(0, min(position, head.count - 1)))
    }
    let rest = position - head.count
    return .line(rest / lineFields.count, column: rest % lineFields.count)
  }

  // MARK: Lines

  /// More lines than this are for a file.
  static let mostLines = 50

  /// Adds a line below the last and goes there; false where there are too many.
  mutating func addLine() -> Bool {
    guard lines.count < OrderEntry.mostLines else { return false }
    lines.append(lineFields.map { OrderEntry.field($0, "") })
    focus = .line(lines.count - 1, column: 0)
    return true
  }

  /// Takes the line under the focus out; false where there is none or it is the last one left.
  mutating func removeLine() -> Bool {
    guard case .line(let line, let column) = focus, lines.count > 1, lines.indices.contains(line)
    else { return false }
    lines.remove(at: line)
    focus = .line(min(line, lines.count - 1), column: column)
    return true
  }

  // MARK: What is wrong

  /// Takes in what the office says, and puts it to the fields.
  mutating func take(problems: [OrderInputProblem], findings: [OrderFinding]) {
    self.problems = problems.map(OrderEntry.placed)
    self.findings = findings
    show()
  }

  /// Puts every problem to its field where that was visited already.
  mutating func show() {
    for index in head.indices { head[index].error = nil }
    for line in lines.indices {
      for column in lines[line].indices { lines[line][column].error = nil }
    }
    for problem in problems where showsAllProblems || visited.contains(problem.column) {
      if let index = headFields.firstIndex(where: { $0.name == problem.column }) {
        head[index].error = head[index].error ?? problem.sentence(about: head[index].label)
      } else if let column = lineFields.firstIndex(where: { $0.name == problem.column }) {
        let line = OrderEntry.line(of: problem, among: lines.count)
        let field = lines[line][column]
        lines[line][column].error = field.error ?? problem.sentence(about: field.label)
      }
    }
  }

  /// A problem of an item, which the office begins with `Item 2:`, as one of that line.
  private static func placed(_ problem: OrderInputProblem) -> OrderInputProblem {
    let message = problem.message
    guard problem.line == nil, message.hasPrefix("Item "),
      let colon = message.firstIndex(of: ":"),
      let item = Int(message[..<colon].dropFirst("Item ".count))
    else { return problem }
    var placed = problem
    placed.line = item
    placed.message = String(message[colon...].dropFirst()).trimmed
    return placed
  }

  /// The line that a problem speaks of; the first where it names none.
  private static func line(of problem: OrderInputProblem, among count: Int) -> Int {
    max(0, min((problem.line ?? 1) - 1, count - 1))
  }

  /// What is wrong with another field of the line in focus, with its name.
  var otherErrorOfLine: SafeText? {
    guard case .line(let line, _) = focus, lines.indices.contains(line) else { return nil }
    return lines[line].lazy.compactMap { field in
      field.error.map { error in
        error.string.hasPrefix(field.label.string) ? error : "\(field.label): \(error)"
      }
    }.first
  }

  /// Problems of no field of the form.
  var generalProblems: [OrderInputProblem] {
    let known = Set((headFields + lineFields).map(\.name))
    return problems.filter { !known.contains($0.column) }
  }

  /// Puts the focus on the first field with a problem that keeps the order from being saved.
  mutating func goToFirstProblem() {
    if let index = head.firstIndex(where: { $0.error != nil }) {
      focus = .head(index)
      return
    }
    for (line, fields) in lines.enumerated() {
      if let column = fields.firstIndex(where: { $0.error != nil }) {
        focus = .line(line, column: column)
        return
      }
    }
  }
}

extension OrderInputProblem {
  /// What is wrong, in a sentence: one that says only `is missing.` is given its subject.
  func sentence(about subject: SafeText) -> SafeText {
    message.first?.isLowercase == true
      ? "\(subject) \(foreign: message)" : SafeText(foreign: message)
  }

  /// The same for a column that is no field of the form.
  var sentence: SafeText {
    sentence(about: SafeText(foreign: column.replacing("_", with: " ").capitalizedFirst))
  }
}

extension String {
  /// Whether it says a day as people do, `yesterday` or `nov 20`, not as files do.
  fileprivate var isDayInWords: Bool {
    contains(where: \.isLetter) || filter { $0 == "/" }.count == 1
  }
}
