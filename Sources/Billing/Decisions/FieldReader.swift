/// Reads the fields of one decision, and at the end finds those that it has no use for.
///
/// Forms, the shell, bulk decisions and the journal all go through here: a day may be typed as
/// `3d`, `mon` or `nov 24`, and the journal's own `2026-11-24` reads the same.
package struct FieldReader {
  package let today: Day
  /// Whether the fields come from the journal: what was ahead then may be past now.
  private let isKept: Bool
  private let texts: [DecisionField.Name: String]
  private var used: Set<DecisionField.Name> = []

  /// Reads what was typed today.
  package init(_ texts: [DecisionField.Name: String], today: Day) {
    self.texts = texts
    self.today = today
    isKept = false
  }

  /// Reads what the journal keeps of a decision of an earlier day.
  package init(kept texts: [DecisionField.Name: String], on day: Day) {
    self.texts = texts
    today = day
    isKept = true
  }

  /// Which way a day without a year is meant, and which days make sense.
  package enum DayDirection: Sendable {
    /// After today.
    case ahead
    /// Today or before; without a year the nearest such day.
    case past
    /// Any; without a year the nearest such day.
    case near
  }

  /// The text without blanks around it; empty where nothing was said.
  package mutating func text(_ name: DecisionField.Name) -> String {
    used.insert(name)
    return texts[name]?.trimmingBlanks ?? ""
  }

  /// The text, which must say something.
  ///
  /// - Throws: ``FieldFault`` with `complaint` where it is blank.
  package mutating func required(
    _ name: DecisionField.Name, _ complaint: String
  ) throws(FieldFault) -> String {
    let text = text(name)
    guard !text.isEmpty else { throw FieldFault(name, complaint) }
    return text
  }

  /// A text of at most so many characters.
  ///
  /// - Throws: ``FieldFault`` where it is longer.
  package mutating func text(
    _ name: DecisionField.Name, upTo limit: Int, _ what: String
  ) throws(FieldFault) -> String {
    let text = text(name)
    guard text.count <= limit else {
      throw FieldFault(name, "\(what) has at most \(limit) characters, not \(text.count).")
    }
    return text
  }

  /// A day, nil where nothing was said.
  ///
  /// - Throws: ``FieldFault`` where it is no date or on the wrong side of today.
  package mutating func day(
    _ name: DecisionField.Name, _ direction: DayDirection
  ) throws(FieldFault) -> Day? {
    let text = text(name)
    if text.isEmpty { return nil }
    let read =
      direction == .ahead
      ? TypedDay.parse(text, today: today) : TypedDay.near(text, today: today)
    guard let day = read else {
      throw FieldFault(
        name, "\"\(text)\" is no date. Write nov 24, 2026-11-24, 3d, 2w or mon.")
    }
    if isKept { return day }
    switch direction {
    case .ahead where day <= today: throw FieldFault(name, "The day must come after today.")
    case .past where day > today: throw FieldFault(name, "That day has not come yet.")
    default: return day
    }
  }

  /// A day that must be said.
  ///
  /// - Throws: ``FieldFault`` with `complaint` where nothing was said, or as ``day(_:_:)``.
  package mutating func requiredDay(
    _ name: DecisionField.Name, _ direction: DayDirection, _ complaint: String
  ) throws(FieldFault) -> Day {
    guard let day = try day(name, direction) else { throw FieldFault(name, complaint) }
    return day
  }

  /// An amount above zero in cents, nil where nothing was said.
  ///
  /// - Throws: ``FieldFault`` where it is no amount in dollars.
  package mutating func cents(_ name: DecisionField.Name) throws(FieldFault) -> Cents? {
    let text = text(name)
    if text.isEmpty { return nil }
    guard let amount = Cents(typed: text), amount.rawValue <= Cents.largestFromOutside else {
      throw FieldFault(name, "\"\(text)\" is no amount. Write 45 or 45.00.")
    }
    guard amount > .zero else { throw FieldFault(name, "The amount must be more than zero.") }
    return amount
  }

  /// A whole number within limits, nil where nothing was said.
  ///
  /// - Throws: ``FieldFault`` where it is none.
  package mutating func number(
    _ name: DecisionField.Name, _ range: ClosedRange<Int>
  ) throws(FieldFault) -> Int? {
    let text = text(name)
    if text.isEmpty { return nil }
    guard let number = text.wholeNumber, range.contains(number) else {
      throw FieldFault(
        name,
        "\"\(text)\" is no whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// One of the words of an enumeration, nil where nothing was said; upper or lower case.
  ///
  /// - Throws: ``FieldFault`` that lists the words where it is none of them.
  package mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: DecisionField.Name, of words: Word.Type
  ) throws(FieldFault) -> Word? where Word.RawValue == String {
    let text = text(name).lowercased()
    if text.isEmpty { return nil }
    guard let word = Word(rawValue: text) else {
      let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw FieldFault(name, "\"\(text)\" is none of: \(all).")
    }
    return word
  }

  /// `yes` or `no`; no where nothing was said.
  ///
  /// - Throws: ``FieldFault`` where it is neither.
  package mutating func flag(_ name: DecisionField.Name) throws(FieldFault) -> Bool {
    switch text(name).lowercased() {
    case "", "no": false
    case "yes": true
    case let other: throw FieldFault(name, "\"\(other)\" is neither yes nor no.")
    }
  }

  /// Words separated by blanks or commas, in upper case.
  package mutating func codes(_ name: DecisionField.Name) -> [String] {
    text(name).split { " ,".contains($0) }.map { $0.uppercased() }
  }

  /// The fields of a name with a place, `units:2`, that say something, by place.
  package func places(of base: String) -> [String] {
    texts.keys.compactMap { name in
      let parts = name.parts
      guard parts.base == base, let place = parts.place,
        texts[name]?.trimmingBlanks.isEmpty == false
      else { return nil }
      return place
    }.sorted { ($0.wholeNumber ?? .max, $0) < ($1.wholeNumber ?? .max, $1) }
  }

  /// Whether something was said in a field.
  package func says(_ name: DecisionField.Name) -> Bool {
    texts[name]?.trimmingBlanks.isEmpty == false
  }

  /// Ends the reading: whatever was said must have been of use.
  ///
  /// - Throws: ``FieldFault`` that names the first field nobody asked for.
  package func finish(_ title: String) throws(FieldFault) {
    let unread = texts.keys.filter { !used.contains($0) && says($0) }
    guard let first = unread.min(by: { $0.rawValue < $1.rawValue }) else { return }
    throw FieldFault(first, "\"\(title)\" has no use for \"\(first.rawValue)\": leave it out.")
  }
}

/// Writes a decision as fields, as ``FieldReader`` reads them back on any later day.
package struct FieldWriter {
  package private(set) var fields: [DecisionField.Name: String] = [:]

  package init() {}

  package mutating func set(_ name: DecisionField.Name, _ text: String) {
    fields[name] = text.isEmpty ? nil : text
  }

  package mutating func set(_ name: DecisionField.Name, _ day: Day?) {
    set(name, day?.description ?? "")
  }

  package mutating func set(_ name: DecisionField.Name, _ amount: Cents) {
    set(name, amount.plain)
  }

  package mutating func set(_ name: DecisionField.Name, _ number: Int?) {
    set(name, number.map { String($0) } ?? "")
  }

  package mutating func set<Word: RawRepresentable>(
    _ name: DecisionField.Name, _ word: Word?
  ) where Word.RawValue == String {
    set(name, word?.rawValue ?? "")
  }

  package mutating func set(_ name: DecisionField.Name, _ flag: Bool) {
    set(name, flag ? "yes" : "")
  }

  package mutating func set(_ name: DecisionField.Name, _ codes: [String]) {
    set(name, codes.joined(separator: " "))
  }
}

extension String {
  /// The text without blanks at its ends.
  package var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Whether there is nothing but blanks in it.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Its number, where it is digits and nothing else, nine at most.
  package var wholeNumber: Int? {
    guard (1...9).contains(utf8.count), utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(self)
  }
}
