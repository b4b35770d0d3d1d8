import Testing

@Suite("Screenplays")
struct ScreenplayTests {
  @Test("every flow of the workstation", arguments: ScreenFiles.plays())
  func performs(_ play: Screenplay) throws {
    var player = try Player(play)
    player.perform()
  }

  @Test("there are enough of them")
  func count() {
    #expect(ScreenFiles.plays().count >= 35)
  }

  @Test(
    "screens are recorded only where somebody asks for it and looks at them",
    arguments: [
      ([:], .comparing), (["CI": "true"], .comparing), (["RECORD_SCREENS": "1"], .recording),
      (["RECORD_SCREENS": "0"], .comparing),
      (["RECORD_SCREENS": "1", "CI": "true"], .refusing),
      (["RECORD_SCREENS": "1", "CI": "false"], .recording),
    ] as [([String: String], ScreenFiles.Mode)])
  func recording(environment: [String: String], mode: ScreenFiles.Mode) {
    #expect(ScreenFiles.mode(in: environment) == mode)
  }

  @Test("every golden screen is drawn by a play, and once")
  func golden() {
    let drawn = ScreenFiles.plays().flatMap(\.lines).filter { $0.verb == "screen" }.map(\.rest)
    #expect(drawn.sorted() == ScreenFiles.names())
  }

  @Test("no two have the same title")
  func titles() {
    let titles = ScreenFiles.plays().map(\.title)
    #expect(Set(titles).count == titles.count)
  }
}
