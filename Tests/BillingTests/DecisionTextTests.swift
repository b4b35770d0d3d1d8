import Billing
import Testing

@testable import TestSupport

@Suite("The journal's text of a decision")
struct DecisionTextTests {
  /// Pieces that could end a line, a name or a value where they stand.
  private static let pieces = [
    "a", "Z", "7", " ", "=", "\\", "\\n", "\n", "\r\n", "\r", "\u{0301}", "=\u{0301}", "\\e", "é",
    "e\u{0301}",
    "👩🏽‍🔧", "\u{2028}", "\0", "\t", "1\n",
  ]

  private static func text(_ random: inout SeededRandom, upTo count: Int) -> String {
    var text = ""
    for _ in 0..<Int(random.next() % UInt64(count + 1)) {
      text += pieces[Int(random.next() % UInt64(pieces.count))]
    }
    return text
  }

  @Test("what is written is read back, whatever stands in it", arguments: Array(1...40))
  func roundTrip(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    for _ in 1...50 {
      var fields: [DecisionField.Name: String] = [:]
      for _ in 0..<Int(random.next() % 6) {
        fields[DecisionField.Name(rawValue: "n" + Self.text(&random, upTo: 3))] = Self.text(
          &random, upTo: 6)
      }
      let kept = DecisionText.encode(fields)
      let read = try #require(DecisionText.decode(kept), "\(fields)")
      #expect(read.count == fields.count)
      for (name, value) in fields {
        // Scalar by scalar: equal strings may be spelt differently.
        #expect(
          read[name].map { Array($0.unicodeScalars) } == Array(value.unicodeScalars), "\(fields)")
      }
    }
  }

  @Test(
    "its form is fixed: old lines are read by it for ever",
    arguments: [
      ([:], "1\n"),
      (["amount": "12.00", "note": "a=b"], "1\namount=12.00\nnote=a\\eb\n"),
      (["units:2": "2.5", "asks-for": "one\ntwo\\"], "1\nasks-for=one\\ntwo\\\\\nunits:2=2.5\n"),
      (["x": "\r\n"], "1\nx=\\r\\n\n"), (["x": ""], "1\nx=\n"),
    ] as [([DecisionField.Name: String], String)])
  func form(fields: [DecisionField.Name: String], text: String) {
    #expect(DecisionText.encode(fields) == text)
    #expect(DecisionText.decode(text) == fields)
  }

  @Test(
    "a damaged text is no decision",
    arguments: [
      "", "1", "2\n", "0\n", "1\na", "1\na=b", "1\na\n", "1\na=b\na=c\n",
      "1\n\n", "1\na=b\n\n", "1\na=\\q\n", "1\na=b\\\n", "01\na=b\n", " 1\na=b\n", "\n1\n",
      "1\r\na=b\r\n",
    ])
  func damaged(text: String) {
    #expect(DecisionText.decode(text) == nil)
  }

  @Test("a value that begins with a combining mark does not swallow the sign before it")
  func combiningMark() {
    let fields: [DecisionField.Name: String] = ["note": "\u{0301}x"]
    #expect(DecisionText.decode(DecisionText.encode(fields)) == fields)
  }

  @Test("a writer that has nothing to say of a field does not name it")
  func empty() {
    var writer = FieldWriter()
    writer.set("note", "")
    writer.set("to", "mruiz")
    writer.set("on", nil as Day?)
    writer.set("units", nil as Int?)
    writer.set("agreement", false)
    writer.set("codes", [String]())
    #expect(writer.fields == ["to": "mruiz"])
    #expect(DecisionText.encode(writer.fields) == "1\nto=mruiz\n")
  }
}
