/// A segment as text: its name and its elements, independent of any file's separators.
///
/// Inside an element, `componentMark` stands between components and `repetitionMark` between
/// repeats, so that a segment read with one set of separators can be written with another.
package struct SegmentText: Equatable, Hashable, Sendable {
  /// Stands between the components of a composite element (ASCII unit separator).
  package static let componentMark: Character = "\u{1F}"
  /// Stands between the repeats of an element (ASCII record separator).
  package static let repetitionMark: Character = "\u{1E}"

  /// The segment's name, such as `NM1`.
  package var id: String
  /// The elements after the name; empty ones at the end are left out.
  package var elements: [String]

  /// A segment from its name and elements; empty elements at the end are dropped.
  package init(_ id: String, _ elements: [String]) {
    self.id = id
    self.elements = elements
    while self.elements.last?.isEmpty == true { self.elements.removeLast() }
  }

  /// An element as one text, counted from 1; empty when the segment ends before it.
  ///
  /// Separators inside it, which a plain element should not have, are given back as `:` and `^`.
  package func text(_ number: Int) -> String {
    let raw = raw(number)
    guard raw.utf8.contains(where: { $0 == 0x1F || $0 == 0x1E }) else { return raw }
    return String(
      raw.map { character in
        switch character {
        case Self.componentMark: ":"
        case Self.repetitionMark: "^"
        default: character
        }
      })
  }

  /// An element with the marks for components and repeats still inside, counted from 1.
  package func raw(_ number: Int) -> String {
    number >= 1 && number <= elements.count ? elements[number - 1] : ""
  }

  /// The components of a composite element, counted from 1; none when it is empty.
  package func components(_ number: Int) -> [String] {
    Self.components(of: raw(number))
  }

  /// One component of a composite element, both counted from 1; empty when there is none.
  package func component(_ number: Int, _ part: Int) -> String {
    let parts = components(number)
    return part >= 1 && part <= parts.count ? parts[part - 1] : ""
  }

  /// The repeats of an element; none when it is empty.
  package func repeats(_ number: Int) -> [String] {
    let raw = raw(number)
    guard !raw.isEmpty else { return [] }
    return raw.split(separator: Self.repetitionMark, omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Splits an element's text into its components.
  package static func components(of raw: String) -> [String] {
    guard !raw.isEmpty else { return [] }
    guard raw.utf8.contains(0x1F) else { return [raw] }
    return raw.split(separator: componentMark, omittingEmptySubsequences: false).map(String.init)
  }

  /// One element from its components; empty components at the end are dropped.
  package static func composite(_ components: [String]) -> String {
    var components = components
    while components.last?.isEmpty == true { components.removeLast() }
    return components.joined(separator: String(componentMark))
  }

  /// What another segment of the same name has and this one has not, or nil when there is nothing.
  ///
  /// Used to keep elements that a typed value does not name: they stay as a segment of the same
  /// name with only those elements filled.
  func remainder(of original: SegmentText) -> SegmentText? {
    var rest: [String] = []
    var isAny = false
    for (index, element) in original.elements.enumerated() {
      let isMissing = !element.isEmpty && (index >= elements.count || elements[index].isEmpty)
      rest.append(isMissing ? element : "")
      isAny = isAny || isMissing
    }
    return isAny ? SegmentText(id, rest) : nil
  }

  /// This segment with the elements of a remainder put where it has none itself.
  func completed(by rest: SegmentText) -> SegmentText {
    var elements = elements
    for (index, element) in rest.elements.enumerated() where !element.isEmpty {
      while elements.count <= index { elements.append("") }
      if elements[index].isEmpty { elements[index] = element }
    }
    return SegmentText(id, elements)
  }
}

/// A value that stands for one segment.
protocol SegmentCoded {
  /// Reads the elements that the type names.
  init(segment: SegmentText)
  /// The segment to send.
  var segment: SegmentText { get }
}
