/// 277CA: for each claim that we sent, whether it went into the payer's system.
///
/// 005010X214. A rejected claim was never judged: timely filing keeps running. Amounts are cents.
package struct ClaimAcknowledgment277CA: Equatable, Sendable {
  /// ST03 and GS08.
  package var version: String
  /// GS08 where it differs from ST03, else empty.
  package var groupVersion = ""
  /// ST02.
  package var control: String
  /// BHT03: the sender's number for this answer.
  package var reference: String
  /// BHT04, CCYYMMDD.
  package var date: String
  /// BHT05.
  package var time: String
  /// BHT06, `TH`.
  package var kind: String
  /// Loops 2000A.
  package var sources: [Source]

  package init(
    version: String = "005010X214", control: String = "0001", reference: String, date: String,
    time: String, kind: String = "TH", sources: [Source]
  ) {
    self.version = version
    self.control = control
    self.reference = reference
    self.date = date
    self.time = time
    self.kind = kind
    self.sources = sources
  }

  /// Whether it follows the guide of the 277CA, and not that of a status answer.
  package var isClaimAcknowledgment: Bool { guide.contains("X214") }
  /// GS08, which tells a 277CA from the other sets 277; ST03 where there is no group.
  package var guide: String { groupVersion.isEmpty ? version : groupVersion }

  /// Every claim in it, in the order of the file.
  package var claims: [Claim] {
    sources.flatMap { $0.receivers.flatMap { $0.providers.flatMap(\.claims) } }
  }

  /// Loop 2000A: the clearinghouse or payer that answers.
  package struct Source: Equatable, Sendable {
    /// Loop 2100A: `PR` payer, `AY` clearinghouse.
    package var name: X12PartyName
    /// TRN02.
    package var trace: String
    /// DTP: `050` received, `009` processed.
    package var dates: [X12QualifiedDate]
    /// Loops 2000B.
    package var receivers: [Receiver]

    package init(
      name: X12PartyName, trace: String, dates: [X12QualifiedDate], receivers: [Receiver]
    ) {
      self.name = name
      self.trace = trace
      self.dates = dates
      self.receivers = receivers
    }
  }

  /// Loop 2000B: the submitter to whom the answer goes.
  package struct Receiver: Equatable, Sendable {
    /// Loop 2100B: NM1*41.
    package var name: X12PartyName
    /// TRN02: our BHT03.
    package var trace: String
    /// STC of the whole file.
    package var statuses: [Status]
    /// QTY*90 and AA, AMT*YU and YY.
    package var totals: Totals
    /// Loops 2000C.
    package var providers: [Provider]
    /// Whether the batch as a whole is not taken.
    package var isRejected: Bool { statuses.contains(where: \.isRejection) }

    package init(
      name: X12PartyName, trace: String, statuses: [Status], totals: Totals = Totals(),
      providers: [Provider]
    ) {
      self.name = name
      self.trace = trace
      self.statuses = statuses
      self.totals = totals
      self.providers = providers
    }
  }

  /// Loop 2000C: the supplier who bills.
  package struct Provider: Equatable, Sendable {
    /// Loop 2100C: NM1*85.
    package var name: X12PartyName
    /// TRN02.
    package var trace: String
    /// STC, when the supplier as a whole is answered.
    package var statuses: [Status]
    /// REF.
    package var references: [X12Reference]
    /// QTY*QA and QC, AMT*YU and YY.
    package var totals: Totals
    /// Loops 2000D.
    package var claims: [Claim]
    /// Whether all that this supplier billed is not taken.
    package var isRejected: Bool { statuses.contains(where: \.isRejection) }

    package init(
      name: X12PartyName, trace: String = "", statuses: [Status] = [],
      references: [X12Reference] = [], totals: Totals = Totals(), claims: [Claim]
    ) {
      self.name = name
      self.trace = trace
      self.statuses = statuses
      self.references = references
      self.totals = totals
      self.claims = claims
    }
  }

  /// Loops 2000D and 2200D: one claim.
  package struct Claim: Equatable, Sendable {
    /// Loop 2100D: NM1*QC.
    package var patient: X12PartyName
    /// TRN02: our CLM01.
    package var controlNumber: String
    /// STC.
    package var statuses: [Status]
    /// REF: `1K` the payer's claim number, `D9` the clearinghouse's.
    package var references: [X12Reference]
    /// DTP*472.
    package var dates: [X12QualifiedDate]
    /// Loops 2220D.
    package var lines: [Line]

    package init(
      patient: X12PartyName, controlNumber: String, statuses: [Status],
      references: [X12Reference] = [], dates: [X12QualifiedDate] = [], lines: [Line] = []
    ) {
      self.patient = patient
      self.controlNumber = controlNumber
      self.statuses = statuses
      self.references = references
      self.dates = dates
      self.lines = lines
    }

    /// REF*1K: the payer's number for the claim, empty when none.
    package var payerControlNumber: String { references.value("1K") }
    /// REF*D9: the clearinghouse's number for the claim, empty when none.
    package var clearinghouseNumber: String { references.value("D9") }
    /// Whether any status of the claim or its lines rejects it.
    package var isRejected: Bool {
      statuses.contains(where: \.isRejection) || lines.contains { $0.isRejected }
    }
  }

  /// Loop 2220D: one line of a claim.
  package struct Line: Equatable, Sendable {
    /// SVC01.
    package var procedure: X12Procedure
    /// SVC02.
    package var chargeCents: Int64?
    /// SVC04.
    package var revenueCode: String
    /// SVC07, as written.
    package var units: String
    /// STC.
    package var statuses: [Status]
    /// REF: `FJ`, or `6R` from some senders, our line control number.
    package var references: [X12Reference]
    /// DTP*472.
    package var dates: [X12QualifiedDate]

    package init(
      procedure: X12Procedure, chargeCents: Int64?, revenueCode: String = "", units: String = "",
      statuses: [Status], references: [X12Reference] = [], dates: [X12QualifiedDate] = []
    ) {
      self.procedure = procedure
      self.chargeCents = chargeCents
      self.revenueCode = revenueCode
      self.units = units
      self.statuses = statuses
      self.references = references
      self.dates = dates
    }

    /// Our line control number (REF*FJ or 6R), empty when none.
    package var controlNumber: String {
      let number = references.value("FJ")
      return number.isEmpty ? references.value("6R") : number
    }
    /// Whether any status of the line rejects it.
    package var isRejected: Bool { statuses.contains(where: \.isRejection) }
  }

  /// How many claims, and how much money, were accepted and rejected; nil where it is not said.
  package struct Totals: Equatable, Sendable {
    /// QTY*90 or QA.
    package var acceptedCount: Int?
    /// QTY*AA or QC.
    package var rejectedCount: Int?
    /// AMT*YU in cents.
    package var acceptedCents: Int64?
    /// AMT*YY in cents.
    package var rejectedCents: Int64?

    package init(
      acceptedCount: Int? = nil, rejectedCount: Int? = nil, acceptedCents: Int64? = nil,
      rejectedCents: Int64? = nil
    ) {
      self.acceptedCount = acceptedCount
      self.rejectedCount = rejectedCount
      self.acceptedCents = acceptedCents
      self.rejectedCents = rejectedCents
    }
  }
}
