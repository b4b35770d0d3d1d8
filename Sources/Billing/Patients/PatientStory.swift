/// Everything that one patient owes, and what was asked and decided about it.
package struct PatientStory: Equatable, Sendable {
  package var patient: Patient
  /// Lines on which the patient owes something, the oldest service first.
  package var debts: [PatientDebt]
  /// What stands below zero with the patient, in cents, below zero; work of its own.
  package var credit: Cents
  /// Decisions that stand, oldest first.
  package var decisions: [RecordedDecision]

  package init(
    patient: Patient, debts: [PatientDebt], credit: Cents = .zero,
    decisions: [RecordedDecision] = []
  ) {
    self.patient = patient
    self.debts = debts
    self.credit = credit
    self.decisions = decisions
  }

  /// In cents.
  package var open: Cents { debts.map(\.amount).total() }
}

/// What a patient owes on one line of a claim.
package struct PatientDebt: Equatable, Sendable {
  package var claim: ClaimID
  package var controlNumber: String
  package var line: ClaimLineID
  package var number: Int
  package var procedure: ProcedureCode
  package var service: Day
  package var payer: Payer
  package var nextPayer: Payer?
  /// In cents, above zero.
  package var amount: Cents
  /// What the line was charged, in cents.
  package var charge: Cents
  /// What payers and the patient paid, and what was reduced or given up, in cents.
  package var paid: Cents
  package var adjusted: Cents
  /// Reason and remark codes of the answers that stand.
  package var codes: Set<String>

  package init(
    claim: ClaimID, controlNumber: String, line: ClaimLineID, number: Int,
    procedure: ProcedureCode, service: Day, payer: Payer, nextPayer: Payer? = nil, amount: Cents,
    charge: Cents, paid: Cents = .zero, adjusted: Cents = .zero, codes: Set<String> = []
  ) {
    self.claim = claim
    self.controlNumber = controlNumber
    self.line = line
    self.number = number
    self.procedure = procedure
    self.service = service
    self.payer = payer
    self.nextPayer = nextPayer
    self.amount = amount
    self.charge = charge
    self.paid = paid
    self.adjusted = adjusted
    self.codes = codes
  }
}
