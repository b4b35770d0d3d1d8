import Billing
import Cells
import Desk
import Testing
import Workstation

@Suite("Look") struct LookTests {
  @Test func look() throws {
    for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
      let office = FakeData.office(named: "office", user: "tlee", isSupervisor: false)
      var settings = WorkstationSettings(user: "tlee", today: FakeData.today)
      settings.views = [SavedView(number: 1, name: "medicare", queue: .denials, filter: "payer:medicare")]
      var desk = Desktop(settings: settings, office: office, size: Size(columns: columns, rows: rows))
      func show(_ name: String) {
        print("=== \(name) \(columns)x\(rows)")
        for line in desk.frame.lines { print("|" + line) }
      }
      show("home")
      desk.press(try Key.sequence(parsing: "j j <enter>")); desk.wait(milliseconds: 100)
      show("queue")
      desk.press(try Key.sequence(parsing: "<space> <space> d")); show("defer")
      desk.press(try Key.sequence(parsing: "<enter>")); show("preview")
      desk.press(try Key.sequence(parsing: "<esc> <esc> <esc> <enter>")); show("item")
      desk.press(try Key.sequence(parsing: "<tab> <tab>")); show("item-2")
      desk.press(try Key.sequence(parsing: "r")); show("menu")
      desk.press(try Key.sequence(parsing: "<esc> <enter>")); show("form")
      desk.press(try Key.sequence(parsing: "<esc> ?")); show("help")
      desk.press(try Key.sequence(parsing: "<esc> <c-p> a p p")); show("palette")
      desk.press(try Key.sequence(parsing: "<esc> : d")); show("line")
      desk.press(try Key.sequence(parsing: "<esc> g r")); show("remittances")
      desk.press(try Key.sequence(parsing: "<enter>")); show("remittance")
      desk.press(try Key.sequence(parsing: "j <enter>")); show("staged")
      desk.press(try Key.sequence(parsing: "<enter>")); show("match")
      desk.press(try Key.sequence(parsing: "<enter> <enter>")); show("post")
      desk.press(try Key.sequence(parsing: "<esc> : \"import inbox/ERA-1121.835\" <enter>")); show("import")
      desk.press(try Key.sequence(parsing: "g a")); show("activity")
      desk.press(try Key.sequence(parsing: "g m")); show("messages")
    }
  }
}
