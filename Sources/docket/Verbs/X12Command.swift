import ArgumentParser

/// `docket x12`: what is in files of claims, acknowledgments and remittances.
struct X12Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "x12", abstract: "Look into X12 files without importing them.",
    subcommands: [X12SummaryCommand.self, X12ShowCommand.self])
}
