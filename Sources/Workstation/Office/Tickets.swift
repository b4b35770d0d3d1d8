import Billing
import Desk

/// What an answer is for: of each purpose only the newest question counts.
enum Purpose: Hashable, Sendable {
  case overview
  case page(screen: Int)
  case marksInSight(screen: Int)
  case markAll(screen: Int)
  case sidePane(screen: Int)
  case item(screen: Int)
  case take(screen: Int)
  case takeNext
  case release(WorkItemID)
  case form(screen: Int)
  case decide
  case preview
  case undo
  case remittances(screen: Int)
  case remittance(screen: Int)
  case files(screen: Int)
  case importing
  case activities(screen: Int)
  case billers
  case completions
  case find
  case search(screen: Int)
  case claim(screen: Int)
  case orders(screen: Int)
  case order(screen: Int)
  /// The order of this item, to be changed.
  case orderToEdit
  case checkOrder
  case saveOrder
  case transmission(screen: Int)
  case send
  case calendar(screen: Int)
  case holdsReport(screen: Int)
  case orderProblems(screen: Int)
  case askEligibility
}

/// A question that has not been answered.
struct Waiting: Equatable, Sendable {
  var ticket: Int
  var job: JobName
  var since: Timestamp
  /// The first row asked for, where it is a page: an answer that helps no further is not repeated.
  var offset: Int?
}
