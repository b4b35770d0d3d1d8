/// How a cell looks: a role, and what is added to the role's own appearance.
package struct Style: Hashable, Sendable {
  /// The packed form: the role in the low byte, the attributes in the high byte.
  let bits: UInt16

  /// A role with what is added to it.
  package init(_ role: Role, _ attributes: Attributes = []) {
    bits = UInt16(role.rawValue) | UInt16(attributes.rawValue) << 8
  }

  init(bits: UInt16) { self.bits = bits }

  /// What the cell means.
  package var role: Role { Role(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .text }
  /// What is added to the role.
  package var attributes: Attributes { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 8)) }

  /// The same role with more attributes.
  package func adding(_ attributes: Attributes) -> Style {
    Style(bits: bits | UInt16(attributes.rawValue) << 8)
  }

  /// The same role, on the selection bar; plain text there is the bar itself.
  package var selected: Style {
    role == .text ? Style(.selection, attributes) : adding(.selected)
  }

  /// The same role in bold.
  package var bold: Style { adding(.bold) }

  /// What may be added to a role.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The attributes as bits.
    package let rawValue: UInt8
    /// Attributes of these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold letters.
    package static let bold = Attributes(rawValue: 1)
    /// Underlined letters.
    package static let underline = Attributes(rawValue: 2)
    /// Foreground and background change places.
    package static let reverse = Attributes(rawValue: 4)
    /// Fainter letters.
    package static let dim = Attributes(rawValue: 8)
    /// The cell lies on the selection bar: it keeps the role's meaning on the bar's background.
    package static let selected = Attributes(rawValue: 16)
  }
}

extension Style {
  /// Ordinary text.
  package static let text = Style(.text)
  /// Text that matters less.
  package static let muted = Style(.muted)
  /// Titles and the name of this screen.
  package static let title = Style(.title)
  /// The one accent.
  package static let accent = Style(.accent)
  /// Borders and rules.
  package static let border = Style(.border)
  /// The bar under the cursor.
  package static let selection = Style(.selection)
  /// Keys in hints and menus.
  package static let key = Style(.key)
  /// What can be followed.
  package static let link = Style(.link)
  /// Good news.
  package static let good = Style(.good)
  /// What should be noticed.
  package static let notice = Style(.notice)
  /// What needs attention soon.
  package static let warning = Style(.warning)
  /// What needs attention now.
  package static let danger = Style(.danger)
  /// Column titles and the first line.
  package static let header = Style(.header)
  /// The last line.
  package static let footer = Style(.footer)
  /// What can be typed into.
  package static let input = Style(.input)
}

extension Style: CustomStringConvertible {
  /// The form in golden files: the role, then what is added, as in `warning+bold+selected`.
  package var description: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
      (.selected, "selected"),
    ]
    return names.reduce(role.name) { attributes.contains($1.0) ? $0 + "+" + $1.1 : $0 }
  }
}
