import ArgumentParser
import Cells

/// `docket theme`: how the screen looks.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "List, show and check themes.",
    discussion: """
      Choose one with --theme, with theme = "dark" in settings.toml, or with :theme on the screen.
      """,
    subcommands: [ThemeListCommand.self, ThemeShowCommand.self, ThemeCheckCommand.self])
}

/// `docket theme list`.
struct ThemeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the themes and where they are.")

  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let library = ThemeLibrary(Folders())
    var output = Output()
    if json {
      try output.json([
        "themes": .array(
          library.entries.map {
            ["name": .foreign($0.name), "path": .exact($0.path), "own": .bool($0.isOwn)]
          }),
        "folders": .array(library.folders.map { .exact($0.path) }),
      ])
    } else {
      var table = TextTable([.init("theme"), .init("file")])
      for entry in library.entries {
        table.add("\(foreign: entry.name)", "\(foreign: entry.path)")
      }
      try output.table(table)
    }
    try output.finish()
  }
}

/// `docket theme show NAME`: what every role looks like.
struct ThemeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what every role of a theme looks like.")

  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The theme.") var name: String

  func run() throws {
    let theme = try ThemeLibrary(Folders()).theme(name)
    var output = Output()
    if json {
      try output.json([
        "name": .foreign(theme.name),
        "roles": .object(
          Role.allCases.map { .init($0.name, Self.json(theme.appearance(for: Style($0)))) }),
      ])
    } else {
      var table = TextTable([.init("role"), .init("text"), .init("ground"), .init("letters")])
      for role in Role.allCases {
        let look = theme.appearance(for: Style(role))
        table.add(
          "\(foreign: role.name)", "\(foreign: look.foreground.map(ColorText.of) ?? "")",
          "\(foreign: look.background.map(ColorText.of) ?? "")",
          "\(foreign: Self.letters(look).joined(separator: " "))")
      }
      try output.table(table)
    }
    try output.finish()
  }

  private static func letters(_ look: Appearance) -> [String] {
    [
      (look.bold, "bold"), (look.underline, "underline"), (look.reverse, "reverse"),
      (look.dim, "dim"),
    ].filter(\.0).map(\.1)
  }

  private static func json(_ look: Appearance) -> JSONValue {
    [
      "fg": .optional(look.foreground) { .foreign(ColorText.of($0)) },
      "bg": .optional(look.background) { .foreign(ColorText.of($0)) },
      "bold": .bool(look.bold), "underline": .bool(look.underline),
      "reverse": .bool(look.reverse), "dim": .bool(look.dim),
    ]
  }
}

/// `docket theme check [NAME…]`: what is wrong in themes.
struct ThemeCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong in themes, by file, line and key.")

  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The themes; all of them when none is named.") var names: [String] = []

  func run() throws {
    let library = ThemeLibrary(Folders())
    var problems: [(name: String, message: String)] = []
    for name in names.isEmpty ? library.names : names {
      do throws(CommandFailure) {
        _ = try library.theme(name)
      } catch {
        problems.append((name, error.message.string))
      }
    }
    var output = Output()
    if json {
      try output.json([
        "problems": .array(
          problems.map { ["theme": .foreign($0.name), "message": .foreign($0.message)] })
      ])
    } else {
      for problem in problems { try output.line("\(foreign: problem.message)") }
      if problems.isEmpty { try output.line("Nothing is wrong.") }
    }
    try output.finish()
    if !problems.isEmpty { throw ProblemsFound() }
  }
}

/// Colours as theme files write them.
enum ColorText {
  static func of(_ color: Color) -> String {
    switch color {
    case .default: return "default"
    case .indexed(let index):
      return index < 16 ? Color.names[Int(index)] : String(index)
    case .rgb(let red, let green, let blue):
      let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
      let digits = String(value, radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }
}
