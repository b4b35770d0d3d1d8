import Billing
import Testing
import X12

@Suite("Letters that are written are letters that are compared")
struct PlainLettersTests {
  @Test("both rooms know the same plain letters")
  func agreement() {
    let ranges: [ClosedRange<UInt32>] = [
      0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x250...0x2B8, 0x300...0x36F, 0x370...0x5FF,
      0x1E00...0x1EFF, 0x3040...0x30FF, 0x4E00...0x4E40, 0xFF21...0xFF3A,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Between two letters, where a blank would show.
      let written = PlainCapitals.text("X" + String(String.UnicodeScalarView([scalar])) + "X")
      let compared = PlainLetter.capitals(for: scalar)
      #expect(
        written == "X" + (compared ?? " ") + "X" || scalar.value == 0xD7 || scalar.value == 0xF7,
        "U+\(String(value, radix: 16))")
    }
  }

  @Test("names as they go out")
  func names() {
    let names = [
      ("Nguyễn", "NGUYEN"), ("Nguye\u{302}\u{303}n", "NGUYEN"), ("Đặng Thị", "DANG THI"),
      ("D\u{323}a\u{323}\u{306}ng", "DANG"), ("Kaʻahumanu", "KA'AHUMANU"), ("ＤＯＥ", "DOE"),
      ("Łukasz Żółć", "LUKASZ ZOLC"), ("Иван", ""), ("A\u{200B}B", "AB"),
    ]
    for (given, sent) in names { #expect(PlainCapitals.text(given) == sent, "\(given)") }
  }
}
