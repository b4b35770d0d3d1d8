import Testing

@testable import CursesTerminal

/// What is sent to put text on the clipboard.
@Suite struct ClipboardSequenceTests {
  @Test(arguments: [
    // RFC 4648 section 10.
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("é€", "w6nigqw="),
    ("\u{3E}\u{3F}\u{3F}~~", "Pj8/fn4="),
  ])
  func textBecomesBase64(text: String, expected: String) {
    #expect(String(decoding: base64(Array(text.utf8)), as: UTF8.self) == expected)
  }

  private func sent(_ text: String, _ path: ClipboardSequence.Path) -> String? {
    ClipboardSequence(text, path: path).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func aTerminalGetsTheBareSequence() {
    #expect(sent("foobar", .direct) == "\u{1B}]52;c;Zm9vYmFy\u{7}")
  }

  @Test func tmuxGetsItBareAndWrapped() {
    #expect(
      sent("foo", .tmux)
        == "\u{1B}]52;c;Zm9v\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
  }

  @Test func screenGetsShortWrappedPieces() throws {
    let bytes = try #require(
      ClipboardSequence(String(repeating: "x", count: 600), path: .screen)?.bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    let pieces = text.components(between: "\u{1B}P", and: "\u{1B}\\")
    #expect(pieces.count == 4)
    #expect(pieces.allSatisfy { $0.utf8.count <= 256 })
    #expect(pieces.joined() == sent(String(repeating: "x", count: 600), .direct))
  }

  @Test func tooLongTextIsRefused() {
    #expect(sent(String(repeating: "x", count: ClipboardSequence.longest), .direct) != nil)
    #expect(sent(String(repeating: "x", count: ClipboardSequence.longest + 1), .direct) == nil)
    // Bytes count, not letters.
    #expect(sent(String(repeating: "é", count: ClipboardSequence.longest / 2 + 1), .direct) == nil)
  }

  @Test(arguments: [
    ([:], ClipboardSequence.Path.direct), (["TMUX": "/run/tmux,1,0"], .tmux),
    (["TMUX": ""], .direct),
    (["STY": "1.pts"], .screen), (["STY": "1.pts", "TMUX": "/run/tmux,1,0"], .tmux),
  ])
  func theEnvironmentSaysWhatLiesBetween(
    environment: [String: String], expected: ClipboardSequence.Path
  ) {
    #expect(ClipboardSequence.Path(environment: environment) == expected)
  }
}

extension String {
  /// The texts between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = Array(self.utf8)[...]
    let (start, end) = (Array(start.utf8), Array(end.utf8))
    while rest.starts(with: start) {
      rest = rest.dropFirst(start.count)
      var piece: [UInt8] = []
      while !rest.starts(with: end), let byte = rest.popFirst() { piece.append(byte) }
      rest = rest.dropFirst(end.count)
      found.append(String(decoding: piece, as: UTF8.self))
    }
    return found
  }
}
