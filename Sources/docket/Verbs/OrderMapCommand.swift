import ArgumentParser
import Billing
import Cells
import ClaimFiles
import Operations

/// `docket order map FILE`: what the headings of another system's export mean.
struct OrderMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Propose what the headings of another system's export mean.",
    discussion: """
      Prints rows for the office's rules file; with --save they are added to it, and from then on \
      exports of that form are read as they come, lines above the headings included. Look at what is \
      proposed first: "docket order check FILE" then says how it is read.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(help: "Add the rows to the office's rules file.") var save = false
  @Argument(help: "The export.", completion: .file(extensions: ["csv"])) var file: String

  func run() throws {
    let paths = try OfficeChoice(options).paths
    let rules = try OfficeRules.load(paths)
    let bytes = try InputFile.read(file)
    let map: OrderMap
    do throws(OrderFileError) {
      map = try OrderMap(of: bytes, known: rules.orderHeadings)
    } catch {
      throw CommandFailure("\(foreign: file): \(foreign: error.problems.first?.message ?? "")")
    }
    if save, !map.proposed.isEmpty { try add(map.text, to: paths.rules) }
    if json { return try Output.only(json: Self.json(map, isSaved: save)) }
    var output = Output()
    try print(map, to: &output)
    try output.finish()
  }

  /// Adds rows behind what stands in the rules file.
  private func add(_ text: String, to path: String) throws(CommandFailure) {
    let old = try SmallFile.text(path) ?? ""
    let gap = old.isEmpty || old.hasSuffix("\n\n") ? "" : old.hasSuffix("\n") ? "\n" : "\n\n"
    try SmallFile.replace(path, with: old + gap + text, mode: 0o644)
  }

  private func print(_ map: OrderMap, to output: inout Output) throws(CommandFailure) {
    var table = TextTable([
      .init("heading", limit: 30), .init("column", limit: 30), .init("because"),
      .init("first", limit: 30),
    ])
    for row in map.rows where !row.heading.isEmpty {
      table.add(
        "\(foreign: row.heading)", "\(foreign: row.column ?? "not read")",
        "\(foreign: row.reason.words)", "\(foreign: row.example)")
    }
    try output.table(table)
    if !map.missing.isEmpty {
      try output.line("No heading means: \(foreign: map.missing.joined(separator: ", "))")
    }
    guard !map.proposed.isEmpty else {
      return try output.line("Nothing has to be added to the rules.")
    }
    try output.line(
      save ? "Added to the office's rules:" : "For the office's rules (--save adds it):")
    try output.line()
    for line in map.text.split(separator: "\n", omittingEmptySubsequences: false) {
      try output.line("\(foreign: String(line))")
    }
  }

  private static func json(_ map: OrderMap, isSaved: Bool) -> JSONValue {
    [
      "line": .integer(map.line),
      "headings": .array(
        map.rows.map { row in
          [
            "heading": .foreign(row.heading),
            "column": .optional(row.column) { .foreign($0) },
            "reason": .foreign(row.reason.rawValue),
            "example": .foreign(row.example),
          ]
        }),
      "missing": .array(map.missing.map { .foreign($0) }),
      "saved": .bool(isSaved && !map.proposed.isEmpty),
      "rules": .foreign(map.text),
    ]
  }
}

extension OrderMap.Row.Reason {
  fileprivate var words: String {
    switch self {
    case .known: "it is known"
    case .rules: "the rules say so"
    case .words: "its words"
    case .content: "what stands below"
    case .nothing: ""
    }
  }
}
