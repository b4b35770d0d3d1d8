import Billing
import Cells
import Desk

extension CommandContext {
  static let search = CommandContext("search", "Search")
}

extension CommandName {
  static let go = CommandName("go")
  static let search = CommandName("search")
}

/// What was found of everything that is kept.
struct SearchScreen: ListScreen, KeptScreen {
  static let context = CommandContext.search
  static let abilities: ScreenAbilities = [.columns, .filter, .record]
  static let commands = [
    Command(
      .go, "Go to a claim",
      help: "Opens what has this number: a claim, an order, a trace number; lists several.",
      argument: "NUMBER or NAME", synonyms: ["find", "jump"], group: .places,
      run: { $0.find($1.argument) }),
    Command(
      .search, "Search everything",
      help:
        "Lists claims, patients, member ids, orders and remittances, also paid and closed ones.",
      argument: "NUMBER or NAME",
      synonyms: ["find", "look up", "patient", "member", "closed", "paid"], group: .places,
      run: { workstation, given in workstation.withTop { $1.search(given.argument) } }),
  ]

  var query: SearchQuery
  /// As typed, or the patient's name.
  var title: String
  var list = WindowedList<SearchRow>()
  var isCut = false
  var scrolled = 0

  /// Rows below the list that tell the one under the cursor.
  private static let foundRows = 3

  init(query: SearchQuery, title: String) {
    self.query = query
    self.title = title
  }

  init?(kept words: [String: String], _ settings: WorkstationSettings) {
    guard let text = words["filter"] else { return nil }
    self.init(query: .text(text), title: text)
  }

  var kept: [String: String]? {
    if case .text(let text) = query { ["filter": text] } else { nil }
  }

  func crumb(_ privacy: Privacy) -> SafeText {
    switch query {
    case .text: "Search"
    case .patient: privacy.person(title)
    }
  }

  static var rowsAboveList: Int { 1 }

  func listHeight(_ shell: Shell) -> Int { max(1, shell.terminal.bodyHeight - 2 - Self.foundRows) }

  func read(_ shell: inout Shell) {
    shell.ask(SearchEverything(query), for: .page) { (screen: inout Self, results, _) in
      if screen.query == results.query { screen.take(results) }
    }
  }

  mutating func take(_ results: SearchResults) {
    list.receive(all: results.rows)
    isCut = results.isCut
  }

  mutating func scrollColumns(by step: Int) { scrolled = max(0, min(scrolled + step, 5)) }

  func filter(_ text: String, _ shell: inout Shell) { shell.search(text) }

  func open(_ shell: inout Shell) {
    if let row = list.cursorRow { shell.open(row) }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    list.cursorRow == nil ? "nothing was found" : nil
  }

  var record: Record? {
    list.cursorRow.map { Record(reference: $0.reference, patient: $0.patient, amount: $0.open) }
  }

  func hint(of command: CommandName) -> SafeText? { command == .filter ? "search" : nil }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let line = rect.line(0).inset(columns: 1)
    let title: SafeText =
      switch query {
      case .text: canvas.privacy.free(title)
      case .patient: canvas.privacy.person(title)
      }
    canvas.write(StyledText("/ ", .key) + StyledText(title, .accent), in: line)
    guard list.isLoaded else { return }
    let more: SafeText = isCut ? ", and more: type more of it" : ""
    canvas.write(
      "\(MoneyText.count(list.count)) found\(more)", in: line, style: .muted, align: .trailing)
    guard list.count > 0 else {
      canvas.writeEmpty(
        [
          "Nothing begins with that.", "A claim's, payer's or member's number, an order, a trace",
          "number, or a name: DOE, DOE, J or JANE DOE. / searches again.",
        ], in: rect)
      return
    }
    var room = rect.below(Self.rowsAboveList)
    room.rows -= Self.foundRows
    canvas.draw(list, columns: Self.columns, scrolled: scrolled, in: room) { cells(of: $1, $2) }
    guard let row = list.cursorRow else { return }
    for (index, text) in foundWords(row, canvas, width: line.columns).enumerated() {
      canvas.write(
        text, in: rect.line(rect.rows - Self.foundRows + 1 + index).inset(columns: 1))
    }
  }

  private static let columns = [
    Table.Column("Number", width: .flexible(minimum: 9, weight: 1), wholeUpTo: 20),
    Table.Column("Patient", width: .flexible(minimum: 12, weight: 2)),
    Table.Column("Payer", width: .flexible(minimum: 12, weight: 2), keepsEnd: true),
    Table.Column("Day", width: .fixed(Wording.listDateColumns), priority: 1),
    Table.Column("How it stands", width: .flexible(minimum: 20, weight: 3)),
    Table.Column("Open", width: .fixed(11), align: .trailing),
  ]

  private func cells(of row: SearchRow, _ canvas: Canvas) -> Table.Row {
    let isWork = row.item != nil
    return Table.Row([
      Table.Cell(canvas.privacy.identifier(row.reference)),
      Table.Cell(canvas.privacy.person(row.patient)),
      Table.Cell(SafeText(foreign: row.payer)),
      Table.Cell(row.on.map { Wording.listDate($0, today: canvas.today) } ?? ""),
      Table.Cell(SafeText(foreign: row.state), isWork ? .accent : .text),
      Table.Cell(Wording.money(row.open), row.open == .zero ? .muted : .text),
    ])
  }

  /// All of the row under the cursor, and what Enter opens.
  private func foundWords(_ row: SearchRow, _ canvas: Canvas, width: Int) -> [StyledText] {
    var parts: [SafeText] = []
    if !row.payer.isEmpty { parts.append(SafeText(foreign: row.payer)) }
    if !row.memberID.isEmpty { parts.append("member \(canvas.privacy.identifier(row.memberID))") }
    if let day = row.on { parts.append(Wording.longDate(day, today: canvas.today)) }
    let opens: SafeText =
      if row.item != nil {
        "the work"
      } else {
        switch row.subject {
        case .patient: "all of this patient"
        case .work(.claim): "the claim, to read; no work is left on it"
        case .work(.order): "the order, to read"
        case .work(.remittance): "the remittance"
        case .work: "nothing"
        }
      }
    return [
      StyledText(parts.joined(separator: canvas.separator), .muted),
      StyledText("\(Wording.money(row.open)) open", Style.text.bold)
        + StyledText("  \(foreign: row.state)")
        + StyledText("  \(canvas.glyphs.enterText) ", .key) + StyledText(opens, .muted),
    ].map { $0.cut(to: width, glyphs: canvas.glyphs) }
  }
}

extension SearchRow: ListRow { var listID: SearchRow.Subject { subject } }

extension Shell {
  /// Lists what a word may mean; asks for the word where there is none.
  mutating func search(_ text: String) {
    let text = text.trimmed
    if text.isEmpty {
      openCommandLine("search ")
    } else {
      go(to: SearchScreen(query: .text(text), title: text))
    }
  }

  /// Opens work for work, and everything else for reading.
  mutating func open(_ row: SearchRow) {
    if let item = row.item {
      openItem(item, queue: row.queue)
      return
    }
    switch row.subject {
    case .patient(let id): enter(SearchScreen(query: .patient(id), title: row.patient))
    case .work(.claim(let id)): enter(ClaimScreen(claim: id, number: row.reference))
    case .work(.order(let id)): enter(OrderScreen(order: id, number: row.reference))
    case .work(.remittance(let id)): enter(RemittanceScreen(remittance: id))
    case .work(.credit(let id)), .work(.underpayment(let id)):
      enter(ClaimScreen(claim: id, number: row.reference))
    case .work(.patient(let id)): enter(SearchScreen(query: .patient(id), title: row.patient))
    case .work(.remitClaim), .work(.charge), .work(.batch), .work(.special),
      .work(.providerBalance), .work(.deposit), .work(.approval), .work(.refusedSet):
      say(.info, "Nothing of it is left to work.")
    }
  }
}
