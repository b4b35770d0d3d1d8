import Cells

/// Every command once.
package enum CommandCatalogue {
  package static let all: [Command] =
    moving + lists + work + decisions + orderDecisions + boards + places + program

  private static let byName: [CommandName: Command] =
    Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a command; every name has one, which a test holds.
  package static func entry(_ name: CommandName) -> Command {
    byName[name] ?? Command(name, "Unknown", help: "")
  }

  /// The contexts with a list that has a cursor.
  static let listContexts: Set<CommandContext> = [
    .home, .queue, .remittances, .remittance, .imports, .activity, .messages, .orders, .order,
    .transmission, .calendar, .holdsReport, .orderProblems,
  ]
}

/// A one-key sequence.
func key(_ character: Character) -> [Key] { [.character(character)] }
