import Cells
import Testing

@Suite struct LayoutTests {
  @Test(
    "lengths of parts",
    arguments: [
      ([1, 2], 9, 0, [3, 6]), ([1, 1, 1], 10, 0, [3, 3, 4]), ([5, 5, 4], 32, 2, [10, 10, 8]),
      ([1, 1], 3, 9, [0, 0]), ([0, 0], 3, 0, [0, 0]), ([-1, 1], 3, 0, [0, 3]), ([], 10, 0, []),
    ] as [([Int], Int, Int, [Int])])
  func lengths(weights: [Int], length: Int, gap: Int, expected: [Int]) {
    #expect(Layout.lengths(weights: weights, in: length, gap: gap) == expected)
  }

  @Test func panesLieSideBySide() {
    let area = Rect(column: 2, row: 1, columns: 20, rows: 5)
    #expect(
      area.columns(weights: [6, 13], gap: 1) == [
        Rect(column: 2, row: 1, columns: 6, rows: 5),
        Rect(column: 9, row: 1, columns: 13, rows: 5),
      ])
  }

  @Test func panesNeverLeaveTheirArea() {
    for width in 0...12 {
      let area = Rect(column: 3, row: 0, columns: width, rows: 1)
      for pane in area.columns(weights: [4, 4, 1], gap: 2) where !pane.isEmpty {
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
