/// Where in a file something stands.
package struct FilePlace: Hashable, Sendable {
  /// Segment number in the file from 1, line of a CSV; 0 for the file as a whole.
  package var segment: Int
  /// Offset in the file as it is on disk, from 0; 0 where it is not known.
  package var byte: Int
  /// The element, such as `CLP03`, or the column of a CSV; empty for the whole segment.
  package var element: String

  package init(segment: Int = 0, byte: Int = 0, element: String = "") {
    self.segment = segment
    self.byte = byte
    self.element = element
  }
}

/// Something wrong with a file that was read in, with its place.
package struct FileProblem: Equatable, Sendable {
  package var isError: Bool
  package var place: FilePlace
  /// May hold foreign text.
  package var message: String

  package init(isError: Bool, at place: FilePlace = FilePlace(), message: String) {
    self.isError = isError
    self.place = place
    self.message = message
  }
}
