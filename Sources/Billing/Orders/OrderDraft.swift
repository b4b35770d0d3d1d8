/// An order as somebody gave it, in a file or on the screen, before it has keys.
package struct OrderDraft: Equatable, Sendable {
  package var number: String
  /// The patient's account number where the order was entered.
  package var accountNumber: String
  package var patient: Identity
  package var address: PostalAddress
  package var phone: String
  package var coverages: [CoverageDraft]
  package var prescriber: Prescriber?
  package var diagnoses: [String]
  package var orderedOn: Day?
  package var delivery: Delivery
  package var placeOfService: String
  package var lines: [OrderLine]
  package var stays: [Stay]
  package var documents: [DocumentDraft]

  package init(
    number: String, accountNumber: String = "", patient: Identity,
    address: PostalAddress = PostalAddress(), phone: String = "", coverages: [CoverageDraft] = [],
    prescriber: Prescriber? = nil, diagnoses: [String] = [], orderedOn: Day? = nil,
    delivery: Delivery = Delivery(), placeOfService: String = "12", lines: [OrderLine] = [],
    stays: [Stay] = [], documents: [DocumentDraft] = []
  ) {
    self.number = number
    self.accountNumber = accountNumber
    self.patient = patient
    self.address = address
    self.phone = phone
    self.coverages = coverages
    self.prescriber = prescriber
    self.diagnoses = diagnoses
    self.orderedOn = orderedOn
    self.delivery = delivery
    self.placeOfService = placeOfService
    self.lines = lines
    self.stays = stays
    self.documents = documents
  }
}

/// A coverage as given: the payer by name, not yet recognised.
package struct CoverageDraft: Equatable, Sendable {
  /// With its sequence, member number and filing indicator.
  package var payer: NamedPayer
  package var groupNumber: String
  package var secondaryPayerType: String
  package var relationship: String
  package var subscriber: Identity?
  package var effective: Validity

  package init(
    payer: NamedPayer, groupNumber: String = "", secondaryPayerType: String = "",
    relationship: String = "18", subscriber: Identity? = nil, effective: Validity = Validity()
  ) {
    self.payer = payer
    self.groupNumber = groupNumber
    self.secondaryPayerType = secondaryPayerType
    self.relationship = relationship
    self.subscriber = subscriber
    self.effective = effective
  }
}

/// What is wrong with an order as given: which line of a file, which column or field, what to do.
package struct OrderInputProblem: Equatable, Sendable {
  /// Line of the file, from 1; nil for an order entered on the screen.
  package var line: Int?
  /// Column of the template or field of the form: `hcpcs`, `delivered`.
  package var column: String
  /// May hold foreign text.
  package var message: String
  /// Whether the order is refused because of it.
  package var isError: Bool

  package init(line: Int?, column: String, message: String, isError: Bool = true) {
    self.line = line
    self.column = column
    self.message = message
    self.isError = isError
  }
}
