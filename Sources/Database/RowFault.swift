/// Something in a row that no Docket wrote there: an unknown word, or a truth value that is neither.
///
/// It is never read as something else, since a default would move money or lose work in silence.
package struct RowFault: Sendable, Equatable {
  package let table: String
  package let column: String
  /// Key of the row in words: `id 12`, `remit_claim_id 5, line 2`.
  package let row: String
  /// What stands there, where it has the shape of a word; anything else is left out, since this may
  /// be logged and could be a name.
  package let found: String

  /// A fault in one column of one row.
  package init(table: String, column: String, row: String, found: String) {
    self.table = table
    self.column = column
    self.row = row
    self.found = RowFault.isWord(found) ? found : ""
  }

  /// What is wrong and what to do next, in one line of plain words.
  package var message: String {
    "\(place). Nothing was changed. Run `docket check`, which names every such row, and restore a "
      + "backup if nobody knows how it came there"
  }

  /// What is wrong alone, for a list of faults.
  package var place: String {
    "\(table).\(column) of the row with \(row) holds "
      + (found.isEmpty ? "something" : "“\(found)”") + " that Docket does not know"
  }

  /// Short, and of letters, digits, hyphens and dots alone.
  private static func isWord(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}

extension RowFault {
  /// A fault from the four texts that a query for faults gives: table, column, key, what was found.
  init(_ row: borrowing Row) {
    self.init(table: row.text(0), column: row.text(1), row: row.text(2), found: row.text(3))
  }
}
