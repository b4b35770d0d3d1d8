import Billing

/// A claim as a payer answers it, before it goes into a remittance, in cents.
struct AnsweredClaim: Equatable, Sendable, Served {
  /// CLP01.
  var controlNumber: String
  /// CLP02.
  var status: String
  /// CLP03.
  var charge: Int64
  /// CLP04.
  var paid: Int64
  /// CLP06.
  var filingIndicator: String
  /// CLP07.
  var payerControlNumber: String
  /// CLP08.
  var placeOfService: String
  var patient: Identity
  /// NM1*74: the right member number, where the payer corrects it.
  var correctedMemberID = ""
  /// NM1*TT.
  var crossover: SamplePayer?
  /// CAS of the claim, not repeated at the lines.
  var adjustments: [AnsweredAdjustment] = []
  /// MOA.
  var remarks: [String] = []
  /// DTM*050.
  var receivedOn: Day
  var service: ServiceDates
  /// AMT*I, informational.
  var interest: Int64 = 0
  var lines: [AnsweredLine]

  /// CLP05: what the adjustments give to the patient.
  var patientResponsibility: Int64 {
    (adjustments + lines.flatMap(\.adjustments))
      .reduce(0) { $1.group == .patientResponsibility ? $0 + $1.cents : $0 }
  }

  /// Sets CLP03 and CLP04 from the lines and the adjustments of the claim.
  mutating func total() {
    charge = lines.reduce(0) { $0 + $1.charge }
    paid = lines.reduce(0) { $0 + $1.paid } - adjustments.reduce(0) { $0 + $1.cents }
  }

  /// The same with every amount taken back: status 22 with the original group codes (RFI 1147).
  var reversed: AnsweredClaim {
    var claim = self
    claim.status = "22"
    claim.charge = -charge
    claim.paid = -paid
    claim.crossover = nil
    claim.interest = 0
    claim.correctedMemberID = ""
    for index in claim.adjustments.indices { claim.adjustments[index].cents.negate() }
    for index in claim.lines.indices { claim.lines[index].reverse() }
    return claim
  }
}

/// CAS: group, reason and amount in cents.
struct AnsweredAdjustment: Equatable, Sendable {
  var group: AdjustmentGroup
  var reason: String
  var cents: Int64

  init(_ group: AdjustmentGroup, _ reason: String, _ cents: Int64) {
    self.group = group
    self.reason = reason
    self.cents = cents
  }
}

/// A line of an answered claim, in cents.
struct AnsweredLine: Equatable, Sendable {
  var code: String
  var modifiers: [String]
  /// SVC06: the code that was billed, where the payer changed it.
  var billedCode = ""
  var charge: Int64
  var paid: Int64
  var paidUnits: Int
  /// SVC07, where it differs from what was paid.
  var billedUnits = 0
  var from: Day
  var through: Day
  /// REF*6R, empty where the payer leaves it out.
  var controlNumber: String
  var adjustments: [AnsweredAdjustment]
  var remarks: [String] = []
  /// AMT*B6.
  var allowed: Int64?

  mutating func reverse() {
    charge.negate()
    paid.negate()
    for index in adjustments.indices { adjustments[index].cents.negate() }
    allowed = nil
  }
}
