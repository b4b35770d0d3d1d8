/// The characters that pictures are made of: one set for UTF-8 terminals, one for the others.
///
/// Every glyph is one column wide in both sets, so a screen has the same layout in both.
package struct Glyphs: Hashable, Sendable {
  /// Which characters the terminal can show.
  package var repertoire: Repertoire

  /// A horizontal rule.
  package var horizontal: Unicode.Scalar
  /// A vertical rule.
  package var vertical: Unicode.Scalar
  /// A corner of a box.
  package var topLeft: Unicode.Scalar
  /// A corner of a box.
  package var topRight: Unicode.Scalar
  /// A corner of a box.
  package var bottomLeft: Unicode.Scalar
  /// A corner of a box.
  package var bottomRight: Unicode.Scalar

  /// Where text was cut.
  package var ellipsis: Unicode.Scalar
  /// Before an entry of a list.
  package var bullet: Unicode.Scalar
  /// Between the parts of a line of facts.
  package var dot: Unicode.Scalar
  /// Between the steps of a path.
  package var chevron: Unicode.Scalar
  /// Beside the row under the cursor.
  package var pointer: Unicode.Scalar
  /// Done.
  package var check: Unicode.Scalar
  /// The arrow down.
  package var down: Unicode.Scalar
  /// The arrow to the left.
  package var left: Unicode.Scalar
  /// The arrow to the right.
  package var right: Unicode.Scalar
  /// Beside a number that rises.
  package var rising: Unicode.Scalar
  /// Beside a number that falls.
  package var falling: Unicode.Scalar
  /// The enter key.
  package var enter: Unicode.Scalar

  /// The filled part of a gauge.
  package var gaugeFull: Unicode.Scalar
  /// The empty part of a gauge.
  package var gaugeEmpty: Unicode.Scalar

  /// Eight heights, lowest first.
  package var heights: [Unicode.Scalar]

  /// For terminals that show UTF-8.
  package static let unicode = Glyphs(
    repertoire: .unicode,
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    ellipsis: "…", bullet: "•", dot: "·", chevron: "›", pointer: ">", check: "✓",
    down: "↓", left: "←", right: "→", rising: "▲", falling: "▼", enter: "⏎",
    gaugeFull: "━", gaugeEmpty: "─",
    heights: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// For terminals that show ASCII only.
  package static let ascii = Glyphs(
    repertoire: .ascii,
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    ellipsis: "~", bullet: "*", dot: ".", chevron: ">", pointer: ">", check: "x",
    down: "v", left: "<", right: ">", rising: "^", falling: "v", enter: "=",
    gaugeFull: "#", gaugeEmpty: "-",
    heights: ["_", "_", ":", "-", "=", "+", "*", "#"])

  /// For screen readers: letters and blanks instead of boxes and pictures.
  ///
  /// Names keep their accents; on a terminal without UTF-8 set `repertoire` to `.ascii`.
  package static let plain: Glyphs = {
    var glyphs = ascii
    glyphs.repertoire = .unicode
    glyphs.horizontal = " "
    glyphs.vertical = " "
    glyphs.topLeft = " "
    glyphs.topRight = " "
    glyphs.bottomLeft = " "
    glyphs.bottomRight = " "
    glyphs.gaugeFull = " "
    glyphs.gaugeEmpty = " "
    return glyphs
  }()
}
