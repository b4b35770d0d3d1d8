import Cells
import Testing

@Suite struct TableTests {
  private var table: Table {
    Table(
      columns: [
        .init("Claim", width: .fixed(8)),
        .init("Patient", width: .flexible(minimum: 10, weight: 1)),
        .init("Reason", width: .fixed(10), priority: 1),
        .init("Balance", width: .fixed(10), align: .trailing),
        .init("Age", width: .fixed(4), align: .trailing, priority: 2),
      ],
      rows: [
        .init(
          [
            .init("26463774"), .init("SAMPLE, ANNA"), .init("CO-16"), .init("$1,234.56"),
            .init("21d", Style(.age0to30)),
          ], isMarked: true),
        .init(
          [
            .init("26463775"), .init("MUÑOZ-EXAMPLESON, JOSÉ"), .init("CO-50"),
            .init("-$84.00", Style(.moneyNegative)), .init("121d", Style(.ageOver90)),
          ], sign: "!"),
      ], selected: 1, sort: .init(column: 3, isDescending: true))
  }

  @Test func allColumnsWhereThereIsRoom() {
    #expect(
      drawn(table, 60, 4) == [
        "    Claim     Patient           Reason        Balance▼   Age",
        " *  26463774  SAMPLE, ANNA      CO-16        $1,234.56   21d",
        "> ! 26463775  MUÑOZ-EXAMPLESO…  CO-50          -$84.00  121d",
        "",
      ])
  }

  @Test(
    "columns go in the order of their priority",
    arguments: [
      (60, [0, 1, 2, 3, 4]), (54, [0, 1, 2, 3, 4]), (51, [0, 1, 2, 3]), (40, [0, 1, 3]),
      (36, [0, 1, 3]), (20, [0, 1]), (4, []), (0, []),
    ])
  func dropping(width: Int, columns: [Int]) {
    #expect(table.placements(in: width).map(\.column) == columns)
  }

  @Test func scrollingKeepsThePinnedColumnAndDropsNone() {
    var table = table
    table.scrolled = 2
    #expect(table.placements(in: 40).map(\.column) == [0, 3, 4])
    table.scrolled = 99
    #expect(table.placements(in: 40).map(\.column) == [0])
  }

  @Test func amountsEndInOneColumn() {
    let lines = drawn(table, 36, 3)
    #expect(lines.map(\.count) == [36, 36, 36])
    #expect(lines[1].hasSuffix("$1,234.56"))
    #expect(lines[2].hasSuffix("-$84.00"))
  }

  @Test func theSelectedRowKeepsWhatItsCellsMean() {
    let frame = frame(table, 36, 3)
    #expect(
      styles(frame, row: 2) == [
        "0-0 cursor+selected", "1-1 selection", "2-2 warning+selected", "3-28 selection",
        "29-35 money-negative+selected",
      ])
    #expect(styles(frame, row: 1) == ["1-1 mark"])
    #expect(styles(frame, row: 0) == ["0-35 header"])
    #expect(frame.cursor == Point(column: 0, row: 2))
  }

  @Test func withoutFocusTheHardwareCursorStaysAway() {
    var table = table
    table.isFocused = false
    #expect(frame(table, 36, 3).cursor == nil)
  }

  @Test func rowsBelowTheRectangleAreNotDrawn() {
    #expect(drawn(table, 36, 2).count == 2)
  }

  @Test func theMouseFindsRowsAndTitles() {
    let rect = Rect(column: 2, row: 1, columns: 60, rows: 5)
    #expect(table.hit(Point(column: 7, row: 1), in: rect) == .title(column: 0))
    #expect(table.hit(Point(column: 2, row: 1), in: rect) == nil)
    #expect(table.hit(Point(column: 9, row: 3), in: rect) == .row(1))
    #expect(table.hit(Point(column: 9, row: 4), in: rect) == nil)
    #expect(table.hit(Point(column: 0, row: 3), in: rect) == nil)
  }
}
