import ArgumentParser

/// `docket hold`: what keeps charges back.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "List, place and release what keeps charges back.",
    subcommands: [HoldListCommand.self, HoldPlaceCommand.self, HoldReleaseCommand.self])
}
