/// A theme as it is written: names of colours, and how roles look in those names.
///
/// Whoever reads the theme files fills this in; ``Theme/make(_:from:)`` turns it into a theme.
package struct ThemeSource: Hashable, Sendable {
  /// The theme that gives what this one leaves out.
  package var inherits: String?
  /// Names for colours, each `#rrggbb`, `default`, a named colour, or a number from 0 to 255.
  package var palette: [String: String]
  /// How roles look, by the role's name.
  package var roles: [String: Entry]

  /// A theme as written.
  package init(
    inherits: String? = nil, palette: [String: String] = [:], roles: [String: Entry] = [:]
  ) {
    self.inherits = inherits
    self.palette = palette
    self.roles = roles
  }

  /// How one role looks; an entry replaces the inherited one as a whole.
  package struct Entry: Hashable, Sendable {
    /// The foreground: a palette name or a colour; nil is that of `text`.
    package var fg: String?
    /// The background: a palette name or a colour; nil is that of `text`.
    package var bg: String?
    /// Bold letters.
    package var bold: Bool
    /// Underlined letters.
    package var underline: Bool
    /// Foreground and background change places.
    package var reverse: Bool
    /// Fainter letters.
    package var dim: Bool

    /// How one role looks; what is left out is that of `text`.
    package init(
      fg: String? = nil, bg: String? = nil, bold: Bool = false, underline: Bool = false,
      reverse: Bool = false, dim: Bool = false
    ) {
      self.fg = fg
      self.bg = bg
      self.bold = bold
      self.underline = underline
      self.reverse = reverse
      self.dim = dim
    }
  }
}

/// Why a theme cannot be made.
package enum ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownTheme(String, neededBy: String?)
  case inheritanceLoop([String])
  case unknownRole(String, theme: String)
  case unknownColor(String, usedBy: String, theme: String)

  /// One line that says what is wrong and where.
  package var description: String {
    let line: SafeText =
      switch self {
      case .unknownTheme(let name, nil): "there is no theme \"\(foreign: name)\""
      case .unknownTheme(let name, let user?):
        "theme \(foreign: user) inherits \"\(foreign: name)\", which does not exist"
      case .inheritanceLoop(let names):
        "themes inherit each other in a circle: \(foreign: names.joined(separator: " > "))"
      case .unknownRole(let role, let theme):
        "theme \(foreign: theme): there is no role \"\(foreign: role)\""
      case .unknownColor(let color, let user, let theme):
        """
        theme \(foreign: theme), \(foreign: user): "\(foreign: color)" is no colour; write \
        #rrggbb, default, a palette name, a colour name, or 0 to 255
        """
      }
    return line.string
  }
}

extension Theme {
  /// Makes the theme of that name.
  ///
  /// A palette entry replaces the inherited one of the same name before any role is looked up, so
  /// that a theme may change colours only.
  ///
  /// - Throws: ``ThemeError`` with the theme and the entry that is wrong.
  package static func make(
    _ name: String, from sources: [String: ThemeSource]
  ) throws(ThemeError) -> Theme {
    var chain: [(name: String, source: ThemeSource)] = []
    var next: String? = name
    while let current = next {
      if chain.contains(where: { $0.name == current }) {
        throw .inheritanceLoop(chain.map(\.name) + [current])
      }
      guard let source = sources[current] else {
        throw .unknownTheme(current, neededBy: chain.last?.name)
      }
      chain.append((current, source))
      next = source.inherits
    }
    var palette: [String: (text: String, theme: String)] = [:]
    var entries: [Role: (entry: ThemeSource.Entry, theme: String)] = [:]
    for (theme, source) in chain.reversed() {
      for (key, value) in source.palette { palette[key] = (value, theme) }
      for (key, entry) in source.roles {
        guard let role = Role(named: key) else { throw .unknownRole(key, theme: theme) }
        entries[role] = (entry, theme)
      }
    }
    var colors: [String: Color] = [:]
    for (key, value) in palette {
      guard let color = Color(parsing: value.text) else {
        throw .unknownColor(value.text, usedBy: "palette " + key, theme: value.theme)
      }
      colors[key] = color
    }
    var appearances: [Role: Appearance] = [:]
    for (role, (entry, theme)) in entries {
      func color(_ text: String?) throws(ThemeError) -> Color? {
        guard let text else { return nil }
        guard let color = colors[text] ?? Color(parsing: text) else {
          throw .unknownColor(text, usedBy: role.name, theme: theme)
        }
        return color
      }
      appearances[role] = Appearance(
        foreground: try color(entry.fg), background: try color(entry.bg), bold: entry.bold,
        underline: entry.underline, reverse: entry.reverse, dim: entry.dim)
    }
    return Theme(name: name, appearances: appearances)
  }

  /// The theme as a terminal with that many colours can show it.
  ///
  /// Without colour, bold, underline and reverse say what the colours said. A background that
  /// comes out the same as the text's would hide the selection, so it becomes reverse.
  package func reduced(to depth: ColorDepth) -> Theme {
    if depth == .none {
      return mapping { role, own in
        var look = Theme.mono[role]
        look.bold = look.bold || own.bold
        look.underline = look.underline || own.underline
        return look
      }
    }
    let ground = self[.text].background?.reduced(to: depth)
    return mapping { role, own in
      var look = own
      look.foreground = own.foreground?.reduced(to: depth)
      look.background = own.background?.reduced(to: depth)
      guard role != .text, let back = look.background, own.background != self[.text].background
      else { return look }
      if back == ground ?? .indexed(0) || back == look.foreground {
        look.background = nil
        look.foreground = nil
        look.reverse = true
      }
      return look
    }
  }
}
