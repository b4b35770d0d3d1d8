import Billing

/// A reason for which a payer refuses to pay, with the remarks that go with it.
struct DenialKind: Sendable {
  /// Which time limit runs after it.
  enum Clock: Sendable {
    case filing, appeal
  }

  var group: AdjustmentGroup
  var reason: String
  /// Remark codes of the line (LQ*HE).
  var lineRemarks: [String] = []
  /// Remark codes of the claim (MOA).
  var claimRemarks: [String] = []
  var clock: Clock
  /// Which payers give it.
  var payers: Payers = .all
  /// Whether the claim status says denied (4) and not processed (1).
  var saysDenied = false
  /// Only for therapies where it makes sense; empty for all.
  var therapies: [Therapy] = []
  var weight: Int

  enum Payers: Sendable {
    case all, medicare, others
  }

  /// Whether a payer could give it for a therapy.
  func fits(_ payer: SamplePayer, _ therapy: Therapy) -> Bool {
    switch payers {
    case .all: break
    case .medicare: guard payer.isMedicare else { return false }
    case .others: guard !payer.isMedicare else { return false }
    }
    return therapies.isEmpty || therapies.contains(therapy)
  }
}
