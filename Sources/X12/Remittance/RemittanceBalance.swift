/// Whether a remittance adds up, and by how much it does not, at every level.
///
/// 005010X221A1 section 1.10.2.1. All amounts are cents in checked 64-bit arithmetic.
package struct RemittanceBalance: Equatable, Sendable {
  /// Which rule a difference breaks.
  package enum Level: String, Sendable, CaseIterable {
    /// SVC02 less its adjustments is SVC03.
    case line
    /// CLP03 less all adjustments of the claim and its lines is CLP04.
    case claim
    /// The charges of the lines add up to CLP03.
    case lineCharges
    /// The payments of the lines less the claim's own adjustments are CLP04.
    case linePayments
    /// CLP05 is the sum of all PR adjustments. Payers slip here: it never stops a posting.
    case patient
    /// BPR02 is the sum of all CLP04 less the sum of all PLB amounts.
    case transaction
  }

  /// One place where a rule is broken.
  package struct Difference: Equatable, Sendable {
    /// The rule.
    package var level: Level
    /// The claim's index; `nil` for the whole transaction.
    package var claim: Int?
    /// The line's index in ``Remittance835/lines``.
    package var line: Int?
    /// What the other amounts add up to.
    package var computed: Int64
    /// What was written.
    package var stated: Int64
    /// The number of the segment that states it.
    package var segment: Int

    /// Stated less computed, in cents: above zero when more was stated than adds up.
    package var amount: Int64 {
      let (difference, overflow) = stated.subtractingReportingOverflow(computed)
      return overflow ? (stated < computed ? .min : .max) : difference
    }
  }

  /// BPR02.
  package private(set) var payment: Int64 = 0
  /// The sum of all CLP04.
  package private(set) var claimsPaid: Int64 = 0
  /// The sum of all CLP03.
  package private(set) var claimsCharged: Int64 = 0
  /// The sum of all PLB amounts: positive lowers the payment.
  package private(set) var providerAdjustments: Int64 = 0
  /// What is broken and must be cleared before anything posts by itself.
  package private(set) var differences: [Difference] = []
  /// Differences at the level of the patient, for information.
  package private(set) var warnings: [Difference] = []
  /// How many differences there are, those beyond the limit of the list included.
  package private(set) var differenceCount = 0
  /// Whether an amount could not be read or the sums do not fit, so that nothing can be said.
  package private(set) var isUndecided = false

  /// How many differences and how many warnings are listed.
  package static let limit = 10_000

  /// Whether lines, claims and the whole payment add up to the cent.
  package var isBalanced: Bool { differenceCount == 0 && !isUndecided }

  /// Checks every rule.
  package init(_ remittance: Remittance835) {
    var sums = CheckedSum()
    isUndecided = remittance.hasUnreadableAmount
    payment = remittance.payment.amount
    for index in remittance.lines.indices {
      checkLine(remittance, index, &sums)
    }
    for index in remittance.claims.indices {
      checkClaim(remittance, index, &sums)
      claimsPaid = sums.add(claimsPaid, remittance.claims[index].paid)
      claimsCharged = sums.add(claimsCharged, remittance.claims[index].charge)
    }
    for adjustment in remittance.providerAdjustments {
      providerAdjustments = sums.add(providerAdjustments, adjustment.amount)
    }
    note(
      Difference(
        level: .transaction, computed: sums.subtract(claimsPaid, providerAdjustments),
        stated: payment, segment: Int(remittance.payment.segment)), isLast: true)
    if sums.hasOverflow { isUndecided = true }
  }

  /// The differences of one claim and its lines.
  package func differences(ofClaim index: Int) -> [Difference] {
    differences.filter { $0.claim == index }
  }

  @inline(__always)
  private mutating func checkLine(
    _ remittance: Remittance835, _ index: Int, _ sums: inout CheckedSum
  ) {
    let charge = remittance.lines[index].charge
    let paid = remittance.lines[index].paid
    let computed = sums.subtract(charge, remittance.lines[index].adjustmentTotal)
    guard computed != paid else { return }
    note(
      Difference(
        level: .line, claim: Int(remittance.lines[index].claim), line: index, computed: computed,
        stated: paid, segment: Int(remittance.lines[index].segment)))
  }

  @inline(__always)
  private mutating func checkClaim(
    _ remittance: Remittance835, _ index: Int, _ sums: inout CheckedSum
  ) {
    let claims = remittance.claims.span
    let charge = claims[index].charge
    let paid = claims[index].paid
    let segment = Int(claims[index].segment)
    let net = sums.subtract(charge, claims[index].adjustmentTotal)
    if net != paid {
      note(Difference(level: .claim, claim: index, computed: net, stated: paid, segment: segment))
    }
    if !claims[index].lines.isEmpty {
      let lineCharges = claims[index].lineChargeTotal
      if lineCharges != charge {
        note(
          Difference(
            level: .lineCharges, claim: index, computed: lineCharges, stated: charge,
            segment: segment))
      }
      let linePayments = sums.subtract(
        claims[index].linePaidTotal, claims[index].ownAdjustmentTotal)
      if linePayments != paid {
        note(
          Difference(
            level: .linePayments, claim: index, computed: linePayments, stated: paid,
            segment: segment))
      }
    }
    if claims[index].hasPatientResponsibility {
      let computed = claims[index].patientAdjustmentTotal
      let stated = claims[index].patientResponsibility
      if computed != stated, warnings.count < Self.limit {
        warnings.append(
          Difference(
            level: .patient, claim: index, computed: computed, stated: stated, segment: segment))
      }
    }
  }

  /// Lists a difference; the last one, that of the payment, also past the limit.
  private mutating func note(_ difference: Difference, isLast: Bool = false) {
    guard difference.computed != difference.stated else { return }
    differenceCount += 1
    if differences.count < Self.limit || isLast { differences.append(difference) }
  }
}

/// Adds and subtracts with a flag instead of a trap.
struct CheckedSum {
  /// Whether any result did not fit.
  private(set) var hasOverflow = false

  @inline(__always)
  mutating func add(_ left: Int64, _ right: Int64) -> Int64 {
    let (result, overflow) = left.addingReportingOverflow(right)
    if overflow { hasOverflow = true }
    return result
  }

  @inline(__always)
  mutating func subtract(_ left: Int64, _ right: Int64) -> Int64 {
    let (result, overflow) = left.subtractingReportingOverflow(right)
    if overflow { hasOverflow = true }
    return result
  }
}
