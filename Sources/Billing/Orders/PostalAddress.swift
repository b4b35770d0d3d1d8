/// A US address as claims carry it (N3, N4).
package struct PostalAddress: Hashable, Sendable {
  package var street: String
  package var street2: String
  package var city: String
  /// Two capital letters.
  package var state: String
  /// Five or nine digits.
  package var zip: String

  package init(
    street: String = "", street2: String = "", city: String = "", state: String = "",
    zip: String = ""
  ) {
    self.street = street
    self.street2 = street2
    self.city = city
    self.state = state
    self.zip = zip
  }

  package var isEmpty: Bool { self == PostalAddress() }
}
