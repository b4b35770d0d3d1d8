// Menus, help, palette and the command line.

import Billing
import Cells
import Desk

extension Workstation {
  // MARK: Menus

  mutating func press(_ key: Key, in menu: Menu) {
    var menu = menu
    switch key {
    case .escape, .character("q"):
      overlays.removeLast()
      return
    case .enter:
      if menu.entries.indices.contains(menu.selected) { choose(menu.entries[menu.selected]) }
      return
    case .down, .character("j"), .tab: menu.move(by: 1)
    case .up, .character("k"), .backTab: menu.move(by: -1)
    case .home: menu.selected = 0
    case .end: menu.selected = max(0, menu.entries.count - 1)
    case .character(let letter):
      if let entry = menu.entries.first(where: { $0.key == letter }) { choose(entry) }
      return
    default: return
    }
    setOverlay(.menu(menu))
  }

  private mutating func choose(_ entry: Menu.Entry) {
    if let reason = entry.refusal {
      say(.warning, "\(entry.title): \(reason).")
      return
    }
    overlays.removeLast()
    switch entry.action {
    case .command(let name): run(name)
    case .decide(let verb): begin(verb)
    case .order(let order): sort(by: order)
    case .openItem(let id, let queue): openItem(id, queue: queue)
    }
  }

  // MARK: Help

  /// The entries of the help that fit what is typed, in the order shown.
  func helpEntries(_ query: String) -> [HelpGroup] {
    let words = query.lowercased().split(separator: " ")
    func fits(_ command: Command) -> Bool {
      guard !words.isEmpty else { return true }
      let keys = keymap.sequences(of: command.name).map { Keymap.label($0).string }
      if keys.contains(query.trimmed) { return true }
      let text =
        ([command.name.rawValue, command.title.string, command.help.string] + command.synonyms
        + keys).joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let here = CommandCatalogue.all.filter {
      $0.contexts.contains(context) && !$0.isEverywhere && !keymap.sequences(of: $0.name).isEmpty
    }
    let everywhere = CommandCatalogue.all.filter {
      $0.isEverywhere && !keymap.sequences(of: $0.name).isEmpty
    }
    let named = CommandCatalogue.all.filter {
      keymap.sequences(of: $0.name).isEmpty && $0.contexts.contains(context)
    }
    let elsewhere =
      words.isEmpty
      ? []
      : CommandCatalogue.all.filter { !$0.contexts.contains(context) }
    return [
      HelpGroup(title: "On this screen", commands: here.filter(fits)),
      HelpGroup(title: "Everywhere", commands: everywhere.filter(fits)),
      HelpGroup(title: "By name, after :", commands: named.filter(fits)),
      HelpGroup(title: "On other screens", commands: elsewhere.filter(fits)),
    ].filter { !$0.commands.isEmpty }
  }

  mutating func press(_ key: Key, in help: HelpOverlay) {
    var help = help
    let count = helpEntries(help.query.text).reduce(0) { $0 + $1.commands.count }
    switch key {
    case .escape, .function(1):
      if key == .escape, !help.query.isEmpty {
        help.query.setText("")
        help.selected = 0
        break
      }
      overlays.removeLast()
      return
    case .character("?") where help.query.isEmpty, .character("q") where help.query.isEmpty:
      overlays.removeLast()
      return
    case .enter:
      let all = helpEntries(help.query.text).flatMap(\.commands)
      guard all.indices.contains(help.selected) else { return }
      overlays.removeLast()
      run(fromList: all[help.selected])
      return
    case .down, .tab, .control("n"): help.selected += 1
    case .up, .backTab, .control("p"): help.selected -= 1
    case .pageDown, .control("d"): help.selected += 10
    case .pageUp, .control("u"): help.selected -= 10
    case .home where help.query.isEmpty: help.selected = 0
    case .end where help.query.isEmpty: help.selected = count - 1
    default:
      guard help.query.handle(key) else { return }
      help.selected = 0
    }
    let now = helpEntries(help.query.text).reduce(0) { $0 + $1.commands.count }
    help.selected = max(0, min(help.selected, now - 1))
    setOverlay(.help(help))
  }

  /// Runs a command that was chosen in a list; one that wants more is put on the command line.
  private mutating func run(fromList command: Command) {
    if command.wantsArgument {
      var line = CommandLine()
      line.field.setText(command.name.rawValue + " ")
      overlays.append(.commandLine(line))
      return
    }
    run(command.name)
  }

  // MARK: Palette

  /// The commands that fit what is typed, best first.
  func paletteEntries(_ query: String) -> [(command: Command, highlights: [Range<Int>])] {
    let all = CommandCatalogue.all.filter { !CommandName.notInPalette.contains($0.name) }
    guard !query.trimmed.isEmpty else {
      // Most used first, then what fits this screen.
      return all.enumerated().sorted { left, right in
        let a = paletteRank(left.element)
        let b = paletteRank(right.element)
        return a == b ? left.offset < right.offset : a < b
      }.map { ($0.element, []) }
    }
    return all.enumerated()
      .compactMap { offset, command in
        paletteScore(query, command).map { (offset: offset, command: command, score: $0) }
      }
      .sorted { ($1.score, $0.offset) < ($0.score, $1.offset) }
      .map { ($0.command, Fuzzy.match(query, in: $0.command.title.string)?.ranges ?? []) }
  }

  /// How well a command fits: its title and name count more than other words for it, and one that
  /// can be given here and now more than one that cannot.
  private func paletteScore(_ query: String, _ command: Command) -> Int? {
    var scores: [Int] = []
    if let match = Fuzzy.match(query, in: command.title.string) { scores.append(match.score + 400) }
    if let match = Fuzzy.match(query, in: command.name.rawValue) { scores.append(match.score + 300) }
    scores += command.synonyms.compactMap { Fuzzy.match(query, in: $0)?.score }
    guard var best = scores.max() else { return nil }
    let start = query.trimmed.lowercased()
    let words = command.title.string.lowercased().split(separator: " ") + [command.name.rawValue[...]]
    if words.contains(where: { $0.hasPrefix(start) }) { best += 600 }
    return best - (refusal(of: command) == nil ? 0 : 300)
  }

  private func paletteRank(_ command: Command) -> Int {
    let used = -min(usage[command.name] ?? 0, 1000) * 100
    let fits = command.contexts.contains(context) ? (command.isEverywhere ? 2 : 1) : 3
    return used + fits
  }

  /// Why a command cannot be given here and now.
  func refusal(of command: Command) -> SafeText? {
    guard command.contexts.contains(context) else {
      let places = CommandContext.allCases.filter { command.contexts.contains($0) }
        .map(\.title).joined(separator: ", ")
      return "on: \(places)"
    }
    return command.refusal(self)
  }

  mutating func press(_ key: Key, in palette: PaletteOverlay) {
    var palette = palette
    switch key {
    case .escape, .control("p"):
      overlays.removeLast()
      return
    case .enter:
      let all = paletteEntries(palette.query.text)
      guard all.indices.contains(palette.selected) else { return }
      let command = all[palette.selected].command
      if let reason = refusal(of: command) {
        say(.warning, "\(command.title): \(reason).")
        return
      }
      overlays.removeLast()
      run(fromList: command)
      return
    case .down, .tab, .control("n"): palette.selected += 1
    case .up, .backTab: palette.selected -= 1
    case .pageDown: palette.selected += 10
    case .pageUp: palette.selected -= 10
    default:
      guard palette.query.handle(key) else { return }
      palette.selected = 0
    }
    let count = paletteEntries(palette.query.text).count
    palette.selected = max(0, min(palette.selected, count - 1))
    setOverlay(.palette(palette))
  }

  // MARK: The command line

  mutating func press(_ key: Key, in line: CommandLine) {
    var line = line
    switch key {
    case .escape:
      overlays.removeLast()
      return
    case .backspace where line.field.isEmpty:
      overlays.removeLast()
      return
    case .enter:
      overlays.removeLast()
      give(line.field.text)
      return
    case .up: lookBack(&line, by: -1)
    case .down: lookBack(&line, by: 1)
    case .tab: complete(&line, by: 1)
    case .backTab: complete(&line, by: -1)
    default:
      guard line.field.handle(key) else { return }
      (line.completions, line.completion, line.historyIndex) = ([], nil, nil)
    }
    setOverlay(.commandLine(line))
  }

  /// Gives what was typed on the command line.
  mutating func give(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    commandHistory.removeAll { $0 == text }
    commandHistory.append(text)
    if commandHistory.count > 200 { commandHistory.removeFirst() }
    let name = text.prefix { $0 != " " }
    let argument = String(text.dropFirst(name.count)).trimmed
    if let exact = CommandName(rawValue: String(name)) {
      run(exact, argument: argument)
      return
    }
    if let short = CommandName.abbreviations[String(name)] {
      run(short, argument: argument)
      return
    }
    let matches = CommandCatalogue.all.filter { $0.name.rawValue.hasPrefix(name) }
    let here = matches.filter { $0.contexts.contains(context) }
    switch (here.isEmpty ? matches : here).map(\.name) {
    case let names where names.count == 1: run(names[0], argument: argument)
    case let names where names.count > 1:
      say(
        .warning,
        ":\(foreign: String(name)) could be \(foreign: names.prefix(6).map(\.rawValue).joined(separator: ", ")).")
    default:
      let near = Fuzzy.ranked(String(name), CommandCatalogue.all) { $0.name.rawValue }.first
      say(
        .warning,
        near.map {
          "There is no command :\(foreign: String(name)). Did you mean :\(foreign: $0.candidate.name.rawValue)?"
        } ?? "There is no command :\(foreign: String(name)). Ctrl-p lists all.")
    }
  }

  private func lookBack(_ line: inout CommandLine, by step: Int) {
    guard !commandHistory.isEmpty else { return }
    if line.historyIndex == nil {
      guard step < 0 else { return }
      line.typed = line.field.text
    }
    let index = (line.historyIndex ?? commandHistory.count) + step
    if index >= commandHistory.count {
      line.historyIndex = nil
      line.field.setText(line.typed)
    } else {
      line.historyIndex = max(0, index)
      line.field.setText(commandHistory[max(0, index)])
    }
  }

  private mutating func complete(_ line: inout CommandLine, by step: Int) {
    if line.completions.isEmpty {
      line.typed = line.field.text
      line.completions = completions(of: line.typed)
      line.completion = nil
    }
    guard !line.completions.isEmpty else { return }
    let count = line.completions.count
    let next = line.completion.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    line.completion = next
    let name = line.typed.prefix { $0 != " " }
    let value = line.completions[next].string
    line.field.setText(line.typed.contains(" ") ? name + " " + value : value + " ")
  }

  /// What the text on the command line could become.
  func completions(of text: String) -> [SafeText] {
    guard let space = text.firstIndex(of: " ") else {
      return CommandCatalogue.all
        .filter { $0.name.rawValue.hasPrefix(text) && $0.contexts.contains(context) }
        .map { SafeText(foreign: $0.name.rawValue) }
    }
    let typed = String(text[space...]).trimmed.lowercased()
    let values: [String] =
      switch CommandName(rawValue: String(text[..<space])) {
      case .queue: QueueName.inOrder.map(\.rawValue)
      case .theme: settings.themes
      case .view: settings.views.map(\.name)
      case .sort: WorkOrder.allCases.map(\.rawValue)
      case .assign, .activity: billers + (billers.contains(settings.user) ? [] : [settings.user])
      default: []
      }
    return values.filter { $0.lowercased().hasPrefix(typed) }.map { SafeText(foreign: $0) }
  }
}

/// Commands of one column of the help.
struct HelpGroup {
  var title: SafeText
  var commands: [Command]
}

extension Command {
  /// Whether it does nothing useful without more words.
  var wantsArgument: Bool {
    [.go, .importFiles, .queue, .saveView, .theme].contains(name)
  }
}

extension CommandName {
  /// Keys of a list that make no sense chosen from another list.
  static let notInPalette: Set<CommandName> = [
    .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom,
    .scrollLeft, .scrollRight, .nextPane, .previousPane, .open, .back, .close, .palette,
    .commandLine,
  ]

  /// Short names that other programs have taught people.
  static let abbreviations: [String: CommandName] = [
    "q": .quit, "q!": .quit, "wq": .quit, "w": .reload, "h": .help, "exit": .quit, "e": .go,
  ]
}
