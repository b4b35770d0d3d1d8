/// Loop 2400: one line of a claim, whose number (LX) is its place among the lines, from 1.
@dynamicMemberLookup
package struct ServiceLine837P: Equatable, Hashable, Sendable {
  /// SV101.
  package var procedure: X12Procedure
  /// SV102 in cents.
  package var chargeCents: Int64
  /// SV103: `UN` units, `MJ` minutes.
  package var unitBasis: String
  /// SV104 as written.
  package var units: String
  /// SV105, when it differs from the claim's.
  package var placeOfService: String
  /// SV107: places of diagnoses in the claim's list, from 1; the first is the main one.
  package var diagnosisPointers: [Int]
  /// SV5.
  package var equipment: EquipmentService837P?
  /// CR3.
  package var certification: EquipmentCertification837P?
  /// DTP: `472` service, `463` begin of therapy, `461` last certification; REF: `6R` line control
  /// number, `G1` prior authorization and so on.
  package var details: LoopDetails837P
  /// Loop 2410.
  package var drugs: [DrugIdentification837P]
  /// Loops 2420A to 2420H: `DK` ordering, `82` rendering and so on.
  package var providers: [X12Party]
  /// Loop 2430: what earlier payers said of this line.
  package var adjudications: [LineAdjudication837P]
  /// Loop 2440: LQ and FRM, certificates of before 2023.
  package var forms: [SegmentText]

  package init(
    procedure: X12Procedure, chargeCents: Int64, unitBasis: String = "UN", units: String = "1",
    placeOfService: String = "", diagnosisPointers: [Int] = [1],
    equipment: EquipmentService837P? = nil, certification: EquipmentCertification837P? = nil,
    details: LoopDetails837P = LoopDetails837P(), drugs: [DrugIdentification837P] = [],
    providers: [X12Party] = [], adjudications: [LineAdjudication837P] = [],
    forms: [SegmentText] = []
  ) {
    self.procedure = procedure
    self.chargeCents = chargeCents
    self.unitBasis = unitBasis
    self.units = units
    self.placeOfService = placeOfService
    self.diagnosisPointers = diagnosisPointers
    self.equipment = equipment
    self.certification = certification
    self.details = details
    self.drugs = drugs
    self.providers = providers
    self.adjudications = adjudications
    self.forms = forms
  }

  /// What is asked of the loop's details: `line.references`.
  package subscript<Value>(
    dynamicMember member: WritableKeyPath<LoopDetails837P, Value>
  ) -> Value {
    get { details[keyPath: member] }
    set { details[keyPath: member] = newValue }
  }

  /// SV104 in thousandths of a unit, nil when it is no number.
  package var unitThousandths: Int64? { AmountText.scaled(units, decimals: 3) }

  /// REF*6R: our number of this line, which the 277CA and the 835 carry; empty when none.
  package var controlNumber: String { details.references.value("6R") }

  /// DTP*472.
  package var serviceDate: X12QualifiedDate? { details.dates.date("472") }

  /// Loop 2420E: who ordered.
  package var orderingProvider: X12Party? { providers.first { $0.name.entity == "DK" } }
}

/// What is bought or rented and for how long: SV5.
package struct EquipmentService837P: Equatable, Hashable, Sendable {
  /// SV501.
  package var procedure: X12Procedure
  /// SV502, `DA` days.
  package var unitBasis: String
  /// SV503: length of medical need in days, as written.
  package var length: String
  /// SV504 in cents.
  package var rentalCents: Int64
  /// SV505 in cents.
  package var purchaseCents: Int64
  /// SV506: `1` weekly, `4` monthly, `6` daily.
  package var rentalPeriod: String

  package init(
    procedure: X12Procedure, unitBasis: String = "DA", length: String, rentalCents: Int64,
    purchaseCents: Int64, rentalPeriod: String
  ) {
    self.procedure = procedure
    self.unitBasis = unitBasis
    self.length = length
    self.rentalCents = rentalCents
    self.purchaseCents = purchaseCents
    self.rentalPeriod = rentalPeriod
  }

  /// Nil when an amount cannot be read.
  init?(segment: SegmentText) {
    guard let rental = AmountText.cents(segment.text(4)),
      let purchase = AmountText.cents(segment.text(5))
    else { return nil }
    self.init(
      procedure: X12Procedure(components: segment.components(1)), unitBasis: segment.text(2),
      length: segment.text(3), rentalCents: rental, purchaseCents: purchase,
      rentalPeriod: segment.text(6))
  }

  var segment: SegmentText {
    SegmentText(
      "SV5",
      [
        procedure.raw, unitBasis, length, X12Amount.text(cents: rentalCents),
        X12Amount.text(cents: purchaseCents), rentalPeriod,
      ])
  }
}

/// An equipment certification: CR3.
package struct EquipmentCertification837P: Equatable, Hashable, Sendable, SegmentCoded {
  /// CR301: `I` initial, `R` renewal, `S` revised.
  package var kind: String
  /// CR302, `MO` months.
  package var unit: String
  /// CR303, as written.
  package var duration: String

  package init(kind: String, unit: String = "MO", duration: String) {
    self.kind = kind
    self.unit = unit
    self.duration = duration
  }

  init(segment: SegmentText) {
    self.init(kind: segment.text(1), unit: segment.text(2), duration: segment.text(3))
  }

  var segment: SegmentText { SegmentText("CR3", [kind, unit, duration]) }
}

/// Loop 2410: the drug of a line.
package struct DrugIdentification837P: Equatable, Hashable, Sendable {
  /// LIN02, `N4` for a National Drug Code.
  package var qualifier: String
  /// LIN03, eleven digits for `N4`.
  package var code: String
  /// CTP04, as written.
  package var quantity: String
  /// CTP05-1: `UN`, `ML`, `GR`, `F2`, `ME`.
  package var unit: String
  /// REF: `XZ` prescription number, `VY` link of several drugs.
  package var references: [X12Reference]
  /// Everything else in the loop.
  package var loose: [SegmentText]

  package init(
    qualifier: String = "N4", code: String, quantity: String = "", unit: String = "",
    references: [X12Reference] = [], loose: [SegmentText] = []
  ) {
    self.qualifier = qualifier
    self.code = code
    self.quantity = quantity
    self.unit = unit
    self.references = references
    self.loose = loose
  }
}

/// Loop 2430: what one earlier payer said of a line.
package struct LineAdjudication837P: Equatable, Hashable, Sendable {
  /// SVD01: the payer's identifier as in loop 2330B.
  package var payerID: String
  /// SVD02 in cents.
  package var paidCents: Int64
  /// SVD03.
  package var procedure: X12Procedure
  /// SVD05, as written.
  package var units: String
  /// SVD06: the line into which this one was bundled.
  package var bundledLine: String
  /// CAS.
  package var adjustments: [X12Adjustment]
  /// DTP*573.
  package var dates: [X12QualifiedDate]
  /// AMT*EAF.
  package var amounts: [X12QualifiedAmount]
  /// Everything else in the loop.
  package var loose: [SegmentText]

  package init(
    payerID: String, paidCents: Int64, procedure: X12Procedure, units: String = "1",
    bundledLine: String = "", adjustments: [X12Adjustment] = [],
    dates: [X12QualifiedDate] = [], amounts: [X12QualifiedAmount] = [],
    loose: [SegmentText] = []
  ) {
    self.payerID = payerID
    self.paidCents = paidCents
    self.procedure = procedure
    self.units = units
    self.bundledLine = bundledLine
    self.adjustments = adjustments
    self.dates = dates
    self.amounts = amounts
    self.loose = loose
  }
}
