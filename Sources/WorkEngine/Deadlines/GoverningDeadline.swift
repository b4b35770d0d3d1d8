import Billing

/// The limit that ranks an item: the earliest over the actions that are still possible.
struct GoverningDeadline {
  /// Earliest safe day among the limits that still run; the last one that ran out if all did.
  let governing: Deadline?
  /// The limits of possible actions, earliest first, run out or not.
  let deadlines: [Deadline]
  /// Whether there were limits and every one of them is past its last legal day.
  let isExpired: Bool

  init(_ all: [Deadline], of kinds: Set<DeadlineKind>, on today: Day) {
    deadlines = all.filter { kinds.contains($0.kind) }.sorted(by: DeadlineEngine.isEarlier)
    let running = deadlines.filter { today <= $0.legal }
    governing = running.first ?? deadlines.max { $0.legal < $1.legal }
    isExpired = running.isEmpty && !deadlines.isEmpty
  }
}
