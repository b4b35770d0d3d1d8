import ArgumentParser

/// `docket order import PATH…`: as `docket import`.
struct OrderImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read files of orders, each once; as docket import.",
    discussion: """
      A number that is known updates its order until it is confirmed. One wrong row refuses its \
      order and only that; docket order check says beforehand what is wrong. Exit status 1 when \
      anything was refused.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Files and folders.", completion: .file()) var paths: [String]

  func run() throws {
    try ImportRun.run(paths, options, asJSON: json)
  }
}
