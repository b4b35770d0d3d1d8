import Cells
import Testing

@Suite struct LayoutTests {
  @Test(
    "lengths of parts",
    arguments: [
      ([.fixed(3), .rest], 10, 0, [3, 7]),
      ([.fixed(3), .rest, .fixed(2)], 10, 1, [3, 3, 2]),
      ([.percent(50), .rest], 9, 0, [4, 5]),
      ([.fill(1), .fill(2)], 9, 0, [3, 6]),
      ([.fill(1), .fill(1), .fill(1)], 10, 0, [3, 3, 4]),
      ([.fixed(8), .fixed(8), .fixed(8)], 10, 0, [8, 2, 0]),
      ([.fixed(3), .rest], 2, 0, [2, 0]),
      ([.fixed(-3), .rest], 5, 0, [0, 5]),
      ([.rest, .rest], 3, 9, [0, 0]),
      ([.fill(0), .fill(0)], 3, 0, [0, 0]),
      ([.percent(200), .percent(-5)], 10, 0, [10, 0]),
      ([], 10, 0, []),
    ] as [([Extent], Int, Int, [Int])])
  func lengths(extents: [Extent], length: Int, gap: Int, expected: [Int]) {
    #expect(Layout.lengths(of: extents, in: length, gap: gap) == expected)
  }

  @Test func panesLieSideBySide() {
    let area = Rect(column: 2, row: 1, columns: 20, rows: 5)
    let panes = area.columns([.fixed(6), .rest], gap: 1)
    #expect(
      panes == [
        Rect(column: 2, row: 1, columns: 6, rows: 5),
        Rect(column: 9, row: 1, columns: 13, rows: 5),
      ])
    let rows = area.rows([.fixed(1), .rest, .fixed(1)])
    #expect(rows.map(\.row) == [1, 2, 5])
    #expect(rows.map(\.rows) == [1, 3, 1])
  }

  @Test func panesNeverLeaveTheirArea() {
    for width in 0...12 {
      let area = Rect(column: 3, row: 0, columns: width, rows: 1)
      for pane in area.columns([.fixed(4), .fixed(4), .rest], gap: 2) where !pane.isEmpty {
        #expect(pane.column >= area.column && pane.endColumn <= area.endColumn)
      }
    }
  }

  @Test func rectangles() {
    let rect = Rect(column: 2, row: 3, columns: 4, rows: 2)
    #expect(rect.contains(Point(column: 5, row: 4)))
    #expect(!rect.contains(Point(column: 6, row: 4)))
    #expect(rect.intersection(Rect(column: 9, row: 9, columns: 1, rows: 1)).isEmpty)
    #expect(rect.inset(columns: 1) == Rect(column: 3, row: 3, columns: 2, rows: 2))
    #expect(rect.inset(columns: 9, rows: 9).isEmpty)
    #expect(rect.centred(Size(columns: 99, rows: 99)) == rect)
    #expect(
      rect.centred(Size(columns: 2, rows: 2)) == Rect(column: 3, row: 3, columns: 2, rows: 2))
    #expect(rect.line(2).isEmpty)
  }
}
