import Billing
import Cells
import Testing

@testable import Workstation

@Suite("Where a person was when they left")
struct LastPlaceTests {
  private static func desk(_ office: MadeOffice, at place: LastPlace? = nil) throws -> Desktop {
    var settings = WorkstationSettings(user: "tlee", today: MadeOffice.today)
    settings.lastPlace = place
    return try Desktop(settings: settings, office: office, size: Size(columns: 80, rows: 24))
  }

  /// Left by these keys, and come back to as text.
  private static func comingBack(
    _ keys: String, to office: MadeOffice
  ) throws -> (before: [String], after: Desktop) {
    var desk = try desk(office)
    desk.press(try Key.sequence(parsing: keys))
    let before = desk.frame.lines
    let place = try #require(LastPlace(desk.workstation.lastPlace.text))
    return (before, try Self.desk(office, at: place))
  }

  @Test(
    "every list comes back with its filter and the row under the cursor",
    arguments: [
      "j j", "j j <enter> j j", "j j <enter> / \"age>0\" <enter> j", "j j <enter> <tab>",
      "j j <enter> G", "j j <enter> S b j", "g o j", "g o <tab> j", "g r j", "g i j", "g a j j",
      "g t", "g c j", "g w <tab>", "g p", ": \"search doe\" <enter>",
    ])
  func places(keys: String) throws {
    let office = try MadeOffice(named: "orders")
    let (before, after) = try Self.comingBack(keys, to: office)
    // All but the message line.
    #expect(after.frame.lines.dropLast(2) == before.dropLast(2))
  }

  @Test("an item leads back to its row in the list, and so does closing the list to leave")
  func itemsAndLeaving() throws {
    let office = try MadeOffice(named: "office")
    var desk = try Self.desk(office)
    desk.press(try Key.sequence(parsing: "j j <enter> j"))
    let list = desk.frame.lines
    let place = desk.workstation.lastPlace
    desk.press(try Key.sequence(parsing: "<enter> q q q"))
    #expect(desk.outside.last == .exit)
    #expect(desk.workstation.lastPlace == place)
    let after = try Self.desk(office, at: place).frame.lines
    #expect(zip(list.dropLast(2), after).filter { $0 != $1 }.map { "\($0) / \($1)" } == [])
    // Whoever does something at home was at home.
    desk = try Self.desk(office)
    desk.press(try Key.sequence(parsing: "j j <enter> q j q"))
    #expect(desk.workstation.lastPlace.screen == "home")
  }

  @Test("where the record has gone the cursor rests on the row that has its place")
  func gone() throws {
    let office = try MadeOffice(named: "office")
    var desk = try Self.desk(office)
    desk.press(try Key.sequence(parsing: "j j <enter> j"))
    let reference = try #require((desk.workstation.screens.top.screen as? QueueScreen)?.record)
      .reference
    let place = desk.workstation.lastPlace
    try office.putOff(try office.row(reference))
    let after = try Self.desk(office, at: place)
    let queue = try #require(after.workstation.screens.top.screen as? QueueScreen)
    #expect(queue.list.cursorIndex == 1)
    #expect(queue.list.cursorRow != nil)
    #expect(queue.record?.reference != reference)
  }

  @Test(
    "what is garbled, of another version or of no place begins at home",
    arguments: [
      "", "docket place 2\nscreen queue\nqueue denials\n", "docket place 1\n", "screen queue\n",
      "docket place 1\nscreen queue\nqueue\n", "docket place 1\nscreen queue\nqueue nowhere\n",
      "docket place 1\nscreen nowhere\n", "docket place 1\nscreen item\n", "\0\u{1B}[2J",
      String(repeating: "docket place 1\n", count: 9_000),
    ])
  func garbled(text: String) throws {
    let desk = try Self.desk(try MadeOffice(named: "office"), at: LastPlace(text))
    #expect(desk.workstation.screens.top.screen is HomeScreen)
    #expect(desk.frame.lines.contains { $0.contains("Rejections") })
  }

  @Test(
    "what is wrong in a place that is known is left out",
    arguments: [
      "filter )(", "cursor x", "row -1", "row 99999999999999999999", "line 4000\nrow 3000",
      "lane 77", "order whim", "new thing", "cursor 9223372036854775807\nrow 1000000000",
    ])
  func leftOut(line: String) throws {
    let text = "docket place 1\nscreen queue\nqueue denials\n\(line)\n"
    let desk = try Self.desk(try MadeOffice(named: "office"), at: LastPlace(text))
    let queue = try #require(desk.workstation.screens.top.screen as? QueueScreen)
    #expect(queue.queue == .denials && queue.filterText.isEmpty && queue.lane == .work)
    #expect(queue.list.count == 0 || queue.list.cursorRow != nil)
  }

  @Test("words are kept in one line each, so that no filter says more than a filter")
  func oneLine() {
    let place = LastPlace(screen: "orders", words: ["filter": "a\nscreen queue\r\nqueue denials"])
    let read = LastPlace(place.text)
    #expect(read?.screen == "orders")
    #expect(read?.words == ["filter": "a screen queue queue denials"])
  }
}
