package import Cells

/// What a person said about colour, on the command line (`--color`) or in the settings.
package enum ColorChoice: String, Sendable, CaseIterable {
  /// As the environment and the terminal say.
  case auto
  /// Whatever the environment says.
  case always
  case never
}

extension ColorDepth {
  /// How many colours a terminal has that reports so many.
  ///
  /// - Parameters:
  ///   - colors: The number of colours in the terminal's description.
  ///   - isDirect: Whether its colour numbers are red, green and blue themselves (terminfo `RGB`).
  /// - Returns: the depth.
  package static func reported(colors: Int, isDirect: Bool = false) -> ColorDepth {
    if isDirect { return .trueColor }
    return switch colors {
    case ..<8: .none
    case 8..<256: .sixteen
    default: .indexed256
    }
  }

  /// How many colours to use: `--color`, else the settings, else `NO_COLOR`, else `TERM=dumb`, else
  /// the report.
  ///
  /// - Parameters:
  ///   - flag: What the command line says, if anything.
  ///   - settings: What the settings say, if anything.
  ///   - environment: The variables; `NO_COLOR` counts when it is not empty (no-color.org).
  ///   - reported: What the terminal has.
  /// - Returns: the depth, which may be more than the terminal has when colour is wished for.
  package static func decided(
    flag: ColorChoice?, settings: ColorChoice?, environment: [String: String], reported: ColorDepth
  ) -> ColorDepth {
    switch flag ?? settings ?? .auto {
    case .always: return max(reported, .sixteen)
    case .never: return .none
    case .auto:
      let isUnwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      return isUnwanted || environment["TERM"] == "dumb" ? .none : reported
    }
  }

  /// What a terminal that is only written to has, by the environment; the screen asks ncurses
  /// instead.
  package static func reported(by environment: [String: String]) -> ColorDepth {
    let name = environment["TERM"] ?? ""
    if name.isEmpty || name == "dumb" { return .none }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .trueColor }
    if name.hasSuffix("-direct") { return .trueColor }
    return name.contains("256") ? .indexed256 : .sixteen
  }
}
