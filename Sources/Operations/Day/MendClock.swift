package import Billing
import Database
import Foundation
import Store

extension Office {
  /// Sets the office's clock back to the machine's, after that had stood in the future by mistake.
  ///
  /// Times that were written meanwhile stay as they are; what happens from now on comes after them,
  /// whatever their times say. What anybody has under way is given back, since it would be held until
  /// a day that does not come.
  ///
  /// - Parameter note: Why; it is kept.
  /// - Returns: The line that says so.
  /// - Throws: ``Refusal`` where no supervisor asks for it, no reason is given, or the clock is right.
  package func mendClock(note: String) throws -> ClockMend {
    guard user.isSupervisor else { throw Refusal("Only a supervisor mends the clock.") }
    let note = note.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !note.isEmpty else {
      throw Refusal("Say in a note why the clock was wrong.", field: .note)
    }
    return try database.write { connection in
      let mend = try ClockMends.add(
        user: user.name, note: note, known: known, chain: ClockJournal.chain, in: connection)
      guard mend.from.rawValue - mend.to.rawValue >= 1000 else {
        throw Refusal(
          "The office's clock is not ahead of this machine's: there is nothing to mend.")
      }
      return mend
    }
  }

  /// When the office's clock was set back, newest first.
  ///
  /// - Throws: Any failure of the database.
  package func clockMends() throws -> [ClockMend] {
    try database.read { try ClockMends.all(in: $0).map(\.mend).reversed() }
  }
}

/// The chain that holds the lines about the clock together.
enum ClockJournal {
  static func chain(_ mend: ClockMend, after previous: String) -> String {
    JournalChain.next(
      after: previous,
      fields: [
        String(mend.from.rawValue), String(mend.to.rawValue), mend.user, mend.note,
        String(mend.afterActivity.rawValue), mend.known.description,
      ])
  }

  /// Every line that does not follow from the one before it.
  static func breaks(in connection: Connection) throws -> [String] {
    var previous = ""
    return try ClockMends.all(in: connection).compactMap { mend, kept in
      let expected = chain(mend, after: previous)
      previous = kept
      return kept == expected
        ? nil
        : "the mend of the clock on \(mend.known) was changed, or one before it is gone"
    }
  }
}
