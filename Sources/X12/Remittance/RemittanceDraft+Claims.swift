// What a drafted remittance says about claims and service lines.

extension RemittanceDraft {
  /// A CLP segment with all that follows it: loop 2100.
  package struct Claim: Equatable, Sendable {
    /// LX01 of the group that it stands in; 0 for no LX.
    package var group: Int32 = 1
    /// CLP01.
    package var patientControl = ""
    /// CLP02.
    package var status = "1"
    /// CLP03 in cents.
    package var charge: Int64 = 0
    /// CLP04 in cents.
    package var paid: Int64 = 0
    /// CLP05 in cents; `nil` to leave it empty.
    package var patientResponsibility: Int64?
    /// CLP06.
    package var filingIndicator = ""
    /// CLP07.
    package var payerControl = ""
    /// CLP08.
    package var facilityCode = ""
    /// CLP09.
    package var frequency = ""
    /// Its own CAS triplets.
    package var adjustments: [Adjustment] = []
    /// NM1 segments.
    package var names: [Name] = []
    /// Remark codes of MIA, at most five.
    package var inpatientRemarks: [String] = []
    /// Remark codes of MOA, at most five.
    package var outpatientRemarks: [String] = []
    /// REF segments.
    package var references: [Reference] = []
    /// DTM segments.
    package var dates: [Date] = []
    /// PER segments.
    package var contacts: [Contact] = []
    /// AMT segments.
    package var amounts: [Amount] = []
    /// QTY segments.
    package var quantities: [Quantity] = []
    /// Its service lines.
    package var lines: [Line] = []

    /// A claim to be filled.
    package init() {}
  }

  /// A procedure composite.
  package struct Procedure: Equatable, Sendable {
    /// `HC`, `N4` and so on.
    package var qualifier: String
    /// The code.
    package var code: String
    /// At most four modifiers.
    package var modifiers: [String]
    /// The seventh component.
    package var description: String

    /// A procedure.
    package init(
      _ code: String, modifiers: [String] = [], qualifier: String = "HC", description: String = ""
    ) {
      self.qualifier = qualifier
      self.code = code
      self.modifiers = modifiers
      self.description = description
    }
  }

  /// A remark code of an LQ segment.
  package struct Remark: Equatable, Sendable {
    /// LQ01: `HE` for RARC, `RX` for NCPDP.
    package var qualifier: String
    /// LQ02.
    package var code: String

    /// A remark; RARC when nothing else is said.
    package init(_ code: String, qualifier: String = "HE") {
      self.qualifier = qualifier
      self.code = code
    }
  }

  /// An SVC segment with all that follows it: loop 2110.
  package struct Line: Equatable, Sendable {
    /// SVC01.
    package var procedure: Procedure
    /// SVC02 in cents.
    package var charge: Int64
    /// SVC03 in cents.
    package var paid: Int64
    /// SVC04.
    package var revenueCode = ""
    /// SVC05 in thousandths; `nil` to leave it empty.
    package var paidUnits: Int64?
    /// SVC06, when the payer changed the code.
    package var submittedProcedure: Procedure?
    /// SVC07 in thousandths; `nil` to leave it empty.
    package var submittedUnits: Int64?
    /// DTM segments.
    package var dates: [Date] = []
    /// CAS triplets.
    package var adjustments: [Adjustment] = []
    /// REF segments.
    package var references: [Reference] = []
    /// AMT segments.
    package var amounts: [Amount] = []
    /// QTY segments.
    package var quantities: [Quantity] = []
    /// LQ segments.
    package var remarks: [Remark] = []

    /// A line to be filled.
    package init(_ procedure: Procedure, charge: Int64, paid: Int64, units: Int64? = 1_000) {
      self.procedure = procedure
      self.charge = charge
      self.paid = paid
      paidUnits = units
    }
  }
}
