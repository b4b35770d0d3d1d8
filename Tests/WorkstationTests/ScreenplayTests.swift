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

  @Test("no two have the same title")
  func titles() {
    let titles = ScreenFiles.plays().map(\.title)
    #expect(Set(titles).count == titles.count)
  }
}
