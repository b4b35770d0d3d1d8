/// Rows under column titles, one of them under the cursor.
///
/// The table holds the rows of the window only; whoever owns the list scrolls it.
package struct Table: Drawable, Hashable {
  /// A column: its title, and how wide it is.
  package struct Column: Hashable, Sendable {
    /// What stands above the column.
    package var title: SafeText
    /// How wide it is.
    package var width: Width
    /// Where its contents stand.
    package var align: Alignment
    /// Columns of a higher number go first when there is too little room; 0 stays to the end.
    package var priority: Int
    /// Whether contents that are too wide are cut in the middle, as the names of payers must be.
    package var keepsEnd: Bool
    /// Contents up to so many columns of the screen are shown whole: dates, numbers, codes.
    package var wholeUpTo: Int

    /// A column.
    package init(
      _ title: SafeText, width: Width, align: Alignment = .leading, priority: Int = 0,
      keepsEnd: Bool = false, wholeUpTo: Int = 0
    ) {
      self.keepsEnd = keepsEnd
      self.wholeUpTo = wholeUpTo
      self.title = title
      self.width = width
      self.align = align
      self.priority = priority
    }
  }

  /// How wide a column is, in columns of the screen.
  package enum Width: Hashable, Sendable {
    case fixed(Int)
    /// At least so much, and a share of the room left over.
    case flexible(minimum: Int, weight: Int)

    var minimum: Int {
      switch self {
      case .fixed(let columns), .flexible(let columns, _): max(0, columns)
      }
    }

    var weight: Int {
      if case .flexible(_, let weight) = self { max(0, weight) } else { 0 }
    }
  }

  /// What one column of one row shows.
  package struct Cell: Hashable, Sendable {
    /// The text of the cell.
    package var text: SafeText
    /// Its style.
    package var style: Style

    /// A cell.
    package init(_ text: SafeText, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// The cells, one for each column of the table.
    package var cells: [Cell]
    /// Whether the row is among the marked ones.
    package var isMarked: Bool
    /// A sign beside the mark, such as `!` for overdue.
    package var sign: Unicode.Scalar?
    /// The style of the sign.
    package var signStyle: Style

    /// A row.
    package init(
      _ cells: [Cell], isMarked: Bool = false, sign: Unicode.Scalar? = nil,
      signStyle: Style = .warning
    ) {
      self.cells = cells
      self.isMarked = isMarked
      self.sign = sign
      self.signStyle = signStyle
    }
  }

  /// The column by which the rows are sorted.
  package struct Sort: Hashable, Sendable {
    /// The column, counted in the table's columns.
    package var column: Int
    /// Whether the largest comes first.
    package var isDescending: Bool

    /// A sort by a column.
    package init(column: Int, isDescending: Bool) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// The columns from left to right.
  package var columns: [Column]
  /// The rows of the window from top to bottom.
  package var rows: [Row]
  /// The row under the cursor, counted in ``rows``.
  package var selected: Int?
  /// The sort to show in the titles.
  package var sort: Sort?
  /// Whether the first line shows the titles.
  package var showsTitles = true
  /// Whether the hardware cursor goes to the selected row.
  package var isFocused = true
  /// Columns scrolled out on the left, not counting those that are pinned.
  package var scrolled = 0
  /// Columns on the left that do not scroll.
  package var pinned = 1

  /// A table of these columns and rows.
  package init(columns: [Column], rows: [Row], selected: Int? = nil, sort: Sort? = nil) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.sort = sort
  }

  /// The pointer, the mark and the sign stand before the first column.
  package static let margin = 4
  private static let gap = 2

  /// Which columns are shown in so much room, and where, counted from the left edge.
  ///
  /// Columns that end at the right hold numbers: each takes as much as its widest number, and so does
  /// one that shows its contents whole. For that columns go in the order of their priority, then
  /// numbers are written shorter, and where that does not do words give way below the least that they
  /// want.
  package func placements(in width: Int) -> [(column: Int, place: Range<Int>)] {
    let room = max(0, width - Table.margin)
    var shown = Array(columns.indices)
    var needs = columns.indices.map { need(of: $0) }
    if scrolled > 0 {
      let kept = min(max(0, pinned), shown.count)
      shown = Array(shown[..<kept]) + shown[kept...].dropFirst(scrolled)
    } else {
      while needed(shown, needs) > room, let victim = leastWanted(shown) {
        shown.remove(at: victim)
      }
      // Numbers can be written shorter: words give way only where that would not do.
      squeeze(&needs, shown, to: room + shown.reduce(0) { $0 + excess($1, needs) })
      shorten(&needs, shown, to: room)
    }
    var extra = max(0, room - needed(shown, needs))
    let shares = columns.indices.map { hasAll($0, needs[$0]) ? 0 : columns[$0].width.weight }
    var weights = shown.reduce(0) { $0 + shares[$1] }
    var column = Table.margin
    var result: [(column: Int, place: Range<Int>)] = []
    for index in shown where column < width {
      var length = needs[index]
      if weights > 0, shares[index] > 0 {
        let share = extra * shares[index] / weights
        extra -= share
        weights -= shares[index]
        length += share
      }
      let end = min(column + length, max(column, room + Table.margin))
      // Numbers scrolled half out of the window stay out of it.
      if scrolled == 0 || end == column + length || !isWhole(index) {
        result.append((index, column..<end))
      }
      column += length + Table.gap
    }
    return result
  }

  private func holdsNumbers(_ column: Int) -> Bool { columns[column].align == .trailing }

  /// Whether a part of its contents would say something else than all of it.
  private func isWhole(_ column: Int) -> Bool {
    holdsNumbers(column) || columns[column].wholeUpTo > 0
  }

  /// What a column takes at least.
  private func need(of column: Int) -> Int {
    let least = columns[column].width.minimum
    guard isWhole(column) else { return least }
    return widest(in: column, upTo: holdsNumbers(column) ? .max : columns[column].wholeUpTo, least)
  }

  /// How wide the widest contents are that are not wider than a limit.
  private func widest(in column: Int, upTo limit: Int, _ least: Int) -> Int {
    rows.reduce(least) { widest, row in
      guard column < row.cells.count else { return widest }
      let columns = row.cells[column].text.columns
      return columns <= limit ? max(widest, columns) : widest
    }
  }

  /// Whether a column that shows its contents whole has room for all of them.
  private func hasAll(_ column: Int, _ room: Int) -> Bool {
    columns[column].wholeUpTo > 0 && widest(in: column, upTo: .max, 0) <= room
  }

  /// Takes from the words what they do not fill, then from the widest of them.
  private func squeeze(_ needs: inout [Int], _ shown: [Int], to room: Int) {
    let words = shown.filter { columns[$0].width.weight > 0 && !isWhole($0) }
    let filled = words.map { ($0, widest(in: $0, upTo: .max, Table.leastWords)) }
    for (column, widest) in filled {
      let missing = needed(shown, needs) - room
      if missing > 0 { needs[column] -= min(missing, max(0, needs[column] - widest)) }
    }
    while needed(shown, needs) > room,
      let widest = words.max(by: { needs[$0] < needs[$1] }), needs[widest] > Table.leastWords
    {
      needs[widest] -= 1
    }
  }

  /// What is left of a column of words at the least.
  private static let leastWords = 6

  /// Takes from the numbers what they have beyond their column's own width, most from the widest.
  private func shorten(_ needs: inout [Int], _ shown: [Int], to room: Int) {
    while true {
      let missing = needed(shown, needs) - room
      guard missing > 0, let widest = shown.max(by: { excess($0, needs) < excess($1, needs) }),
        excess(widest, needs) > 0
      else { return }
      needs[widest] -= min(missing, excess(widest, needs))
    }
  }

  /// What numbers take beyond their column's own width.
  private func excess(_ column: Int, _ needs: [Int]) -> Int {
    holdsNumbers(column) ? needs[column] - columns[column].width.minimum : 0
  }

  private func needed(_ shown: [Int], _ needs: [Int]) -> Int {
    shown.reduce(0) { $0 + needs[$1] } + Table.gap * max(0, shown.count - 1)
  }

  /// The last of the columns with the highest priority number above 0.
  private func leastWanted(_ shown: [Int]) -> Int? {
    var best: Int?
    for (place, index) in shown.enumerated() where columns[index].priority > 0 {
      if let known = best, columns[shown[known]].priority > columns[index].priority { continue }
      best = place
    }
    return best
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let places = placements(in: area.columns)
    var line = 0
    if showsTitles {
      drawTitles(into: &frame, area: area.line(0), places: places, glyphs: glyphs)
      line = 1
    }
    for (index, row) in rows.enumerated() where line + index < area.rows {
      draw(
        row, isSelected: index == selected, into: &frame, area: area.line(line + index),
        places: places, glyphs: glyphs)
    }
  }

  /// What lies at a place.
  package enum Hit: Hashable, Sendable {
    case title(column: Int)
    case row(Int)
  }

  /// What lies under a place of the frame, for the mouse.
  package func hit(_ point: Point, in rect: Rect) -> Hit? {
    guard rect.contains(point) else { return nil }
    let line = point.row - rect.row - (showsTitles ? 1 : 0)
    if line >= 0 { return line < rows.count ? .row(line) : nil }
    let column = point.column - rect.column
    return placements(in: rect.columns).first { $0.place.contains(column) }
      .map { .title(column: $0.column) }
  }

  private func drawTitles(
    into frame: inout Frame, area: Rect, places: [(column: Int, place: Range<Int>)], glyphs: Glyphs
  ) {
    frame.fill(area, style: .header)
    for (index, place) in places {
      var title = columns[index].title
      if let sort, sort.column == index {
        title += SafeText(glyph: sort.isDescending ? glyphs.falling : glyphs.rising)
      }
      frame.write(
        title, in: cell(place, area), style: .header, align: columns[index].align, glyphs: glyphs)
    }
  }

  private func draw(
    _ row: Row, isSelected: Bool, into frame: inout Frame, area: Rect,
    places: [(column: Int, place: Range<Int>)], glyphs: Glyphs
  ) {
    func shade(_ style: Style) -> Style { isSelected ? style.selected : style }
    if isSelected { frame.fill(area, style: .selection) }
    if isSelected, area.columns > 0 {
      frame.put(glyphs.pointer, at: area.origin, style: Style(.cursor).selected)
      if isFocused { frame.cursor = area.origin }
    }
    if row.isMarked, area.columns > 1 {
      frame.put("*", at: area.origin.moved(columns: 1), style: shade(Style(.mark)))
    }
    if let sign = row.sign, area.columns > 2 {
      frame.put(sign, at: area.origin.moved(columns: 2), style: shade(row.signStyle))
    }
    for (index, place) in places where index < row.cells.count {
      let content = row.cells[index]
      let room = cell(place, area)
      let text =
        if columns[index].keepsEnd {
          content.text.abbreviated(to: room.columns, glyphs: glyphs)
        } else if holdsNumbers(index) {
          content.text.shortened(to: room.columns) ?? content.text
        } else {
          content.text
        }
      frame.write(
        text, in: room, style: shade(content.style),
        align: columns[index].align, glyphs: glyphs)
    }
  }

  private func cell(_ place: Range<Int>, _ area: Rect) -> Rect {
    Rect(column: area.column + place.lowerBound, row: area.row, columns: place.count, rows: 1)
      .intersection(area)
  }
}
