package import Cells

/// Where a command can be given: a screen by its name.
///
/// Each screen says its own in its own file.
package struct CommandContext: Hashable, Sendable {
  package let name: String
  /// What people call the screen.
  package let title: SafeText

  init(_ name: String, _ title: SafeText) {
    self.name = name
    self.title = title
  }

  package static func == (left: CommandContext, right: CommandContext) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Those of all screens.
  package static let allCases: [CommandContext] = Screens.all.map { $0.context }
}

extension Set<CommandContext> {
  /// The screens of a kind.
  static func of(_ isMeant: (any Screen.Type) -> Bool) -> Set {
    Set(Screens.all.filter(isMeant).map { $0.context })
  }

  /// The screens that can do something.
  static func having(_ ability: ScreenAbilities) -> Set {
    of { $0.abilities.contains(ability) }
  }
}
