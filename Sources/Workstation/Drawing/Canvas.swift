import Billing
import Cells

/// A frame being drawn, with what every screen needs to draw on it.
struct Canvas {
  var frame: Frame
  let shell: Shell
  /// What lies on top of the screen; nil where the screen has the keys.
  let overlay: (any Overlay)?
  let glyphs: Glyphs
  let privacy: Privacy

  init(_ shell: Shell, under overlay: (any Overlay)?, size: Size) {
    self.shell = shell
    self.overlay = overlay
    glyphs = shell.glyphs
    privacy = shell.privacy
    frame = Frame(size: size, repertoire: glyphs.repertoire)
  }

  var isPlain: Bool { shell.settings.isPlain }
  var today: Day { shell.settings.today }

  /// Whether the screen has the keys.
  var isFocused: Bool { overlay == nil }

  /// The filter that is being typed.
  var filterLine: FilterLine? { overlay as? FilterLine }

  mutating func draw(_ widget: some Drawable, in rect: Rect) {
    widget.draw(into: &frame, rect: rect, glyphs: glyphs)
  }

  /// Writes a line, cut with an ellipsis where it does not fit.
  mutating func write(_ line: StyledText, in rect: Rect, align: Alignment = .leading) {
    let rect = rect.line(0)
    guard !rect.isEmpty else { return }
    let lead = align.lead(of: line.columns, in: rect.columns)
    frame.write(
      line: line, at: rect.origin.moved(columns: lead), width: rect.columns - lead, glyphs: glyphs)
  }

  mutating func write(
    _ text: SafeText, in rect: Rect, style: Style = .text, align: Alignment = .leading
  ) {
    frame.write(text, in: rect.line(0), style: style, align: align, glyphs: glyphs)
  }

  /// Writes one thing at the left and another at the right of a row; the right one gives way last.
  mutating func write(left: StyledText, right: StyledText, in rect: Rect) {
    let rect = rect.line(0)
    let rightWidth = min(right.columns, rect.columns)
    write(right, in: rect, align: .trailing)
    var rest = rect
    rest.columns = rect.columns - rightWidth - (rightWidth > 0 ? 2 : 0)
    write(left, in: rest)
  }

  /// Says in the middle of an area why nothing is there and what to do.
  mutating func writeEmpty(_ lines: [SafeText], in rect: Rect) {
    let top = max(0, min(rect.rows / 3, rect.rows - lines.count))
    for (index, line) in lines.enumerated() {
      write(line, in: rect.line(top + index), style: index == 0 ? .text : .muted, align: .center)
    }
  }

  var separator: SafeText { " \(SafeText(glyph: glyphs.dot)) " }
}

/// Lays cells out in columns, as lines of text.
struct TextGrid {
  var aligns: [Alignment]
  var rows: [[StyledText]] = []
  /// What stands in the last column of a row, by the row: whole pieces, on as many lines as they need.
  private var pieces: [Int: [StyledText]] = [:]
  var indent = 0
  var gap = 2
  /// The column that is cut when the lines are too wide.
  var flexible: Int?

  /// With less room than this beside a row, pieces stand below it.
  private static let leastForPieces = 16

  init(_ aligns: [Alignment], indent: Int = 0, flexible: Int? = nil) {
    self.aligns = aligns
    self.indent = indent
    self.flexible = flexible
  }

  mutating func add(_ cells: [StyledText]) { rows.append(cells) }

  /// A row whose last column holds pieces that are never cut: an amount stays with what it is.
  mutating func add(_ cells: [StyledText], pieces: [StyledText]) {
    self.pieces[rows.count] = pieces
    rows.append(cells)
  }

  func lines(width: Int, glyphs: Glyphs) -> [StyledText] {
    var widths = aligns.indices.map { column in
      rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
    }
    func used(_ columns: Int) -> Int {
      indent + widths[..<columns].reduce(0, +) + gap * max(0, columns - 1)
    }
    let isBelow = !pieces.isEmpty && width - used(widths.count - 1) - gap < Self.leastForPieces
    let laid = pieces.isEmpty ? widths.count : widths.count - 1
    if let flexible, used(laid) > width {
      widths[flexible] = max(4, widths[flexible] - (used(laid) - width))
    }
    let start = isBelow ? indent + gap : used(laid) + gap
    return rows.enumerated().flatMap { index, row -> [StyledText] in
      var first = line(of: isBelow ? Array(row.prefix(laid)) : row, widths, glyphs)
      var rest = packed(pieces[index] ?? [], width: width - start)
      if !isBelow, !rest.isEmpty {
        first.append(SafeText(glyph: " ", count: start - first.columns))
        first += rest.removeFirst()
      }
      return [first] + rest.map { StyledText(SafeText(glyph: " ", count: start)) + $0 }
    }
  }

  private func line(of row: [StyledText], _ widths: [Int], _ glyphs: Glyphs) -> StyledText {
    var line = StyledText(SafeText(glyph: " ", count: indent))
    for (column, cell) in row.enumerated() where column < widths.count {
      let cut = cell.cut(to: widths[column], glyphs: glyphs)
      let lead = aligns[column].lead(of: cut.columns, in: widths[column])
      line.append(SafeText(glyph: " ", count: lead))
      line += cut
      if column < row.count - 1 {
        line.append(SafeText(glyph: " ", count: widths[column] - lead - cut.columns + gap))
      }
    }
    return line
  }

  /// The pieces side by side, as many on a line as there is room for.
  private func packed(_ pieces: [StyledText], width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for piece in pieces {
      if let last = lines.last, last.columns + gap + piece.columns <= width {
        lines[lines.count - 1] = last + StyledText(SafeText(glyph: " ", count: gap)) + piece
      } else {
        lines.append(piece)
      }
    }
    return lines
  }
}

extension [StyledText] {
  /// The lines themselves where there are no more than so many, else the first of them, the last with
  /// an ellipsis.
  func cut(toRows rows: Int, width: Int, glyphs: Glyphs) -> [StyledText] {
    guard count > rows, rows > 0 else { return self }
    var shown = Array(prefix(rows))
    shown[rows - 1] = shown[rows - 1].cut(to: width - 1, glyphs: glyphs)
    if shown[rows - 1].columns == self[rows - 1].columns {
      let style = shown[rows - 1].pieces.last?.style ?? .text
      shown[rows - 1].append(SafeText(glyph: glyphs.ellipsis), style)
    }
    return shown
  }
}

extension StyledText {
  /// The line itself when it fits, else its beginning and an ellipsis.
  func cut(to width: Int, glyphs: Glyphs) -> StyledText {
    guard columns > width else { return self }
    var room = beginning(columns: width - 1)
    var result = StyledText()
    for piece in pieces where room > 0 {
      let text = piece.text.prefix(columns: room)
      result.append(text, piece.style)
      room -= text.columns
      if text.columns < piece.text.columns { break }
    }
    result.append(SafeText(glyph: glyphs.ellipsis), pieces.last?.style ?? .text)
    return result
  }
}
