// Commands as they are listed, and given from a list.

import Cells

extension Shell {
  /// Gives a command that was chosen in a list; one that wants more is put on the `:` line.
  mutating func run(fromList command: Command) {
    if command.wantsArgument {
      openCommandLine(command.name.rawValue + " ")
    } else {
      wishes.append { $0.run(command.name) }
    }
  }
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

extension Workstation {
  /// The commands that the palette lists.
  package static let paletteNames = CommandName.allCases.filter {
    !CommandName.notInPalette.contains($0)
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
}
