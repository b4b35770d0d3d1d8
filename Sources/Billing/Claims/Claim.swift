/// What the claim frequency code says (CLM05-3).
package enum ClaimFrequency: String, Sendable, CaseIterable {
  case original = "1"
  case replacement = "7"
  case void = "8"
}

/// How Docket first learned of a claim.
package enum ClaimOrigin: String, Sendable, CaseIterable {
  /// An 837P that the office sent.
  case claimFile = "837"
  /// A remittance for a claim never seen before; its facts are what the payer said.
  case remittance = "835"
  /// Made here: from charges of an order, or for the next payer.
  case docket
}

/// One bill to one payer for one patient.
package struct Claim: Equatable, Sendable, Served {
  package var id: ClaimID
  /// Patient control number, CLM01, at most 20 characters.
  package var controlNumber: String
  package var origin: ClaimOrigin
  package var patient: Patient
  package var payer: Payer
  package var sequence: PayerSequence
  package var memberID: String
  package var frequency: ClaimFrequency
  /// Payer claim control number (277CA REF*1K, CLP07), empty until a payer gave one.
  package var payerControlNumber: String
  package var placeOfService: String
  package var priorAuthorization: String
  package var diagnoses: [String]
  /// First and last day of service over all lines.
  package var service: ServiceDates
  package var charge: Cents
  package var lines: [ClaimLine]
  package var rowVersion: Int64

  package init(
    id: ClaimID, controlNumber: String, origin: ClaimOrigin, patient: Patient, payer: Payer,
    sequence: PayerSequence, memberID: String, frequency: ClaimFrequency,
    payerControlNumber: String, placeOfService: String, priorAuthorization: String,
    diagnoses: [String], service: ServiceDates, charge: Cents, lines: [ClaimLine],
    rowVersion: Int64
  ) {
    self.id = id
    self.controlNumber = controlNumber
    self.origin = origin
    self.patient = patient
    self.payer = payer
    self.sequence = sequence
    self.memberID = memberID
    self.frequency = frequency
    self.payerControlNumber = payerControlNumber
    self.placeOfService = placeOfService
    self.priorAuthorization = priorAuthorization
    self.diagnoses = diagnoses
    self.service = service
    self.charge = charge
    self.lines = lines
    self.rowVersion = rowVersion
  }
}

/// One charge line: the atom of accounts receivable.
package struct ClaimLine: Equatable, Sendable, Served {
  package var id: ClaimLineID
  /// Position on the claim, from 1 (LX01).
  package var number: Int
  /// Line item control number (REF*6R), empty where none was sent.
  package var controlNumber: String
  package var procedure: ProcedureCode
  /// Units in thousandths, since SVC05 and SV104 may be fractional.
  package var unitsInThousandths: Int64
  package var service: ServiceDates
  package var charge: Cents
  /// What the office expects the payer to allow, in cents; the charge where nothing is known.
  package var expected: Cents
  package var balances: LineBalances

  package init(
    id: ClaimLineID, number: Int, controlNumber: String, procedure: ProcedureCode,
    unitsInThousandths: Int64, service: ServiceDates, charge: Cents,
    expected: Cents, balances: LineBalances
  ) {
    self.id = id
    self.number = number
    self.controlNumber = controlNumber
    self.procedure = procedure
    self.unitsInThousandths = unitsInThousandths
    self.service = service
    self.charge = charge
    self.expected = expected
    self.balances = balances
  }
}

/// What is open on a line, and with whom, in cents: sums of postings.
package struct LineBalances: Equatable, Sendable {
  /// Open with the payer that the claim was sent to.
  package var payer: Cents
  /// Moved to the next payer, not yet billed there.
  package var nextPayer: Cents
  /// Moved to the patient.
  package var patient: Cents
  package var paid: Cents
  package var adjusted: Cents

  package init(
    payer: Cents = .zero, nextPayer: Cents = .zero, patient: Cents = .zero, paid: Cents = .zero,
    adjusted: Cents = .zero
  ) {
    self.payer = payer
    self.nextPayer = nextPayer
    self.patient = patient
    self.paid = paid
    self.adjusted = adjusted
  }
}

/// A HCPCS code with its modifiers (SV101, SVC01).
package struct ProcedureCode: Hashable, Sendable {
  package var code: String
  package var modifiers: [String]

  package init(_ code: String, _ modifiers: [String] = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// `E1390 RR KX`.
  package var description: String { ([code] + modifiers).joined(separator: " ") }

  /// The modifier that decides the price: new, used, rental, maintenance.
  package var pricingModifier: String {
    modifiers.first { ["NU", "UE", "RR", "MS", "LL", "KR"].contains($0) } ?? ""
  }

  /// The modifier by which a payer's price is known: rent of month 4 and later has one of its own.
  package var allowanceModifier: String {
    pricingModifier == "RR" && modifiers.contains("KJ") ? "KJ" : pricingModifier
  }
}
