/// A document of pages of text in one width of letters, written as PDF 1.4 (ISO 32000-1).
///
/// The same pages give the same bytes. Letters outside of Latin-1 and control characters become
/// question marks: the built-in Courier has no others.
package struct PaperDocument: Sendable {
  /// Lines of a letter page (8.5 by 11 inches) at 12 points each, within margins of 54 points.
  package static let linesOfPage = 56
  private static let size = 10
  private static let leading = 12
  private static let (left, top) = (54, 734)

  private var pages: [[String]] = []

  package init() {}

  /// Begins a new page with these lines, and more pages where they do not fit on one.
  package mutating func add(_ lines: [String]) {
    var rest = lines[...]
    repeat {
      pages.append(Array(rest.prefix(Self.linesOfPage)))
      rest = rest.dropFirst(Self.linesOfPage)
    } while !rest.isEmpty
  }

  package var pageCount: Int { pages.count }

  /// The file.
  package var bytes: [UInt8] {
    // Objects: 1 catalogue, 2 pages, 3 font, then a page and its content for each page.
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
      Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8),
      Array(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".utf8),
    ]
    for (index, page) in pages.enumerated() {
      let content = Self.content(page)
      objects.append(
        Array(
          ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>").utf8))
      objects.append(
        Array("<< /Length \(content.count) >>\nstream\n".utf8) + content
          + Array("\nendstream".utf8))
    }
    return Self.file(objects)
  }

  private static func file(_ objects: [[UInt8]]) -> [UInt8] {
    // Bytes above 127 in the second line tell programs that the file is no plain text.
    var file = Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      // Ten digits, always: an entry of the table has twenty bytes.
      file += Array((String(repeating: "0", count: 10 - digits.count) + digits).utf8)
      file += Array(" 00000 n \n".utf8)
    }
    file += Array(
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return file
  }

  private static func content(_ lines: [String]) -> [UInt8] {
    var content = Array("BT\n/F1 \(size) Tf\n\(leading) TL\n\(left) \(top) Td\n".utf8)
    for line in lines { content += [0x28] + text(line) + Array(") Tj\nT*\n".utf8) }
    return content + Array("ET".utf8)
  }

  /// A line within the parentheses of a string.
  private static func text(_ line: String) -> [UInt8] {
    line.unicodeScalars.flatMap { scalar -> [UInt8] in
      switch scalar.value {
      case 0x28, 0x29, 0x5C: [0x5C, UInt8(scalar.value)]
      case 0x20...0x7E, 0xA0...0xFF: [UInt8(scalar.value)]
      default: [0x3F]
      }
    }
  }
}
