extension DatabaseFacts {
  /// What the office stands on, with its version, as a person says it.
  package var engine: String { "SQLite " + sqliteVersion }

  /// What there is to know about this version, in words.
  package var engineNote: String {
    hasWALResetRace
      ? "has the WAL-reset race (repaired in 3.51.3); docket's write gate keeps it away, so let no "
        + "other program write to the file"
      : "without the WAL-reset race"
  }

  /// Whether what was acknowledged survives a power cut, as far as settings can say.
  package var isDurable: Bool {
    synchronous == "FULL" && journalMode == "wal" && memoryMapBytes == 0
  }

  /// The settings that it depends on, in words.
  package var durability: String {
    "synchronous \(synchronous), journal \(journalMode), \(memoryMapBytes) bytes mapped"
  }
}
