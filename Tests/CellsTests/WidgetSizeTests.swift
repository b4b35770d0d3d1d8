import Cells
import Testing

/// Every widget with contents that are awkward for it.
private let widgets: [(name: String, widget: any Drawable)] = [
  (
    "table",
    Table(
      columns: [
        .init("Claim", width: .fixed(9)),
        .init("Patient", width: .flexible(minimum: 8, weight: 2)),
        .init("Balance", width: .fixed(11), align: .trailing, priority: 1),
      ],
      rows: [
        .init(
          [.init("26463774"), .init("渡辺 e\u{301}"), .init("$1.00")], isMarked: true, sign: "!"),
        .init([.init("short row")]), .init([]),
      ], selected: 0, sort: .init(column: 2, isDescending: true))
  ),
  ("empty table", Table(columns: [], rows: [.init([])], selected: 4)),
  (
    "menu",
    ListMenu(
      [
        .init("Items", isHeading: true),
        .init("Defer", key: "d", detail: "to a later day", highlights: [0..<2, 4..<99]),
        .init("渡す", key: "Ctrl-x", disabledReason: "nothing is marked"),
      ], selected: 2, top: 1)
  ),
  ("empty menu", ListMenu([], selected: 3)),
  ("box", Box(title: "A title that is long")),
  (
    "dialog",
    Dialog(
      title: "Defer 3 items?", body: ["Two are hidden by the filter.", "漢字漢字漢字"],
      hints: [.init("Enter", "defer"), .init("Esc", "stay")], tone: .danger,
      roomBelow: Size(columns: 10, rows: 2))
  ),
  ("paragraph", Paragraph(["漢字 words and morewordsthanfit", "", "x"], hanging: 4)),
  ("hints", HintLine([.init("Enter", "open"), .init("c", "claim next"), .init("/", "filter")])),
  ("no hints", HintLine([])),
  (
    "top line",
    TopLine(
      crumbs: ["Denials", "CO-16", "渡辺"],
      facts: [.init("tlee"), .init("14 of 60", priority: 1)])
  ),
  ("empty top line", TopLine(crumbs: [])),
  ("message", MessageLine(.error, "The file was not applied.")),
  ("tabs", Tabs(["Mine", "All", "漢字"], selected: 2)),
  ("tabs out of range", Tabs(["Mine"], selected: 9)),
]

@Suite struct WidgetSizeTests {
  @Test("no widget traps or draws outside its rectangle, at any size", arguments: widgets.indices)
  func anySize(index: Int) {
    let widget = widgets[index].widget
    for glyphs in [Glyphs.unicode, .ascii, .plain] {
      for columns in [0, 1, 2, 3, 4, 5, 7, 10, 17, 24, 40, 90] {
        for rows in [0, 1, 2, 3, 5, 9] {
          var frame = Frame(
            size: Size(columns: columns + 2, rows: rows + 2), repertoire: glyphs.repertoire)
          frame.fill(frame.bounds, style: .border, with: "#")
          let inner = Rect(column: 1, row: 1, columns: columns, rows: rows)
          frame.fill(inner)
          widget.draw(into: &frame, rect: inner, glyphs: glyphs)
          for row in 0..<frame.size.rows {
            for column in 0..<frame.size.columns
            where !inner.contains(Point(column: column, row: row)) {
              if frame[column: column, row: row].scalar != "#" {
                Issue.record(
                  "\(widgets[index].name) at \(columns)x\(rows) drew at \(column),\(row)")
                return
              }
            }
          }
          if let cursor = frame.cursor { #expect(inner.contains(cursor)) }
        }
      }
    }
  }

  @Test("a rectangle outside the frame draws nothing and does not trap", arguments: widgets.indices)
  func outside(index: Int) {
    for place in [
      Rect(column: -5, row: -5, columns: 12, rows: 8),
      Rect(column: 90, row: 90, columns: 9, rows: 9),
      Rect(column: 4, row: 1, columns: .max, rows: .max),
    ] {
      var frame = Frame(size: Size(columns: 8, rows: 4))
      widgets[index].widget.draw(into: &frame, rect: place, glyphs: .unicode)
      if place.column > 10 { #expect(frame.lines == ["", "", "", ""]) }
    }
  }

  @Test("in ASCII every cell is ASCII", arguments: widgets.indices)
  func asciiOnly(index: Int) {
    var frame = Frame(size: Size(columns: 60, rows: 9), repertoire: .ascii)
    widgets[index].widget.draw(into: &frame, rect: frame.bounds, glyphs: .ascii)
    let others = frame.cells.filter { !($0.scalar?.isASCII ?? false) }
    #expect(others.isEmpty)
  }
}
