/// What one transaction set holds, in numbers; `nil` where a kind of set has no use for one.
package struct SetSummary: Equatable, Sendable {
  /// ST01.
  package var set = ""
  /// ST03 or GS08.
  package var version = ""
  /// ST02.
  package var control = ""
  /// How many segments, ST and SE included.
  package var segments = 0
  /// Whether the set is whole; only whole sets are applied.
  package var isWhole = false
  /// How many claims: CLP in an 835, CLM in an 837, claim levels in a 277.
  package var claims: Int?
  /// How many service lines: SVC in an 835 and a 277, SV1 to SV3 in an 837.
  package var services: Int?
  /// How many patients are asked about in a 270, or answered for in a 271.
  package var patients: Int?
  /// How many questions: EQ in a 270.
  package var questions: Int?
  /// How many statements about coverage: EB in a 271.
  package var benefits: Int?
  /// How many refusals to answer: AAA in a 271, at every level.
  package var refusals: Int?
  /// The sum of what was charged: CLP03 or CLM02, in cents.
  package var chargeCents: Int64?
  /// The sum of CLP04, in cents.
  package var paidCents: Int64?
  /// BPR02, in cents.
  package var paymentCents: Int64?
  /// The sum of all PLB amounts, in cents; positive lowers the payment.
  package var providerAdjustmentCents: Int64?
  /// Whether lines, claims and payment add up.
  package var isBalanced: Bool?
  /// What does not add up, up to ``RemittanceBalance/limit`` places.
  package var differences: [RemittanceBalance.Difference] = []

  /// Counts one set of a file, and adds what is wrong in it to `problems`.
  package init(_ file: X12File, set index: Int, problems: inout [X12Problem]) {
    guard file.sets.indices.contains(index) else { return }
    let envelope = file.sets[index]
    set = envelope.code
    version = envelope.version
    control = envelope.control
    segments = envelope.segmentCount
    isWhole = envelope.isWhole
    switch envelope.code {
    case "835": countRemittance(file, index, &problems)
    case "837": countClaims(file, envelope, index, &problems)
    case "277": countStatuses(file, envelope)
    case "270": countQuestions(file, envelope, &problems)
    case "271": countBenefits(file, envelope, &problems)
    default: break
    }
  }

  private mutating func countRemittance(
    _ file: X12File, _ index: Int, _ problems: inout [X12Problem]
  ) {
    let remittance = Remittance835(file, set: index)
    let balance = RemittanceBalance(remittance)
    claims = remittance.claims.count
    services = remittance.lines.count
    chargeCents = balance.claimsCharged
    paidCents = balance.claimsPaid
    paymentCents = balance.payment
    providerAdjustmentCents = balance.providerAdjustments
    isBalanced = isWhole && balance.isBalanced
    differences = balance.differences
    problems += remittance.problems
  }

  private mutating func countClaims(
    _ file: X12File, _ envelope: TransactionSetEnvelope, _ index: Int,
    _ problems: inout [X12Problem]
  ) {
    let bytes = file.bytes.span
    var scanner = SegmentScanner(envelope)
    var segment = SegmentView()
    var claims = 0
    var services = 0
    var total: Int64 = 0
    var sums = CheckedSum()
    var unreadable: X12Problem?
    while scanner.next(in: bytes, into: &segment) {
      switch segment.id {
      case SegmentID.clm:
        claims += 1
        if let cents = X12Amount.cents(bytes, segment.element(2)) {
          total = sums.add(total, cents)
        } else if unreadable == nil {
          unreadable = X12Problem(
            severity: .error,
            at: X12Place(
              segment: segment.number, byte: file.diskOffset(segment.start), element: "CLM02",
              set: index),
            message:
              "the claim's charge (CLM02) is missing or no amount; correct it and read again")
        }
      case SegmentID.sv1, SegmentID.sv2, SegmentID.sv3: services += 1
      default: break
      }
    }
    self.claims = claims
    self.services = services
    chargeCents = sums.hasOverflow ? nil : total
    if let unreadable { problems.append(unreadable) }
  }

  /// Claims of a 277CA stand at level PT; those of a claim status answer at 22 and 23, one TRN each.
  private mutating func countStatuses(_ file: X12File, _ envelope: TransactionSetEnvelope) {
    let bytes = file.bytes.span
    var scanner = SegmentScanner(envelope)
    var segment = SegmentView()
    var claims = 0
    var services = 0
    var isClaimLevel = false
    while scanner.next(in: bytes, into: &segment) {
      switch segment.id {
      case SegmentID.hl:
        let level = segment.element(3)
        isClaimLevel =
          X12Text.equals(bytes, level, "PT") || X12Text.equals(bytes, level, "22")
          || X12Text.equals(bytes, level, "23")
      case SegmentID.trn: if isClaimLevel { claims += 1 }
      case SegmentID.svc: services += 1
      default: break
      }
    }
    self.claims = claims
    self.services = services
  }
}

extension SegmentScanner {
  /// A scanner over one transaction set.
  package init(_ envelope: TransactionSetEnvelope) {
    self.init(
      delimiters: envelope.delimiters, position: envelope.range.lowerBound,
      end: envelope.range.upperBound, firstNumber: envelope.firstSegment)
  }
}
