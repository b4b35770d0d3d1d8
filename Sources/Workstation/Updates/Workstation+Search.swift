// Searching everything that is kept, and opening what was found.

import Billing
import Cells
import Desk

extension Workstation {
  /// Goes to what has this number or name: opens it where one thing has, else lists what was found.
  mutating func find(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else {
      say(.info, "Say what to go to: :go 26463774, or :go and the beginning of a name.")
      return
    }
    ask(SearchEverything(.text(text)), for: .find) { $0.showFound($1) }
  }

  mutating func showFound(_ results: SearchResults) {
    guard case .text(let text) = results.query else { return }
    let exact = results.rows.filter { $0.reference == text }
    if results.rows.isEmpty {
      typedAhead = []
      say(.warning, "Nothing has such a number or name.")
    } else if let only = exact.only ?? results.rows.only {
      open(only)
    } else {
      var screen = SearchScreen(query: results.query, title: text)
      screen.take(results)
      go(to: .search(screen))
    }
  }

  /// Lists what a word may mean.
  mutating func search(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else {
      beginSearch("")
      return
    }
    go(to: .search(SearchScreen(query: .text(text), title: text)))
  }

  /// Puts the command on the line, to be completed.
  mutating func beginSearch(_ text: String) {
    var line = CommandLine()
    line.field.setText("search " + text)
    overlays.append(.commandLine(line))
  }

  /// Takes in what was found.
  mutating func take(_ results: SearchResults, screen number: Int) {
    guard case .search(var screen)? = screens[number], screen.query == results.query else { return }
    screen.take(results)
    screens[number] = .search(screen)
  }

  mutating func take(_ page: ClaimPage, screen number: Int) {
    guard case .claim(var screen)? = screens[number] else { return }
    screen.page = page
    screens[number] = .claim(screen)
  }

  var refusalToOpenFound: SafeText? {
    switch screens.top.screen {
    case .search(let screen): screen.list.cursorRow == nil ? "nothing was found" : nil
    case .claim(let screen):
      if let page = screen.page {
        page.item == nil ? "no work is left on this claim" : nil
      } else {
        "the claim is being read"
      }
    default: "not on this screen"
    }
  }

  mutating func openFound() {
    switch screens.top.screen {
    case .search(let screen): if let row = screen.list.cursorRow { open(row) }
    case .claim(let screen): if let item = screen.page?.item { openItem(item, queue: nil) }
    default: break
    }
  }

  /// Opens work for work, and everything else for reading.
  private mutating func open(_ row: SearchRow) {
    if let item = row.item {
      openItem(item, queue: row.queue)
      return
    }
    switch row.subject {
    case .patient(let id):
      enter(.search(SearchScreen(query: .patient(id), title: row.patient)))
    case .work(.claim(let id)): enter(.claim(ClaimScreen(claim: id, number: row.reference)))
    case .work(.order(let id)): enter(.order(OrderScreen(order: id, number: row.reference)))
    case .work(.remittance(let id)): openRemittance(id)
    case .work(.remitClaim), .work(.charge), .work(.batch), .work(.special):
      say(.info, "Nothing of it is left to work.")
    }
  }
}

extension SearchScreen {
  mutating func take(_ results: SearchResults) {
    list.receive(results.rows, offset: 0, total: results.rows.count)
    isCut = results.isCut
  }
}

extension Array {
  /// The only element; nil where there are none or more.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
