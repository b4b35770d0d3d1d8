/// The kinds of work in the background; of one kind only the newest is wanted.
package enum JobName: String, Sendable, CaseIterable {
  case overview, page, item, claim, form, decision, preview, identities
  case remittances, remittance, files, importing = "import", activities, completions, find, lease,
    orders, deposits

  /// What is going on, as a person says it.
  package var title: String {
    switch self {
    case .overview: "Reading the queues"
    case .page: "Reading the queue"
    case .item: "Reading the item"
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
    case .deposits: "Reading deposits"
    }
  }
}
