/// One professional claim with everything around it that is needed to send it alone.
///
/// 005010X222A1: the loops of billing provider (2000A), subscriber (2000B), patient (2000C) and the
/// claim itself (2300) with its lines (2400). Amounts are cents; dates and quantities stay as
/// written. Segments that no property names are kept in `loose` of their loop and sent again.
@dynamicMemberLookup
package struct Claim837P: Equatable, Hashable, Sendable {
  /// Loop 2000A.
  package var billing: BillingProvider837P
  /// Loop 2000B without its payer.
  package var subscriber: Subscriber837P
  /// Loop 2010BB: the payer to which the claim goes.
  package var payer: X12Party
  /// Loop 2000C, when the patient is not the subscriber.
  package var patient: Patient837P?

  /// CLM01: our number for this sending, which every answer carries.
  package var controlNumber: String
  /// CLM02 in cents.
  package var chargeCents: Int64
  /// CLM05 to CLM20.
  package var information: ClaimInformation837P

  /// DTP: `439` accident, `431` onset, `435` admission, `096` discharge; AMT: `F5` what the patient
  /// paid; REF: `F8` payer claim control number, `G1` prior authorization, `9F` referral and so on.
  package var details: LoopDetails837P
  /// HI with `ABK` and `ABF`: the principal diagnosis first; lines point to them by place, from 1.
  package var diagnoses: [Diagnosis837P]
  /// Loops 2310A to 2310F: `DN` referring, `82` rendering, `77` facility, `DQ` supervising.
  package var providers: [X12Party]
  /// Loops 2320 and 2330.
  package var otherPayers: [OtherPayer837P]
  /// Loop 2400.
  package var lines: [ServiceLine837P]

  package init(
    billing: BillingProvider837P, subscriber: Subscriber837P, payer: X12Party,
    patient: Patient837P? = nil, controlNumber: String, chargeCents: Int64,
    information: ClaimInformation837P = ClaimInformation837P(),
    details: LoopDetails837P = LoopDetails837P(), diagnoses: [Diagnosis837P] = [],
    providers: [X12Party] = [], otherPayers: [OtherPayer837P] = [], lines: [ServiceLine837P] = []
  ) {
    self.billing = billing
    self.subscriber = subscriber
    self.payer = payer
    self.patient = patient
    self.controlNumber = controlNumber
    self.chargeCents = chargeCents
    self.information = information
    self.details = details
    self.diagnoses = diagnoses
    self.providers = providers
    self.otherPayers = otherPayers
    self.lines = lines
  }

  /// Whoever was treated: the patient of loop 2000C, else the subscriber.
  package var patientParty: X12Party { patient?.party ?? subscriber.party }

  /// What CLM05 to CLM20 say is asked of the claim itself: `claim.frequency`.
  package subscript<Value>(
    dynamicMember member: WritableKeyPath<ClaimInformation837P, Value>
  ) -> Value {
    get { information[keyPath: member] }
    set { information[keyPath: member] = newValue }
  }

  /// What is asked of the loop's details: `claim.references`.
  package subscript<Value>(
    dynamicMember member: WritableKeyPath<LoopDetails837P, Value>
  ) -> Value {
    get { details[keyPath: member] }
    set { details[keyPath: member] = newValue }
  }

  /// NM109 of the subscriber.
  package var memberID: String { subscriber.party.name.id }

  /// REF*F8: the payer's number of the claim that this one replaces or voids; empty when none.
  package var originalPayerControlNumber: String { details.references.value("F8") }

  /// REF*G1 of the claim, empty when none.
  package var priorAuthorization: String { details.references.value("G1") }

  /// The sum of the lines' charges in cents, nil when it does not fit.
  package var lineChargeCents: Int64? {
    var sum: Int64 = 0
    for line in lines {
      let (next, overflow) = sum.addingReportingOverflow(line.chargeCents)
      if overflow { return nil }
      sum = next
    }
    return sum
  }
}

/// A diagnosis with its qualifier.
package struct Diagnosis837P: Equatable, Hashable, Sendable {
  /// `ABK` principal and `ABF` other (ICD-10); `BK` and `BF` (ICD-9).
  package var qualifier: String
  /// The code; the writer takes out the dot.
  package var code: String

  package init(qualifier: String, code: String) {
    self.qualifier = qualifier
    self.code = code
  }

  /// ICD-10 diagnoses in order, the first one principal.
  package static func list(_ codes: [String]) -> [Diagnosis837P] {
    codes.enumerated().map {
      Diagnosis837P(qualifier: $0.offset == 0 ? "ABK" : "ABF", code: $0.element)
    }
  }

  static let qualifiers: Set<String> = ["ABK", "ABF", "BK", "BF"]
}
