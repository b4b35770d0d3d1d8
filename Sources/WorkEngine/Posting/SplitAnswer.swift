package import Billing

/// A payer that splits a bill answers its lines in several parts, each with a number of its own.
package enum SplitAnswer {
  /// The lines of a claim that a part of its answer is about, as positions; nil for an answer that is
  /// no part: its charge is the whole one, or is not that of the lines which it names.
  package static func lines(of remitClaim: RemittanceClaim, in claim: Claim) -> Set<Int>? {
    guard remitClaim.charge != claim.charge, remitClaim.charge > .zero, !remitClaim.lines.isEmpty
    else { return nil }
    let matches = LineMatching.matches(remitClaim.lines, of: remitClaim, to: claim.lines)
    var charges: [Int: Cents] = [:]
    for (line, match) in zip(remitClaim.lines, matches) {
      guard let match else { return nil }
      charges[match, default: .zero] += line.charge
    }
    guard charges.count < claim.lines.count,
      charges.allSatisfy({ claim.lines[$0.key].charge == $0.value }),
      Array(charges.values).total() == remitClaim.charge
    else { return nil }
    return Set(charges.keys)
  }

  /// The remark by which a payer says that it split the bill.
  static let remark = "MA15"

  /// Whether the payer says that it split the bill (MA15).
  package static func isSaid(by remitClaim: RemittanceClaim) -> Bool {
    (remitClaim.remarks + remitClaim.lines.flatMap(\.remarks)).contains(remark)
  }
}
