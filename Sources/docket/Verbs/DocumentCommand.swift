import ArgumentParser

/// `docket document`: the papers that make charges payable.
struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "List and index the papers that make charges payable.",
    subcommands: [DocumentListCommand.self, DocumentAddCommand.self])
}
