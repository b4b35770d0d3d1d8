// Going to what has a number or a name.

import Billing
import Cells
import Desk

extension Workstation {
  /// Goes to what has this number or name: opens it where one thing has, else lists what was found.
  mutating func find(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else {
      shell.say(.info, "Say what to go to: :go 26463774, or :go and the beginning of a name.")
      return
    }
    shell.ask(SearchEverything(.text(text)), for: .find) { $0.showFound($1) }
  }

  private mutating func showFound(_ results: SearchResults) {
    guard case .text(let text) = results.query else { return }
    let exact = results.rows.filter { $0.reference == text }
    if results.rows.isEmpty {
      typing.dropAhead()
      shell.say(.warning, "Nothing has such a number or name.")
    } else if let only = exact.only ?? results.rows.only {
      withTop { $1.open(only) }
    } else {
      var screen = SearchScreen(query: results.query, title: text)
      screen.take(results)
      go(to: screen)
    }
  }
}

extension Array {
  /// The only element; nil where there are none or more.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
