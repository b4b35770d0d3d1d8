import Cells
import CursesTerminal
import Testing

/// Pasted text is one key, bounded, and never keys.
@Suite struct PasteTests {
  private let begin = "\u{1B}[200~"
  private let end = "\u{1B}[201~"

  private func output(_ text: String) -> [InputDecoder.Output] {
    var decoder = InputDecoder()
    return decoder.feed(Array(text.utf8))
  }

  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("q\u{3}:exit", "q:exit"), ("a\rb\r\nc\nd", "a\nb\nc\nd"),
    ("\r\r\n\n", "\n\n\n"), ("a\tb", "a\tb"), ("\u{1B}[31mred\u{1B}[A", "[31mred[A"),
    ("\u{1B}[201x", "[201x"), ("\u{1B}[20\u{1B}[2", "[20[2"), ("Zoë 東京", "Zoë 東京"),
    ("\u{9B}31m", "31m"),
  ])
  func aPasteIsOneKeyWithoutControlCharacters(text: String, expected: String) {
    #expect(
      output("j" + begin + text + end + "k") == [
        .key(.character("j")), .key(.paste(expected)), .key(.character("k")),
      ])
  }

  @Test func aHundredThousandLinesAreCutAndCounted() {
    let line = "q 26463774 DOE JANE\r"
    let text = String(repeating: line, count: 100_000)
    let expected = String(repeating: "q 26463774 DOE JANE\n", count: 100_000)
      .prefix(InputDecoder.longestPaste)
    #expect(
      output(begin + text + end + "j") == [
        .key(.paste(String(expected))),
        .pasteCut(lost: text.utf8.count - InputDecoder.longestPaste),
        .key(.character("j")),
      ])
  }

  @Test func aPauseInsideAPasteDoesNotEndIt() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array((begin + "first half, ").utf8)) == [])
    #expect(decoder.waiting == .paste)
    #expect(decoder.timeOut() == [])
    #expect(decoder.waiting == .nothing)
    #expect(
      decoder.feed(Array(("second half" + end).utf8)) == [
        .key(.paste("first half, second half"))
      ])
  }

  @Test func aKeyPressedByHandEndsAPasteWhoseEndWasLost() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array((begin + "text").utf8)) == [])
    #expect(decoder.timeOut() == [])
    #expect(decoder.feed([0x03]) == [.key(.paste("text")), .key(.control("c"))])
    #expect(decoder.feed(Array("j".utf8)) == [.key(.character("j"))])
  }

  @Test func textThatLooksLikeABeginningStaysText() {
    #expect(output(begin + "a" + begin + "b" + end) == [.key(.paste("a[200~b"))])
  }
}
