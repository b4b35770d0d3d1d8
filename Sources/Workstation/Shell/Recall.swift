/// What a person did before, so that less need be typed and the way back is known.
struct Recall: Equatable, Sendable {
  /// What was given on the command line, newest last.
  private(set) var commands: [String] = []
  /// Where the first of the screens was closed that were closed one after another.
  private(set) var leaving: LastPlace?
  /// Everybody who works here, once somebody asked.
  var billers: [String] = []
  private var uses: [CommandName: Int] = [:]
  private static let mostCommands = 200

  mutating func typed(_ text: String) {
    commands.removeAll { $0 == text }
    commands.append(text)
    if commands.count > Recall.mostCommands { commands.removeFirst() }
  }

  /// How often a command was given, for the order of the palette.
  func uses(of name: CommandName) -> Int { uses[name] ?? 0 }

  /// A command is given; where it may be a step on the way out, `place` is where the person is.
  mutating func give(_ name: CommandName, leavingFrom place: LastPlace?) {
    uses[name, default: 0] += 1
    leaving = place == nil ? nil : leaving ?? place
  }
}
