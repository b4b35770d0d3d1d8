/// Labelled fields, one of them with the focus.
package struct Form: Hashable, Sendable {
  /// One field.
  package struct Field: Hashable, Sendable {
    /// The name by which the value is asked for.
    package var name: String
    /// What stands before the field.
    package var label: SafeText
    /// What it holds.
    package var value: FieldValue
    /// What is wrong with the value; shown below the field.
    package var error: SafeText?
    /// What the field is for; shown at the foot of the form while it has the focus.
    package var hint: SafeText

    /// A field.
    package init(_ name: String, _ label: SafeText, _ value: FieldValue, hint: SafeText = .empty) {
      self.name = name
      self.label = label
      self.value = value
      self.hint = hint
    }
  }

  /// What a key did to the form.
  package enum Outcome: Hashable, Sendable {
    /// A value changed.
    case edited
    /// The focus moved.
    case moved
    /// Enter: the person is done.
    case submitted
    /// Escape: the person changed their mind.
    case cancelled
    /// The key means nothing here.
    case ignored
  }

  /// The fields from top to bottom.
  package var fields: [Field]
  /// The field with the focus, counted in ``fields``.
  package private(set) var focus: Int

  /// A form with the focus on one of its fields.
  package init(_ fields: [Field], focus: Int = 0) {
    self.fields = fields
    self.focus = max(0, min(focus, fields.count - 1))
  }

  /// The value of the field of that name; nil when there is none.
  package subscript(name: String) -> FieldValue? {
    get { fields.first { $0.name == name }?.value }
    set {
      guard let newValue, let index = fields.firstIndex(where: { $0.name == name }) else { return }
      fields[index].value = newValue
    }
  }

  /// The text typed into the field of that name; empty when there is none.
  package func text(_ name: String) -> String { self[name]?.text ?? "" }

  /// The number of the option chosen in the field of that name.
  package func choice(_ name: String) -> Int? {
    if case .choice(_, let selected)? = self[name] { selected } else { nil }
  }

  /// Whether the field of that name is on.
  package func isOn(_ name: String) -> Bool { self[name] == .toggle(true) }

  /// The amount typed into the field of that name, in cents; nil when it is none.
  package func cents(_ name: String) -> Int64? { MoneyText.cents(parsing: text(name)) }

  /// Says what is wrong with a field, or with nil that nothing is.
  package mutating func setError(_ error: SafeText?, on name: String) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[index].error = error
  }

  /// Whether something is wrong in any field.
  package var hasErrors: Bool { fields.contains { $0.error != nil } }

  /// Moves the focus to the field of that name.
  package mutating func moveFocus(to name: String) {
    if let index = fields.firstIndex(where: { $0.name == name }) { focus = index }
  }

  /// Moves the focus to the first field in which something is wrong.
  package mutating func focusFirstError() {
    if let index = fields.firstIndex(where: { $0.error != nil }) { focus = index }
  }

  /// Answers a key.
  ///
  /// A pasted line end never submits.
  package mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .escape: return .cancelled
    case .enter: return .submitted
    case .tab, .down, .control("n"): return step(1)
    case .backTab, .up: return step(-1)
    default:
      guard fields.indices.contains(focus), fields[focus].value.handle(key) else {
        return .ignored
      }
      fields[focus].error = nil
      return .edited
    }
  }

  private mutating func step(_ offset: Int) -> Outcome {
    guard fields.count > 1 else { return .ignored }
    focus = (focus + offset + fields.count) % fields.count
    return .moved
  }
}

extension Form: Drawable {
  /// The rows at which nothing is scrolled: fields, errors, and a foot when there are hints.
  package var idealRows: Int {
    fields.reduce(footRows) { $0 + ($1.error == nil ? 1 : 2) }
  }

  private var footRows: Int { fields.contains { !$0.hint.isEmpty } ? 2 : 0 }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let foot = area.rows >= footRows + 1 ? footRows : 0
    let rows = area.rows - foot
    let labels = min(fields.map(\.label.columns).max() ?? 0, area.columns / 2)
    // The first field is chosen so that the one with the focus, and its error, are in sight.
    var first = 0
    while first < focus, height(first...focus) > rows { first += 1 }
    var line = 0
    for index in fields.indices.dropFirst(first) where line < rows {
      let field = fields[index]
      let isFocused = index == focus
      let row = area.line(line)
      frame.write(
        field.label, in: Rect(column: row.column, row: row.row, columns: labels, rows: 1),
        style: isFocused ? .accent : .muted, glyphs: glyphs)
      let start = labels + 2
      let box = Rect(
        column: row.column + start, row: row.row, columns: row.columns - start, rows: 1)
      field.value.draw(
        into: &frame, rect: box.intersection(area), glyphs: glyphs, isFocused: isFocused,
        style: field.error == nil ? .input : Style(.errorField))
      line += 1
      guard let error = field.error, line < rows else { continue }
      let below = Rect(
        column: box.column, row: area.row + line, columns: box.columns, rows: 1)
      frame.write(
        "! " + error, in: below.intersection(area), style: .danger, glyphs: glyphs)
      line += 1
    }
    if foot > 0, fields.indices.contains(focus) {
      frame.write(
        fields[focus].hint, in: area.line(area.rows - 1), style: .muted, glyphs: glyphs)
    }
  }

  private func height(_ range: ClosedRange<Int>) -> Int {
    fields[range].reduce(0) { $0 + ($1.error == nil ? 1 : 2) }
  }
}
