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
      shell.say(.warning, "\(entry.title): \(reason).")
      return
    }
    overlays.removeLast()
    switch entry.action {
    case .command(let name): run(name)
    case .order(let order): changeTop(as: QueueScreen.self) { $0.sort(by: order, &$1) }
    case .openItem(let id, let queue): openItem(id, queue: queue)
    case .askEligibility: askEligibility()
    }
  }

  // MARK: Help

  /// The entries of the help that fit what is typed, in the order shown.
  func helpEntries(_ query: String) -> [HelpGroup] {
    let words = query.lowercased().split(separator: " ")
    func fits(_ command: Command) -> Bool {
      guard !words.isEmpty else { return true }
      let keys = shell.keymap.sequences(of: command.name).map { Keymap.label($0).string }
      if keys.contains(query.trimmed) { return true }
      let text =
        ([command.name.rawValue, command.title.string, command.help.string] + command.synonyms
        + keys).joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let here = CommandCatalogue.all.filter {
      $0.contexts.contains(context) && !$0.isEverywhere
        && !shell.keymap.sequences(of: $0.name).isEmpty
    }
    .sorted { $0.helpOrder < $1.helpOrder }
    let everywhere = CommandCatalogue.all.filter {
      $0.isEverywhere && !shell.keymap.sequences(of: $0.name).isEmpty
    }
    let named = CommandCatalogue.all.filter {
      shell.keymap.sequences(of: $0.name).isEmpty && $0.contexts.contains(context)
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
  mutating func run(fromList command: Command) {
    if command.wantsArgument {
      var line = CommandLine()
      line.field.setText(command.name.rawValue + " ")
      overlays.append(.commandLine(line))
      return
    }
    run(command.name)
  }
}

/// Commands of one column of the help.
struct HelpGroup {
  var title: SafeText
  var commands: [Command]
}

extension Command {
  /// What is used most stands first; moving about stands last.
  var helpOrder: Int {
    switch name {
    case .scrollLeft, .scrollRight, .nextPane, .previousPane: 99
    default: hint.isEmpty ? 50 : hintOrder
    }
  }

  /// Whether it does nothing useful without more words.
  var wantsArgument: Bool {
    [.go, .search, .importFiles, .queue, .saveView, .theme].contains(name)
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
