/// What is wrong with a filter, and where.
package struct FilterError: Error, Hashable, Sendable {
  /// Characters before the place.
  package var offset: Int
  /// How many characters are meant; at least 1.
  package var length: Int
  /// In plain words, with what to do.
  package var message: String

  package init(offset: Int, length: Int = 1, message: String) {
    self.offset = offset
    self.length = max(1, length)
    self.message = message
  }
}
