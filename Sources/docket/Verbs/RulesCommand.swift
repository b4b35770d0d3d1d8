import ArgumentParser
import Billing
import Cells
import Foundation
import Rules

/// `docket rules`: the deadlines, the playbook and the other tables of the trade.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Show, check, try and edit the rules of the trade.",
    discussion: """
      The shipped rules hold for every payer family; your office's own file, beside its database, \
      is laid over them. What nobody has verified says so.
      """,
    subcommands: [
      RulesShowCommand.self, RulesCheckCommand.self, RulesTryCommand.self, RulesEditCommand.self,
    ])
}

/// `docket rules show [WORDS…]`: the rules in force, with source and confidence.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "List the rules in force that hold all of the words.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Words to look for, such as: aetna appeal.") var words: [String] = []

  func run() throws {
    let book = try OfficeRules.load(try OfficeChoice(options).paths)
    let rows = RulesListing.rows(of: book, matching: words.joined(separator: " "))
    var output = Output()
    if json {
      try output.json([
        "rules": .array(
          rows.map {
            [
              "section": .foreign($0.section), "key": .foreign($0.key), "text": .foreign($0.text),
            ]
          })
      ])
    } else {
      for row in rows {
        try output.line("\(foreign: row.section)  \(foreign: row.key)  \(foreign: row.text)")
      }
    }
    try output.finish()
    guard !rows.isEmpty else {
      throw CommandFailure("no rule holds \"\(foreign: words.joined(separator: " "))\"")
    }
  }
}

/// `docket rules check`: what in the rules an office should look at.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what contradicts, has run out, names nothing, or was never verified.",
    discussion: "Exit status 1 when there is anything but rows that nobody has verified.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let paths = try OfficeChoice(options).paths
    let problems = RulesCheck.problems(
      inOffice: try SmallFile.text(paths.rules) ?? "", on: options.today ?? LocalClock.today())
    var output = Output()
    if json {
      try output.json([
        "file": .exact(paths.rules),
        "problems": .array(
          problems.map {
            [
              "kind": .foreign($0.kind.rawValue), "row": .foreign($0.row),
              "message": .foreign($0.message),
            ]
          }),
      ])
    } else {
      for problem in problems {
        let place: SafeText =
          problem.kind == .unreadable ? "\(foreign: paths.rules)" : "\(foreign: problem.row)"
        try output.line(
          "\(foreign: problem.kind.rawValue): \(place): \(foreign: problem.message)")
      }
      if problems.isEmpty { try output.line("Nothing to look at.") }
    }
    try output.finish()
    if problems.contains(where: { $0.kind != .unverified }) { throw ProblemsFound() }
  }
}

/// `docket rules edit`: opens the office's own rules in an editor and checks them afterwards.
struct RulesEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit the office's own rules in $VISUAL or $EDITOR.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Only print where the file is, as JSON.") var json = false

  func run() throws {
    let paths = try OfficeChoice(options).paths
    if json { return try Output.only(json: ["file": .exact(paths.rules)]) }
    if try SmallFile.text(paths.rules) == nil {
      // Everybody who works in the office reads its rules; they hold nothing about patients.
      try SmallFile.replace(paths.rules, with: RulesTemplate.text, mode: 0o644)
    }
    try Editor.open(paths.rules)
    let problems = RulesCheck.problems(
      inOffice: try SmallFile.text(paths.rules) ?? "", on: options.today ?? LocalClock.today())
    guard let first = problems.first(where: { $0.kind == .unreadable }) else {
      return try Output.only(line: "The rules of \(foreign: paths.rules) are in force from now on.")
    }
    throw CommandFailure(
      "\(foreign: paths.rules): \(foreign: first.message). Run docket rules edit again")
  }
}

/// The person's editor.
enum Editor {
  /// Opens a file and waits until the person is done.
  static func open(_ path: String) throws(CommandFailure) {
    let environment = ProcessInfo.processInfo.environment
    let command = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The name is an argument of its own, so that nothing in it is a command.
    process.arguments = ["-c", command + " \"$1\"", "sh", path]
    do {
      try process.run()
    } catch {
      throw CommandFailure("the editor \"\(foreign: command)\" cannot be started; set EDITOR")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure(
        """
        the editor \"\(foreign: command)\" ended with status \(process.terminationStatus); the \
        file is \(foreign: path)
        """)
    }
  }
}
