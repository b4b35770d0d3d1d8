import CCurses
import Cells

/// The attributes and colour pairs of a theme, as ncurses wants them.
struct Palette {
  /// An attribute set and a pair number.
  struct Look: Equatable {
    var attributes: attr_t
    var pair: Int32
  }

  private let theme: Theme
  private let depth: ColorDepth
  private let colors: Int32
  private var looks: [Style: Look] = [:]
  private var last: (style: Style, look: Look)?

  /// The palette of a theme on a terminal; without colours the theme `mono` stands in.
  ///
  /// - Parameters:
  ///   - theme: The theme.
  ///   - depth: How many colours to use; at most what the terminal has.
  ///   - colors: How many colour numbers ncurses takes.
  init(theme: Theme, depth: ColorDepth, colors: Int32) {
    self.theme = depth == .none ? .mono : theme
    self.depth = depth
    self.colors = colors
  }

  /// How cells of a style look.
  mutating func look(of style: Style) -> Look {
    if let last, last.style == style { return last.look }
    let look = looks[style] ?? make(style)
    looks[style] = look
    last = (style, look)
    return look
  }

  private func make(_ style: Style) -> Look {
    let appearance = theme.appearance(for: style)
    var look = Look(attributes: 0, pair: 0)
    if appearance.bold { look.attributes |= shim_bold() }
    if appearance.underline { look.attributes |= shim_underline() }
    if appearance.reverse { look.attributes |= shim_reverse() }
    if appearance.dim { look.attributes |= shim_dim() }
    guard depth > .none else { return look }
    let (foreground, isBright) = number(appearance.foreground)
    let (background, _) = number(appearance.background)
    // Eight-colour terminals make bright colours of bold ones.
    if isBright { look.attributes |= shim_bold() }
    if foreground >= 0 || background >= 0 {
      look.pair = max(0, alloc_pair(foreground, background))
    }
    return look
  }

  /// The terminal's number for a colour, -1 for its own; and whether only its dark twin exists.
  private func number(_ color: Color?) -> (Int32, isBright: Bool) {
    switch (color ?? .default).reduced(to: depth) ?? .default {
    case .default: return (-1, false)
    case .indexed(let index) where depth == .trueColor && index >= 8:
      return (direct(.indexed(index)), false)
    case .indexed(let index):
      return index < 16 && Int32(index) >= colors
        ? (Int32(index) & 7, index >= 8) : (Int32(index), false)
    case .rgb(let red, let green, let blue):
      return (direct(.rgb(red: red, green: green, blue: blue)), false)
    }
  }

  private func direct(_ color: Color) -> Int32 {
    guard let (red, green, blue) = color.components else { return -1 }
    // The lowest eight numbers stay the named colours.
    return Int32(max(red << 16 | green << 8 | blue, 8))
  }
}
