/// A file as lines for people: every segment and element with its name in plain words.
///
/// Values are texts with broken UTF-8 repaired; control characters are still in them, and whoever
/// prints them to a terminal makes them harmless first.
package struct X12Listing: Sequence, Sendable {
  /// How much of one value is listed.
  package static let valueLimit = 4_096

  private let file: X12File

  /// The listing of a file that was read.
  package init(_ file: X12File) {
    self.file = file
  }

  /// Goes over the segments.
  package func makeIterator() -> Iterator { Iterator(file) }

  /// Makes one listed segment after the other.
  package struct Iterator: IteratorProtocol {
    private let file: X12File
    private var position = 0
    private var number = 0
    private var delimiters = Delimiters.usual

    init(_ file: X12File) {
      self.file = file
      var place = 0
      let bytes = file.bytes.span
      while place + 4 <= bytes.count, !InterchangeHeader.isName(bytes, at: place) { place += 1 }
      position = place
    }

    /// The next segment, or `nil` at the end.
    package mutating func next() -> ListedSegment? {
      let content = file.bytes
      let bytes = content.span
      guard let raw = RawSegment.next(in: bytes, from: position, delimiters) else { return nil }
      number += 1
      var end = raw.end
      position = raw.next
      if raw.id == SegmentID.isa, InterchangeHeader.isName(bytes, at: raw.start) {
        if let header = InterchangeHeader(bytes, at: raw.start) {
          delimiters = header.delimiters
          end = header.end
          position = Swift.min(header.end + 1, bytes.count)
        } else {
          var damaged = raw
          damaged.findEnd(in: bytes, delimiters)
          end = damaged.end
          position = damaged.next
        }
      }
      var scanner = SegmentScanner(delimiters: delimiters, position: raw.start, end: end)
      var view = SegmentView()
      _ = scanner.next(in: bytes, into: &view)
      return segment(bytes, view, raw.start)
    }

    private func segment(
      _ bytes: Span<UInt8>, _ view: SegmentView, _ start: Int
    ) -> ListedSegment {
      let isNamed = view.id != SegmentID.none
      let id = isNamed ? SegmentID.name(view.id) : "?"
      var listed = ListedSegment(
        number: number, byte: file.diskOffset(start), id: id,
        name: isNamed ? ElementNames.segment(view.id) : "text that is no segment", elements: [])
      guard isNamed else {
        listed.elements.append(
          ListedElement(label: "", name: "", value: text(bytes, ByteRange(view.start, view.end))))
        return listed
      }
      guard view.count > 0 else { return listed }
      for index in 1...view.count {
        append(bytes, view, index, id, &listed.elements)
      }
      return listed
    }

    private func append(
      _ bytes: Span<UInt8>, _ view: SegmentView, _ index: Int, _ id: String,
      _ elements: inout [ListedElement]
    ) {
      let range = view.element(index)
      guard !range.isEmpty else { return }
      let label = id + (index < 10 ? "0" : "") + String(index)
      let name = ElementNames.element(view.id, index)
      elements.append(ListedElement(label: label, name: name, value: text(bytes, range)))
      guard view.id != SegmentID.isa, range.count <= X12Listing.valueLimit else { return }
      let parts = ElementNames.components(view.id, index)
      guard !parts.isEmpty else { return }
      var composite = Composite(range, component: delimiters.component)
      var part = 0
      var found: [ListedElement] = []
      while let component = composite.next(in: bytes), part < 40 {
        part += 1
        guard !component.isEmpty else { continue }
        found.append(
          ListedElement(
            label: label + "-" + String(part), name: part <= parts.count ? parts[part - 1] : "",
            value: text(bytes, component)))
      }
      if part > 1 { elements += found }
    }

    private func text(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
      let end = Swift.min(range.upperBound, range.lowerBound + X12Listing.valueLimit)
      return X12Text.string(bytes, ByteRange(range.lowerBound, end))
    }
  }
}
