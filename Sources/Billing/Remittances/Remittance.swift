/// One 835 transaction set: one payment, or a zero payment, with everything it explains.
package struct Remittance: Equatable, Sendable {
  /// TRN02, the check or EFT trace number.
  package var traceNumber: String
  /// TRN03, the payer's identifier for reassociation.
  package var originator: String
  package var payer: NamedPayer
  /// N1*PE: our NPI or tax id.
  package var payeeIdentifier: String
  /// BPR02 in cents.
  package var payment: Cents
  /// BPR04: ACH, CHK, NON, FWT, BOP.
  package var method: String
  /// BPR16, the date of the money.
  package var paymentDate: Day
  /// DTM*405, the date the remittance was made; the notice date of its denials.
  package var productionDate: Day
  package var claims: [RemittanceClaim]
  package var providerAdjustments: [ProviderAdjustment]
  /// By which the set can be recognised.
  package var controlNumbers: ControlNumbers
  package var balance: RemittanceDifferences

  package init(
    traceNumber: String, originator: String, payer: NamedPayer, payeeIdentifier: String,
    payment: Cents, method: String, paymentDate: Day, productionDate: Day,
    claims: [RemittanceClaim], providerAdjustments: [ProviderAdjustment],
    controlNumbers: ControlNumbers, balance: RemittanceDifferences
  ) {
    self.traceNumber = traceNumber
    self.originator = originator
    self.payer = payer
    self.payeeIdentifier = payeeIdentifier
    self.payment = payment
    self.method = method
    self.paymentDate = paymentDate
    self.productionDate = productionDate
    self.claims = claims
    self.providerAdjustments = providerAdjustments
    self.controlNumbers = controlNumbers
    self.balance = balance
  }
}

/// Whether a remittance counts.
package enum RemittanceStanding: String, Sendable, CaseIterable {
  case standing
  /// It looks like another one, and nobody has said what it is: its cash is in no book.
  case asked
  /// The same payment read once more.
  case same
  /// The payer's corrected file took its place.
  case replaced
  /// Taken back by a person: read twice, or the wrong file.
  case voided
}

/// By how much the transaction level of a remittance does not balance, in cents.
package struct RemittanceDifferences: Equatable, Sendable {
  /// BPR02 − (Σ CLP04 − Σ PLB); zero when it balances.
  package var transaction: Cents
  package init(transaction: Cents = .zero) { self.transaction = transaction }
}

/// One claim of a remittance (loop 2100).
package struct RemittanceClaim: Equatable, Sendable {
  /// CLP01: our patient control number as the payer echoes it.
  package var controlNumber: String
  package var status: RemittanceClaimStatus
  package var charge: Cents
  package var paid: Cents
  /// CLP05, informational.
  package var patientResponsibility: Cents
  package var filingIndicator: String
  /// CLP07, the payer's number for the claim.
  package var payerControlNumber: String
  package var frequency: String
  package var patient: Identity
  /// NM1*74: a corrected member id or name, empty where none.
  package var correctedMemberID: String
  /// NM1*TT or status 19 to 21: the payer passed the claim on.
  package var crossoverCarrier: String
  package var adjustments: [Adjustment]
  /// MOA/MIA remark codes.
  package var remarks: [String]
  /// nil where the payer names no day.
  package var service: ServiceDates?
  /// REF*F8 or REF of an original claim number, empty where none.
  package var originalReference: String
  package var lines: [RemittanceLine]
  package var differences: ClaimDifferences

  package init(
    controlNumber: String, status: RemittanceClaimStatus, charge: Cents, paid: Cents,
    patientResponsibility: Cents, filingIndicator: String, payerControlNumber: String,
    frequency: String, patient: Identity, correctedMemberID: String,
    crossoverCarrier: String, adjustments: [Adjustment], remarks: [String], service: ServiceDates?,
    originalReference: String, lines: [RemittanceLine],
    differences: ClaimDifferences
  ) {
    self.controlNumber = controlNumber
    self.status = status
    self.charge = charge
    self.paid = paid
    self.patientResponsibility = patientResponsibility
    self.filingIndicator = filingIndicator
    self.payerControlNumber = payerControlNumber
    self.frequency = frequency
    self.patient = patient
    self.correctedMemberID = correctedMemberID
    self.crossoverCarrier = crossoverCarrier
    self.adjustments = adjustments
    self.remarks = remarks
    self.service = service
    self.originalReference = originalReference
    self.lines = lines
    self.differences = differences
  }
}

/// By how much a claim of a remittance does not balance, in cents; all zero when it does.
package struct ClaimDifferences: Equatable, Sendable {
  /// CLP03 − Σ CAS − CLP04.
  package var claim: Cents
  /// Σ SVC02 − CLP03, zero where there are no lines.
  package var lineCharges: Cents
  /// Σ SVC03 − Σ CAS(claim) − CLP04, zero where there are no lines.
  package var linePayments: Cents
  /// The sum of the magnitudes of all line differences.
  package var lines: Cents

  package init(
    claim: Cents = .zero, lineCharges: Cents = .zero, linePayments: Cents = .zero,
    lines: Cents = .zero
  ) {
    self.claim = claim
    self.lineCharges = lineCharges
    self.linePayments = linePayments
    self.lines = lines
  }

  package var isZero: Bool { self == ClaimDifferences() }
}

/// Claim status of a remittance (CLP02).
package enum RemittanceClaimStatus: Hashable, Sendable {
  case processed(as: PayerSequence)
  case forwarded(as: PayerSequence)
  case denied
  case reversal
  case notOurs
  case predetermination
  case other(String)

  package init(code: String) {
    switch code {
    case "1": self = .processed(as: .primary)
    case "2": self = .processed(as: .secondary)
    case "3": self = .processed(as: .tertiary)
    case "4": self = .denied
    case "19": self = .forwarded(as: .primary)
    case "20": self = .forwarded(as: .secondary)
    case "21": self = .forwarded(as: .tertiary)
    case "22": self = .reversal
    case "23": self = .notOurs
    case "25": self = .predetermination
    default: self = .other(code)
    }
  }

  package var code: String {
    switch self {
    case .processed(let sequence): ["P": "1", "S": "2", "T": "3"][sequence.rawValue] ?? "1"
    case .forwarded(let sequence): ["P": "19", "S": "20", "T": "21"][sequence.rawValue] ?? "19"
    case .denied: "4"
    case .reversal: "22"
    case .notOurs: "23"
    case .predetermination: "25"
    case .other(let code): code
    }
  }

  /// The status in words.
  package var title: String {
    switch self {
    case .processed(let sequence): "processed as " + sequence.title
    case .forwarded(let sequence): "processed as " + sequence.title + " and forwarded"
    case .denied: "denied"
    case .reversal: "reversal of a previous payment"
    case .notOurs: "not our claim, forwarded"
    case .predetermination: "predetermination, no money"
    case .other(let code): "status " + code
    }
  }
}

/// One service line of a remittance (loop 2110).
package struct RemittanceLine: Equatable, Sendable {
  package var procedure: ProcedureCode
  /// SVC06: the code that was billed, where the payer changed it.
  package var submittedProcedure: ProcedureCode?
  package var charge: Cents
  package var paid: Cents
  package var unitsInThousandths: Int64
  /// nil where the payer names no day.
  package var service: ServiceDates?
  /// REF*6R, our line item control number.
  package var controlNumber: String
  package var adjustments: [Adjustment]
  /// LQ*HE remark codes, all of them.
  package var remarks: [String]
  /// AMT*B6, the allowed amount, where given.
  package var allowed: Cents?
  /// SVC02 − Σ CAS − SVC03.
  package var difference: Cents

  package init(
    procedure: ProcedureCode, submittedProcedure: ProcedureCode?, charge: Cents, paid: Cents,
    unitsInThousandths: Int64, service: ServiceDates?, controlNumber: String,
    adjustments: [Adjustment], remarks: [String], allowed: Cents?, difference: Cents
  ) {
    self.procedure = procedure
    self.submittedProcedure = submittedProcedure
    self.charge = charge
    self.paid = paid
    self.unitsInThousandths = unitsInThousandths
    self.service = service
    self.controlNumber = controlNumber
    self.adjustments = adjustments
    self.remarks = remarks
    self.allowed = allowed
    self.difference = difference
  }
}

/// Money of a remittance that belongs to no claim line (PLB).
package struct ProviderAdjustment: Equatable, Sendable {
  /// PLB03-1: WO, FB, L6, 72, ...
  package var reason: String
  /// PLB03-2: a claim, trace or account number.
  package var reference: String
  /// In cents; positive reduces the payment (domain rule 5.3).
  package var amount: Cents

  package init(reason: String, reference: String, amount: Cents) {
    self.reason = reason
    self.reference = reference
    self.amount = amount
  }
}

/// A file that was read in.
package struct ImportedFile: Equatable, Sendable {
  package var id: FileID
  package var name: String
  package var contentHash: String
  package var byteCount: Int64
  package var importedAt: Timestamp

  package init(
    id: FileID, name: String, contentHash: String, byteCount: Int64, importedAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.contentHash = contentHash
    self.byteCount = byteCount
    self.importedAt = importedAt
  }
}
