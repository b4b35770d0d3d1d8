/// A command by the name it has in the palette, in the `:` line and in the keys file.
///
/// Commands of one screen have their names beside that screen.
package struct CommandName: Hashable, Sendable {
  package let rawValue: String

  init(_ name: String) { rawValue = name }

  /// The command of that name, where there is one.
  package init?(rawValue: String) {
    self.init(rawValue)
    guard CommandCatalogue.isKnown(self) else { return nil }
  }

  package static var allCases: [CommandName] { CommandCatalogue.all.map(\.name) }
}

extension CommandName {
  // Moving
  static let moveDown = CommandName("move-down")
  static let moveUp = CommandName("move-up")
  static let halfPageDown = CommandName("half-page-down")
  static let halfPageUp = CommandName("half-page-up")
  static let pageDown = CommandName("page-down")
  static let pageUp = CommandName("page-up")
  static let top = CommandName("top")
  static let bottom = CommandName("bottom")
  static let scrollLeft = CommandName("scroll-left")
  static let scrollRight = CommandName("scroll-right")
  static let nextPane = CommandName("next-pane")
  static let previousPane = CommandName("previous-pane")
  static let open = CommandName("open")
  static let back = CommandName("back")
  static let close = CommandName("close")
  static let nextItem = CommandName("next-item")
  static let previousItem = CommandName("previous-item")
  // Lists
  static let filter = CommandName("filter")
  static let sort = CommandName("sort")
  static let nextLane = CommandName("next-lane")
  static let previousLane = CommandName("previous-lane")
  static let mark = CommandName("mark")
  static let markRange = CommandName("mark-range")
  static let markAll = CommandName("mark-all")
  static let clearMarks = CommandName("clear-marks")
  static let view = CommandName("view")
  static let saveView = CommandName("save-view")
  static let table = CommandName("table")
  // Work
  static let takeNext = CommandName("take-next")
  static let release = CommandName("release")
  static let resolve = CommandName("resolve")
  static let repeatLast = CommandName("repeat")
  static let undo = CommandName("undo")
  static let redo = CommandName("redo")
  static let openRemittance = CommandName("open-remittance")
  static let copyClaim = CommandName("copy-claim")
  static let copyPatient = CommandName("copy-patient")
  static let copyAmount = CommandName("copy-amount")
  static let copyPayerNumber = CommandName("copy-payer-number")
  // Decisions
  static let resubmit = CommandName("resubmit")
  static let replace = CommandName("replace")
  static let void = CommandName("void")
  static let reopen = CommandName("reopen")
  static let appeal = CommandName("appeal")
  static let appealOutcome = CommandName("appeal-outcome")
  static let changePayer = CommandName("change-payer")
  static let sameBill = CommandName("same-bill")
  static let billNext = CommandName("bill-next")
  static let transfer = CommandName("transfer")
  static let writeOff = CommandName("write-off")
  static let called = CommandName("called")
  static let portal = CommandName("portal")
  static let requestDocuments = CommandName("request-documents")
  static let documentRequest = CommandName("document-request")
  static let obtainAuthorization = CommandName("obtain-authorization")
  static let followUp = CommandName("follow-up")
  static let note = CommandName("note")
  static let deferItem = CommandName("defer")
  static let escalate = CommandName("escalate")
  static let deescalate = CommandName("de-escalate")
  static let assign = CommandName("assign")
  static let pin = CommandName("pin")
  static let unpin = CommandName("unpin")
  static let match = CommandName("match")
  static let post = CommandName("post")
  static let suspense = CommandName("suspense")
  static let applyBalance = CommandName("apply-balance")
  static let unpost = CommandName("unpost")
  static let voidRemittance = CommandName("void-remittance")
  static let refund = CommandName("refund")
  static let statement = CommandName("statement")
  static let payment = CommandName("payment")
  static let plan = CommandName("plan")
  static let transferPayer = CommandName("transfer-payer")
  static let patientWriteOff = CommandName("patient-write-off")
  static let billingMark = CommandName("billing-mark")
  static let breakLease = CommandName("break-lease")
  // Decisions about orders, charges and special work
  static let confirm = CommandName("confirm")
  static let returnOrder = CommandName("return")
  static let cancelOrder = CommandName("cancel-order")
  static let hold = CommandName("hold")
  static let releaseHold = CommandName("release-hold")
  static let attachDocument = CommandName("attach-document")
  static let correctCharge = CommandName("correct-charge")
  static let withdraw = CommandName("withdraw")
  static let checkEligibility = CommandName("check-eligibility")
  static let contact = CommandName("contact")
  static let fulfil = CommandName("fulfil")
  static let decline = CommandName("decline")
  static let pickUp = CommandName("pick-up")
  // Orders, sending, what is coming
  static let newOrder = CommandName("new-order")
  static let editOrder = CommandName("edit-order")
  static let askEligibility = CommandName("ask-eligibility")
  // Places
  static let importFiles = CommandName("import")
  // The program
  static let help = CommandName("help")
  static let palette = CommandName("palette")
  static let commandLine = CommandName("command-line")
  static let reload = CommandName("reload")
  static let redraw = CommandName("redraw")
  static let mask = CommandName("mask")
  static let lock = CommandName("lock")
  static let theme = CommandName("theme")
  static let suspend = CommandName("suspend")
  static let cancel = CommandName("cancel")
  static let quit = CommandName("quit")
}
