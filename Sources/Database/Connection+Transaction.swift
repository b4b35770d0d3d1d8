extension Connection {
  /// Does the body in one transaction: kept when it returns, undone when it throws.
  ///
  /// Writing begins IMMEDIATE: a transaction that turns to writing after it has read fails at once
  /// when somebody else committed in between, whatever the time-out.
  func transaction<T>(for use: Use, _ body: () throws -> T) throws -> T {
    try control(use == .writing ? "BEGIN IMMEDIATE" : "BEGIN")
    lend(for: use)
    defer { takeBack() }
    do {
      let value = try body()
      if let aborted { throw aborted }
      guard isInTransaction else {
        throw DatabaseFailure.refused(reason: "a transaction was ended from inside")
      }
      try commit()
      return value
    } catch {
      // Fails only when SQLite has already rolled back, which is what is wanted.
      if isInTransaction { try? control("ROLLBACK") }
      throw error
    }
  }

  private func commit() throws(DatabaseFailure) {
    do throws(DatabaseFailure) {
      try control("COMMIT")
      effort.commits += 1
    } catch {
      throw use == .writing ? error.atCommit : error
    }
  }
}

extension DatabaseFailure {
  /// What a failure means when it is COMMIT that failed.
  var atCommit: DatabaseFailure {
    switch self {
    // Found before anything is written: certainly not kept.
    case .constraint, .busy: self
    // The last page may have reached the disk or not; only the next opening can tell.
    default: .unknownCommit(reason: cause)
    }
  }
}
