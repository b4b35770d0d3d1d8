// Segments and elements, found eight bytes at a time.

import Testing
import X12

struct SegmentScannerTests {
  struct Case: Sendable {
    var text: String
    var segments: [[String]]
    var delimiters = Delimiters.usual
  }

  static let cases: [Case] = [
    Case(text: "CLP*A*1~SE*2*1~", segments: [["CLP", "A", "1"], ["SE", "2", "1"]]),
    Case(text: "CLP*A*1", segments: [["CLP", "A", "1"]]),
    Case(text: "CLP**~", segments: [["CLP", "", ""]]),
    Case(text: "CLP~", segments: [["CLP"]]),
    Case(text: "CLP  ~SE~", segments: [["CLP"], ["SE"]]),
    Case(text: "\r\n  CLP*A  ~\r\n~~ \n SE*1\n", segments: [["CLP", "A"], ["SE", "1"]]),
    Case(text: "clp*a~", segments: [["CLP", "a"]]),
    Case(text: "", segments: []),
    Case(text: "~~~\n\u{1A}", segments: []),
    Case(text: "\u{FEFF}ST*835~", segments: [["ST", "835"]]),
    Case(text: "LONG*1~N1*PR~", segments: [["", "1"], ["N1", "PR"]]),
    Case(text: "*A~", segments: [["", "A"]]),
    Case(
      text: "A*B~ABCDEFGHIJ*KLMNOPQRSTUVW*XYZ~",
      segments: [["", "B"], ["", "KLMNOPQRSTUVW", "XYZ"]]),
    Case(
      text: "N1|PR|X\nN1|PE|Y\n", segments: [["N1", "PR", "X"], ["N1", "PE", "Y"]],
      delimiters: Delimiters(element: 0x7C, component: 0x3E, segment: 0x0A, repetition: nil)),
    Case(
      text: "N1\u{1D}PR\u{1D}X Y\u{1E}N1\u{1D}\u{1D}\u{1E}",
      segments: [["N1", "PR", "X Y"], ["N1", "", ""]],
      delimiters: Delimiters(element: 0x1D, component: 0x1F, segment: 0x1E, repetition: nil)),
  ]

  @Test(arguments: cases)
  func findsSegmentsAndElements(_ sample: Case) {
    let bytes = Array(sample.text.utf8)
    #expect(bytes.segments(sample.delimiters) == sample.segments)
  }

  @Test func keepsTheFirstElementsOfAnOverlongSegment() {
    let bytes = Array(("CAS" + String(repeating: "*1", count: 1_000) + "~SE*1~").utf8)
    var scanner = SegmentScanner(delimiters: .usual, position: 0, end: bytes.count)
    var segment = SegmentView()
    let isThere = scanner.next(in: bytes.span, into: &segment)
    #expect(isThere)
    #expect(segment.isOverlong)
    #expect(segment.count == SegmentView.elementLimit)
    let isNextThere = scanner.next(in: bytes.span, into: &segment)
    #expect(isNextThere)
    #expect(segment.id == SegmentID.se)
    #expect(segment.number == 2)
    #expect(!segment.isOverlong)
    #expect(segment.element(2).isEmpty)
  }

  /// The scanner looks at eight bytes at a time; a plain split must find the same.
  @Test func agreesWithAPlainSplit() {
    var numbers = SeededNumbers(3)
    let letters = Array("AB1*~*~x".utf8)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...60, using: &numbers)
      let bytes = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &numbers)]
      }
      let expected = bytes.split(separator: UInt8(ascii: "~")).map {
        $0.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).dropFirst().map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      #expect(bytes.segments().map { Array($0.dropFirst()) } == expected)
    }
  }

  /// A name is judged as a whole; a plain reading of its letters must agree, whatever bytes it has.
  @Test func namesAgreeWithAPlainReading() {
    let letters = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    let ends = Set("*~".utf8)
    var wrong: [[UInt8]] = []
    var segment = SegmentView()
    for (one, other) in (UInt8.min...UInt8.max).flatMap({ one in
      (UInt8.min...UInt8.max).map { (one, $0) }
    }) {
      for name in [[one, other], [0x43, one, other], [one, 0x4C, other]] {
        guard name[0] > 0x20, name[0] != 0xEF, ends.isDisjoint(with: name) else { continue }
        let plain =
          letters.isSuperset(of: name)
          ? String(decoding: name, as: UTF8.self).uppercased().utf8
            .reduce(UInt32(0)) { $0 << 8 | UInt32($1) } : SegmentID.none
        // Near the end of the bytes there is no word to look at.
        for rest in ["*A*BCDEFGH~", "*A~"] {
          let bytes = name + Array(rest.utf8)
          var scanner = SegmentScanner(delimiters: .usual, position: 0, end: bytes.count)
          if !scanner.next(in: bytes.span, into: &segment) || segment.id != plain {
            wrong.append(name)
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test func namesArePackedAsTheyAreSpelled() {
    #expect(SegmentID.packed("CLP") == SegmentID.clp)
    #expect(SegmentID.packed("gs") == SegmentID.gs)
    #expect(SegmentID.packed("TA1") == SegmentID.ta1)
    #expect(SegmentID.packed("LONG") == SegmentID.none)
    #expect(SegmentID.name(SegmentID.n1) == "N1")
    #expect(SegmentID.isKnown(SegmentID.plb))
    #expect(!SegmentID.isKnown(SegmentID.packed("ZZZ")))
  }
}
