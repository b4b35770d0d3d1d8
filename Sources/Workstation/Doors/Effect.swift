package import Billing
package import Desk

/// Something that a ``Workstation`` wants done outside itself.
package enum Effect: Equatable, Sendable {
  /// Ask the office, off the terminal's thread, and bring the answer back with the ticket.
  ///
  /// Every question is answered once, a page whose totals take longer a second time with them: by a
  /// reply, or by ``Message/cancelled(_:)`` after a ``cancel(_:)``.
  case ask(DeskRequest, ticket: Int)
  /// From now on let the leases on these items run on, and on no others: what nobody looks at runs
  /// out by itself.
  case keepLeases(Set<WorkItemID>)
  /// Stop a running job if it can be stopped.
  case cancel(JobName)
  /// Put text on the clipboard of the person's own machine; log what field it was, not its value.
  case copy(String)
  /// Give the terminal back to the shell until the program is continued.
  case suspend
  /// Draw every cell again.
  case redraw
  case ringBell
  /// Send a tick after so many milliseconds; a newer wish replaces an older one.
  case wake(afterMilliseconds: Int)
  /// Read a theme by its name and draw in it from then on.
  case loadTheme(String)
  /// Keep a view in the settings of this biller, in place of one with the same number or name.
  case saveView(SavedView)
  /// End the program after every request so far has been answered.
  case exit
}

/// The kinds of work in the background; of one kind only the newest is wanted.
package enum JobName: String, Sendable, CaseIterable {
  case overview, page, item, claim, sidePane = "side-pane", form, decision, preview, identities
  case remittances, remittance, files, importing = "import", activities, completions, find, lease,
    orders

  /// What is going on, as a person says it.
  package var title: String {
    switch self {
    case .overview: "Reading the queues"
    case .page: "Reading the queue"
    case .item, .sidePane: "Reading the item"
    case .form: "Reading the form"
    case .claim: "Reading the claim"
    case .decision: "Saving"
    case .preview: "Working out what it would do"
    case .identities: "Counting what matches"
    case .remittances, .remittance: "Reading remittances"
    case .files: "Reading the list of files"
    case .importing: "Importing"
    case .activities: "Reading the journal"
    case .completions: "Looking up values"
    case .find: "Searching"
    case .lease: "Taking the item"
    case .orders: "Reading orders"
    }
  }
}

extension DeskRequest {
  /// The kind of work that answers this request; reading may be stopped, and so may an import.
  package var job: JobName {
    switch self {
    case .overview: .overview
    case .page: .page
    case .item: .item
    case .takeNext, .take, .release: .lease
    case .form: .form
    case .decide, .decideMany, .undo, .redo: .decision
    case .previewMany: .preview
    case .identities: .identities
    case .remittances: .remittances
    case .remittance: .remittance
    case .files: .files
    case .importFiles: .importing
    case .activities: .activities
    case .billers, .completions: .completions
    case .search: .find
    case .claim: .claim
    case .orders(.saveOrder), .orders(.send), .orders(.askEligibility): .decision
    case .orders: .orders
    }
  }

  /// Whether stopping it half-way leaves the office as it was, or as a later run finds and mends.
  package var canBeCancelled: Bool {
    switch self {
    case .takeNext, .take, .release, .decide, .decideMany, .undo, .redo,
      .orders(.saveOrder), .orders(.send), .orders(.askEligibility):
      false
    default: true
    }
  }
}
