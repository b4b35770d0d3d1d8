import Billing
import Cells
import Desk
import WorkEngine

extension CommandCatalogue {
  /// Working items.
  static let work: [Command] = [
    Command(
      .takeNext, "Take the next item",
      help: "Takes the highest-ranked free item of the queue under your name and opens it.",
      in: .of { $0 is any HandingScreen.Type }, keys: [key("c")], hint: "claim next", order: 10,
      synonyms: ["claim next", "get next", "take"],
      run: { workstation, _ in workstation.takeNext() },
      refusal: { $0.refusalToTakeNext }),
    Command(
      .release, "Give the item back",
      help: "Ends your lease on the item, so that others can take it; you go on reading it.",
      in: [.item], synonyms: ["unclaim", "lease"],
      run: Command.on(ItemScreen.self) { item, shell, _ in item.giveBack(&shell) },
      refusal: { $0.refusalToGiveBack }),
    Command(
      .resolve, "Resolve",
      help:
        "Lists the decisions, the proposed one first. Type words or the two letters; Enter takes one.",
      in: .of { $0 is any DecidingScreen.Type }, keys: [key("r")], hint: "resolve", order: 12,
      synonyms: ["decide", "decision", "work"],
      run: { workstation, _ in workstation.openDecisionMenu() },
      refusal: { $0.refusalToDecide }),
    Command(
      .repeatLast, "Repeat the last decision",
      help: "Opens the form of your last decision for this item or the marked ones, filled in.",
      in: .of { $0 is any DecidingScreen.Type }, keys: [key(".")], synonyms: ["again"],
      run: { workstation, _ in workstation.repeatLastDecision() },
      refusal: {
        $0.shell.drafts.lastDecision == nil ? "nothing was decided yet" : $0.refusalToDecide
      }),
    Command(
      .undo, "Undo",
      help: "Takes your last decision back, all of it where it was many items; U brings it back.",
      keys: [key("u")], hint: "undo", order: 70, synonyms: ["take back", "revert"],
      run: { workstation, _ in workstation.takeBack(UndoDecision()) }),
    Command(
      .redo, "Redo", help: "Brings back what was undone last, until you decide something else.",
      keys: [key("U")], synonyms: ["again"],
      run: { workstation, _ in workstation.takeBack(RedoDecision()) }),
    Command(
      .openRemittance, "Open the remittance",
      help: "Shows the remittance that this item comes from, or the latest that spoke of it.",
      in: .of { $0 is any RemittanceSource.Type }, keys: [key("o")], hint: "remittance", order: 35,
      synonyms: ["835", "era", "eob"],
      run: { workstation, _ in workstation.openRemittanceOfItem() },
      refusal: { $0.refusalToOpenRemittance }),
    Command(
      .copyClaim, "Copy the claim number", help: "Puts the claim or trace number on the clipboard.",
      in: .having(.record),
      keys: [[.character("y"), .character("c")]],
      synonyms: ["yank", "clipboard", "control number"],
      run: { workstation, _ in workstation.copy("claim number", \.reference) },
      refusal: { $0.refusalWithoutRow }),
    Command(
      .copyPatient, "Copy the patient", help: "Puts the patient's name on the clipboard.",
      in: .having(.record),
      keys: [[.character("y"), .character("p")]],
      synonyms: ["yank", "clipboard", "name"],
      run: { workstation, _ in workstation.copy("patient", \.patient) },
      refusal: { $0.refusalWithoutRow }),
    Command(
      .copyAmount, "Copy the amount", help: "Puts the open amount on the clipboard.",
      in: .having(.record),
      keys: [[.character("y"), .character("a")]],
      synonyms: ["yank", "clipboard", "balance"],
      run: { workstation, _ in workstation.copy("amount", \.amount.description) },
      refusal: { $0.refusalWithoutRow }),
    Command(
      .copyPayerNumber, "Copy the payer's number",
      help: "Puts the payer's claim control number (ICN, DCN) on the clipboard.",
      in: [.item, .claim],
      keys: [[.character("y"), .character("n")]], synonyms: ["yank", "clipboard", "icn", "dcn"],
      run: { workstation, _ in workstation.copy("payer's number", \.payerNumber) },
      refusal: { $0.refusalToCopyPayerNumber }),
  ]

  /// Decisions, each a form; none acts at once.
  ///
  /// One line a decision: what it is called, its two letters in the list of decisions, its key where
  /// it has one, and other words for it.
  static let decisions: [Command] = [
    decision(
      .deferItem, .deferred, code: "de", "d", hint: "defer", order: 14, ["snooze", "pend", "later"]),
    decision(.note, .note, code: "no", "a", hint: "note", order: 16, ["comment", "remark"]),
    decision(.transfer, .transferPatient, code: "tr", "x", order: 55, ["patient responsibility"]),
    decision(.escalate, .escalate, code: "es", "e", order: 56, ["supervisor", "lead"]),
    decision(
      .resubmit, .resubmit, code: "fx", synonyms: ["correct", "new claim", "rebill", "fix"]),
    decision(.replace, .replace, code: "rp", synonyms: ["frequency 7", "corrected claim"]),
    decision(.void, .void, code: "vo", synonyms: ["frequency 8", "cancel claim"]),
    decision(.reopen, .reopen, code: "ro", synonyms: ["clerical error", "reopening"]),
    decision(
      .appeal, .appeal, code: "ap", synonyms: ["redetermination", "dispute", "reconsideration"]),
    decision(.appealOutcome, .appealOutcome, code: "ao", synonyms: ["favorable", "unfavorable"]),
    decision(
      .changePayer, .changePayer, code: "cp", synonyms: ["wrong payer", "coverage", "reroute"]),
    decision(.sameBill, .sameBill, code: "sb", synonyms: ["duplicate", "twice", "merge"]),
    decision(.billNext, .billNext, code: "bn", synonyms: ["secondary", "crossover"]),
    decision(.writeOff, .writeOff, code: "wo", synonyms: ["adjust off", "bad debt"]),
    decision(.called, .calledPayer, code: "ca", synonyms: ["phone", "status"]),
    decision(.portal, .checkedPortal, code: "pt", synonyms: ["web", "status"]),
    decision(
      .requestDocuments, .requestDocuments, code: "rd", synonyms: ["medical records", "swo", "cmn"]),
    decision(
      .documentRequest, .documentRequest, code: "dr", synonyms: ["adr", "tpe", "records", "letter"]),
    decision(
      .obtainAuthorization, .obtainAuthorization, code: "oa",
      synonyms: ["prior authorization", "utn"]),
    decision(.followUp, .followUp, code: "fu", synonyms: ["tickler", "remind"]),
    decision(.deescalate, .deescalate, code: "rl", synonyms: ["supervisor", "lead", "return"]),
    decision(.assign, .assign, code: "as", synonyms: ["owner", "give to"]),
    decision(.pin, .pin, code: "pi", synonyms: ["priority", "first"]),
    decision(.unpin, .unpin, code: "un", synonyms: ["priority"]),
    decision(.match, .match, code: "ma", synonyms: ["staged", "unmatched"]),
    decision(.post, .post, code: "po", synonyms: ["staged", "cash"]),
    decision(.suspense, .leaveInSuspense, code: "su", synonyms: ["unapplied"]),
    decision(
      .applyBalance, .applyBalance, code: "ab", synonyms: ["recoupment", "take back", "offset"]),
    decision(
      .matchDeposit, .matchDeposit, code: "mm", synonyms: ["bank", "reassociate", "eft", "money"]),
    decision(.unmatchDeposit, .unmatchDeposit, code: "um", synonyms: ["bank", "wrong match"]),
    decision(.voidDeposit, .voidDeposit, code: "vd", synonyms: ["bank", "twice", "wrong"]),
    decision(.grant, .grant, code: "gr", synonyms: ["approve", "approval", "allow"]),
    decision(.refuse, .refuse, code: "rj", synonyms: ["reject", "approval", "deny"]),
    decision(.unpost, .unpost, code: "up", synonyms: ["take back", "wrong"], isDangerous: true),
    decision(
      .voidRemittance, .voidRemittance, code: "vr", synonyms: ["read twice", "wrong file"],
      isDangerous: true),
    decision(.refund, .refund, code: "rf", synonyms: ["credit", "overpayment", "give back"]),
    decision(.statement, .statement, code: "st", synonyms: ["patient bill", "letter"]),
    decision(.payment, .payment, code: "py", synonyms: ["patient paid", "check", "card", "cash"]),
    decision(.plan, .plan, code: "pl", synonyms: ["installments", "promise to pay"]),
    decision(.transferPayer, .transferPayer, code: "tp", synonyms: ["back to insurance"]),
    decision(
      .patientWriteOff, .patientWriteOff, code: "pw", synonyms: ["agency", "collections"]),
    decision(.billingMark, .billingMark, code: "bm", synonyms: ["returned mail", "do not bill"]),
    decision(.settle, .settle, code: "se", synonyms: ["corrected file", "refused"]),
    decision(.dispute, .dispute, code: "di", synonyms: ["underpaid", "contract"]),
    decision(.accept, .accept, code: "ac", synonyms: ["underpaid"]),
    decision(.breakLease, .breakLease, code: "bl", synonyms: ["lock", "steal"], isDangerous: true),
  ]

  /// A decision with a key of its own; `code` is two letters that no other decision has.
  static func decision(
    _ name: CommandName, _ verb: DecisionVerb, code: String, _ letter: Character,
    hint: SafeText = .empty, order: Int = 50, _ synonyms: [String]
  ) -> Command {
    decision(
      name, verb, code: code, keys: [key(letter)], hint: hint, order: order, synonyms: synonyms)
  }

  static func decision(
    _ name: CommandName, _ verb: DecisionVerb, code: String, keys: [[Key]] = [],
    hint: SafeText = .empty, order: Int = 50, synonyms: [String], isDangerous: Bool = false
  ) -> Command {
    Command(
      name, SafeText(foreign: verb.title), help: SafeText(foreign: Verbs[verb].help),
      argument: SafeText(foreign: Verbs[verb].argument?.words ?? ""),
      in: .of { $0 is any DecidingScreen.Type },
      keys: keys, hint: hint, order: order, synonyms: synonyms, isDangerous: isDangerous,
      run: { $0.begin(verb, argument: $1.argument) }, refusal: { $0.refusal(of: verb) }
    ).deciding(verb, code: code)
  }
}

extension CommandName {
  /// The decision whose form this command opens; nil for all others.
  var verb: DecisionVerb? { CommandCatalogue.entry(self).verb }
}
