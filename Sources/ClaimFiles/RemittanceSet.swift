package import Billing
package import X12

/// One 835 of a file, ready to be handed over claim by claim as values of the trade.
///
/// The flat arrays of the reader stay where they are; a claim becomes strings only when asked for,
/// so that a file of any size is held once.
package struct RemittanceSet: Sendable {
  let remittance: Remittance835
  private let balance: RemittanceBalance
  private let differences: [Int: ClaimDifferences]
  /// Everything wrong or odd inside the set.
  package var problems: [X12Problem] { remittance.problems }

  package init(_ file: X12File, set index: Int) {
    remittance = Remittance835(file, set: index)
    balance = RemittanceBalance(remittance)
    differences = RemittanceSet.differences(of: balance)
  }

  package var claimCount: Int { remittance.claims.count }

  /// Σ CLP04 in cents, nil where amounts cannot be read or are too large to be real.
  package var claimsPaid: Cents? {
    balance.isUndecided ? nil : Cents(fromOutside: balance.claimsPaid)
  }

  /// Whether it balances at all levels (domain reference 5.3).
  package var isBalanced: Bool { balance.isBalanced }

  /// The remittance without its claims.
  ///
  /// - Throws: ``ClaimFileRefusal`` where it lacks what tells it from others, or holds an amount
  ///   that cannot be read: such a set is never posted in part.
  package func header() throws(ClaimFileRefusal) -> Remittance {
    let segment = Int(remittance.payment.segment)
    func refuse(_ element: String, _ message: String) -> ClaimFileRefusal {
      ClaimFileRefusal(at: FilePlace(segment: segment, element: element), message: message)
    }
    guard segment > 0 else {
      throw ClaimFileRefusal(
        at: FilePlace(segment: remittance.envelope.firstSegment, element: "BPR01"),
        message: "the remittance has no BPR segment, so its payment is not known")
    }
    guard !balance.isUndecided else {
      let first = remittance.problems.first { $0.severity == .error }
      throw ClaimFileRefusal(
        at: FilePlace(
          segment: first?.place.segment ?? segment, element: first?.place.element ?? "BPR02"),
        message: "an amount cannot be read, so nothing of this remittance is posted; "
          + "ask the payer for it again")
    }
    guard let payment = Cents(fromOutside: remittance.payment.amount),
      claimsPaid != nil, Cents(fromOutside: balance.providerAdjustments) != nil,
      let transaction = Cents(fromOutside: transactionDifference)
    else { throw refuse("BPR02", "the amounts are larger than any real payment") }
    if let place = firstUnrealAmount {
      throw ClaimFileRefusal(
        at: place,
        message: "the amount is larger than any real one, so nothing of this remittance is posted")
    }
    let trace = remittance.text(remittance.payment.trace)
    guard !trace.isEmpty else {
      throw refuse("TRN02", "the remittance has no trace number, so it cannot be told from others")
    }
    let production = Day(ccyymmdd: remittance.productionDate)
    guard
      let paymentDate = Day(ccyymmdd: remittance.payment.date) ?? production
        ?? Day(ccyymmdd: remittance.envelope.date)
    else { throw refuse("BPR16", "the remittance has no readable date") }
    let payer = namedPayer()
    let originator = remittance.text(remittance.payment.tracePayer)
    return Remittance(
      traceNumber: trace, originator: originator.isEmpty ? payer.identifier : originator,
      payer: payer, payeeIdentifier: remittance.text(remittance.payee.id), payment: payment,
      method: remittance.text(remittance.payment.method), paymentDate: paymentDate,
      productionDate: production ?? paymentDate, claims: [],
      providerAdjustments: remittance.providerAdjustments.map { adjustment in
        Billing.ProviderAdjustment(
          reason: remittance.text(adjustment.reason),
          reference: remittance.text(adjustment.reference), amount: Cents(adjustment.amount))
      },
      controlNumbers: remittance.envelope.controlNumbers,
      balance: RemittanceDifferences(transaction: transaction))
  }

  /// What CLP and PLB say, by which two files of one payment are known: number, status, charge, paid
  /// and the payer's number of each claim, reason, reference and amount of each adjustment.
  package var claimsText: String {
    var text = ""
    for claim in remittance.claims {
      text += ClaimsText.claim(
        remittance.text(claim.patientControl), remittance.text(claim.statusCode),
        charge: claim.charge, paid: claim.paid, payerNumber: remittance.text(claim.payerControl))
    }
    for adjustment in remittance.providerAdjustments {
      text += ClaimsText.adjustment(
        remittance.text(adjustment.reason), remittance.text(adjustment.reference),
        adjustment.amount)
    }
    return text
  }

  /// One claim with its lines.
  ///
  /// - Throws: ``ClaimFileRefusal`` where an amount is larger than any real one.
  package func claim(at index: Int) throws(ClaimFileRefusal) -> Billing.RemittanceClaim {
    try RemittanceClaimReader(remittance, claim: index, differences: differences[index]).claim()
  }

  /// The first amount of a claim, line or adjustment that no real remittance holds.
  private var firstUnrealAmount: FilePlace? {
    for claim in remittance.claims
    where [claim.charge, claim.paid, claim.patientResponsibility].contains(where: isUnreal) {
      return FilePlace(segment: Int(claim.segment), element: "CLP03")
    }
    for line in remittance.lines
    where [line.charge, line.paid, line.charge &- line.adjustmentTotal &- line.paid]
      .contains(where: isUnreal)
    {
      return FilePlace(segment: Int(line.segment), element: "SVC02")
    }
    for adjustment in remittance.adjustments where isUnreal(adjustment.amount) {
      return FilePlace(segment: Int(adjustment.segment), element: "CAS03")
    }
    if remittance.providerAdjustments.contains(where: { isUnreal($0.amount) }) {
      return FilePlace(segment: Int(remittance.payment.segment), element: "PLB04")
    }
    return nil
  }

  private func isUnreal(_ amount: Int64) -> Bool { Cents(fromOutside: amount) == nil }

  /// BPR02 less what claims and provider adjustments add up to: computed here, since the list of
  /// differences ends at its limit and the one of the transaction is its last.
  private var transactionDifference: Int64 {
    let (claims, first) = balance.payment.subtractingReportingOverflow(balance.claimsPaid)
    let (all, second) = claims.addingReportingOverflow(balance.providerAdjustments)
    return first || second ? .max : all
  }

  func namedPayer() -> NamedPayer {
    let identifiers = remittance.references[remittance.payer.references.indices]
    let id = remittance.text(remittance.payer.id)
    let originator = remittance.text(remittance.payment.tracePayer)
    let secondary = identifiers.first { $0.qualifier == Remittance835.code("2U") }
    let indicator = remittance.claims.first.map { remittance.text($0.filingIndicator) } ?? ""
    return NamedPayer(
      name: remittance.text(remittance.payer.name),
      identifier: id.isEmpty ? secondary.map { remittance.text($0.value) } ?? originator : id,
      filingIndicator: indicator, state: remittance.text(remittance.payer.state))
  }

  private static func differences(of balance: RemittanceBalance) -> [Int: ClaimDifferences] {
    var byClaim: [Int: ClaimDifferences] = [:]
    for difference in balance.differences {
      guard let claim = difference.claim else { continue }
      // A difference beyond any real amount is kept as the largest one: it stops posting as well.
      let amount = Cents(
        max(-Cents.largestFromOutside, min(Cents.largestFromOutside, difference.amount)))
      var sums = byClaim[claim] ?? ClaimDifferences()
      switch difference.level {
      case .claim: sums.claim = amount
      case .lineCharges: sums.lineCharges = amount
      case .linePayments: sums.linePayments = amount
      case .line: sums.lines += amount < .zero ? -amount : amount
      case .patient, .transaction: break
      }
      byClaim[claim] = sums
    }
    return byClaim
  }
}

/// Why something of a file is not taken in, with its place.
package struct ClaimFileRefusal: Error, Equatable, Sendable {
  package var place: FilePlace
  package var message: String

  package init(at place: FilePlace, message: String) {
    self.place = place
    self.message = message
  }
}
