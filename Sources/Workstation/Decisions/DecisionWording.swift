import Billing
import Cells
import Desk

/// What decisions are called and what they do, in words.
enum DecisionWording {
  /// A sentence for the help.
  static func help(for verb: DecisionVerb) -> SafeText {
    switch verb {
    case .resubmit: "Corrects the claim and sends it again as a new one (frequency 1)."
    case .replace: "Sends a replacement (frequency 7), where the payer takes one."
    case .void: "Voids the claim at the payer (frequency 8), where the payer takes that."
    case .reopen: "Asks the payer to correct a clerical error without an appeal."
    case .appeal: "Records an appeal with its level, and lists what belongs into the packet."
    case .appealOutcome: "Records how an appeal ended."
    case .billNext: "Sends the open balance to the next payer."
    case .transferPatient: "Moves an open amount to the patient."
    case .writeOff: "Gives an amount up, with a reason; above a limit a supervisor decides."
    case .calledPayer: "Records a call to the payer and what they said."
    case .checkedPortal: "Records what the payer's portal shows."
    case .requestDocuments: "Records what was asked for, and when to ask again."
    case .followUp: "Lets the item wait until a day."
    case .note: "Adds a note to the history; the item stays where it is."
    case .deferred: "Lets the item come back on a later day, to you."
    case .escalate: "Gives the item to a lead, with a question."
    case .deescalate: "Takes the item back from the lead's lane."
    case .assign: "Gives the item to a biller."
    case .pin: "Puts the item before all others of its queue."
    case .unpin: "Lets the item rank by its deadline again."
    case .match: "Says which claim a staged payment belongs to."
    case .post: "Posts a staged claim of a remittance."
    case .leaveInSuspense: "Keeps the money in suspense, with a reason and a day to look again."
    case .breakLease: "Takes an item from the biller who holds it; it is recorded."
    case .undo: "Takes a decision back."
    case .redo: "Brings a decision back."
    case .confirm: "Says that the order is right; its charges are made."
    case .returnOrder: "Gives the order back to the front office, with the cause."
    case .cancelOrder: "Cancels the order; nothing of it is billed."
    case .hold: "Keeps the charge back, with a reason, a team and a day to look again."
    case .releaseHold: "Releases a hold, of this month or of all held months, with the evidence."
    case .attachDocument: "Indexes a document that came, with its dates and its signer."
    case .correctCharge: "Corrects modifiers, units, dates and numbers before it is billed."
    case .withdrawCharge: "Takes the charge out of billing for good, with a reason."
    case .transmit: "Sends a batch; its count and its total are typed."
    case .checkEligibility: "Asks the payer whether it covers the patient (270)."
    case .contactPatient: "Records what the patient wants, item by item."
    case .fulfil: "Makes the order or the charge that is due, with its day and units."
    case .decline: "Closes the work: the patient does not want it, or needs it no more."
    case .pickUp: "Records that the equipment came back; no further month is rented."
    }
  }

  /// What may follow the name in the `:` line.
  static func argument(for verb: DecisionVerb) -> SafeText {
    switch verb {
    case .deferred, .followUp, .reopen, .requestDocuments, .appeal: "DAYS or DATE"
    case .note, .escalate, .cancelOrder, .withdrawCharge, .decline: "TEXT"
    case .pickUp: "DATE"
    case .assign: "BILLER"
    case .writeOff, .transferPatient: "AMOUNT"
    default: .empty
    }
  }

  /// The name of the form.
  static func title(of form: DecisionForm) -> SafeText {
    let verb = SafeText(foreign: form.verb.title)
    switch form.target {
    case .one: return verb
    case .many(let ids, _): return "\(verb): \(Wording.count(ids.count, "marked item"))"
    }
  }

  static func title(of level: AppealLevel) -> String {
    switch level {
    case .first: "1  first level"
    case .second: "2  second level"
    case .third: "3  third level"
    case .fourth: "4  fourth level"
    case .fifth: "5  fifth level"
    }
  }

  static func title(of outcome: AppealOutcome) -> String {
    switch outcome {
    case .favorable: "favorable"
    case .partlyFavorable: "partly favorable"
    case .unfavorable: "unfavorable"
    case .dismissed: "dismissed"
    }
  }

  static func title(of status: PayerStatus) -> String {
    switch status {
    case .inProcess: "in process"
    case .pended: "pended for information"
    case .notOnFile: "not on file"
    case .paid: "paid"
    case .denied: "denied"
    }
  }
}

/// What a payer says of a claim on the phone or in the portal (domain result codes).
enum PayerStatus: String, CaseIterable, Sendable {
  case inProcess = "in process"
  case pended
  case notOnFile = "not on file"
  case paid
  case denied
}

extension DecisionVerb {
  /// Whether one form can speak for many items.
  var worksOnMany: Bool {
    switch self {
    case .match, .undo, .redo, .breakLease, .void, .replace, .appealOutcome, .cancelOrder,
      .attachDocument, .correctCharge, .withdrawCharge, .transmit, .contactPatient, .fulfil,
      .pickUp:
      false
    default: true
    }
  }

  /// Whether the form needs to know no more than a row of the list does.
  var needsRowOnly: Bool {
    switch self {
    case .note, .deferred, .followUp, .escalate, .deescalate, .assign, .pin, .unpin: true
    default: false
    }
  }

  /// Whether the item stays open for work after it.
  var leavesItemOpen: Bool {
    switch self {
    case .note, .pin, .unpin, .breakLease, .attachDocument, .checkEligibility, .correctCharge: true
    default: false
    }
  }

  /// Whether it fits every item, also where the advice does not name it.
  var fitsEveryItem: Bool { needsRowOnly }

  /// The queues of the order side where it can be decided; nil for all other decisions.
  var orderQueues: [QueueName]? {
    switch self {
    case .confirm, .returnOrder, .cancelOrder: [.orderConfirmation]
    case .hold, .correctCharge, .withdrawCharge, .checkEligibility: [.holds, .transmission]
    case .releaseHold: [.holds]
    case .attachDocument: [.orderConfirmation, .holds, .transmission, .special]
    case .transmit: []
    case .contactPatient, .fulfil, .decline, .pickUp: [.special]
    default: nil
    }
  }

  /// Whether it only puts the item off, so that its deadline goes on running.
  var isPause: Bool {
    switch self {
    case .deferred, .followUp, .calledPayer, .checkedPortal, .requestDocuments, .leaveInSuspense:
      true
    default: false
    }
  }

  /// Whether only a supervisor may.
  var isForSupervisors: Bool {
    switch self {
    case .pin, .unpin, .breakLease: true
    default: false
    }
  }
}
