/// One segment as its elements, byte for byte.
package struct X12Segment: Equatable, Sendable {
  /// The segment's name as written, mostly three capitals.
  package var name: [UInt8]
  /// What follows the name, without separators; composites and repeats are still in one piece.
  package var elements: [[UInt8]]
  /// What stands between this terminator and the next name when it is not the document's usual line
  /// break.
  package var spacing: [UInt8]?

  /// A segment of texts; empty elements at the end are left out, as the standard wants.
  package init(_ name: String, _ elements: [String] = []) {
    var elements = elements.map { Array($0.utf8) }
    while let last = elements.last, last.isEmpty { elements.removeLast() }
    self.name = Array(name.utf8)
    self.elements = elements
  }

  init(name: [UInt8], elements: [[UInt8]], spacing: [UInt8]?) {
    self.name = name
    self.elements = elements
    self.spacing = spacing
  }

  /// The name as text.
  package var id: String { X12Text.string(name.span, ByteRange(0, name.count)) }

  /// An element's text, from 1; empty when the segment ends before it.
  package func text(_ index: Int) -> String {
    guard index > 0, index <= elements.count else { return "" }
    let bytes = elements[index - 1]
    return X12Text.string(bytes.span, ByteRange(0, bytes.count))
  }

  /// The components of a composite element, from 1.
  package func components(_ index: Int, _ delimiters: Delimiters) -> [String] {
    guard index > 0, index <= elements.count else { return [] }
    let bytes = elements[index - 1]
    var parts = Composite(ByteRange(0, bytes.count), component: delimiters.component)
    var texts: [String] = []
    while let part = parts.next(in: bytes.span) { texts.append(X12Text.string(bytes.span, part)) }
    return texts
  }
}
