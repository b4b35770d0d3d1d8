import Billing
import Database
import Testing

@testable import Store

@Suite("What the file itself refuses")
struct WordGuardTests {
  @Test("every word of a list may be written, and no other")
  func words() throws {
    let office = try WholeOffice()
    try office.database.write { connection in
      for place in Words.places {
        // The claim of a charge goes with its standing.
        for word in place.words where !(place == Words.chargeStanding.place && word == "'billed'") {
          #expect(throws: Written.self, "\(place.table).\(place.column) = \(word)") {
            try connection.savepoint { try write(word, place, connection) }
          }
        }
        for word in [place.words[0].hasPrefix("'") ? "'no-such-word'" : "77", "''", "-1"] {
          #expect(throws: DatabaseFailure.self, "\(place.table).\(place.column) = \(word)") {
            try connection.savepoint { try write(word, place, connection) }
          }
        }
      }
    }
  }

  /// Says that a word was taken, and takes it back.
  private struct Written: Error {}

  private func write(_ word: String, _ place: WordPlace, _ connection: Connection) throws {
    guard WordGuards.keptTables.contains(place.table) else {
      try connection.run("UPDATE \(place.table) SET \(place.column) = \(word)")
      throw Written()
    }
    // The same row once more under another key, with the word.
    let columns = try connection.rows("SELECT name FROM pragma_table_info('\(place.table)')") {
      $0.text(0)
    }
    let key = place.key[place.key.count - 1]
    let values = columns.map { name in
      // The line of a bank is known by which of several alike it is.
      name == place.column
        ? word : name == key || name == "occurrence" ? "\(name) + 100" : name
    }
    try connection.run(
      """
      INSERT INTO \(place.table) (\(columns.joined(separator: ", ")))
      SELECT \(values.joined(separator: ", ")) FROM \(place.table) LIMIT 1
      """)
    throw Written()
  }

  @Test("the refusal names table and column")
  func message() throws {
    let office = try WholeOffice()
    let failure = #expect(throws: DatabaseFailure.self) {
      try office.database.write { try $0.run("UPDATE work_item SET queue = 'nowhere'") }
    }
    #expect(
      failure
        == .constraint(
          .trigger, detail: "work_item.queue would hold a word that Docket does not know"))
  }

  /// Where a list grows, offices that are there already have guards without the new word: a new
  /// step of the schema must renew them (`WordGuards.renewal`), and then this text may grow.
  @Test("the words that guards know are those of the last step that made them")
  func pinned() {
    let guarded = Words.places.filter { $0.words != ["0", "1"] }.map { place in
      "\(place.table).\(place.column): "
        + place.words.map { $0.filter { $0 != "'" } }.joined(separator: " ")
    }
    let pinned = PinnedWords.text.split(separator: "\n").map(String.init)
    for line in guarded { #expect(pinned.contains(line), "\(line)") }
    #expect(guarded.count == pinned.count)
  }

  @Test("guards can be made anew without touching a row")
  func renewal() throws {
    let office = try WholeOffice()
    try office.database.write { connection in
      let count = try guards(connection)
      try connection.runScript(WordGuards.renewal(of: ["work_item", "activity"], step: 9))
      #expect(try guards(connection) == count)
    }
    #expect(throws: DatabaseFailure.self) {
      try office.database.write { try $0.run("UPDATE work_item SET queue = 'nowhere'") }
    }
  }

  private func guards(_ connection: Connection) throws -> [String] {
    try connection.rows(
      "SELECT name || sql FROM sqlite_schema WHERE name LIKE '%_words_%' ORDER BY name"
    ) { $0.text(0) }
  }
}
