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
  /// EB06: which span of time an amount is for.
  package var period: String
  /// EB07 in cents; nil when there is none, or it is no amount.
  package var amountCents: Int64?
  /// EB08 as written: a share, `.2` for twenty percent.
  package var percent: String
  /// EB09.
  package var quantityKind: String
  /// EB10, as written.
  package var quantity: String
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
  package var rejections: [EligibilityRejection]
  /// MSG.
  package var messages: [String]
  /// Loops 2120, between LS and LE: other payers, primary care providers, third parties.
  package var entities: [X12Party]
  /// HSD, III and everything else, kept as it came.
  package var loose: [SegmentText]

  package init(
    _ information: String, coverageLevel: String = "", serviceTypes: [String] = [],
    insuranceType: String = "", plan: String = "", period: String = "", amountCents: Int64? = nil,
    percent: String = "", quantityKind: String = "", quantity: String = "",
    authorization: String = "", network: String = "", procedure: X12Procedure? = nil,
    diagnosisPointers: [String] = [], references: [X12Reference] = [],
    dates: [X12QualifiedDate] = [], rejections: [EligibilityRejection] = [],
    messages: [String] = [], entities: [X12Party] = [], loose: [SegmentText] = []
  ) {
    self.information = information
    self.coverageLevel = coverageLevel
    self.serviceTypes = serviceTypes
    self.insuranceType = insuranceType
    self.plan = plan
    self.period = period
    self.amountCents = amountCents
    self.percent = percent
    self.quantityKind = quantityKind
    self.quantity = quantity
    self.authorization = authorization
    self.network = network
    self.procedure = procedure
    self.diagnosisPointers = diagnosisPointers
    self.references = references
    self.dates = dates
    self.rejections = rejections
    self.messages = messages
    self.entities = entities
    self.loose = loose
  }
}
