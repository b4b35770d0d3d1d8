import Foundation
import Testing

@testable import Paper

/// A second, slow reading of a file of pages: by its table of offsets, object by object.
private struct ReadBack {
  var pages: [[String]] = []

  init(_ bytes: [UInt8]) throws {
    let text = try #require(String(bytes: bytes, encoding: .isoLatin1))
    #expect(text.hasPrefix("%PDF-1.4\n"))
    #expect(text.hasSuffix("%%EOF\n"))
    let tail = text.components(separatedBy: "startxref\n").last ?? ""
    let start = try #require(Int(tail.split(separator: "\n").first ?? ""))
    let table = Self.text(bytes, from: start).components(separatedBy: "\n")
    #expect(table[0] == "xref")
    let count = try #require(Int(table[1].split(separator: " ").last ?? ""))
    var objects: [Int: String] = [:]
    for number in 1..<count {
      let entry = table[2 + number]
      #expect(entry.count == 19, "with its line feed an entry has twenty bytes")
      let offset = try #require(Int(entry.prefix(10)))
      let object = Self.text(bytes, from: offset)
      #expect(object.hasPrefix("\(number) 0 obj\n"), "object \(number) at \(offset)")
      objects[number] = object.components(separatedBy: "\nendobj").first
    }
    let root = try #require(objects[1])
    #expect(root.contains("/Type /Catalog"))
    let kids = try #require(objects[2]?.firstMatch(of: /Kids \[(.*?)\] \/Count (\d+)/))
    let pageNumbers = kids.1.matches(of: /(\d+) 0 R/).compactMap { Int($0.1) }
    #expect(Int(kids.2) == pageNumbers.count)
    for number in pageNumbers {
      let page = try #require(objects[number])
      let contents = try #require(page.firstMatch(of: /Contents (\d+) 0 R/).flatMap { Int($0.1) })
      pages.append(try Self.lines(try #require(objects[contents])))
    }
  }

  private static func text(_ bytes: [UInt8], from offset: Int) -> String {
    String(bytes: bytes[offset...], encoding: .isoLatin1) ?? ""
  }

  /// The shown strings of a content stream, whose length must be as it says.
  private static func lines(_ object: String) throws -> [String] {
    let length = try #require(object.firstMatch(of: /Length (\d+)/).flatMap { Int($0.1) })
    let stream = object.components(separatedBy: "stream\n")[1]
      .components(separatedBy: "\nend")[0]
    #expect(stream.unicodeScalars.count == length)
    var lines: [String] = []
    var current: String?
    var escaped = false
    for character in stream {
      switch (current, escaped, character) {
      case (nil, _, "("): current = ""
      case (nil, _, _): break
      case (let text?, true, _): (current, escaped) = (text + String(character), false)
      case (_, false, "\\"): escaped = true
      case (let text?, false, ")"):
        lines.append(text)
        current = nil
      case (let text?, false, _): current = text + String(character)
      }
    }
    return lines
  }
}

@Suite("Pages on paper")
struct PaperDocumentTests {
  @Test("what was written is read back, brackets and backslashes too")
  func readsBack() throws {
    var document = PaperDocument()
    let lines = [
      "Plain", "", "(one) \\ two )) ((", "José Peña ÿ", "  indented   ", "endstream endobj",
    ]
    document.add(lines)
    document.add(["second"])
    #expect(try ReadBack(document.bytes).pages == [lines, ["second"]])
  }

  @Test("what does not fit goes on, and nothing is lost")
  func breaks() throws {
    for count in [0, 1, PaperDocument.linesOfPage, PaperDocument.linesOfPage + 1, 200] {
      var document = PaperDocument()
      let lines = (0..<count).map { "line \($0)" }
      document.add(lines)
      let read = try ReadBack(document.bytes).pages
      #expect(read.flatMap(\.self) == lines, "\(count)")
      #expect(read.count == max(1, (count + 55) / 56), "\(count)")
      #expect(document.pageCount == read.count)
    }
  }

  @Test("letters that the font has not, and control characters, become question marks")
  func foreign() throws {
    var document = PaperDocument()
    document.add(["Ełk\u{1B}[31m\u{9}\u{85}€"])
    #expect(try ReadBack(document.bytes).pages == [["E?k?[31m???"]])
  }

  @Test("the same pages are the same bytes")
  func same() {
    var (one, two) = (PaperDocument(), PaperDocument())
    one.add(["A", "B"])
    two.add(["A", "B"])
    #expect(one.bytes == two.bytes)
  }
}
