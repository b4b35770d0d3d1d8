/// One file as it lies in the office's folder of sent or received files.
package struct SampleFile: Equatable, Sendable {
  /// Begins with the day of its arrival and says what it is: `2026-08-03-837P-cedi-0001.x12`.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
