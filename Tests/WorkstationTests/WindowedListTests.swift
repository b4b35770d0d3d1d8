import Testing

@testable import Workstation

@Suite("A list with a window")
struct WindowedListTests {
  struct Row: ListRow {
    var listID: Int
  }

  private static func rows(_ range: Range<Int>) -> [Row] { range.map { Row(listID: $0) } }

  private static func list(of count: Int, height: Int = 10) -> WindowedList<Row> {
    var list = WindowedList<Row>(height: height)
    list.receive(rows(0..<min(count, 3 * height)), offset: 0, limit: 3 * height, total: count)
    return list
  }

  @Test("asks for its first rows")
  func first() throws {
    let list = WindowedList<Row>(height: 10)
    let wanted = try #require(list.wanted)
    #expect(wanted.offset == 0)
    #expect(wanted.limit == 30)
    #expect(list.cursorID == nil)
  }

  @Test("puts the cursor on the first row, and on none where there is none")
  func firstCursor() {
    #expect(Self.list(of: 5).cursorID == 0)
    let empty = Self.list(of: 0)
    #expect(empty.cursorID == nil)
    #expect(empty.wanted == nil)
  }

  @Test("asks for the rows around the screen when they are not held")
  func farAway() throws {
    var list = Self.list(of: 1000)
    #expect(list.wanted == nil)
    list.move(to: 999)
    #expect(list.cursorID == nil)
    #expect(list.visible == 990..<1000)
    let wanted = try #require(list.wanted)
    #expect(wanted.offset == 980)
    list.receive(Self.rows(980..<1000), offset: 980, limit: 30, total: 1000)
    #expect(list.cursorID == 999)
    #expect(list.wanted == nil)
  }

  @Test("keeps the cursor on its record and on its line when rows come before it")
  func stays() {
    var list = Self.list(of: 100)
    list.move(to: 15)
    let line = list.cursorIndex - list.top
    list.receive(
      [Row(listID: -1), Row(listID: -2)] + Self.rows(0..<28), offset: 0, limit: 30, total: 102)
    #expect(list.cursorID == 15)
    #expect(list.cursorIndex == 17)
    #expect(list.cursorIndex - list.top == line)
  }

  @Test("rests on the row that took the place of a record that has gone")
  func gone() {
    var list = Self.list(of: 5)
    list.move(to: 2)
    list.receive([0, 1, 3, 4].map(Row.init), offset: 0, limit: 30, total: 4)
    #expect(list.cursorID == 3)
    list.receive([0].map(Row.init), offset: 0, limit: 30, total: 1)
    #expect(list.cursorID == 0)
    list.receive([], offset: 0, limit: 30, total: 0)
    #expect(list.cursorID == nil)
    #expect(list.cursorIndex == 0)
  }

  @Test("does not ask again for what it was not given")
  func shortAnswer() {
    var list = WindowedList<Row>(height: 10)
    list.receive([], offset: 0, limit: 30, total: 7)
    #expect(list.wanted == nil)
  }

  @Test("moves by pages, and to both ends")
  func pages() {
    var list = Self.list(of: 30)
    list.apply(.page(1))
    #expect(list.cursorIndex == 9)
    #expect(list.top == 9)
    list.apply(.half(1))
    #expect(list.cursorIndex == 14)
    list.apply(.last)
    #expect(list.cursorIndex == 29)
    #expect(list.top == 20)
    list.apply(.page(-9))
    #expect(list.cursorIndex == 0)
    list.apply(.by(-1))
    #expect(list.cursorIndex == 0)
  }

  @Test("keeps the cursor in sight in a smaller window")
  func smaller() {
    var list = Self.list(of: 30, height: 10)
    list.move(to: 9)
    list.setHeight(3)
    #expect(list.visible == 7..<10)
  }
}
