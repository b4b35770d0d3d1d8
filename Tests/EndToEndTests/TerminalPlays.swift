import Foundation
import Testing

/// The real program in a real terminal: what no headless play can show.
@Suite(.enabled(if: Tmux.program != nil, "tmux is not installed"), .serialized)
struct TerminalPlays {
  private func play(
    columns: Int = 80, rows: Int = 24, _ options: String = "",
    _ body: (Tmux, SampleOfficeFixture, Docket) async throws -> Void
  ) async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let tmux = try Tmux(docket, columns: columns, rows: rows)
    try await tmux.open(sample.database, options)
    try await body(tmux, sample, docket)
  }

  @Test(arguments: [(80, 24), (120, 36), (200, 50)])
  func opensAQueueAndAnItemAndGivesTheTerminalBack(columns: Int, rows: Int) async throws {
    try await play(columns: columns, rows: rows) { tmux, _, _ in
      let home = try tmux.screen()
      for queue in ["Rejections", "Cash posting", "Denials", "A/R follow-up"] {
        #expect(home.contains(queue))
      }
      try tmux.press("j", "j", "Enter")
      try await tmux.screen("the queue", where: { $0.contains("› Denials") && $0.contains("CO-") })
      try tmux.press("Enter")
      // The side pane of a wide queue proposes as well; only the item screen has a further crumb.
      try await tmux.screen(showing: "› Denials › ")
      try tmux.press("q")
      try await tmux.screen("the queue", where: { $0.contains("by rank") })
      try tmux.press("q")
      try await tmux.screen(showing: "Money")
      try tmux.press("q")
      try await tmux.expectEnd(status: 0)
    }
  }

  @Test func escapeGoesBackAtOnce() async throws {
    try await play { tmux, _, _ in
      try tmux.press("?")
      try await tmux.screen(showing: "Esc close")
      try tmux.press("Escape")
      try await tmux.screen(showing: "q quit")
      try tmux.press("q")
      try await tmux.expectEnd(status: 0)
    }
  }

  @Test func followsTheSizeOfTheWindow() async throws {
    try await play { tmux, _, _ in
      try tmux.press("j", "j", "Enter")
      try await tmux.screen(showing: "› Denials")
      try tmux.resize(columns: 120, rows: 36)
      try await tmux.screen("the side pane", where: { $0.contains("Proposed") })
      try tmux.resize(columns: 60, rows: 12)
      try await tmux.screen(showing: "80")
      try tmux.resize(columns: 80, rows: 24)
      try await tmux.screen(showing: "› Denials")
      try tmux.press("q", "q")
      try await tmux.expectEnd(status: 0)
    }
  }

  @Test func aPasteRunsNoCommand() async throws {
    try await play { tmux, sample, docket in
      // Every one of these is a key that does something, and the line ends would submit a form.
      try tmux.paste("jj\rq\rc\rd\r" + String(repeating: "q\r", count: 50))
      try tmux.press(":")
      try await tmux.screen("the command line", where: { $0.contains("\n:") || $0.contains(" :") })
      try tmux.press("Escape")
      // A key right behind it would make one with Alt.
      try await tmux.screen("the line closed", where: { !$0.contains("Esc close") })
      try tmux.press("q")
      try await tmux.expectEnd(status: 0)
      let journal = try await docket.json("queue", office: sample.database)
      #expect(journal["done_today"] as? Int == 0)
    }
  }

  @Test func suspendGivesTheShellItsTerminalAndComesBack() async throws {
    try await play { tmux, _, _ in
      try tmux.press("C-z")
      try await tmux.screen(showing: "Stopped")
      let shell = try await tmux.shell("echo here-''again")
      #expect(shell.contains("here-again"))
      try tmux.type("fg")
      try tmux.press("Enter")
      try await tmux.screen(showing: "Paid by payers")
      try tmux.press("q")
      try await tmux.screen("the prompt", where: { !$0.contains("Paid by payers") })
      _ = try await tmux.shell("stty -g >after; stty -a")
    }
  }

  @Test(arguments: [SIGTERM, SIGQUIT]) func aSignalEndsItCleanly(_ signal: Int32) async throws {
    try await play { tmux, _, _ in
      kill(try await tmux.workstation(), signal)
      try await tmux.expectEnd(status: 128 + signal)
    }
  }

  @Test func aFaultGivesTheTerminalBackAndSaysWhereToLook() async throws {
    try await play { tmux, _, _ in
      kill(try await tmux.workstation(), SIGABRT)
      try await tmux.screen(showing: "Your saved work is safe")
      try await tmux.expectEnd(status: 128 + SIGABRT)
    }
  }

  @Test func aDecisionOnTheScreenIsKept() async throws {
    try await play { tmux, sample, docket in
      try tmux.press("j", "j", "c")
      try await tmux.screen(showing: "Proposed")
      try tmux.press("a")
      try await tmux.screen(showing: "Note")
      try tmux.type("spoke to nobody at all")
      try tmux.press("Enter")
      try await tmux.screen(
        "the message", where: { $0.contains("undoes it") || $0.contains("Noted") })
      try tmux.press("q")
      try await tmux.screen("home or queue", where: { !$0.contains("Proposed") })
      try tmux.type(":quit")
      try tmux.press("Enter")
      try await tmux.expectEnd(status: 0)
      let check = try await docket.run("check", office: sample.database)
      #expect(check.status == 0)
      let all = try await docket.json("queue", office: sample.database)
      #expect(all["queues"] != nil)
    }
  }

  @Test func otherPeoplesChangesAppearByThemselves() async throws {
    try await play { tmux, sample, docket in
      try tmux.press("j", "j", "Enter")
      try await tmux.screen(showing: "› Denials")
      let page = try await docket.json("queue", "denials", "--limit", "1", office: sample.database)
      let row = try #require((page["items"] as? [[String: Any]])?.first)
      let count = try #require(page["count"] as? Int)
      try await tmux.screen(showing: "\(count) items")
      _ = try await docket.json(
        "act", String(try #require(row["id"] as? Int)), "defer", "--follow-up", "1d", "--note", "x",
        office: sample.database)
      try await tmux.screen(showing: "\(count - 1) items")
      try tmux.press("q", "q")
      try await tmux.expectEnd(status: 0)
    }
  }

  @Test func plainAndASCIIDrawNoBoxes() async throws {
    for options in ["--plain", "--ascii"] {
      try await play(options) { tmux, _, _ in
        let home = try tmux.screen()
        #expect(
          home.unicodeScalars.allSatisfy { !(0x2500...0x28FF).contains($0.value) }, "\(home)")
        try tmux.press("q")
        try await tmux.expectEnd(status: 0)
      }
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
