import Database

extension Schema {
  /// Files as they were read: how far each set was applied, and what was wrong.
  static let files = Migration(
    id: "0002-files",
    sql: """
      CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        content_hash TEXT NOT NULL UNIQUE,
        byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
        imported_at INTEGER NOT NULL,
        imported_by TEXT NOT NULL,
        summary TEXT NOT NULL,
        is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1))
      ) STRICT;

      -- How far each transaction set was applied; what makes an import resumable.
      CREATE TABLE file_set (
        file_id INTEGER NOT NULL REFERENCES file (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        control TEXT NOT NULL,
        applied INTEGER NOT NULL CHECK (applied >= 0),
        is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
        PRIMARY KEY (file_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE file_problem (
        file_id INTEGER NOT NULL REFERENCES file (id),
        position INTEGER NOT NULL,
        is_error INTEGER NOT NULL,
        segment INTEGER NOT NULL,
        byte INTEGER NOT NULL,
        element TEXT NOT NULL,
        message TEXT NOT NULL,
        PRIMARY KEY (file_id, position)
      ) STRICT, WITHOUT ROWID;
      """)
}
