/// How cells of one style look on the terminal.
package struct Appearance: Hashable, Sendable {
  /// Nil is the theme's own text colour.
  package var foreground: Color?
  /// Nil is the theme's own background.
  package var background: Color?
  /// Bold letters.
  package var bold: Bool
  /// Underlined letters.
  package var underline: Bool
  /// Foreground and background change places.
  package var reverse: Bool
  /// Fainter letters.
  package var dim: Bool

  /// An appearance; what is left out is the theme's own.
  package init(
    foreground: Color? = nil, background: Color? = nil, bold: Bool = false,
    underline: Bool = false, reverse: Bool = false, dim: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
    self.dim = dim
  }
}

/// The appearance of every role.
package struct Theme: Hashable, Sendable {
  /// The name by which it is chosen.
  package let name: String
  private var appearances: [Appearance]

  /// A theme in which roles without an entry look like `text`.
  package init(name: String, appearances: [Role: Appearance]) {
    self.name = name
    self.appearances = Role.allCases.map { appearances[$0] ?? Appearance() }
  }

  /// The appearance of a role alone.
  package subscript(_ role: Role) -> Appearance {
    appearances[Int(role.rawValue)]
  }

  /// The appearance of cells of a style: the role's, on the theme's text, with what is added.
  package func appearance(for style: Style) -> Appearance {
    let text = self[.text]
    var result = self[style.role]
    if style.attributes.contains(.selected), style.role != .selection {
      let bar = self[.selection]
      // A bar with a foreground of its own, or a reversed one, speaks louder than the role.
      if bar.foreground != nil || bar.reverse { result.foreground = bar.foreground }
      result.background = bar.background
      result.reverse = bar.reverse
      result.bold = result.bold || bar.bold
      result.underline = result.underline || bar.underline
      result.dim = false
    }
    result.foreground = result.foreground ?? text.foreground
    result.background = result.background ?? text.background
    result.bold = result.bold || style.attributes.contains(.bold)
    result.underline = result.underline || style.attributes.contains(.underline)
    result.dim = result.dim || style.attributes.contains(.dim)
    if style.attributes.contains(.reverse) { result.reverse.toggle() }
    return result
  }

  /// The theme with another name and each appearance changed.
  func mapping(_ change: (Role, Appearance) -> Appearance) -> Theme {
    var copy = self
    for role in Role.allCases {
      copy.appearances[Int(role.rawValue)] = change(role, self[role])
    }
    return copy
  }

  /// No colour at all: what is left when theme files cannot be read, or colours are not wanted.
  package static let mono = Theme(
    name: "mono",
    appearances: [
      .muted: Appearance(dim: true), .title: Appearance(bold: true),
      .border: Appearance(dim: true), .selection: Appearance(reverse: true),
      .mark: Appearance(bold: true), .cursor: Appearance(reverse: true),
      .link: Appearance(underline: true), .key: Appearance(bold: true),
      .notice: Appearance(bold: true), .warning: Appearance(bold: true),
      .danger: Appearance(bold: true), .age61to90: Appearance(bold: true),
      .ageOver90: Appearance(bold: true), .input: Appearance(underline: true),
      .errorField: Appearance(bold: true, underline: true), .header: Appearance(bold: true),
      .footer: Appearance(dim: true), .accent: Appearance(bold: true),
    ])
}
