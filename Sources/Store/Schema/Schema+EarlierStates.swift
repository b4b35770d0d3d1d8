import Database

extension Schema {
  /// Each earlier state of a sending's answer, of an answer of a remittance and of a charge.
  ///
  /// Triggers add it, so that no statement can forget it. A state that the same business day took
  /// away again was never the state at the end of a day, and is not kept.
  static let earlierStates = Migration(
    id: "0018-earlier-states",
    sql: [
      kept(
        "submission", known: "answer_known_on",
        columns: [
          ("answer", "TEXT NOT NULL"), ("answer_day", "INTEGER"),
          ("answer_hop", "INTEGER NOT NULL"),
        ]),
      kept(
        "remit_claim", known: "state_known_on",
        columns: [
          ("state", "TEXT NOT NULL"), ("staging", "TEXT NOT NULL"), ("claim_id", "INTEGER"),
        ]),
      kept(
        "charge", known: "standing_known_on",
        columns: [("standing", "TEXT NOT NULL"), ("claim_id", "INTEGER")]),
      WordGuards.renewal(
        of: ["submission_earlier", "remit_claim_earlier", "charge_earlier"], step: 18),
    ].joined(separator: "\n"))

  /// A table of earlier states beside a table of facts, and the triggers that fill and keep it.
  private static func kept(
    _ table: String, known: String, columns: [(name: String, type: String)]
  ) -> String {
    let names = columns.map(\.name)
    let differs = names.map { "old.\($0) \(Dialect.isDistinct) new.\($0)" }
      .joined(separator: " OR ")
    return """
      -- The business day on which Docket recorded the state that stands now; NULL where it is the
      -- first one, or from before this was kept.
      ALTER TABLE \(table) ADD COLUMN \(known) INTEGER;
      CREATE TABLE \(table)_earlier (
        id INTEGER PRIMARY KEY,
        \(table)_id INTEGER NOT NULL REFERENCES \(table) (id),
        \(columns.map { "\($0.name) \($0.type)," }.joined(separator: "\n  "))
        -- The business day on which Docket recorded this state; NULL where nobody knows.
        known_on INTEGER
      ) STRICT;
      CREATE INDEX \(table)_earlier_of ON \(table)_earlier (\(table)_id);
      CREATE TRIGGER \(table)_state_is_kept
      AFTER UPDATE OF \(names.joined(separator: ", ")) ON \(table)
      WHEN (\(differs))
        AND coalesce(old.\(known), old.known_on) \(Dialect.isDistinct) new.\(known)
      BEGIN
        INSERT INTO \(table)_earlier (\(table)_id, \(names.joined(separator: ", ")), known_on)
        VALUES (old.id, \(names.map { "old." + $0 }.joined(separator: ", ")),
          coalesce(old.\(known), old.known_on));
      END;
      CREATE TRIGGER \(table)_earlier_is_kept BEFORE UPDATE ON \(table)_earlier
      BEGIN SELECT RAISE (ABORT, 'earlier states are never changed'); END;
      CREATE TRIGGER \(table)_earlier_stays BEFORE DELETE ON \(table)_earlier
      BEGIN SELECT RAISE (ABORT, 'earlier states are never deleted'); END;
      """
  }
}
