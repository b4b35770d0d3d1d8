/// The office itself, as its claims name it (loops 1000A and 2010AA).
package struct Supplier: Equatable, Sendable {
  package var name: String
  package var npi: String
  package var taxID: String
  /// Provider taxonomy (PRV03), for example 332B00000X.
  package var taxonomy: String
  package var address: PostalAddress
  package var contactName: String
  package var phone: String
  /// Electronic transmitter number (NM109 of loop 1000A).
  package var submitterID: String
  package var clearinghouses: [Clearinghouse]
  /// Days of service go out with usage indicator P; T marks everything as a test.
  package var isTest: Bool
  /// Product categories for which it is accredited; empty for all.
  package var accreditedFor: [PaymentCategory]

  package init(
    name: String, npi: String, taxID: String, taxonomy: String, address: PostalAddress,
    contactName: String, phone: String, submitterID: String, clearinghouses: [Clearinghouse],
    isTest: Bool = false, accreditedFor: [PaymentCategory] = []
  ) {
    self.name = name
    self.npi = npi
    self.taxID = taxID
    self.taxonomy = taxonomy
    self.address = address
    self.contactName = contactName
    self.phone = phone
    self.submitterID = submitterID
    self.clearinghouses = clearinghouses
    self.isTest = isTest
    self.accreditedFor = accreditedFor
  }

  /// The clearinghouse that takes claims for a payer: the first that names its family, else the
  /// first that names none.
  package func clearinghouse(for payer: Payer) -> Clearinghouse? {
    clearinghouses.first { $0.families.contains(payer.family) }
      ?? clearinghouses.first { $0.families.isEmpty }
  }
}

/// Where batches go (loop 1000B, ISA08).
package struct Clearinghouse: Equatable, Sendable {
  package var name: String
  package var receiverID: String
  /// Payer families it takes; empty for all the others.
  package var families: [PayerFamily]

  package init(name: String, receiverID: String, families: [PayerFamily] = []) {
    self.name = name
    self.receiverID = receiverID
    self.families = families
  }
}
