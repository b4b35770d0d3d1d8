/// What segments and elements are, in a few plain words of our own.
///
/// Covers the envelopes, 835, 837 professional, 999, TA1, 277CA, 270 and 271. Where an element means different
/// things in different sets, the words fit all of them.
package enum ElementNames {
  /// What a segment is; empty for one that is not known.
  package static func segment(_ id: UInt32) -> String { entries[id]?.name ?? "" }

  /// What an element is; empty where nothing is known.
  package static func element(_ id: UInt32, _ index: Int) -> String {
    guard let elements = entries[id]?.elements, index > 0, index <= elements.count else {
      return ""
    }
    return elements[index - 1].name
  }

  /// What the components of a composite element are; empty for a simple element.
  package static func components(_ id: UInt32, _ index: Int) -> [String] {
    guard let elements = entries[id]?.elements, index > 0, index <= elements.count else {
      return []
    }
    return elements[index - 1].components
  }

  private struct Element {
    var name: String
    var components: [String]
  }

  private struct Entry {
    var name: String
    var elements: [Element]
  }

  private static let entries = parse(
    [envelopeNames, remittanceNames, claimNames, answerNames, eligibilityNames].joined(
      separator: "\n"))

  /// Names of composites that stand in many places.
  private static let composites: [Substring: [String]] = [
    "@procedure": [
      "kind of code", "procedure code", "modifier 1", "modifier 2", "modifier 3", "modifier 4",
      "description", "last code of a range",
    ],
    "@status": ["category", "status", "entity", "code list"],
    "@place": ["place of service or bill type", "kind of code", "claim frequency"],
    "@diagnosis": ["kind of code", "code", "kind of date", "date", "amount", "quantity"],
    "@adjustment": ["reason", "what it refers to"],
    "@pointers": ["first diagnosis", "second diagnosis", "third diagnosis", "fourth diagnosis"],
    "@cause": ["first cause", "second cause", "third cause", "state", "country"],
    "@position": ["element's position", "component's position", "repeat"],
    "@context": ["context", "value"],
    "@unit": ["unit of measure", "exponent", "multiplier"],
  ]

  /// A line names a segment: `ID  words | element | element`; `@kind` behind an element tells its
  /// components.
  private static func parse(_ text: String) -> [UInt32: Entry] {
    var entries: [UInt32: Entry] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
      guard let head = parts.first, let space = head.firstIndex(of: " ") else { continue }
      let elements = parts.dropFirst().map { part -> Element in
        guard let mark = part.lastIndex(of: "@") else {
          return Element(name: String(part), components: [])
        }
        return Element(
          name: String(trimmed(part[..<mark])), components: composites[part[mark...]] ?? [])
      }
      entries[SegmentID.packed(String(head[..<space]))] = Entry(
        name: String(trimmed(head[space...])), elements: Array(elements))
    }
    return entries
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
