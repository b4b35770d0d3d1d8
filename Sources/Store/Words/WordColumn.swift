import Database

/// Where the file keeps a word, and which words may stand there.
package struct WordPlace: Sendable, Hashable {
  package let table: String
  package let column: String
  /// The columns that name a row of the table.
  let key: [String]
  /// The words as they are written in SQL, with quotes or as numbers.
  ///
  /// Empty where a text holds a list.
  let words: [String]
  /// Whether the column may be NULL.
  let isOptional: Bool
  /// Whether the table's own CHECK, older than the guards, holds the column to the same words.
  let isChecked: Bool
  /// The number of the migration from which on the column is there and guarded.
  let step: Int

  /// A text that holds a list of words or numbers of ours, which no guard can read.
  init(list table: String, _ column: String, key: [String] = ["id"]) {
    self.init(table, column, key: key, words: [], isOptional: false, isChecked: true, step: 9)
  }

  fileprivate init(
    _ table: String, _ column: String, key: [String], words: [String], isOptional: Bool,
    isChecked: Bool, step: Int
  ) {
    self.table = table
    self.column = column
    self.key = key
    self.words = words
    self.isOptional = isOptional
    self.isChecked = isChecked
    self.step = step
  }
}

/// A column that keeps one word of an enum: the one way to read it, and what its guard is made of.
package struct WordColumn<Word>: Sendable {
  package let place: WordPlace

  /// A column with the raw texts of an enum.
  init(
    _ table: String, _ column: String, key: [String] = ["id"], isOptional: Bool = false,
    isChecked: Bool = false, step: Int = 9
  ) where Word: CaseIterable & RawRepresentable, Word.RawValue == String {
    place = WordPlace(
      table, column, key: key, words: Word.allCases.map { "'\($0.rawValue)'" },
      isOptional: isOptional, isChecked: isChecked, step: step)
  }

  /// A column with the raw numbers of an enum.
  init(
    _ table: String, _ column: String, key: [String] = ["id"], isOptional: Bool = false,
    isChecked: Bool = false, step: Int = 9
  ) where Word: CaseIterable & RawRepresentable, Word.RawValue == Int {
    place = WordPlace(
      table, column, key: key, words: Word.allCases.map { "\($0.rawValue)" },
      isOptional: isOptional, isChecked: isChecked, step: step)
  }

  /// A column with a truth value, kept as one or zero.
  init(
    _ table: String, _ column: String, key: [String] = ["id"], isOptional: Bool = false,
    isChecked: Bool = false, step: Int = 9
  ) where Word == Bool {
    place = WordPlace(
      table, column, key: key, words: ["0", "1"], isOptional: isOptional, isChecked: isChecked,
      step: step)
  }
}

/// Which row a word was read from, for the day on which it is at fault.
enum RowKey: ExpressibleByIntegerLiteral {
  /// The column of the result that holds the first column of the table's key.
  case column(Int)
  /// The first column of the table's key, where the result does not hold it.
  case known(Int64)
  /// The result is a count over many rows.
  case many

  init(integerLiteral value: Int) { self = .column(value) }
}

extension Row {
  /// The word in a column.
  ///
  /// - Throws: ``DatabaseFailure/row(_:)`` where it is none of the enum's.
  func word<Word: RawRepresentable>(
    _ column: Int, _ words: WordColumn<Word>, key: RowKey = 0
  ) throws(DatabaseFailure) -> Word where Word.RawValue == String {
    let found = text(column)
    if let word = Word(rawValue: found) { return word }
    throw fault(words.place, key: key, found: found)
  }

  /// The word in a column that keeps its number.
  ///
  /// - Throws: ``DatabaseFailure/row(_:)`` where it is none of the enum's.
  func word<Word: RawRepresentable>(
    _ column: Int, _ words: WordColumn<Word>, key: RowKey = 0
  ) throws(DatabaseFailure) -> Word where Word.RawValue == Int {
    let found = int(column)
    if let word = Word(rawValue: Int(found)) { return word }
    throw fault(words.place, key: key, found: String(found))
  }

  /// The truth value in a column.
  ///
  /// - Throws: ``DatabaseFailure/row(_:)`` where it is neither one nor zero.
  func word(
    _ column: Int, _ words: WordColumn<Bool>, key: RowKey = 0
  ) throws(DatabaseFailure) -> Bool {
    switch int(column) {
    case 0: return false
    case 1: return true
    case let found: throw fault(words.place, key: key, found: String(found))
    }
  }

  /// The word in a column, or nil for NULL.
  ///
  /// - Throws: ``DatabaseFailure/row(_:)`` where it is none of the enum's.
  func wordOrNil<Word: RawRepresentable>(
    _ column: Int, _ words: WordColumn<Word>, key: RowKey = 0
  ) throws(DatabaseFailure) -> Word? where Word.RawValue == String {
    isNull(column) ? nil : try word(column, words, key: key)
  }

  /// The truth value in a column, or nil for NULL.
  ///
  /// - Throws: ``DatabaseFailure/row(_:)`` where it is neither one nor zero.
  func wordOrNil(
    _ column: Int, _ words: WordColumn<Bool>, key: RowKey = 0
  ) throws(DatabaseFailure) -> Bool? {
    isNull(column) ? nil : try word(column, words, key: key)
  }

  /// What a reader of a list gives for the text in a column.
  ///
  /// - Throws: ``DatabaseFailure/row(_:)`` where the reader gives nil.
  func list<Value>(
    _ column: Int, _ place: WordPlace, key: RowKey = 0, _ read: (String) -> Value?
  ) throws(DatabaseFailure) -> Value {
    let found = text(column)
    if let value = read(found) { return value }
    throw fault(place, key: key, found: found)
  }

  /// The failure that names the row of a word that nobody knows.
  func fault(_ place: WordPlace, key: RowKey, found: String) -> DatabaseFailure {
    let name = place.key.first ?? "id"
    let row =
      switch key {
      case .column(let column): "\(name) \(int(column))"
      case .known(let value): "\(name) \(value)"
      case .many: "\(name) unknown"
      }
    return .row(
      RowFault(table: place.table, column: place.column, row: row, found: found))
  }
}
