// Envelopes as they really arrive, and files that are no X12.

import Testing
import X12

/// Files as they really arrive: what is read, and what is said about it.
struct X12FileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Whole sets, then all sets.
    var whole = 1
    var all = 1
    /// Words that a problem must hold; none means that nothing may be said above a note.
    var says: [String] = []
    var severity = Severity.note
    var testDescription: String { name }
  }

  static let isa = RemittanceSamples.header
  static let gs = RemittanceSamples.group
  static let set = RemittanceSamples.set(RemittanceSamples.smallBody)
  static let end = RemittanceSamples.trailer
  static let plain = RemittanceSamples.file(RemittanceSamples.smallBody)

  /// The terminator replaced.
  static func ended(_ terminator: String) -> String {
    plain.split(separator: "~").joined(separator: terminator) + terminator
  }

  /// A line break after every so many characters, wherever that is.
  static func wrapped(_ text: String, every width: Int, with lineBreak: String) -> String {
    var lines: [Substring] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      lines.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return lines.joined(separator: lineBreak) + lineBreak
  }

  /// The same text with the control characters of some mainframes as separators.
  static var controlSeparated: String {
    String(
      plain.map { letter in
        switch letter {
        case "*": "\u{1D}"
        case "~": "\u{1E}"
        case ":": "\u{1F}"
        default: letter
        }
      })
  }

  static let tolerated: [Case] = [
    Case(name: "one line", text: plain),
    Case(name: "LF after terminators", text: ended("~\n")),
    Case(name: "CRLF after terminators", text: ended("~\r\n")),
    Case(name: "LF before terminators", text: ended("\n~")),
    Case(name: "LF is the terminator", text: ended("\n")),
    Case(name: "CR is the terminator", text: ended("\r")),
    Case(name: "CRLF is the terminator", text: ended("\r\n")),
    Case(name: "LF as terminator, none at the end", text: String(ended("\n").dropLast())),
    Case(
      name: "wrapped at 80", text: wrapped(plain, every: 80, with: "\n"),
      says: ["line breaks in the middle"]),
    Case(
      name: "wrapped at 80 with CRLF", text: wrapped(plain, every: 80, with: "\r\n"),
      says: ["line breaks in the middle"]),
    Case(
      name: "wrapped at 7", text: wrapped(plain, every: 7, with: "\n"),
      says: ["line breaks in the middle"]),
    Case(name: "control characters as separators", text: controlSeparated),
    Case(
      name: "control characters as separators, wrapped at 80",
      text: wrapped(controlSeparated, every: 80, with: "\n"), says: ["line breaks in the middle"]),
    Case(
      name: "short ISA", text: plain.split(separator: "          ").joined(separator: " "),
      says: ["not 106 bytes"]),
    Case(
      name: "short ISA, LF is the terminator",
      text: ended("\n").split(separator: "          ").joined(separator: " "),
      says: ["not 106 bytes"]),
    Case(
      name: "ISA16 missing", text: plain.replacing("*P*:~", with: "*P*~"),
      says: ["ISA16 is missing"]),
    Case(
      name: "ISA16 and its separator missing", text: plain.replacing("*P*:~", with: "*P~"),
      says: ["ISA16 is missing"]),
    Case(
      name: "ISA16 missing, LF after terminators",
      text: ended("~\n").replacing("*P*:~", with: "*P*~"), says: ["ISA16 is missing"]),
    Case(
      name: "ISA16 missing, LF is the terminator",
      text: ended("\n").replacing("*P*:\n", with: "*P\n"), says: ["ISA16 is missing"]),
    Case(
      name: "byte-order mark", text: "\u{FEFF}" + plain, says: ["byte-order mark stand before"]),
    Case(name: "blanks first", text: " \r\n\t" + plain, says: ["stand before the first ISA"]),
    Case(
      name: "mail header first", text: "From: payer@example.org\n\n" + plain,
      says: ["foreign text stand before"], severity: .warning),
    Case(name: "no terminator at the end", text: String(plain.dropLast())),
    Case(name: "control-Z at the end", text: plain + "\u{1A}"),
    Case(name: "control-Z at the end, no terminator", text: plain.dropLast() + "\r\n\u{1A}"),
    Case(name: "zeros at the end", text: plain + "\u{0}\u{0}\u{0}"),
    Case(name: "indented", text: ended("~\n\t  ")),
    Case(name: "empty segments", text: plain.replacing("~CLP", with: "~~~\n~CLP")),
    Case(name: "empty elements at the end", text: plain.replacing("ICN1~", with: "ICN1****~")),
    Case(name: "blanks before terminators", text: ended("  ~")),
    Case(name: "ISA inside a name", text: plain.replacing("DOE", with: "LISA*ISAAC ISA")),
    Case(name: "small letters in names of segments", text: plain.replacing("SVC*", with: "svc*")),
    Case(name: "Latin-1 and control bytes", text: plain.replacing("DOE", with: "D\u{1}O\u{7F}É")),
    Case(
      name: "foreign text between segments",
      text: plain.replacing("~CLP", with: "~\n--- page 2 of 3 ---\nCLP"),
      says: ["text that is no segment were skipped"], severity: .warning),
    Case(
      name: "foreign text with a terminator",
      text: plain.replacing("~CLP", with: "~this is not a segment~CLP"),
      says: ["text that is no segment was skipped"], severity: .warning),
    Case(
      name: "a segment that no guide knows",
      text: plain.replacing("~CLP", with: "~ZZ9*1~CLP")
        .replacing("SE*12", with: "SE*13")),
    Case(
      name: "several sets", text: isa + gs + set + set + "GE*2*1~IEA*1*000000001~", whole: 2, all: 2
    ),
    Case(
      name: "several groups",
      text: isa + gs + set + "GE*1*1~" + gs + set + "GE*1*1~IEA*2*000000001~",
      whole: 2, all: 2),
    Case(
      name: "several interchanges",
      text: plain + "\n" + plain.replacing("000000001", with: "000000002"), whole: 2, all: 2),
    Case(
      name: "interchanges of different separators",
      text: plain + controlSeparated.replacing("000000001", with: "000000002"), whole: 2, all: 2),
    Case(
      name: "files glued with a byte-order mark",
      text: plain + "\u{FEFF}" + ended("\n").replacing("000000001", with: "000000002"), whole: 2,
      all: 2),
  ]

  static let damaged: [Case] = [
    Case(
      name: "the same file twice", text: plain + plain, whole: 2, all: 2,
      says: ["interchange 000000001 stands in this file more than once"], severity: .warning),
    Case(
      name: "SE01 wrong", text: plain.replacing("SE*12", with: "SE*13"), whole: 0,
      says: ["refused: SE01 counts 13 segments, but there are 12"], severity: .error),
    Case(
      name: "SE01 empty", text: plain.replacing("SE*12", with: "SE*"), whole: 0,
      says: ["SE01 counts nothing"], severity: .error),
    Case(
      name: "SE02 differs", text: plain.replacing("SE*12*0001", with: "SE*12*0002"), whole: 0,
      says: ["refused: SE02 is 0002"], severity: .error),
    Case(
      name: "SE02 without its zeros", text: plain.replacing("SE*12*0001", with: "SE*12*1"),
      says: ["SE02 is 1, but ST02 is 0001"], severity: .warning),
    Case(
      name: "GE01 too high", text: plain.replacing("GE*1*1", with: "GE*2*1"),
      says: ["GE01 counts 2 transaction sets"], severity: .error),
    Case(
      name: "GE01 too low", text: plain.replacing("GE*1*1", with: "GE*0*1"),
      says: ["GE01 counts 0 transaction sets"], severity: .warning),
    Case(
      name: "GE02 differs", text: plain.replacing("GE*1*1", with: "GE*1*9"),
      says: ["GE02 is 9, but GS06 is 1"], severity: .warning),
    Case(
      name: "IEA01 wrong", text: plain.replacing("IEA*1*", with: "IEA*3*"),
      says: ["IEA01 counts 3 groups"], severity: .error),
    Case(
      name: "IEA02 differs", text: plain.replacing("IEA*1*000000001", with: "IEA*1*000000002"),
      says: ["IEA02 is 000000002"], severity: .warning),
    Case(
      name: "SE missing", text: isa + gs + set.replacing("SE*12*0001~", with: "") + end, whole: 0,
      says: ["set 835 0001 is refused: it has no SE, the group ends"], severity: .error),
    Case(
      name: "SE missing between sets",
      text: isa + gs + set.replacing("SE*12*0001~", with: "") + set + "GE*2*1~IEA*1*000000001~",
      whole: 1, all: 2, says: ["it has no SE, another ST begins"], severity: .error),
    Case(
      name: "GE missing", text: isa + gs + set + "IEA*1*000000001~",
      says: ["group 1 has no GE"], severity: .error),
    Case(
      name: "IEA missing", text: isa + gs + set + "GE*1*1~",
      says: ["interchange 000000001 has no IEA"], severity: .error),
    Case(
      name: "cut off in a set", text: String(plain.prefix(300)), whole: 0,
      says: ["it has no SE, the file ends"], severity: .error),
    Case(
      name: "cut off and glued to another",
      text: plain.prefix(300) + plain.replacing("000000001", with: "000000002"), whole: 1, all: 2,
      says: ["it has no SE, another ISA begins"], severity: .error),
    Case(
      name: "a terminator missing in the middle",
      text: ended("~\n").replacing("LX*1~", with: "LX*1"),
      whole: 0, says: ["SE01 counts 12 segments, but there are 11"], severity: .error),
    Case(
      name: "ST missing", text: isa + gs + set.replacing("ST*835*0001~", with: "") + end, whole: 0,
      all: 0, says: ["SE without an ST", "stands outside of any transaction set"],
      severity: .error),
    Case(
      name: "GS missing", text: isa + set + end,
      says: ["ST without a GS", "GE without a GS"], severity: .error),
  ]

  @Test(arguments: tolerated + damaged)
  func readsWhatCanBeRead(_ sample: Case) throws {
    let file = try X12File(RemittanceSamples.bytes(sample.text))
    #expect(file.sets.count == sample.all)
    #expect(file.sets.filter(\.isWhole).count == sample.whole)
    for words in sample.says {
      #expect(file.problems.contains { $0.message.contains(words) }, "\(words)")
    }
    let worst = file.problems.map(\.severity)
    #expect(worst.contains(.error) == (sample.severity == .error), "\(file.problems)")
    if sample.severity == .note { #expect(!worst.contains(.warning), "\(file.problems)") }
    for index in file.sets.indices where file.sets[index].isWhole {
      let remittance = Remittance835(file, set: index)
      #expect(remittance.claims.count == 1)
      #expect(remittance.claims.first?.paid == 7_500)
      #expect(RemittanceBalance(remittance).isBalanced)
      #expect(file.sets[index].code == "835")
      #expect(file.sets[index].interchangeSender == "EXAMPLEPAYER")
    }
    for problem in file.problems {
      #expect(problem.place.byte >= 0 && problem.place.byte <= sample.text.utf8.count)
    }
  }

  @Test(
    arguments: [
      ([], "it is empty"), ([0x1F, 0x8B, 8, 0], "gzip"), ([0x50, 0x4B, 3, 4], "zip archive"),
      (Array("%PDF-1.7".utf8), "PDF"), (Array(repeating: 0, count: 500), "zero bytes"),
      (Array("Dear customer, ISA is our agency. Isabel".utf8), "does not begin with ISA"),
      ([0xFF, 0xFE, 0x49, 0, 0x53, 0], "UTF-16"), (Array("UNB+UNOA:1".utf8), "EDIFACT"),
      ("ISA*00*   ".utf8.flatMap { [$0, 0] }, "UTF-16"),
      ("ISA*00*   ".utf8.flatMap { [0, $0] }, "UTF-16"),
      (Array("<html>".utf8), "web page"), (Array("   \r\n ".utf8), "does not begin with ISA"),
      (Array("ISA".utf8), "does not begin with ISA"), (Array("ISA*00*".utf8), "cut off or damaged"),
      (Array(RemittanceSamples.header.utf8.prefix(100)), "cut off or damaged"),
      (Array(repeating: UInt8(ascii: "*"), count: 300), "does not begin with ISA"),
      (Array("ISA".utf8) + Array(repeating: UInt8(ascii: "*"), count: 300), "cut off or damaged"),
    ] as [([UInt8], String)])
  func saysWhatIsNoX12(_ bytes: [UInt8], _ words: String) {
    let problem = #expect(throws: X12Problem.self) { try X12File(bytes) }
    #expect(problem?.message.hasPrefix("not an X12 file: ") == true)
    #expect(problem?.message.contains(words) == true, "\(String(describing: problem))")
  }

  @Test func tellsPlacesOnDiskInAWrappedFile() throws {
    let text = Self.plain.replacing("*75*25*MB", with: "*7x5*25*MB")
    for width in [7, 80, 131] {
      let wrapped = RemittanceSamples.bytes(Self.wrapped(text, every: width, with: "\r\n"))
      let remittance = Remittance835(try X12File(wrapped), set: 0)
      let problem = try #require(remittance.problems.first { $0.place.element == "CLP04" })
      let found = wrapped[problem.place.byte...].filter { $0 != 13 && $0 != 10 }.prefix(3)
      #expect(String(decoding: found, as: UTF8.self) == "7x5")
      #expect(problem.place.segment == 9)
    }
  }

  @Test func keepsEnvelopesApart() throws {
    let other = Self.plain.replacing("EXAMPLEPAYER", with: "OTHERPAYERXY")
      .replacing("000000001", with: "000000007").replacing("*P*:~", with: "*T*>~")
      .replacing("HC:E0601:RR", with: "HC>E0601>RR")
    let file = try X12File(RemittanceSamples.bytes(Self.plain + other))
    #expect(file.interchangeCount == 2)
    #expect(file.segmentCount == 32)
    let first = try #require(file.sets.first)
    let last = try #require(file.sets.last)
    #expect(first.interchange == 0)
    #expect(last.interchange == 1)
    #expect(last.senderID == "OTHERPAYERXY")
    #expect(last.interchangeControl == "000000007")
    #expect(last.usage == "T")
    #expect(last.delimiters.component == UInt8(ascii: ">"))
    #expect(first.version == "005010X221A1")
    #expect(first.functionalCode == "HP")
    #expect(first.date == 20_260_105)
    #expect(first.firstSegment == 3)
    #expect(last.firstSegment == 19)
    #expect(first.segmentCount == 12)
  }

  @Test func readsInterchangeAcknowledgments() throws {
    let text = Self.isa + "TA1*000000077*260104*0900*R*006~IEA*0*000000001~"
    let file = try X12File(RemittanceSamples.bytes(text))
    #expect(file.acknowledgments.map(\.interchangeControl) == ["000000077"])
    #expect(file.acknowledgments.map(\.outcome) == [.rejected])
    #expect(file.sets.isEmpty)
    #expect(file.problems.isEmpty)
  }

  @Test func readsTheOldVersionWithoutRepetitionSeparator() throws {
    let text = Self.plain.replacing("*^*00501*", with: "*U*00401*")
      .replacing("005010X221A1", with: "004010X091A1")
    let file = try X12File(RemittanceSamples.bytes(text))
    #expect(file.sets.first?.delimiters.repetition == nil)
    #expect(file.sets.first?.version == "004010X091A1")
    #expect(file.sets.first?.isWhole == true)
  }

  @Test("an element longer than any can be refuses its set and no other")
  func oversizedElement() throws {
    func set(_ control: String, _ name: String) -> String {
      "ST*835*\(control)~N1*PR*\(name)~SE*3*\(control)~"
    }
    for (count, isWhole) in [(8_192, true), (8_193, false), (1_000_000, false)] {
      let long = String(repeating: "A", count: count)
      let bytes = Array(
        (RemittanceSamples.header + RemittanceSamples.group + set("0001", long)
          + set("0002", "B") + "GE*2*1~IEA*1*000000001~").utf8)
      let file = try X12File(bytes)
      #expect(file.sets.map(\.isWhole) == [isWhole, true], "\(count)")
      let errors = file.problems.filter { $0.severity == .error }
      #expect(errors.map(\.place.element) == (isWhole ? [] : ["N102"]), "\(count)")
      #expect(errors.map(\.place.set) == (isWhole ? [] : [0]), "\(count)")
    }
  }
}
