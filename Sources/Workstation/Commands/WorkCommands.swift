import Billing
import Cells
import WorkEngine

extension CommandCatalogue {
  /// Working items.
  static let work: [Command] = [
    Command(
      .takeNext, "Take the next item",
      help: "Takes the highest-ranked free item of the queue under your name and opens it.",
      in: [.home, .queue, .item], keys: [key("c")], hint: "claim next", order: 10,
      synonyms: ["claim next", "get next", "take"], refusal: { $0.refusalToTakeNext }),
    Command(
      .release, "Give the item back",
      help: "Ends your lease on the item, so that others can take it; you go on reading it.",
      in: [.item], synonyms: ["unclaim", "lease"],
      refusal: { $0.holdsOpenItem ? nil : "you do not hold this item" }),
    Command(
      .resolve, "Resolve",
      help: "Lists the decisions for this item or the marked ones, the proposed one first.",
      in: [.queue, .item], keys: [key("r")], hint: "resolve", order: 12,
      synonyms: ["decide", "decision", "work"], refusal: { $0.refusalToDecide }),
    Command(
      .repeatLast, "Repeat the last decision",
      help: "Opens the form of your last decision for this item or the marked ones, filled in.",
      in: [.queue, .item], keys: [key(".")], synonyms: ["again"],
      refusal: { $0.lastDecision == nil ? "nothing was decided yet" : $0.refusalToDecide }),
    Command(
      .undo, "Undo",
      help: "Takes your last decision back, all of it where it was many items; U brings it back.",
      keys: [key("u")], hint: "undo", order: 70, synonyms: ["take back", "revert"]),
    Command(
      .redo, "Redo", help: "Brings back what was undone last, until you decide something else.",
      keys: [key("U")], synonyms: ["again"]),
    Command(
      .openRemittance, "Open the remittance",
      help: "Shows the remittance that this item comes from, or the latest that spoke of it.",
      in: [.item], keys: [key("o")], hint: "remittance", order: 35,
      synonyms: ["835", "era", "eob"], refusal: { $0.refusalToOpenRemittance }),
    Command(
      .copyClaim, "Copy the claim number", help: "Puts the claim or trace number on the clipboard.",
      in: [.queue, .item, .remittance], keys: [[.character("y"), .character("c")]],
      synonyms: ["yank", "clipboard", "control number"], refusal: { $0.refusalWithoutRow }),
    Command(
      .copyPatient, "Copy the patient", help: "Puts the patient's name on the clipboard.",
      in: [.queue, .item, .remittance], keys: [[.character("y"), .character("p")]],
      synonyms: ["yank", "clipboard", "name"], refusal: { $0.refusalWithoutRow }),
    Command(
      .copyAmount, "Copy the amount", help: "Puts the open amount on the clipboard.",
      in: [.queue, .item, .remittance], keys: [[.character("y"), .character("a")]],
      synonyms: ["yank", "clipboard", "balance"], refusal: { $0.refusalWithoutRow }),
    Command(
      .copyPayerNumber, "Copy the payer's number",
      help: "Puts the payer's claim control number (ICN, DCN) on the clipboard.", in: [.item],
      keys: [[.character("y"), .character("n")]], synonyms: ["yank", "clipboard", "icn", "dcn"],
      refusal: { $0.refusalToCopyPayerNumber }),
  ]

  /// Decisions, each a form; none acts at once.
  static let decisions: [Command] = [
    decision(.deferItem, .deferred, "d", hint: "defer", order: 14, ["snooze", "pend", "later"]),
    decision(.note, .note, "a", hint: "note", order: 16, ["comment", "remark"]),
    decision(.transfer, .transferPatient, "x", order: 55, ["patient responsibility"]),
    decision(.escalate, .escalate, "e", order: 56, ["supervisor", "lead"]),
    decision(.resubmit, .resubmit, synonyms: ["correct", "new claim", "rebill", "fix"]),
    decision(.replace, .replace, synonyms: ["frequency 7", "corrected claim"]),
    decision(.void, .void, synonyms: ["frequency 8", "cancel claim"]),
    decision(.reopen, .reopen, synonyms: ["clerical error", "reopening"]),
    decision(.appeal, .appeal, synonyms: ["redetermination", "dispute", "reconsideration"]),
    decision(.appealOutcome, .appealOutcome, synonyms: ["favorable", "unfavorable"]),
    decision(.changePayer, .changePayer, synonyms: ["wrong payer", "coverage", "reroute"]),
    decision(.billNext, .billNext, synonyms: ["secondary", "crossover"]),
    decision(.writeOff, .writeOff, synonyms: ["adjust off", "bad debt"]),
    decision(.called, .calledPayer, synonyms: ["phone", "status"]),
    decision(.portal, .checkedPortal, synonyms: ["web", "status"]),
    decision(.requestDocuments, .requestDocuments, synonyms: ["medical records", "swo", "cmn"]),
    decision(.documentRequest, .documentRequest, synonyms: ["adr", "tpe", "records", "letter"]),
    decision(
      .obtainAuthorization, .obtainAuthorization, synonyms: ["prior authorization", "utn"]),
    decision(.followUp, .followUp, synonyms: ["tickler", "remind"]),
    decision(.deescalate, .deescalate, synonyms: ["supervisor", "lead", "return"]),
    decision(.assign, .assign, synonyms: ["owner", "give to"]),
    decision(.pin, .pin, synonyms: ["priority", "first"]),
    decision(.unpin, .unpin, synonyms: ["priority"]),
    decision(.match, .match, synonyms: ["staged", "unmatched"]),
    decision(.post, .post, synonyms: ["staged", "cash"]),
    decision(.suspense, .leaveInSuspense, synonyms: ["unapplied"]),
    decision(.breakLease, .breakLease, synonyms: ["lock", "steal"], isDangerous: true),
  ]

  static func decision(
    _ name: CommandName, _ verb: DecisionVerb, _ letter: Character, hint: SafeText = .empty,
    order: Int = 50, _ synonyms: [String]
  ) -> Command {
    decision(name, verb, keys: [key(letter)], hint: hint, order: order, synonyms: synonyms)
  }

  static func decision(
    _ name: CommandName, _ verb: DecisionVerb, keys: [[Key]] = [], hint: SafeText = .empty,
    order: Int = 50, synonyms: [String], isDangerous: Bool = false
  ) -> Command {
    Command(
      name, SafeText(foreign: verb.title), help: SafeText(foreign: Verbs[verb].help),
      argument: SafeText(foreign: Verbs[verb].argument?.words ?? ""), in: [.queue, .item],
      keys: keys, hint: hint,
      order: order, synonyms: synonyms, isDangerous: isDangerous,
      refusal: { $0.refusal(of: verb) })
  }
}

extension CommandName {
  /// The decision whose form this command opens; nil for all others.
  var verb: DecisionVerb? {
    switch self {
    case .resubmit: .resubmit
    case .replace: .replace
    case .void: .void
    case .reopen: .reopen
    case .appeal: .appeal
    case .appealOutcome: .appealOutcome
    case .changePayer: .changePayer
    case .billNext: .billNext
    case .transfer: .transferPatient
    case .writeOff: .writeOff
    case .called: .calledPayer
    case .portal: .checkedPortal
    case .requestDocuments: .requestDocuments
    case .documentRequest: .documentRequest
    case .obtainAuthorization: .obtainAuthorization
    case .followUp: .followUp
    case .note: .note
    case .deferItem: .deferred
    case .escalate: .escalate
    case .deescalate: .deescalate
    case .assign: .assign
    case .pin: .pin
    case .unpin: .unpin
    case .match: .match
    case .post: .post
    case .suspense: .leaveInSuspense
    case .breakLease: .breakLease
    case .confirm: .confirm
    case .returnOrder: .returnOrder
    case .cancelOrder: .cancelOrder
    case .hold: .hold
    case .releaseHold: .releaseHold
    case .attachDocument: .attachDocument
    case .correctCharge: .correctCharge
    case .withdraw: .withdrawCharge
    case .checkEligibility: .checkEligibility
    case .contact: .contactPatient
    case .fulfil: .fulfil
    case .decline: .decline
    case .pickUp: .pickUp
    default: nil
    }
  }
}
