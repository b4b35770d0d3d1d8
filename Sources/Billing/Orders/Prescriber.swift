/// The practitioner who ordered an item (loop 2420E).
package struct Prescriber: Hashable, Sendable {
  package var npi: String
  package var lastName: String
  package var firstName: String
  package var phone: String
  package var fax: String
  /// Whether Medicare knows them as one who may order (PECOS); nil where nobody has looked.
  package var isEnrolled: Bool?

  package init(
    npi: String, lastName: String, firstName: String, phone: String = "", fax: String = "",
    isEnrolled: Bool? = nil
  ) {
    self.npi = npi
    self.lastName = lastName
    self.firstName = firstName
    self.phone = phone
    self.fax = fax
    self.isEnrolled = isEnrolled
  }

  /// `LAST, FIRST`.
  package var listName: String { firstName.isEmpty ? lastName : lastName + ", " + firstName }
}
