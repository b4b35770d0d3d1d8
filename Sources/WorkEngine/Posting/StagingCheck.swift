import Billing

/// Every reason why a claim of a remittance cannot be posted by itself (domain reference 5.9).
struct StagingCheck {
  private let remitClaim: RemittanceClaim
  private let claim: Claim
  private let matches: [Int?]
  private let alreadyAdjudicated: Bool
  private let isPart: Bool

  init(
    _ remitClaim: RemittanceClaim, _ claim: Claim, _ matches: [Int?], _ alreadyAdjudicated: Bool,
    isPart: Bool = false
  ) {
    self.isPart = isPart
    self.remitClaim = remitClaim
    self.claim = claim
    self.matches = matches
    self.alreadyAdjudicated = alreadyAdjudicated
  }

  /// Most telling first; empty for a clean claim.
  var reasons: [StagingReason] {
    var reasons = statusReasons
    if remitClaim.paid < .zero, reasons.isEmpty { reasons.append(.reversal) }
    reasons += balanceReasons
    if hasAdjustmentWithoutReason { reasons.append(.adjustmentWithoutReason) }
    if !reasons.isEmpty { return reasons }
    if alreadyAdjudicated { reasons.append(isCorrection ? .correction : .alreadyPaid) }
    if remitClaim.charge != claim.charge, !isPart {
      reasons.append(.chargeDiffers(billed: claim.charge, reported: remitClaim.charge))
    }
    return reasons + lineReasons
  }

  private var statusReasons: [StagingReason] {
    switch remitClaim.status {
    case .processed, .forwarded, .denied: []
    case .reversal: [.reversal]
    case .notOurs: [.notOurs]
    case .predetermination: [.predetermination]
    // Codes that 5010 does not know move no money that could be trusted.
    case .other: [.needsConfirmation(candidates: 1)]
    }
  }

  private var hasAdjustmentWithoutReason: Bool {
    (remitClaim.adjustments + remitClaim.lines.flatMap(\.adjustments)).contains {
      $0.reason.isEmpty && $0.amount != .zero
    }
  }

  /// A correction names the claim it corrects, or says so with MA67.
  private var isCorrection: Bool {
    !remitClaim.originalReference.isEmpty || remitClaim.frequency == "7"
      || (remitClaim.remarks + remitClaim.lines.flatMap(\.remarks)).contains("MA67")
  }

  /// The three rules of domain reference 5.3, computed again from the amounts themselves.
  private var balanceReasons: [StagingReason] {
    let lines = remitClaim.lines
    let claimAdjustments = remitClaim.adjustments.map(\.amount).total()
    let lineAdjustments = lines.flatMap(\.adjustments).map(\.amount).total()
    var reasons: [StagingReason] = []
    let whole = remitClaim.charge - claimAdjustments - lineAdjustments - remitClaim.paid
    if whole != .zero { reasons.append(.claimOutOfBalance(whole)) }
    guard !lines.isEmpty else { return reasons }
    if reasons.isEmpty {
      let charges = lines.map(\.charge).total() - remitClaim.charge
      let payments = lines.map(\.paid).total() - claimAdjustments - remitClaim.paid
      if charges != .zero || payments != .zero {
        reasons.append(.claimOutOfBalance(charges != .zero ? charges : payments))
      }
    }
    let wrong = lines.map { line -> Cents in
      let difference = line.charge - line.adjustments.map(\.amount).total() - line.paid
      return difference < .zero ? -difference : difference
    }.total()
    if wrong != .zero { reasons.append(.lineOutOfBalance(wrong)) }
    return reasons
  }

  private var lineReasons: [StagingReason] {
    guard !remitClaim.lines.isEmpty else { return [] }
    var reasons: [StagingReason] = zip(remitClaim.lines, matches).compactMap { line, match in
      match == nil ? .lineUnmatched("\(line.procedure.description) for \(line.charge)") : nil
    }
    guard reasons.isEmpty else { return reasons }
    // Split lines must together be the line that was billed.
    for (index, line) in claim.lines.enumerated() {
      let reported = zip(remitClaim.lines, matches).filter { $1 == index }.map(\.0.charge)
      if !reported.isEmpty, reported.total() != line.charge {
        reasons.append(.chargeDiffers(billed: line.charge, reported: reported.total()))
      }
    }
    return reasons
  }
}
