/// Every command, by the name it has in the palette, in the `:` line and in the keys file.
package enum CommandName: String, Sendable, CaseIterable {
  // Moving
  case moveDown = "move-down"
  case moveUp = "move-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case top
  case bottom
  case scrollLeft = "scroll-left"
  case scrollRight = "scroll-right"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case open
  case back
  case close
  case nextItem = "next-item"
  case previousItem = "previous-item"
  // Lists
  case filter
  case sort
  case nextLane = "next-lane"
  case previousLane = "previous-lane"
  case mark
  case markRange = "mark-range"
  case markAll = "mark-all"
  case clearMarks = "clear-marks"
  case view
  case saveView = "save-view"
  case table
  // Work
  case takeNext = "take-next"
  case release
  case resolve
  case repeatLast = "repeat"
  case undo
  case redo
  case openRemittance = "open-remittance"
  case copyClaim = "copy-claim"
  case copyPatient = "copy-patient"
  case copyAmount = "copy-amount"
  case copyPayerNumber = "copy-payer-number"
  // Decisions
  case resubmit
  case replace
  case void
  case reopen
  case appeal
  case appealOutcome = "appeal-outcome"
  case changePayer = "change-payer"
  case billNext = "bill-next"
  case transfer
  case writeOff = "write-off"
  case called
  case portal
  case requestDocuments = "request-documents"
  case documentRequest = "document-request"
  case obtainAuthorization = "obtain-authorization"
  case followUp = "follow-up"
  case note
  case deferItem = "defer"
  case escalate
  case deescalate = "de-escalate"
  case assign
  case pin
  case unpin
  case match
  case post
  case suspense
  case breakLease = "break-lease"
  // Decisions about orders, charges and special work
  case confirm
  case returnOrder = "return"
  case cancelOrder = "cancel-order"
  case hold
  case releaseHold = "release-hold"
  case attachDocument = "attach-document"
  case correctCharge = "correct-charge"
  case withdraw
  case checkEligibility = "check-eligibility"
  case contact
  case fulfil
  case decline
  case pickUp = "pick-up"
  // Orders, sending, what is coming
  case orders
  case newOrder = "new-order"
  case editOrder = "edit-order"
  case transmission
  case send
  case calendar
  case holdsReport = "holds-report"
  case orderProblems = "order-problems"
  case askEligibility = "ask-eligibility"
  // Places
  case home
  case queue
  case remittances
  case imports
  case activity
  case messages
  case go
  case search
  case importFiles = "import"
  // The program
  case help
  case palette
  case commandLine = "command-line"
  case reload
  case redraw
  case mask
  case lock
  case theme
  case suspend
  case cancel
  case quit
}
