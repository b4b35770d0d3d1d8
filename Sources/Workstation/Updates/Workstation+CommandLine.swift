// What is typed on the command line: given, remembered, completed.

import Billing
import Cells
import Desk

extension Workstation {
  /// Gives what was typed on the command line.
  mutating func give(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    recall.typed(text)
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
      shell.say(
        .warning,
        ":\(foreign: String(name)) could be \(foreign: names.prefix(6).map(\.rawValue).joined(separator: ", "))."
      )
    default:
      let near = Fuzzy.ranked(String(name), CommandCatalogue.all) { $0.name.rawValue }.first
      shell.say(
        .warning,
        near.map {
          "There is no command :\(foreign: String(name)). Did you mean :\(foreign: $0.candidate.name.rawValue)?"
        } ?? "There is no command :\(foreign: String(name)). Ctrl-p lists all.")
    }
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
      case .theme: shell.settings.themes
      case .view: shell.settings.views.map(\.name)
      case .sort: WorkOrder.allCases.map(\.rawValue)
      case .assign, .activity:
        recall.billers + (recall.billers.contains(shell.settings.user) ? [] : [shell.settings.user])
      default: []
      }
    return values.filter { $0.lowercased().hasPrefix(typed) }.map { SafeText(foreign: $0) }
  }
}
