import X12

/// The two locations of the sample supplier, each with its own provider number.
enum Supplier {
  static let name = "MOCKFORD HOME MEDICAL SUPPLY"
  static let npis = [InventedNumbers.npi(1), InventedNumbers.npi(2)]
  /// A tax number of the range 99-00xxxxx, which is given to nobody.
  static let taxID = "990009001"

  static func npi(_ location: Int) -> String { npis[location % npis.count] }

  /// Loop 2000A of each location.
  static let billing: [BillingProvider837P] = [
    provider(
      npi: npis[0], name: name,
      address: X12Address(
        street: ["100 SPECIMEN ST"], city: "SAMPLETON", state: "OH", zip: "430990001")),
    provider(
      npi: npis[1], name: name + " WEST",
      address: X12Address(
        street: ["200 PLACEHOLDER AVE"], city: "FICTOWN", state: "TX", zip: "750990001")),
  ]

  /// Loop 1000A, who sends the file.
  static func submitter(of clearinghouse: Clearinghouse) -> X12Party {
    X12Party(
      name: X12PartyName(
        entity: "41", kind: "2", last: name, idQualifier: "46", id: clearinghouse.submitter),
      contacts: [contact])
  }

  private static let contact = X12Contact(
    name: "BILLING OFFICE", numbers: [X12Contact.Number(qualifier: "TE", value: "5555550100")])

  private static func provider(
    npi: String, name: String, address: X12Address
  ) -> BillingProvider837P {
    BillingProvider837P(
      taxonomy: X12Taxonomy(role: "BI", code: "332B00000X"),
      party: X12Party(
        name: X12PartyName(entity: "85", kind: "2", last: name, idQualifier: "XX", id: npi),
        address: address, references: [X12Reference("EI", taxID)], contacts: [contact]))
  }
}
