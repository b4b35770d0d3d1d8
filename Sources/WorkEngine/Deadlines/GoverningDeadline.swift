import Billing

/// The limit that ranks an item: the earliest over the actions that are still possible.
struct GoverningDeadline {
  /// Earliest safe day among the limits that still run; the last one that ran out if all did.
  let governing: Deadline?
  /// The limits of possible actions, earliest first, run out or not.
  let deadlines: [Deadline]
  /// Whether there were limits and every one of them is past its last legal day.
  let isExpired: Bool
  /// Limits of possible actions that nobody has entered, as sentences.
  let missing: [String]

  init(
    _ all: [Deadline], of kinds: Set<DeadlineKind>, missing: [String] = [], on today: Day
  ) {
    deadlines = all.filter { kinds.contains($0.kind) }.sorted(by: DeadlineEngine.isEarlier)
    let running = deadlines.filter { today <= $0.legal }
    self.missing = missing
    // A limit that nobody knows may still run: nothing is over then.
    governing = running.first ?? (missing.isEmpty ? deadlines.max { $0.legal < $1.legal } : nil)
    isExpired = running.isEmpty && !deadlines.isEmpty && missing.isEmpty
  }

  /// The tier by the governing limit; one that is not on file counts as 15 to 30 days.
  func tier(on today: Day) -> Tier {
    if isExpired { return .expired }
    let known = Tier.of(safe: governing?.safe, legal: governing?.legal, today: today)
    return missing.isEmpty ? known : min(known, .month)
  }
}
