import Billing

/// Limits that should be on file and are not: said by the name of the payer, never passed over.
enum MissingLimit {
  /// A sentence for every step of `wanted` that has no limit among `known`.
  ///
  /// `no appeal limit on file for INDIANA MEDICAID: enter it`.
  static func sentences(
    of wanted: Set<DeadlineKind>, known: [Deadline], reading: StoryReading
  ) -> [String] {
    let kinds = Set(known.map(\.kind))
    return steps(reading).compactMap { step in
      guard !wanted.isDisjoint(with: step.kinds), kinds.isDisjoint(with: step.kinds) else {
        return nil
      }
      return "no \(step.name) limit on file for \(reading.payer.name): enter it"
    }
  }

  /// Every step with the kinds of limits any of which serves it; none before its clock has begun.
  private static func steps(
    _ reading: StoryReading
  ) -> [(name: String, kinds: Set<DeadlineKind>)] {
    var steps: [(name: String, kinds: Set<DeadlineKind>)] = [
      ("filing", [.initialClaim, .secondaryClaim])
    ]
    guard reading.determinedOn != nil else { return steps }
    steps += [("corrected-claim", [.correctedClaim]), ("reopening", [.reopening])]
    guard let level = reading.nextAppealLevel else { return steps }
    let name = level == .first ? "appeal" : "level \(level.rawValue) appeal"
    steps.append((name, [DeadlineKind.appeal(level), .dispute, .dismissal]))
    return steps
  }
}
