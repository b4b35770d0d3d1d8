package import Billing

/// One thing that may be decided: all of it but what it does to the books.
///
/// A file a verb, beside its other half in `Operations/Verbs`. ``Verbs`` lists them all.
package protocol Verb: Sendable {
  var name: DecisionVerb { get }
  /// What it is called on screen and in the history.
  var title: String { get }
  /// A sentence for the help.
  var help: String { get }
  /// What it may be decided about.
  var subjects: Set<SubjectKind> { get }
  var traits: VerbTraits { get }
  /// The field that a text after its name on the `:` line fills, and what that text is.
  var argument: (field: DecisionField.Name, words: String)? { get }

  /// Why it makes no sense as things stand, before anything is filled in; nil where it does.
  func refusal(in situation: Situation) -> String?

  /// What it says besides its note and its follow-up day, filled in from the situation.
  func fields(in situation: Situation) -> [DecisionField]

  /// Fields of which one at least must be changed, the most usual first.
  var oneOf: [DecisionField.Name] { get }

  /// What its note should hold.
  var noteHelp: String { get }

  /// Fills in what follows from what was typed, beside what is filled in from the situation.
  func fillIn(_ texts: inout [DecisionField.Name: String], in situation: Situation)

  /// Reads its fields.
  ///
  /// - Throws: ``FieldFault`` that names the field and says how to put it right.
  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act

  /// Writes what ``read(_:)`` reads, for the journal.
  func write(_ act: Decision.Act, to fields: inout FieldWriter)

  /// What is wrong with it as filled in; nil where it may be recorded.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault?

  /// Days until the item comes back, where the result code does not say them.
  func followUpDays(in situation: Situation) -> Int?

  /// Whether the item waits for something after it, and so comes back on a day; a verb of several
  /// steps may wait after some of them only.
  func waits(after act: Decision.Act) -> Bool

  /// The end of the result code that fits what was said: `L2`, `paid`.
  func resultSuffix(of act: Decision.Act) -> String
}

extension Verb {
  package var traits: VerbTraits { [] }
  package var argument: (field: DecisionField.Name, words: String)? { nil }
  package var oneOf: [DecisionField.Name] { [] }
  package var noteHelp: String { "Goes into the history; may stay empty." }
  package func refusal(in situation: Situation) -> String? { nil }
  package func fields(in situation: Situation) -> [DecisionField] { [] }
  package func fillIn(_ texts: inout [DecisionField.Name: String], in situation: Situation) {}
  package func write(_ act: Decision.Act, to fields: inout FieldWriter) {}
  package func fault(of decision: Decision, in situation: Situation) -> FieldFault? { nil }
  package func followUpDays(in situation: Situation) -> Int? { nil }
  package func waits(after act: Decision.Act) -> Bool { true }
  package func resultSuffix(of act: Decision.Act) -> String { "" }
}

/// What is the same for many verbs.
package struct VerbTraits: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Only puts the item off, so that its deadline goes on running.
  package static let pauses = VerbTraits(rawValue: 1 << 0)
  /// Brings the item back on a day without being a pause.
  package static let comesBack = VerbTraits(rawValue: 1 << 1)
  /// Takes the right whose limit runs, so that nothing is lost while it waits.
  package static let usesTheRight = VerbTraits(rawValue: 1 << 14)
  /// Sends the claim again.
  package static let sends = VerbTraits(rawValue: 1 << 2)
  /// Asks the payer to look again at its own answer.
  package static let contests = VerbTraits(rawValue: 1 << 3)
  /// Moves an order, a charge or special work on, so that it is looked at again.
  package static let moves = VerbTraits(rawValue: 1 << 4)
  /// One entry can speak for many items.
  package static let many = VerbTraits(rawValue: 1 << 5)
  /// Fits every item, and needs to know no more than a row of a list does.
  package static let anywhere = VerbTraits(rawValue: 1 << 6)
  /// The item stays open for work after it.
  package static let staysOpen = VerbTraits(rawValue: 1 << 7)
  /// Only a supervisor may.
  package static let supervisors = VerbTraits(rawValue: 1 << 8)
  /// No touch that counts, unless its result code says so.
  package static let uncounted = VerbTraits(rawValue: 1 << 9)
  /// Cannot be taken back.
  package static let final = VerbTraits(rawValue: 1 << 10)
  /// Needs a note.
  package static let explained = VerbTraits(rawValue: 1 << 11)
  /// May also be recorded about work that is done.
  package static let afterwards = VerbTraits(rawValue: 1 << 12)
  /// Has a screen of its own and is never decided on an item.
  package static let elsewhere = VerbTraits(rawValue: 1 << 13)
}

extension DecisionVerb {
  /// The engine's half of the verb.
  package var rules: any Verb { Verbs[self] }

  package var title: String { Verbs[self].title }

  /// Whether the verb has a trait.
  package func has(_ trait: VerbTraits) -> Bool { Verbs[self].traits.contains(trait) }
}
