/// What a check found wrong with an order, and how to mend it.
package struct OrderFinding: Equatable, Sendable {
  /// Name of the check.
  package var check: String
  /// Line of the order, nil for the whole of it.
  package var line: Int?
  package var cause: OrderProblemCause
  /// Whether the order cannot be confirmed as it is; else a person is only told.
  package var isBlocking: Bool
  package var message: String
  package var fix: String

  package init(
    check: String, line: Int? = nil, cause: OrderProblemCause, isBlocking: Bool, message: String,
    fix: String
  ) {
    self.check = check
    self.line = line
    self.cause = cause
    self.isBlocking = isBlocking
    self.message = message
    self.fix = fix
  }
}

/// What an edit found wrong with a charge, and what follows from it.
package struct EditFinding: Equatable, Sendable {
  package enum Outcome: Equatable, Sendable {
    /// The charge waits under this hold reason (rules data) until the edit is clean again.
    case hold(reason: String)
    /// A person should know; it goes out all the same.
    case warn
    /// Docket can put it right by itself, the same way every time.
    case fix([ChargeCorrection])
  }

  /// What it speaks of: the whole order, so that all its charges say the same, or one line.
  package enum Scope: Equatable, Sendable { case order, line }

  /// Name of the edit.
  package var edit: String
  package var outcome: Outcome
  package var scope: Scope
  /// Why an order that would make such a charge is sent back.
  ///
  /// What is wrong stands in the order itself. Nil where the charge may be made, and waits on hold
  /// for a paper or an answer.
  package var sendsBack: OrderProblemCause?
  /// What is wrong, in plain words; may hold foreign text.
  package var message: String
  /// What to do about it.
  package var advice: String

  package init(
    edit: String, outcome: Outcome, scope: Scope = .line, sendsBack: OrderProblemCause? = nil,
    message: String, advice: String
  ) {
    self.edit = edit
    self.outcome = outcome
    self.scope = scope
    self.sendsBack = sendsBack
    self.message = message
    self.advice = advice
  }

  /// The hold reason that it places, nil where it only warns or mends.
  package var holdReason: String? {
    if case .hold(let reason) = outcome { reason } else { nil }
  }
}
