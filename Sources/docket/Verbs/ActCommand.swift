import ArgumentParser
import Billing
import Cells
import Desk
import Operations
import WorkEngine

/// `docket act ID VERB …`: one decision about one item.
struct ActCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "act", abstract: "Decide about an item.",
    discussion: """
      "docket show ID" says what is proposed and what is not allowed; with --fields a verb lists \
      everything that can be said with it, filled in as it would be decided. What is left out is \
      filled in, what the verb has no use for is refused.

      Corrections for resubmit, replace and correct-charge are given as --correct FIELD=VALUE, such \
      as member-id=1EG4TE5MK73 or, for line 2 of a claim, units:2=1. "release" gives an item back \
      that "docket next" took; "release-hold" ends a hold.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "List what can be said with the verb, and decide nothing.") var fields = false
  @OptionGroup var said: DecisionOptions
  @Option(
    help: ArgumentHelp("Result code, where the verb's usual one does not fit.", valueName: "code"))
  var result = ""
  @Option(help: ArgumentHelp("A correction.", valueName: "field=value")) var correct: [String] = []
  @OptionGroup(title: "called, portal, obtain-authorization") var call: CallOptions
  @OptionGroup(title: "change-payer, same-bill") var payer: PayerOptions
  @OptionGroup(title: "document-request") var letter: LetterOptions
  @OptionGroup(title: "Orders, charges and special work") var charge: ChargeOptions
  @OptionGroup(title: "attach-document, obtain-authorization") var document: DocumentOptions
  @Argument(
    help:
      "The item's number, claim, order or trace number; for undo and redo also a file that went out."
  )
  var id: String
  @Argument(
    help: ArgumentHelp("What to do: \(Self.verbs.joined(separator: ", ")).", valueName: "verb"),
    completion: .list(Self.verbs))
  var verb: String

  /// Every decision, and giving an item back, which is none.
  private static let verbs = DecisionVerb.allCases.map(\.rawValue) + [giving]
  private static let giving = "release"

  func validate() throws {
    guard Self.verbs.contains(verb) else {
      throw ValidationError(
        "there is no verb \"\(verb)\"; use one of: \(Self.verbs.joined(separator: ", "))")
    }
  }

  func run() throws {
    let office = try OpenOffice(options, for: fields ? .look : .work).office
    try office.recoverOutbox()
    let typed = try typed()
    if verb == DecisionVerb.undo.rawValue || verb == DecisionVerb.redo.rawValue,
      let sent = try office.activity(ofFile: id)
    {
      let isRedo = verb == DecisionVerb.redo.rawValue
      try refuseFields(typed)
      try LastDecision.check(office, sent: sent, redo: isRedo)
      return try (isRedo ? office.redo() : office.undo()).tell(asJSON: json)
    }
    let item = try ItemReference.resolve(id, office)
    switch DecisionVerb(rawValue: verb) {
    case nil:
      try refuseFields(typed)
      try office.giveBack(item) { ShellSession.isOwn($0) }
      try DecisionOutcome(message: "Given back.", isUndoable: false, items: [item])
        .tell(asJSON: json)
    case .undo:
      try refuseFields(typed)
      try LastDecision.check(office, is: item, redo: false)
      try office.undo().tell(asJSON: json)
    case .redo:
      try refuseFields(typed)
      try LastDecision.check(office, is: item, redo: true)
      try office.redo().tell(asJSON: json)
    case let verb?:
      if fields {
        return try office.option(verb, on: try office.item(item)).tell(of: item, asJSON: json)
      }
      try ItemDecision.take(
        verb, typed, corrections: correct, result: result, on: item, office
      ).tell(asJSON: json)
    }
  }

  private func typed() throws(CommandFailure) -> TypedFields {
    var typed = TypedFields()
    let groups: [any FieldOptions] = [said, call, payer, letter, charge, document]
    for group in groups { try group.fill(&typed) }
    return typed
  }

  /// What takes no fields refuses them as every verb does.
  private func refuseFields(_ typed: TypedFields) throws(CommandFailure) {
    let field = typed.first?.rawValue ?? (correct.isEmpty ? nil : "correct")
    if let field = field ?? (result.isEmpty ? nil : "result") {
      throw CommandFailure(
        "\"\(foreign: verb)\" has no use for \"\(foreign: field)\": leave it out")
    }
    if fields { throw CommandFailure("\"\(foreign: verb)\" has no fields") }
  }
}

/// The decision that undo and redo are about.
enum LastDecision {
  /// Refuses to take back something else than the person named: undo goes from the newest back.
  static func check(_ office: Office, is item: WorkItemID, redo: Bool) throws {
    guard let last = try last(office, redo: redo), let other = last.item, other != item else {
      return
    }
    throw CommandFailure(
      """
      your last \(redo ? "undo" : "decision") was about \(foreign: last.reference), item \
      \(other.rawValue); \(redo ? "redo" : "undo") that first
      """)
  }

  /// Refuses to take back something else than the sending of the file that the person named.
  static func check(_ office: Office, sent: Activity, redo: Bool) throws {
    guard let last = try last(office, redo: redo) else { return }
    let isIt =
      redo
      ? last.activity.subject == sent.subject
      : last.activity.id == sent.id || sent.undoneBy != nil && last.activity.subject == sent.subject
    guard !isIt else { return }
    throw CommandFailure(
      """
      your last \(redo ? "undo" : "decision") was about \(foreign: last.reference) \
      (\(foreign: last.activity.verb.title)); \(redo ? "redo" : "undo") that first
      """)
  }

  private static func last(_ office: Office, redo: Bool) throws -> ActivityRow? {
    try office.activities(ActivityQuery(user: office.user.name, limit: 500)).first { row in
      redo ? row.activity.verb == .undo : row.activity.undoes == nil && row.activity.undoneBy == nil
    }
  }
}
