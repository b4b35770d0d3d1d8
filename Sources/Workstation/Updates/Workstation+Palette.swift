// The palette: any command by a few letters.

import Billing
import Cells
import Desk

extension Workstation {
  /// The commands that the palette lists.
  package static let paletteNames = CommandName.allCases.filter {
    !CommandName.notInPalette.contains($0)
  }

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
    if let match = Fuzzy.match(query, in: command.name.rawValue) {
      scores.append(match.score + 300)
    }
    scores += command.synonyms.compactMap { Fuzzy.match(query, in: $0)?.score }
    guard var best = scores.max() else { return nil }
    let start = query.trimmed.lowercased()
    let words =
      command.title.string.lowercased().split(separator: " ") + [command.name.rawValue[...]]
    if words.contains(where: { $0.hasPrefix(start) }) { best += 600 }
    return best - (refusal(of: command) == nil ? 0 : 300)
  }

  private func paletteRank(_ command: Command) -> Int {
    let used = -min(shell.usage[command.name] ?? 0, 1000) * 100
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
        shell.say(.warning, "\(command.title): \(reason).")
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
}
