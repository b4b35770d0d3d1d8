import Billing
import Cells
import Desk
import Operations
import Testing

@testable import TestSupport
@testable import Workstation

@Suite("The workstation as a value")
struct WorkstationTests {
  private static func started() -> (Workstation, [Effect]) {
    var workstation = Workstation(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today))
    let effects = workstation.start(at: MadeOffice.now, size: Size(columns: 80, rows: 24))
    return (workstation, effects)
  }

  @Test("begins with the overview and an alarm")
  func start() {
    let (_, effects) = Self.started()
    #expect(effects.count == 2)
    #expect(effects.first?.errand?.question as? ReadOverview != nil)
    #expect(effects.last == .wake(afterMilliseconds: 100))
  }

  @Test("asks to take the item it opens")
  func open() throws {
    var (workstation, _) = Self.started()
    let office = try MadeOffice(named: "office").signedIn("tlee")
    for effect in workstation.receive(.key(.enter)) {
      guard let errand = effect.errand else { continue }
      _ = workstation.receive(errand.run(at: office))
    }
    let effects = workstation.receive(.key(.enter))
    #expect(effects.count == 1)
    let asked = try #require(effects.first?.errand?.question as? TakeItem)
    #expect(try office.item(asked.item).item.queue == .rejections)
  }

  @Test("does nothing outside when it only moves")
  func moving() {
    var (workstation, _) = Self.started()
    #expect(workstation.receive(.key(.character("j"))) == [])
    #expect(workstation.receive(.key(.character("G"))) == [])
  }

  @Test("drops answers to tickets it does not wait for")
  func strayReply() throws {
    var (workstation, effects) = Self.started()
    let errand = try #require(effects.first?.errand)
    _ = workstation.receive(errand.run(at: try MadeOffice(named: "office").signedIn("tlee")))
    let before = workstation
    let late = errand.run(at: try MadeOffice(named: "empty").signedIn("tlee"))
    #expect(workstation.receive(late) == [])
    #expect(workstation == before)
  }

  @Test("does not set an alarm twice")
  func alarm() {
    var (workstation, _) = Self.started()
    #expect(workstation.receive(.tick(MadeOffice.now.later(by: 10))) == [])
    let later = workstation.receive(.tick(MadeOffice.now.later(by: 400)))
    #expect(later == [.wake(afterMilliseconds: 10 * 60_000 - 400)])
  }

  @Test("gives back what it holds before it ends")
  func exit() throws {
    let office = try MadeOffice(named: "office")
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today), office: office,
      size: Size(columns: 80, rows: 24))
    desk.press([.character("c"), .control("c"), .control("c"), .enter])
    #expect(
      desk.asked.last as? ReleaseItem == ReleaseItem(try office.row("26464010").item.id))
    #expect(desk.outside.last == .exit)
    #expect(try office.openRows().allSatisfy { $0.item.lease == nil })
  }

  @Test("names the row version and the fence in a decision")
  func fence() throws {
    let office = try MadeOffice(named: "office")
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today), office: office,
      size: Size(columns: 80, rows: 24))
    desk.press(try Key.sequence(parsing: "c <enter> <enter>"))
    let request = desk.asked.compactMap { ($0 as? Decide)?.request }.last
    let item = try office.row("26464010").item
    #expect(request?.fence == item.lease?.fence)
    #expect(request?.rowVersion == item.rowVersion)
    #expect(request?.item == item.id)
  }

  @Test("releases an item that is left without a decision, once")
  func release() throws {
    let office = try MadeOffice(named: "office")
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today), office: office,
      size: Size(columns: 80, rows: 24))
    desk.press(try Key.sequence(parsing: "c q c <enter> \"1EG4TE5MK74\" <enter> q"))
    let released = desk.asked.compactMap { ($0 as? ReleaseItem)?.item }
    // The first is left, the same one is decided, and the one that followed by itself is left.
    #expect(
      released == [try office.row("26464010").item.id, try office.row("26464022").item.id])
  }

  @Test("draws the same frame twice and changes nothing by it")
  func pure() {
    let (workstation, _) = Self.started()
    let copy = workstation
    #expect(
      workstation.frame(Size(columns: 90, rows: 30))
        == workstation.frame(Size(columns: 90, rows: 30)))
    #expect(workstation == copy)
  }

  @Test("draws any size", arguments: [(0, 0), (1, 1), (79, 24), (80, 23), (80, 24), (500, 200)])
  func sizes(columns: Int, rows: Int) throws {
    let office = try MadeOffice(named: "office")
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today), office: office,
      size: Size(columns: columns, rows: rows))
    for keys in [
      "j j <enter>", "<enter>", "r", "<esc> d", "<esc> ?", "<esc> <c-p>", "<esc> : d", "<esc> g r",
      "<enter>", "g i", "g a", "g m",
    ] {
      desk.press(try Key.sequence(parsing: keys))
      #expect(desk.frame.size == Size(columns: columns, rows: rows))
    }
  }

  @Test("lets hostile text in only through the door")
  func hostileText() throws {
    var claim = MadePatient.max.bill("26464999", "E0570:NU", 8900, on: "20261018").claim
    claim.last = "DOE\u{1B}[2J\u{202E}"
    claim.first = "\u{7}JANE\n\u{9B}31m"
    let office = try MadeOffice(named: "office")
    try office.signedIn("mkim").importBytes(SampleFiles.claims([claim]), name: "hostile.837")
    var desk = try Desktop(
      settings: WorkstationSettings(user: "tlee", today: MadeOffice.today), office: office,
      size: Size(columns: 120, rows: 36))
    desk.press(try Key.sequence(parsing: "j j <enter>"))
    desk.wait(milliseconds: 100)
    desk.press([.enter, .enter])
    for line in desk.frame.lines {
      #expect(
        line.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E
        })
    }
  }
}
