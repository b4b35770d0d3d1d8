/// Who is signed in.
package struct OfficeUser: Equatable, Sendable {
  /// The operating system's account name.
  package var name: String
  package var isSupervisor: Bool

  package init(name: String, isSupervisor: Bool) {
    self.name = name
    self.isSupervisor = isSupervisor
  }
}
