/// A remittance set that could not be read: its payment may be in the bank all the same.
package struct RefusedSet: Equatable, Sendable {
  package var id: RefusedSetID
  package var facts: Facts
  package var payer: Payer?
  /// The file as it was imported; foreign text.
  package var file: String
  /// The place of the set in its file, from 0.
  package var position: Int
  /// The day on which the office read it.
  package var readOn: Day
  /// The trace number of a remittance that was read since and stands for it; nil where none was.
  package var replacedBy: Replacement?

  package init(
    id: RefusedSetID, facts: Facts, payer: Payer?, file: String, position: Int, readOn: Day,
    replacedBy: Replacement? = nil
  ) {
    self.id = id
    self.facts = facts
    self.payer = payer
    self.file = file
    self.position = position
    self.readOn = readOn
    self.replacedBy = replacedBy
  }

  /// What could be read of it, and what could not.
  package struct Facts: Equatable, Sendable {
    /// ST02.
    package var controlNumber: String
    /// TRN02; empty where it cannot be read.
    package var traceNumber: String
    /// TRN03; empty where it cannot be read.
    package var originator: String
    /// N1*PR; nil where it names nobody.
    package var payer: NamedPayer?
    /// BPR02, in cents; nil where it cannot be read.
    package var amount: Cents?
    /// BPR16, else DTM*405 or the day of the group; nil where none can be read.
    package var day: Day?
    /// Why it was refused, with its place.
    package var problem: FileProblem

    package init(
      controlNumber: String, traceNumber: String, originator: String, payer: NamedPayer?,
      amount: Cents?, day: Day?, problem: FileProblem
    ) {
      self.controlNumber = controlNumber
      self.traceNumber = traceNumber
      self.originator = originator
      self.payer = payer
      self.amount = amount
      self.day = day
      self.problem = problem
    }
  }

  /// A remittance that was read in its place.
  package struct Replacement: Equatable, Sendable {
    package var remittance: RemittanceID
    package var file: String

    package init(remittance: RemittanceID, file: String) {
      self.remittance = remittance
      self.file = file
    }
  }
}

package typealias RefusedSetID = Identifier<RefusedSet>

/// A refused set with what people decided, as placement needs it.
package struct RefusedSetStory: Equatable, Sendable {
  package var refused: RefusedSet
  /// Decisions that stand, oldest first.
  package var decisions: [RecordedDecision]

  package init(refused: RefusedSet, decisions: [RecordedDecision] = []) {
    self.refused = refused
    self.decisions = decisions
  }
}
