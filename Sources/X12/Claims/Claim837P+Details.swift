/// Paper or data that comes with a claim by another way: PWK.
package struct Attachment837P: Equatable, Hashable, Sendable, SegmentCoded {
  /// PWK01: what it is, such as `OZ` support data, `CT` certification.
  package var report: String
  /// PWK02: how it comes, `BM` mail, `EL` electronic, `EM` e-mail, `FX` fax, `FT` file.
  package var transmission: String
  /// PWK05, `AC` when a control number follows.
  package var qualifier: String
  /// PWK06: our number on it.
  package var controlNumber: String

  package init(
    report: String, transmission: String, qualifier: String = "", controlNumber: String = ""
  ) {
    self.report = report
    self.transmission = transmission
    self.qualifier = qualifier
    self.controlNumber = controlNumber
  }

  init(segment: SegmentText) {
    self.init(
      report: segment.text(1), transmission: segment.text(2), qualifier: segment.text(5),
      controlNumber: segment.text(6))
  }

  var segment: SegmentText {
    SegmentText("PWK", [report, transmission, "", "", qualifier, controlNumber])
  }
}

/// Conditions answered with yes or no: CRC.
package struct ConditionIndicator837P: Equatable, Hashable, Sendable, SegmentCoded {
  /// CRC01: `09` equipment certification, `70` hospice, `75` homebound, `07` ambulance.
  package var category: String
  /// CRC02: `Y` or `N`.
  package var answer: String
  /// CRC03 to CRC07, such as `38` certification on file, `ZV` replacement item.
  package var codes: [String]

  package init(category: String, answer: String, codes: [String]) {
    self.category = category
    self.answer = answer
    self.codes = codes
  }

  init(segment: SegmentText) {
    self.init(
      category: segment.text(1), answer: segment.text(2),
      codes: segment.elements.count > 2
        ? (3...min(segment.elements.count, 7)).map(segment.text)
        : [])
  }

  var segment: SegmentText { SegmentText("CRC", [category, answer] + codes.prefix(5)) }
}

/// Loops 2320 and 2330: another payer, and what it said when it came first.
package struct OtherPayer837P: Equatable, Hashable, Sendable {
  /// SBR.
  package var coverage: Coverage837P
  /// CAS at claim level.
  package var adjustments: [X12Adjustment]
  /// AMT: `D` paid, `A8` not covered, `EAF` what the patient still owes.
  package var amounts: [X12QualifiedAmount]
  /// OI03, OI04 and OI06.
  package var benefitsAssigned: String
  /// OI04: `P` when somebody signed for the patient.
  package var patientSignature: String
  /// OI06: release of information, `Y` or `I`.
  package var release: String
  /// MOA01 to MOA09: rate, amount, remark codes; empty when there is no MOA.
  package var outpatientAdjudication: [String]
  /// Loop 2330A: who is insured there.
  package var subscriber: X12Party
  /// Loop 2330B: the payer, with DTP*573 and REF*F8.
  package var payer: X12Party
  /// Loops 2330C to 2330G.
  package var providers: [X12Party]
  /// Everything else in the loop.
  package var loose: [SegmentText]

  package init(
    coverage: Coverage837P = Coverage837P(), adjustments: [X12Adjustment] = [],
    amounts: [X12QualifiedAmount] = [], benefitsAssigned: String = "Y",
    patientSignature: String = "", release: String = "Y",
    outpatientAdjudication: [String] = [], subscriber: X12Party = X12Party(),
    payer: X12Party = X12Party(), providers: [X12Party] = [], loose: [SegmentText] = []
  ) {
    self.coverage = coverage
    self.adjustments = adjustments
    self.amounts = amounts
    self.benefitsAssigned = benefitsAssigned
    self.patientSignature = patientSignature
    self.release = release
    self.outpatientAdjudication = outpatientAdjudication
    self.subscriber = subscriber
    self.payer = payer
    self.providers = providers
    self.loose = loose
  }

  /// What this payer paid on the claim in cents (AMT*D), nil when it is not said.
  package var paidCents: Int64? { amounts.first { $0.qualifier == "D" }?.cents }
}
