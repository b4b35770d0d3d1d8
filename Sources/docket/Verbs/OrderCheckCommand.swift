import ArgumentParser
import Billing
import Cells
import Operations

/// `docket order check FILE`: every problem of a file of orders; nothing is saved.
struct OrderCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with a file of orders, by line and column.",
    discussion: "Nothing is saved. Exit status 1 when an order would be refused.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The file.", completion: .file(extensions: ["csv"])) var file: String

  func run() throws {
    let rules = try OfficeRules.load(try OfficeChoice(options).paths)
    let check = OrderFileCheck(
      try InputFile.read(file), headings: rules.orderHeadings,
      on: options.today ?? LocalClock.today())
    var output = Output()
    if json {
      try output.json(json(check))
    } else {
      try print(check, to: &output)
    }
    try output.finish()
    if check.problems.contains(where: \.isError) || check.refused > 0 { throw ProblemsFound() }
  }

  private func json(_ check: OrderFileCheck) -> JSONValue {
    [
      "path": .exact(file),
      "rows": .integer(check.rows),
      "orders": .integer(check.orders),
      "refused": .integer(check.refused),
      "problems": .array(
        check.problems.map { problem in
          [
            "severity": problem.isError ? "error" : "warning",
            "line": .optional(problem.line) { .integer($0) },
            "column": .foreign(problem.column),
            "message": .foreign(problem.message),
          ]
        }),
      "unlisted": .integer(check.unlisted),
    ]
  }

  private func print(_ check: OrderFileCheck, to output: inout Output) throws(CommandFailure) {
    for problem in check.problems {
      var line: SafeText = "\(foreign: file)"
      if let number = problem.line { line += ", line \(number)" }
      if !problem.column.isEmpty { line += ", \(foreign: problem.column)" }
      line += ": \(problem.isError ? "" : "note: ")\(foreign: problem.message)"
      try output.line(line)
    }
    if check.unlisted > 0 {
      try output.line("and \(MoneyText.count(check.unlisted)) more problems")
    }
    guard check.rows > 0 else { return try output.line("No order can be read.") }
    try output.line(
      """
      \(MoneyText.count(check.rows)) rows: \(MoneyText.count(check.orders)) orders can be read, \
      \(MoneyText.count(check.refused)) would be refused
      """)
  }
}
