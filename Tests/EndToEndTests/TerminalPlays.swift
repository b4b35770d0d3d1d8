import Foundation
import Testing

/// The real program in a real terminal: what no headless play can show.
@Suite(.enabled(if: Tmux.program != nil, "tmux is not installed"), .serialized)
struct TerminalPlays {
  @Test(arguments: [(80, 24), (120, 36), (200, 50)])
  func opensAQueueAndAnItemAndGivesTheTerminalBack(columns: Int, rows: Int) async throws {
    let play = try await Play(columns: columns, rows: rows)
    let home = try play.tmux.screen()
    for queue in ["Rejections", "Cash posting", "Denials", "A/R follow-up"] {
      #expect(home.contains(queue))
    }
    try play.tmux.press("j", "j", "Enter")
    try await play.tmux.screen(
      "the queue", where: { $0.contains("› Denials") && $0.contains("CO-") })
    try play.tmux.press("Enter")
    // The side pane of a wide queue proposes as well; only the item screen has a further crumb.
    try await play.tmux.screen(showing: "› Denials › ")
    try play.tmux.press("q")
    try await play.tmux.screen("the queue", where: { $0.contains("by rank") })
    try play.tmux.press("q")
    try await play.tmux.screen(showing: "Money")
    try play.tmux.press("q")
    try await play.tmux.expectEnd(status: 0)
  }

  @Test func escapeGoesBackAtOnce() async throws {
    let play = try await Play()
    try play.tmux.press("?")
    try await play.tmux.screen(showing: "Esc close")
    try play.tmux.press("Escape")
    try await play.tmux.screen(showing: "q quit")
    try play.tmux.press("q")
    try await play.tmux.expectEnd(status: 0)
  }

  @Test func followsTheSizeOfTheWindow() async throws {
    let play = try await Play()
    try play.tmux.press("j", "j", "Enter")
    try await play.tmux.screen(showing: "› Denials")
    try play.tmux.resize(columns: 120, rows: 36)
    try await play.tmux.screen("the side pane", where: { $0.contains("Proposed") })
    try play.tmux.resize(columns: 60, rows: 12)
    try await play.tmux.screen(showing: "80")
    try play.tmux.resize(columns: 80, rows: 24)
    try await play.tmux.screen(showing: "› Denials")
    try play.tmux.press("q", "q")
    try await play.tmux.expectEnd(status: 0)
  }

  @Test func aPasteRunsNoCommand() async throws {
    let play = try await Play()
    // Every one of these is a key that does something, and the line ends would submit a form.
    try play.tmux.paste("jj\rq\rc\rd\r" + String(repeating: "q\r", count: 50))
    try play.tmux.press(":")
    try await play.tmux.screen(showing: "Esc close")
    try play.tmux.press("Escape")
    // A key right behind it would make one with Alt.
    try await play.tmux.screen("the line closed", where: { !$0.contains("Esc close") })
    try play.tmux.press("q")
    try await play.tmux.expectEnd(status: 0)
    let journal = try await play.docket.json("queue", office: play.sample.database)
    #expect(journal["done_today"] as? Int == 0)
  }

  @Test func suspendGivesTheShellItsTerminalAndComesBack() async throws {
    let play = try await Play()
    try play.tmux.press("C-z")
    try await play.tmux.screen(showing: "Stopped")
    let shell = try await play.tmux.shell("echo here-''again")
    #expect(shell.contains("here-again"))
    try play.tmux.type("fg")
    try play.tmux.press("Enter")
    try await play.tmux.screen(showing: "Special processes")
    try play.tmux.press("q")
    try await play.tmux.screen("the prompt", where: { !$0.contains("Special processes") })
    try await play.tmux.expectSameLine()
  }

  @Test(arguments: [SIGTERM, SIGQUIT]) func aSignalEndsItCleanly(_ signal: Int32) async throws {
    let play = try await Play()
    kill(try await play.tmux.workstation(), signal)
    try await play.tmux.expectEnd(status: 128 + signal)
  }

  @Test func aFaultGivesTheTerminalBackAndSaysWhereToLook() async throws {
    let play = try await Play()
    kill(try await play.tmux.workstation(), SIGABRT)
    try await play.tmux.screen(showing: "Your saved work is safe")
    try await play.tmux.expectEnd(status: 128 + SIGABRT)
  }

  @Test func aDecisionOnTheScreenIsKept() async throws {
    let play = try await Play()
    try play.tmux.press("j", "j", "c")
    try await play.tmux.screen(showing: "Proposed")
    try play.tmux.press("a")
    try await play.tmux.screen(showing: "Note")
    try play.tmux.type("spoke to nobody at all")
    try play.tmux.press("Enter")
    try await play.tmux.screen(
      "the message", where: { $0.contains("undoes it") || $0.contains("Noted") })
    try play.tmux.press("q")
    try await play.tmux.screen("home or queue", where: { !$0.contains("Proposed") })
    try play.tmux.type(":quit")
    try play.tmux.press("Enter")
    try await play.tmux.expectEnd(status: 0)
    let check = try await play.docket.run("check", office: play.sample.database)
    #expect(check.status == 0)
    let all = try await play.docket.json("queue", office: play.sample.database)
    #expect(all["queues"] != nil)
  }

  @Test func anItemThatWasOpenInAKilledProgramIsFreeAtOnce() async throws {
    let play = try await Play()
    try play.tmux.press("j", "j", "c")
    try await play.tmux.screen(showing: "Proposed")
    let office = play.sample.database
    let held = try await play.docket.json("queue", "denials", "--limit", "1", office: office)
    let row = try #require((held["items"] as? [[String: Any]])?.first)
    #expect(row["leased_by"] is String)
    kill(try await play.tmux.workstation(), SIGKILL)
    try await play.tmux.expectEnd(status: 128 + SIGKILL)
    let next = try await play.docket.json("next", "denials", office: office)
    #expect(next["id"] as? Int == row["id"] as? Int)
  }

  @Test func otherPeoplesChangesAppearByThemselves() async throws {
    let play = try await Play()
    try play.tmux.press("j", "j", "Enter")
    try await play.tmux.screen(showing: "› Denials")
    let page = try await play.docket.json(
      "queue", "denials", "--limit", "1", office: play.sample.database)
    let row = try #require((page["items"] as? [[String: Any]])?.first)
    let count = try #require(page["count"] as? Int)
    try await play.tmux.screen(showing: "\(count) items")
    _ = try await play.docket.json(
      "act", String(try #require(row["id"] as? Int)), "defer", "--follow-up", "1d", "--note", "x",
      office: play.sample.database)
    try await play.tmux.screen(showing: "\(count - 1) items")
    try play.tmux.press("q", "q")
    try await play.tmux.expectEnd(status: 0)
  }

  @Test func theLastPlaceComesBackForThisAccountAlone() async throws {
    let play = try await Play()
    let office = play.sample.database
    try play.tmux.press("j", "j", "Enter")
    try await play.tmux.screen(showing: "› Denials")
    try play.tmux.type("/age>0")
    try play.tmux.press("Enter")
    try await play.tmux.screen(showing: "/ age>0")
    try play.tmux.press("q", "q")
    try await play.tmux.expectEnd(status: 0)
    let folder = play.docket.home.path + "/.local/state/docket/places"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 1)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(folder) == 0o700)
    let file = folder + "/" + (files.first ?? "")
    #expect(try mode(file) == 0o600)
    try await play.tmux.open(office, showing: ["› Denials", "/ age>0"])
    try play.tmux.press("q", "q")
    try await play.tmux.expectEnd(status: 0)
    // Neither who hears the screen nor who finds something else there begins anywhere but at home.
    try await play.tmux.open(office, "--plain")
    try play.tmux.press("q")
    try await play.tmux.expectEnd(status: 0)
    try Data([0xFF, 0x00, 0x0A]).write(to: URL(fileURLWithPath: file))
    try await play.tmux.open(office)
    try play.tmux.press("q")
    try await play.tmux.expectEnd(status: 0)
  }

  @Test func plainAndASCIIDrawNoBoxes() async throws {
    for options in ["--plain", "--ascii"] {
      let play = try await Play(options: options)
      let home = try play.tmux.screen()
      #expect(
        home.unicodeScalars.allSatisfy { !(0x2500...0x28FF).contains($0.value) }, "\(home)")
      try play.tmux.press("q")
      try await play.tmux.expectEnd(status: 0)
    }
  }

  @Test func hostileNamesStayInTheirCells() async throws {
    let docket = try Docket()
    let office = docket.home.path + "/office.docket"
    let poisoned = X12SummaryTests.remittance.replacingOccurrences(
      of: "MOCKLY", with: "MOCK" + HostileTextTests.poison + "LY")
    let file = try docket.home.file("poison.835", poisoned)
    _ = try await docket.run("import", file, office: office)
    let tmux = try Tmux(docket)
    try await tmux.open(office)
    try tmux.press("j", "Enter")
    let screen = try await tmux.screen(showing: "Cash posting")
    #expect(!screen.contains("\u{202E}"))
    #expect(!screen.contains("owned\n"))
    try tmux.press("q", "q")
    try await tmux.expectEnd(status: 0)
  }
}

/// The workstation open on a sample office of its own.
private struct Play {
  let docket: Docket
  let sample: SampleOfficeFixture
  let tmux: Tmux

  init(columns: Int = 80, rows: Int = 24, options: String = "") async throws {
    docket = try Docket()
    sample = try await SampleOfficeFixture.copy(into: docket.home)
    tmux = try Tmux(docket, columns: columns, rows: rows)
    try await tmux.open(sample.database, options)
  }
}
