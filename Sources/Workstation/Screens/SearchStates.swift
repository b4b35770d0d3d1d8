import Billing
import Cells
import Desk

/// What was found of everything that is kept.
struct SearchScreen: Equatable, Sendable {
  var query: SearchQuery
  /// As typed, or the patient's name.
  var title: String
  var list = WindowedList<SearchRow>()
  var isCut = false
  var scrolled = 0
}

/// One claim for reading, whether or not it needs work.
struct ClaimScreen: Equatable, Sendable {
  var claim: ClaimID
  var number: String
  var page: ClaimPage?
  /// Rows scrolled out at the top.
  var scrolled = 0
}

extension SearchRow: ListRow { var listID: SearchRow.Subject { subject } }
