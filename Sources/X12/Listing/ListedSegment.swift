/// One element with its name and value.
package struct ListedElement: Equatable, Sendable {
  /// `CLP03`, or `CLP03-2` for the second component of a composite.
  package var label: String
  /// What it is, in plain words; empty where the guides say nothing.
  package var name: String
  /// Its value, at most ``X12Listing/valueLimit`` bytes of it.
  package var value: String

  /// An element with its name.
  package init(label: String, name: String, value: String) {
    self.label = label
    self.name = name
    self.value = value
  }
}

/// One segment with its elements.
package struct ListedSegment: Equatable, Sendable {
  /// Its number in the file, from 1.
  package var number: Int
  /// Where it begins in the file as it is on disk.
  package var byte: Int
  /// `CLP`.
  package var id: String
  /// What it is, in plain words.
  package var name: String
  /// Its elements, empty ones left out.
  package var elements: [ListedElement]

  /// The segment as lines: its name, then every element.
  package var lines: [String] {
    let number = String(number)
    let indent = String(repeating: " ", count: max(0, 6 - number.utf8.count))
    let head = indent + number + "  " + id + (name.isEmpty ? "" : "  " + name)
    return [head]
      + elements.map { element in
        let label = element.label.utf8.count < 7 ? element.label : element.label + " "
        let padded = label + String(repeating: " ", count: max(0, 8 - label.utf8.count))
        return "          " + padded + element.value
          + (element.name.isEmpty ? "" : "  (" + element.name + ")")
      }
  }
}
