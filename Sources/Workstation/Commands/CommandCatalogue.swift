import Billing
import Cells

/// Every command once.
package enum CommandCatalogue {
  package static let all: [Command] =
    moving + lists + work + decisions + orderDecisions + Screens.commands(.boards) + boards
    + Screens.commands(.places) + places + program

  private static let byName: [CommandName: Command] =
    Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The command that opens the form of a decision; nil for what is no decision of a person's own.
  static func entry(of verb: DecisionVerb) -> Command? { byVerb[verb] }

  private static let byVerb: [DecisionVerb: Command] = Dictionary(
    all.compactMap { command in command.verb.map { ($0, command) } },
    uniquingKeysWith: { first, _ in first })

  /// The entry of a command; every name has one, which a test holds.
  package static func entry(_ name: CommandName) -> Command {
    byName[name]
      ?? Command(name, "Unknown", help: "") { workstation, _ in
        workstation.shell.say(.error, "There is no command \(foreign: name.rawValue).")
      }
  }

  static func isKnown(_ name: CommandName) -> Bool { byName[name] != nil }
}

/// A one-key sequence.
func key(_ character: Character) -> [Key] { [.character(character)] }
