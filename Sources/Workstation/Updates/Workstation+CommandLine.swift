// The command line: given, remembered, completed.

import Billing
import Cells
import Desk

extension Workstation {
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
    shell.commandHistory.removeAll { $0 == text }
    shell.commandHistory.append(text)
    if shell.commandHistory.count > 200 { shell.commandHistory.removeFirst() }
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

  private func lookBack(_ line: inout CommandLine, by step: Int) {
    guard !shell.commandHistory.isEmpty else { return }
    if line.historyIndex == nil {
      guard step < 0 else { return }
      line.typed = line.field.text
    }
    let index = (line.historyIndex ?? shell.commandHistory.count) + step
    if index >= shell.commandHistory.count {
      line.historyIndex = nil
      line.field.setText(line.typed)
    } else {
      line.historyIndex = max(0, index)
      line.field.setText(shell.commandHistory[max(0, index)])
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
      case .theme: shell.settings.themes
      case .view: shell.settings.views.map(\.name)
      case .sort: WorkOrder.allCases.map(\.rawValue)
      case .assign, .activity:
        shell.billers + (shell.billers.contains(shell.settings.user) ? [] : [shell.settings.user])
      default: []
      }
    return values.filter { $0.lowercased().hasPrefix(typed) }.map { SafeText(foreign: $0) }
  }
}
