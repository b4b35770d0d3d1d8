import Cells
import Testing

@Suite struct TextDoorTests {
  private static let mark = "\u{FFFD}"

  @Test(
    "what could move, hide or forge text is dropped and marked",
    arguments: [
      ("plain text", "plain text"),
      ("", ""),
      ("a\u{1B}[31mred", "a\u{FFFD}[31mred"),
      ("a\u{7}\u{8}\u{0}b", "a\u{FFFD}b"),
      ("a\u{9B}31m", "a\u{FFFD}31m"),
      ("line\nnext", "line next"),
      ("line\r\nnext", "line next"),
      ("over\rwrite", "over write"),
      ("tab\there", "tab here"),
      ("para\u{2029}graph\u{2028}s", "para graph s"),
      ("paid \u{202E}100.00$\u{202C}", "paid \u{FFFD}100.00$\u{FFFD}"),
      ("a\u{2066}b\u{2069}c\u{200F}d\u{61C}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
      ("zero\u{200B}width\u{FEFF}", "zero\u{FFFD}width\u{FFFD}"),
      ("soft\u{AD}hyphen", "soft\u{FFFD}hyphen"),
      ("tag\u{E0041}\u{E0042}s", "tag\u{FFFD}s"),
      ("private\u{E000}use\u{10FFFD}", "private\u{FFFD}use\u{FFFD}"),
      ("non\u{FFFE}character\u{10FFFF}", "non\u{FFFD}character\u{FFFD}"),
      ("unassigned\u{0378}", "unassigned\u{FFFD}"),
      ("filler\u{3164}\u{115F}", "filler\u{FFFD}"),
      ("a\u{A0}b\u{2003}c", "a b c"),
      ("Muñoz, José", "Muñoz, José"),
      ("Jose\u{301}", "Jose\u{301}"),
      ("\u{301}x", "\u{FFFD}x"),
      (" \u{301}x", " \u{301}x"),
      ("a\n\u{301}x", "a \u{FFFD}x"),
      ("渡辺 김철수", "渡辺 김철수"),
      ("שלום", "שלום"),
      ("heart ❤\u{FE0F}", "heart ❤"),
      ("a\u{FE0F}b\u{FE00}", "a\u{FFFD}b\u{FFFD}"),
      ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{FFFD}\u{1F469}"),
      ("line ends\u{85}here", "line ends\u{FFFD}here"),
    ])
  func hostileText(foreign: String, expected: String) {
    #expect(SafeText(foreign: foreign).string.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func marksHeapedOnOneLetterAreLimited() {
    let heap = "Z" + String(repeating: "\u{334}", count: 500)
    let text = SafeText(foreign: heap).string
    #expect(text.unicodeScalars.count == 6)
    #expect(text.hasSuffix(Self.mark))
  }

  @Test("of all scalars none that is dangerous passes, and passing twice changes nothing")
  func everyScalar() {
    for block in UInt32(0)..<0x1100 {
      var text = ""
      for value in (block << 8)...(block << 8 | 0xFF) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text.unicodeScalars.append(contentsOf: ["a", scalar])
      }
      let once = SafeText(foreign: text)
      let dangerous = once.string.unicodeScalars.first { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
          .paragraphSeparator:
          true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
      }
      #expect(dangerous == nil)
      #expect(SafeText(foreign: once.string) == once)
    }
  }

  @Test func halvesOfBrokenUTF8AreMarked() {
    let text = String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x62, 0xFF] as [UInt8], as: UTF8.self)
    let shown = SafeText(foreign: text).string
    #expect(shown.hasPrefix("a\u{FFFD}"))
    #expect(shown.contains("b"))
  }

  @Test func interpolationTakesSafeTextAndNumbers() {
    let name = SafeText(foreign: "DOE\u{202E}, JANE")
    let line: SafeText =
      "\(name) owes \(MoneyText.dollars(1250)) on \(3) claims \(foreign: "\u{7}")"
    #expect(line.string == "DOE\u{FFFD}, JANE owes $12.50 on 3 claims \u{FFFD}")
    #expect(line.columns == TextWidth.of(line.string))
  }

  @Test func linesAreLetInOneByOne() {
    let lines = SafeText.lines(foreign: "one\r\ntwo\n\nthree\u{1B}")
    #expect(lines.map(\.string) == ["one", "two", "", "three\u{FFFD}"])
  }

  @Test(
    "cutting by columns",
    arguments: [
      ("abc", 2, "ab", "c"), ("abc", 9, "abc", ""), ("abc", 0, "", "abc"), ("漢字", 3, "漢", "字"),
      ("漢字", 1, "", "漢字"), ("e\u{301}x", 1, "e\u{301}", "x"), ("abc", -1, "", "abc"),
    ])
  func cutting(text: String, columns: Int, head: String, tail: String) {
    #expect(SafeText(foreign: text).prefix(columns: columns).string == head)
    #expect(SafeText(foreign: text).dropping(columns: columns).string == tail)
  }
}
