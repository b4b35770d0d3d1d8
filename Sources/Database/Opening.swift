/// The steps from a file to connections that may be used.
enum Opening {
  /// Opens for writing; the caller holds the gate.
  static func readWrite(
    _ file: OfficeFile, _ schema: Schema, clock: @escaping @Sendable () -> Int64
  ) throws -> Connections {
    let before = try file.check()
    let connections = Connections(file: file.path, isReadOnly: false, clock: clock)
    return try checked(connections) { _ in
      try bringUpToDate(connections, schema, path: file.path)
      // SQLite opened it by its name: it must still be the file that was looked at.
      guard try file.check() == before else {
        throw DatabaseFailure.cannotOpen(
          path: file.path, reason: "it was exchanged for another file meanwhile")
      }
    }
  }

  /// Opens for reading: takes no turn, makes nothing, changes nothing.
  static func readOnly(
    _ file: OfficeFile, _ schema: Schema, clock: @escaping @Sendable () -> Int64
  ) throws -> Connections {
    let connections = Connections(file: file.path, isReadOnly: true, clock: clock)
    return try checked(connections) { _ in
      try connections.reading.lend { connection in
        try connection.transaction(for: .reading) {
          guard try schema.pending(in: connection, path: file.path).isEmpty else {
            throw DatabaseFailure.refused(
              reason: "\(file.path) was written by an older Docket. "
                + "Open it once for writing, which brings it up to date")
          }
        }
      }
    }
  }

  /// A database without a file.
  static func inMemory(
    _ schema: Schema, clock: @escaping @Sendable () -> Int64
  ) throws -> Connections {
    let connections = Connections(inMemory: clock)
    return try checked(connections) { _ in
      try bringUpToDate(connections, schema, path: ":memory:")
    }
  }

  /// The connections once the body is content with them; else they are closed, still in turn.
  static func checked(
    _ connections: Connections, _ body: (Connections) throws -> Void
  ) throws -> Connections {
    do {
      try body(connections)
      return connections
    } catch {
      try? connections.drain()
      try? connections.close()
      throw error
    }
  }

  private static func bringUpToDate(
    _ connections: Connections, _ schema: Schema, path: String
  ) throws {
    try connections.writing.lend { connection in
      let copies = try connection.transaction(for: .reading) {
        try schema.pending(in: connection, path: path).contains(where: \.copiesReferencedTables)
      }
      // Inside a transaction SQLite does not listen to this.
      if copies { try connection.setForeignKeys(false) }
      defer { if copies { try? connection.setForeignKeys(true) } }
      try connection.transaction(for: .writing) {
        try schema.apply(schema.pending(in: connection, path: path), in: connection)
        if copies { try schema.checkReferences(in: connection) }
      }
    }
  }
}
