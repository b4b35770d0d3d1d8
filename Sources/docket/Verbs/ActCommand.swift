import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket act ID VERB …`: one decision about one item.
struct ActCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "act", abstract: "Decide about an item.",
    discussion: """
      "docket show ID" says what is proposed and what is not allowed. Corrections for resubmit and \
      replace are given as --correct FIELD=VALUE: member-id, authorization, place-of-service, \
      diagnoses, and for line N procedure:N, units:N, note:N, ordered-by:N ("LAST, FIRST NPI"); \
      for correct-charge: modifiers, units, amount, serial, narrative, authorization, pointers, \
      from, through. "release" gives an item back that "docket next" took; "release-hold" ends a \
      hold.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note = ""
  @Option(
    help: ArgumentHelp(
      "When it comes back: 2026-11-24, 11/24, nov 24, mon, 3d, +2w.", valueName: "day"))
  var followUp: String?
  @Option(help: "Result code, where the verb's usual one does not fit.") var result = ""
  @Option(help: "Reason code of a write-off or of suspense.") var reason = ""
  @Option(help: "Dollars, where it is not all that is open.") var amount: Cents?
  @Option(help: "Level of the appeal, 1 to 5.") var level: AppealLevel?
  @Option(
    help: "How the appeal ended: \(AppealOutcome.allValueStrings.joined(separator: ", ")).")
  var outcome: AppealOutcome?
  @Option(help: ArgumentHelp("Date of the payer's letter.", valueName: "day")) var notice: String?
  @Option(help: ArgumentHelp("Whom to assign or defer to.", valueName: "user")) var to: String?
  @Option(
    help: ArgumentHelp("The claim that it belongs to, by its control number.", valueName: "claim"))
  var match: String?
  @Option(help: "What the payer said: \(PayerStatusName.allValueStrings.joined(separator: ", ")).")
  var status: PayerStatusName?
  @Option(help: ArgumentHelp("A correction.", valueName: "field=value")) var correct: [String] = []
  @OptionGroup(title: "Orders, charges and special work") var orderSide: OrderSideOptions
  @OptionGroup(title: "attach-document") var document: DocumentOptions
  @Argument(help: "The item's number, claim, order or trace number.") var id: String
  @Argument(
    help: ArgumentHelp(
      "What to do: \((DecisionVerb.allCases.map(\.rawValue) + ["release"]).joined(separator: ", ")).",
      valueName: "verb"),
    completion: .list(DecisionVerb.allCases.map(\.rawValue) + ["release"]))
  var verb: String

  func validate() throws {
    guard verb == "release" || DecisionVerb(rawValue: verb) != nil else {
      throw ValidationError(
        """
        there is no verb "\(verb)"; use one of: \
        \((DecisionVerb.allCases.map(\.rawValue) + ["release"]).joined(separator: ", "))
        """)
    }
  }

  func run() throws {
    let office = try OpenOffice(options).office
    try office.recoverOutbox()
    let item = try ItemReference.resolve(id, office)
    switch DecisionVerb(rawValue: verb) {
    case nil:
      try office.release(item)
      try DecisionOutcome(message: "Given back.", isUndoable: false, items: [item])
        .tell(asJSON: json)
    case .undo:
      try LastDecision.check(office, is: item, redo: false)
      try office.undo().tell(asJSON: json)
    case .redo:
      try LastDecision.check(office, is: item, redo: true)
      try office.redo().tell(asJSON: json)
    case let verb?:
      let detail = try office.item(item)
      let decision = try DecisionReader(command: self, office: office, detail: detail)
        .decision(verb)
      try office.decide(
        DecisionRequest(
          item: item, rowVersion: detail.item.rowVersion, fence: nil, decision: decision)
      ).tell(asJSON: json)
    }
  }
}

/// The decision that undo and redo are about.
enum LastDecision {
  /// Refuses to take back something else than the person named: undo goes from the newest back.
  static func check(_ office: Office, is item: WorkItemID, redo: Bool) throws {
    let rows = try office.activities(ActivityQuery(user: office.user.name, limit: 500))
    let last = rows.first { row in
      redo ? row.activity.verb == .undo : row.activity.undoes == nil && row.activity.undoneBy == nil
    }
    guard let last, let other = last.item, other != item else { return }
    throw CommandFailure(
      """
      your last \(redo ? "undo" : "decision") was about \(foreign: last.reference), item \
      \(other.rawValue); \(redo ? "redo" : "undo") that first
      """)
  }
}
