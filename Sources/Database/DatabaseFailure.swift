/// What went wrong in the database, in terms the rooms above can act on.
///
/// No case ever carries a value from a row, save a short word where a word of ours belongs
/// (``RowFault``): SQL text holds placeholders, and SQLite's own messages name tables and columns
/// only. So a failure may be logged.
package enum DatabaseFailure: Error, Sendable, Equatable {
  /// The file could not be opened at all; nothing was changed.
  case cannotOpen(path: String, reason: String)
  /// The room declined to do it, and says what to do instead; nothing was changed.
  case refused(reason: String)
  /// Somebody else holds what was needed for longer than the time allowed; nothing was changed.
  case busy(reason: String)
  /// A rule of the schema does not allow the change; the transaction was rolled back.
  case constraint(ConstraintKind, detail: String)
  /// No room on the disk; the transaction was rolled back.
  case diskFull(detail: String)
  /// The disk or the file system failed to read or write.
  case io(detail: String)
  /// The answer to COMMIT was lost or bad: the change may or may not be kept. Ask again by key.
  case unknownCommit(reason: String)
  /// The file holds something that this program cannot have written.
  case corrupt(detail: String)
  /// One row holds a word that this program does not know; nothing was changed.
  case row(RowFault)
  /// A setting that money depends on could not be had on this machine.
  case notDurable(reason: String)
  /// The work was stopped on purpose and rolled back.
  case interrupted
  /// The statement itself is wrong: a fault of the program.
  case sql(message: String, statement: String)

  /// Which kind of rule refused a change.
  package enum ConstraintKind: String, Sendable {
    case unique, foreignKey, check, notNull, trigger, datatype, other
  }
}

extension DatabaseFailure: CustomStringConvertible {
  /// The same as ``message``.
  package var description: String { message }

  /// What happened and what to do next, in one line of plain words.
  package var message: String {
    switch self {
    case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
    case .refused(let reason): reason
    case .busy(let reason): reason
    case .constraint(let kind, let detail):
      "the database refused the change (\(kind.words)): \(detail)"
    case .diskFull(let detail):
      "the disk is full; nothing was changed. Make space and do it again (\(detail))"
    case .io(let detail):
      "the disk did not read or write as it should (\(detail)). "
        + "Look at the system log, then run `docket check`"
    case .unknownCommit(let reason):
      "it is not known whether the last change was kept (\(reason)). "
        + "Do it again: what was kept is recognised and not done twice"
    case .corrupt(let detail):
      "the database file is damaged (\(detail)). Stop working in it and restore a backup"
    case .row(let fault): fault.message
    case .notDurable(let reason):
      "the database cannot promise to keep what it says it kept (\(reason)); not opened"
    case .interrupted: "stopped; nothing was changed"
    case .sql(let message, let statement):
      "a fault in this program: \(message) in “\(statement)”"
    }
  }
}

extension DatabaseFailure {
  /// What happened without the advice, for a sentence that gives its own.
  var cause: String {
    switch self {
    case .diskFull(let detail), .io(let detail): detail
    default: message
    }
  }
}

extension DatabaseFailure.ConstraintKind {
  /// The rule in plain words.
  fileprivate var words: String {
    switch self {
    case .unique: "there is one already"
    case .foreignKey: "it refers to something that is not there"
    case .check: "a value is outside its range"
    case .notNull: "a value is missing"
    case .trigger: "not allowed"
    case .datatype: "a value is of the wrong type"
    case .other: "a rule of the schema"
    }
  }
}
