// Texts, packed codes and the list of problems.

import Testing
import X12

struct X12TextTests {
  @Test(
    arguments: [
      (Array("JANE".utf8), "JANE"), (Array("JOSÉ".utf8), "JOSÉ"),
      ([0x4A, 0x4F, 0x53, 0xC9], "JOSÉ"),
      ([], ""), ([0x41, 0x00, 0x42], "A\u{0}B"), ([0xFF], "ÿ"),
    ] as [([UInt8], String)])
  func readsLatin1WhereItIsNoUTF8(_ bytes: [UInt8], _ text: String) {
    #expect(bytes.text(bytes.whole) == text)
  }

  @Test func comparesLetters() {
    let bytes = Array("QCIL".utf8)
    #expect(bytes.equals(ByteRange(0, 2), "QC"))
    #expect(!bytes.equals(ByteRange(2, 4), "QC"))
    #expect(!bytes.equals(ByteRange(3, 9), "LXXXXX"))
    #expect(bytes.packed(ByteRange(0, 4)) == X12Text.packed("QCIL"))
    #expect(X12Text.packed("123456789") == X12Text.packed("12345678"))
  }

  @Test func problemsAreKeptUpToALimit() {
    var list = X12ProblemList(limit: 2)
    for index in 0..<5 {
      list.add(
        X12Problem(
          severity: .note, at: X12Place(segment: index, byte: 0),
          message: "odd"))
    }
    #expect(list.kept.count == 2)
    #expect(list.dropped == 3)
    #expect(list.all.last?.message.hasPrefix("3 more problems") == true)
    #expect(list.all.last?.severity == .note)
    list.add(
      X12Problem(
        severity: .error, at: X12Place(segment: 9, byte: 0),
        message: "bad"))
    #expect(list.all.last?.severity == .error)
  }
}
