/// One thing that a payer says of a person's coverage: loop 2110C or 2110D of a 271.
package struct EligibilityBenefit: EligibilityLoop {
  /// EB01: `1` active, `6` inactive, `R` another payer, and so on; see ``kind``.
  package var information: String
  /// EB02: `IND` one person, `FAM` the family.
  package var coverageLevel: String
  /// EB03: service types, such as `30` plan coverage, `12` equipment bought, `18` rented.
  package var serviceTypes: [String]
  /// EB04: `MA` and `MB` the parts of Medicare, `HM` an HMO, `12` Medicare second.
  package var insuranceType: String
  /// EB05: the plan's name.
  package var plan: String
  /// EB06 to EB10.
  package var amount: EligibilityAmount
  /// EB11: whether an authorization is required, `Y`, `N` or `U`.
  package var authorization: String
  /// EB12: whether it is about the plan's network, `Y`, `N`, `U` or `W`.
  package var network: String
  /// EB13.
  package var procedure: X12Procedure?
  /// EB14.
  package var diagnosisPointers: [String]
  /// REF: `18` plan, `1L` group or policy, `IG` policy of another insurer.
  package var references: [X12Reference]
  /// DTP: `291` plan, `307` eligibility, `348` and `349` the benefit, `290` another payer.
  package var dates: [X12QualifiedDate]
  /// AAA.
  package var rejections: [EligibilityRejection] = []
  /// MSG.
  package var messages: [String]
  /// Loops 2120, between LS and LE: other payers, primary care providers, third parties.
  package var entities: [X12Party]
  /// HSD, III and everything else, kept as it came.
  package var loose: [SegmentText] = []

  package init(
    _ information: String, coverageLevel: String = "", serviceTypes: [String] = [],
    insuranceType: String = "", plan: String = "", amount: EligibilityAmount = EligibilityAmount(),
    authorization: String = "", network: String = "", procedure: X12Procedure? = nil,
    diagnosisPointers: [String] = [], references: [X12Reference] = [],
    dates: [X12QualifiedDate] = [], messages: [String] = [], entities: [X12Party] = []
  ) {
    self.information = information
    self.coverageLevel = coverageLevel
    self.serviceTypes = serviceTypes
    self.insuranceType = insuranceType
    self.plan = plan
    self.amount = amount
    self.authorization = authorization
    self.network = network
    self.procedure = procedure
    self.diagnosisPointers = diagnosisPointers
    self.references = references
    self.dates = dates
    self.messages = messages
    self.entities = entities
  }
}

/// How much of a benefit there is, in money, as a share, or counted: EB06 to EB10.
package struct EligibilityAmount: Equatable, Hashable, Sendable {
  /// EB06: which span of time it is for.
  package var period: String
  /// EB07; nil when there is none, or it is no amount.
  package var cents: Int64?
  /// EB08 as written: a share, `.2` for twenty percent.
  package var percent: String
  /// EB09.
  package var quantityKind: String
  /// EB10, as written.
  package var quantity: String

  package init(
    period: String = "", cents: Int64? = nil, percent: String = "", quantityKind: String = "",
    quantity: String = ""
  ) {
    self.period = period
    self.cents = cents
    self.percent = percent
    self.quantityKind = quantityKind
    self.quantity = quantity
  }
}
