import Cells
import CursesTerminal
import Testing

/// Bytes in, keys out.
@Suite struct InputDecoderTests {
  /// What a decoder makes of bytes that arrive at once.
  private func keys(_ text: String, _ sequences: [String: Key] = [:]) -> [Key] {
    keys(Array(text.utf8), sequences)
  }

  private func keys(_ bytes: [UInt8], _ sequences: [String: Key] = [:]) -> [Key] {
    var decoder = InputDecoder(
      KeySequences(
        Dictionary(uniqueKeysWithValues: sequences.map { (Array($0.key.utf8), $0.value) })))
    return keysOnly(decoder.feed(bytes))
  }

  private func keysOnly(_ output: [InputDecoder.Output]) -> [Key] {
    output.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test(arguments: [
    ("j", [Key.character("j")]), (" ", [.character(" ")]),
    ("Z~", [.character("Z"), .character("~")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]), ("\u{0}", [.control(" ")]), ("\u{3}", [.control("c")]),
    ("\u{10}", [.control("p")]), ("\u{1A}", [.control("z")]), ("\u{1C}", [.control("\\")]),
    ("\u{1F}", [.control("_")]), ("é", [.character("é")]), ("東", [.character("東")]),
    ("🦽", [.character("🦽")]),
  ])
  func plainKeys(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
    ("\u{1B}[1;5A", .up), ("\u{1B}[1;2D", .left), ("\u{1B}[H", .home), ("\u{1B}[F", .end),
    ("\u{1B}OH", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
    ("\u{1B}[3;5~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}OS", .function(4)),
    ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
    ("\u{1B}[21~", .function(10)), ("\u{1B}[23~", .function(11)), ("\u{1B}[24;2~", .function(12)),
    ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}[1;2P", .function(1)),
    ("\u{1B}OM", .enter), ("\u{1B}Oj", .character("*")), ("\u{1B}Op", .character("0")),
    ("\u{1B}b", .alt("b")), ("\u{1B}f", .alt("f")), ("\u{1B}d", .alt("d")),
    ("\u{1B}[<0;5;7M", .mouse(.press, Point(column: 4, row: 6))),
    ("\u{1B}[<0;5;7m", .mouse(.release, Point(column: 4, row: 6))),
    ("\u{1B}[<64;1;1M", .mouse(.wheelUp, Point(column: 0, row: 0))),
    ("\u{1B}[<81;1;1M", .mouse(.wheelDown, Point(column: 0, row: 0))),
  ])
  func sequences(text: String, expected: Key) {
    #expect(keys(text) == [expected])
    #expect(keys(text + text) == [expected, expected])
  }

  @Test(arguments: [
    // Unknown, out of range, motion, reports, and a paste's end without its beginning.
    "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[27;5;106~", "\u{1B}[<35;4;4M",
    "\u{1B}[<0;0;0M", "\u{1B}[<0;4M", "\u{1B}[201~", "\u{1B}[~", "\u{1B}[999999999999999999999~",
    "\u{1B}[12;40R",
  ])
  func whatIsNoKeyMeansNothing(text: String) {
    #expect(keys(text) == [])
    #expect(keys(text + "j") == [.character("j")])
  }

  @Test func theTerminalsOwnDescriptionComesFirst() {
    let own: [String: Key] = ["\u{1B}[5~": .home, "\u{1B}abc": .function(9), "\u{7F}": .up]
    #expect(keys("\u{1B}[5~", own) == [.home])
    #expect(keys("\u{1B}abc", own) == [.function(9)])
    #expect(keys("\u{1B}ax", own) == [.escape, .character("a"), .character("x")])
    // Only sequences that begin with Esc are taken from it.
    #expect(keys("\u{7F}", own) == [.backspace])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF8], [0xFF], [0xC2, 0x9B], [0xEF, 0xBF, 0xBF], [0xF0, 0x9F],
    ] as [[UInt8]])
  func brokenTextMeansNothingAndEatsNothing(bytes: [UInt8]) {
    #expect(keys(bytes + Array("jk".utf8)) == [.character("j"), .character("k")])
  }

  @Test func aBrokenSequenceIsLeftBehind() {
    #expect(keys("\u{1B}[1;\u{3}j") == [.control("c"), .character("j")])
    #expect(keys("\u{1B}[12\u{1B}[A") == [.up])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
  }

  @Test func escTypedFastBeforeAnotherKeyIsEscAndThatKey() {
    #expect(keys("\u{1B}x") == [.escape, .character("x")])
    #expect(keys("\u{1B}é\u{1B} ") == [.escape, .character("é"), .escape, .character(" ")])
    // Alt is case-sensitive: what is bound is the small letter.
    #expect(keys("\u{1B}D\r") == [.escape, .character("D"), .enter])
    var decoder = InputDecoder(altKeys: ["é"])
    #expect(
      keysOnly(decoder.feed(Array("\u{1B}é\u{1B}b".utf8)))
        == [.alt("é"), .escape, .character("b")])
  }

  @Test func escAloneIsToldWhenNothingFollows() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.waiting == .escape)
    #expect(decoder.timeOut() == [.key(.escape)])
    #expect(decoder.waiting == .nothing)
    #expect(decoder.feed(Array("j".utf8)) == [.key(.character("j"))])
  }

  @Test func anUnfinishedSequenceIsDroppedNotTyped() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("\u{1B}[1;5".utf8)) == [])
    #expect(decoder.waiting == .sequence)
    #expect(decoder.timeOut() == [])
    #expect(decoder.feed(Array("j".utf8)) == [.key(.character("j"))])
  }

  @Test func aLetterMayArriveInTwoPieces() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0xC3]) == [])
    #expect(decoder.waiting == .nothing)
    #expect(decoder.feed([0xA9]) == [.key(.character("é"))])
  }

  @Test func howBytesAreCutIntoPiecesDoesNotMatter() {
    var random = SplitMix(state: 20_261_121)
    for _ in 0..<300 {
      let bytes = random.terminalBytes(count: 400)
      var whole = InputDecoder()
      var piecewise = InputDecoder()
      let expected = whole.feed(bytes)
      var found: [InputDecoder.Output] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int(random.next() % 7) + 1
        found += piecewise.feed(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      #expect(found == expected)
      #expect(piecewise.waiting == whole.waiting)
    }
  }

  /// Nobody waits for Esc longer than 25 ms; what no person types may come over a slow line.
  @Test(
    arguments: [
      ("", nil), ("j", nil), ("\u{1B}", .milliseconds(25)), ("j\u{1B}", .milliseconds(25)),
      ("\u{1B}\u{1B}", .milliseconds(25)), ("\u{1B}j", nil), ("\u{1B}[A", nil),
      ("\u{1B}[", .milliseconds(250)), ("\u{1B}O", .milliseconds(250)),
      ("\u{1B}[<0;5", .milliseconds(250)), ("\u{1B}[200~", .seconds(1)),
      ("\u{1B}[200~\u{1B}", .seconds(1)), ("\u{1B}[200~x\u{1B}[201~", nil),
    ] as [(String, Duration?)])
  func patience(text: String, expected: Duration?) {
    var decoder = InputDecoder()
    _ = decoder.feed(Array(text.utf8))
    #expect(decoder.waiting.patience == expected)
    guard expected == .milliseconds(25) else { return }
    #expect(keysOnly(decoder.timeOut()) == [.escape])
    #expect(decoder.waiting.patience == nil)
  }

  @Test func endlessSequencesTakeNoEndlessMemory() {
    var decoder = InputDecoder()
    for _ in 0..<100 {
      #expect(decoder.feed([0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 9_000)) == [])
    }
    #expect(decoder.timeOut() == [])
    #expect(keysOnly(decoder.feed(Array("j".utf8))) == [.character("j")])
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Bytes in which sequences, pastes and broken text are frequent.
  mutating func terminalBytes(count: Int) -> [UInt8] {
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "A", "~", ";", "1", "[", "<", "é", "東", "j", "\r",
      "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[<0;5;7M",
    ]
    var bytes: [UInt8] = []
    while bytes.count < count {
      let choice = next()
      if choice % 4 == 0 {
        bytes.append(UInt8(truncatingIfNeeded: choice >> 32))
      } else {
        bytes += Array(pieces[Int(choice >> 8) % pieces.count].utf8)
      }
    }
    return bytes
  }
}
