package import Billing

/// Hears how far an import is; says whether it is to go on.
package typealias ImportReporter = (ImportProgress) -> Bool

/// One thing that may be asked of the office; its answer has a type, so that no other can come.
package protocol DeskQuestion<Answer>: Equatable, Sendable {
  associatedtype Answer: Sendable

  /// The kind of work that answers it.
  var job: JobName { get }

  /// Whether stopping it half-way leaves the office as it was, or as a later run finds and mends.
  var canBeCancelled: Bool { get }

  /// Puts the question to an office.
  ///
  /// - Throws: whatever the office throws; ``OfficeDoor/refusal(for:)`` says it in plain words.
  func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> Answer

  /// What of people's data the answer shows; nil where it opens and finds nothing.
  func look(at answer: Answer) -> Look?
}

extension DeskQuestion {
  package var canBeCancelled: Bool { true }

  package func look(at answer: Answer) -> Look? { nil }

  /// Whether the other question asks the same.
  package func isSame(as other: any DeskQuestion) -> Bool { (other as? Self) == self }
}

/// Why the office did not do what was asked, in plain words.
package struct DeskRefusal: Error, Equatable, Sendable {
  /// A sentence, with what to do.
  package var message: String
  /// The field of a decision that is wrong, where it is one.
  package var field: DecisionField.Name?

  package init(_ message: String, field: DecisionField.Name? = nil) {
    self.message = message
    self.field = field
  }
}
