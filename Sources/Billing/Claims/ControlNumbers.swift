/// The numbers of a transaction set and of what stands around it, as its sender gave them.
package struct ControlNumbers: Hashable, Sendable {
  /// ISA13.
  package var interchange: String
  /// GS06.
  package var group: String
  /// ST02.
  package var set: String

  package init(interchange: String = "", group: String = "", set: String = "") {
    self.interchange = interchange
    self.group = group
    self.set = set
  }
}
