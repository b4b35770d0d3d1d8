import Billing
import X12

/// The office as its claims name it: 005010X222A1 loops 1000A, 2000A and 2010AA.
extension Supplier {
  /// Loop 1000A.
  var submitter: X12Party {
    X12Party(
      name: X12PartyName(
        entity: "41", kind: "2", last: PlainCapitals.text(name), idQualifier: "46",
        id: PlainCapitals.text(submitterID)),
      contacts: [contact])
  }

  /// Loops 2000A and 2010AA.
  ///
  /// The contact is the submitter's; it is told again since a clearinghouse that passes the claim on
  /// writes its own into loop 1000A.
  var billingProvider: BillingProvider837P {
    BillingProvider837P(
      taxonomy: X12Taxonomy(role: "BI", code: PlainCapitals.number(taxonomy)),
      party: X12Party(
        name: X12PartyName(
          entity: "85", kind: "2", last: PlainCapitals.text(name), idQualifier: "XX",
          id: PlainCapitals.number(npi)),
        address: X12Address(address),
        references: [X12Reference("EI", PlainCapitals.number(taxID))], contacts: [contact]))
  }

  private var contact: X12Contact {
    X12Contact(
      name: PlainCapitals.text(contactName),
      numbers: [X12Contact.Number(qualifier: "TE", value: PlainCapitals.number(phone))])
  }
}

extension Clearinghouse {
  /// Loop 1000B.
  var party: X12Party {
    X12Party(
      name: X12PartyName(
        entity: "40", kind: "2", last: PlainCapitals.text(name), idQualifier: "46",
        id: PlainCapitals.text(receiverID)))
  }
}

extension Prescriber {
  /// Loop 2420E.
  var orderingProvider: X12Party {
    let number = PlainCapitals.number(npi)
    return X12Party(
      name: X12PartyName(
        entity: "DK", kind: "1", last: PlainCapitals.text(lastName),
        first: PlainCapitals.text(firstName), idQualifier: number.isEmpty ? "" : "XX", id: number))
  }
}
