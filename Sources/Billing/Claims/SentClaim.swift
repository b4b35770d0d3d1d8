/// A claim as read from an 837P, before the office has keys for it.
package struct SentClaim: Equatable, Sendable {
  package var controlNumber: String
  package var frequency: ClaimFrequency
  /// REF*F8 where the claim replaces or voids an earlier one.
  package var originalPayerControlNumber: String
  package var patient: Identity
  package var sequence: PayerSequence
  package var payer: NamedPayer
  /// Payers after this one (loop 2320), in order.
  package var otherPayers: [NamedPayer]
  package var billingNPI: String
  package var placeOfService: String
  package var priorAuthorization: String
  package var diagnoses: [String]
  package var charge: Cents
  package var lines: [SentLine]
  /// The claim as bytes, complete enough to be sent again.
  package var image: [UInt8]

  package init(
    controlNumber: String, frequency: ClaimFrequency, originalPayerControlNumber: String,
    patient: Identity, sequence: PayerSequence, payer: NamedPayer,
    otherPayers: [NamedPayer], billingNPI: String, placeOfService: String,
    priorAuthorization: String, diagnoses: [String], charge: Cents, lines: [SentLine],
    image: [UInt8]
  ) {
    self.controlNumber = controlNumber
    self.frequency = frequency
    self.originalPayerControlNumber = originalPayerControlNumber
    self.patient = patient
    self.sequence = sequence
    self.payer = payer
    self.otherPayers = otherPayers
    self.billingNPI = billingNPI
    self.placeOfService = placeOfService
    self.priorAuthorization = priorAuthorization
    self.diagnoses = diagnoses
    self.charge = charge
    self.lines = lines
    self.image = image
  }
}

/// A payer as a file names them.
package struct NamedPayer: Hashable, Sendable {
  package var name: String
  package var identifier: String
  /// Claim filing indicator (SBR09, CLP06): MB, MC, CI, 16, ...
  package var filingIndicator: String
  package var sequence: PayerSequence
  package var memberID: String
  /// Two-letter state of the payer's address where the file gives one.
  package var state: String

  package init(
    name: String, identifier: String, filingIndicator: String, sequence: PayerSequence = .primary,
    memberID: String = "", state: String = ""
  ) {
    self.name = name
    self.identifier = identifier
    self.filingIndicator = filingIndicator
    self.sequence = sequence
    self.memberID = memberID
    self.state = state
  }
}

/// One service line of a claim as sent.
package struct SentLine: Equatable, Sendable, Served {
  package var number: Int
  package var controlNumber: String
  package var procedure: ProcedureCode
  package var unitsInThousandths: Int64
  package var service: ServiceDates
  package var charge: Cents
  /// The charge less what earlier payers paid and took off (loop 2430), in cents.
  package var open: Cents

  package init(
    number: Int, controlNumber: String, procedure: ProcedureCode, unitsInThousandths: Int64,
    service: ServiceDates, charge: Cents, open: Cents? = nil
  ) {
    self.number = number
    self.controlNumber = controlNumber
    self.procedure = procedure
    self.unitsInThousandths = unitsInThousandths
    self.service = service
    self.charge = charge
    self.open = open ?? charge
  }
}
