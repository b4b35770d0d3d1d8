/// A person as a claim, an order or an answer names them.
package struct Identity: Hashable, Sendable {
  package var lastName: String
  package var firstName: String
  package var birthDate: Day?
  package var sex: String
  /// The payer's number of the person (NM109); empty where none is named, or a coverage has it.
  package var memberID: String

  package init(
    lastName: String, firstName: String, birthDate: Day? = nil, sex: String = "",
    memberID: String = ""
  ) {
    self.lastName = lastName
    self.firstName = firstName
    self.birthDate = birthDate
    self.sex = sex
    self.memberID = memberID
  }
}

extension Patient {
  /// The patient as a claim to a payer who has this number for them names them.
  package func identity(memberID: String = "") -> Identity {
    Identity(
      lastName: lastName, firstName: firstName, birthDate: birthDate, sex: sex, memberID: memberID)
  }
}
