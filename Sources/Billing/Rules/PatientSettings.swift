/// How an office asks patients for money (`[settings]` of the rules).
package struct PatientSettings: Equatable, Sendable {
  /// Days between two statements, and from the last one to the next step.
  package var statementCycleDays = 30
  /// Statements that go out before the agency is considered.
  package var statementsBeforeAgency = 3
  /// Days after which a promised payment is late.
  package var promiseGraceDays = 5

  package init() {}
}
