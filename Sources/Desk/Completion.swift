/// A value that completes a half-typed filter, with how many items have it.
package struct Completion: Equatable, Sendable {
  package var value: String
  package var count: Int

  package init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}
