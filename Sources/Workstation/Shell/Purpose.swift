import Billing
import Desk

/// What an answer is for: of each purpose only the newest question counts.
enum Purpose: Hashable, Sendable {
  case overview
  case takeNext
  case release(WorkItemID)
  case form(screen: Int)
  case decide
  case preview
  case undo
  case importing
  case billers
  case completions
  case find
  /// The order of this item, to be changed.
  case orderToEdit
  case checkOrder
  case saveOrder
  /// The claim that a number on a paper means.
  case paperClaim
  case postPaper
  case send
  case askEligibility
  /// Something that one screen shows.
  case shown(Part, screen: Int)

  /// The parts of a screen that are read by themselves.
  enum Part: Hashable, Sendable {
    /// The rows of its list.
    case rows
    /// How many rows there are, and what they come to.
    case totals
    /// All that it tells of one thing.
    case page
    /// Its item, to be worked on.
    case lease
    case sidePane
    case marksInSight
    case markAll
  }

  /// Whether the answer changes what lies under the keys.
  var holdsKeys: Bool {
    switch self {
    case .takeNext, .form, .preview, .find, .orderToEdit: true
    default: false
    }
  }
}

/// A question that has not been answered.
struct Waiting: Equatable, Sendable {
  var ticket: Int
  var job: JobName
  var since: Timestamp
  /// The first row asked for, where it is a page: an answer that helps no further is not repeated.
  var offset: Int?
}
