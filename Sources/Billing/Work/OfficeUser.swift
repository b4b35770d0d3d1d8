/// Who is signed in.
package struct OfficeUser: Equatable, Sendable {
  /// The operating system's account name.
  package var name: String
  package var isSupervisor: Bool
  /// Whether the person is one of those who post; nil where the office names none, and all do.
  package var isPoster: Bool?

  package init(name: String, isSupervisor: Bool, isPoster: Bool? = nil) {
    self.name = name
    self.isSupervisor = isSupervisor
    self.isPoster = isPoster
  }

  /// Whether the person may record money in the bank and match it (domain reference 10.3).
  package var mayPost: Bool { isPoster ?? true }

  /// Why the person may not answer an approval; nil where it is allowed.
  ///
  /// Nobody allows what they asked for themselves, and who posts cash allows nothing that gives
  /// money away (separation of duties, domain reference 10.3).
  package func refusal(toAnswer approval: Approval) -> String? {
    if approval.askedBy == name { return "You asked for it yourself: another person decides it." }
    if !isSupervisor { return "Only a supervisor may decide it." }
    if approval.purpose.givesMoneyAway, isPoster == true {
      return "Who posts cash does not allow a refund or a write-off: another supervisor decides it."
    }
    return nil
  }
}
