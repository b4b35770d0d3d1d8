import Billing
import Cells
import Desk
import Testing

@testable import Workstation

@Suite("The mouse")
struct MouseTests {
  private static func desk(
    _ keys: String, size: Size = Size(columns: 80, rows: 24)
  ) throws -> Desktop {
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today),
      office: MadeOffice(named: "office"), size: size)
    desk.press(try Key.sequence(parsing: keys))
    return desk
  }

  /// Presses the mouse where a text stands.
  private static func click(_ text: String, in desk: inout Desktop) throws {
    let lines = desk.frame.lines
    let row = try #require(lines.lastIndex { $0.contains(text) }, "\(text)")
    let place = try #require(lines[row].firstRange(of: text))
    let column = lines[row].distance(from: lines[row].startIndex, to: place.lowerBound)
    desk.send(.key(.mouse(.press, Point(column: column, row: row))))
  }

  @Test("puts the cursor on the queue that is clicked")
  func home() throws {
    var desk = try Self.desk("g")
    try Self.click("Denials", in: &desk)
    let home = try #require(desk.workstation.screens.top.screen as? HomeScreen)
    #expect(home.queue == .denials)
    desk.press([.enter])
    #expect((desk.workstation.screens.top.screen as? QueueScreen)?.queue == .denials)
  }

  @Test("puts the cursor on the row that is clicked, and on none beside the list")
  func rows() throws {
    var desk = try Self.desk("<enter>", size: Size(columns: 160, rows: 40))
    let before = try #require(desk.workstation.screens.top.screen as? QueueScreen)
    let other = try #require(before.list.row(at: 1))
    try Self.click(other.reference, in: &desk)
    let after = try #require(desk.workstation.screens.top.screen as? QueueScreen)
    #expect(after.list.cursorID == other.item.id)
    for point in [Point(column: 2, row: 1), Point(column: 2, row: 36), Point(column: 150, row: 4)] {
      desk.send(.key(.mouse(.press, point)))
      let still = try #require(desk.workstation.screens.top.screen as? QueueScreen)
      #expect(still.list.cursorID == other.item.id, "\(point)")
    }
  }

  @Test("gives the command of the hint that is clicked")
  func hints() throws {
    var desk = try Self.desk("j", size: Size(columns: 160, rows: 40))
    try Self.click("claim next", in: &desk)
    #expect(desk.asked.last is TakeNext)
    #expect(desk.workstation.screens.top.screen is ItemScreen)
    try Self.click("back", in: &desk)
    #expect(desk.workstation.screens.top.screen is HomeScreen)
  }

  @Test("does nothing under a box")
  func covered() throws {
    var desk = try Self.desk("?")
    let before = desk.frame
    for row in 0..<24 { desk.send(.key(.mouse(.press, Point(column: 5, row: row)))) }
    #expect(desk.frame == before)
  }
}
