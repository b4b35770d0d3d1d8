package import Billing

/// Which staged answers of a claim are one piece of work (domain reference 5.12, point 1).
package enum AnswerGroup {
  /// A staged answer in what tells which others belong to it.
  package struct Member: Equatable, Sendable {
    package var id: RemitClaimID
    package var remittance: RemittanceID
    package var answer: RemittanceClaim

    package init(id: RemitClaimID, remittance: RemittanceID, answer: RemittanceClaim) {
      self.id = id
      self.remittance = remittance
      self.answer = answer
    }
  }

  /// The groups, each in the order in which it is posted: a reversal after the answer that it takes
  /// back, where that waits too, and before its correction.
  ///
  /// A reversal takes the answer of its own remittance that follows it, else one that the payer's
  /// numbers, MA67 or the frequency call a correction, else one of the same charge.
  package static func groups(of members: [Member]) -> [[Member]] {
    let sorted = members.sorted { $0.id < $1.id }
    var free = sorted.filter { !$0.answer.isReversal }
    var groups: [[Member]] = []
    for reversal in sorted where reversal.answer.isReversal {
      let original = free.firstIndex { isOriginal($0, of: reversal) }.map { free.remove(at: $0) }
      let rules: [(Member) -> Bool] = [
        { $0.remittance == reversal.remittance && $0.id > reversal.id },
        { $0.remittance == reversal.remittance },
        { corrects($0.answer, reversal.answer) },
        { $0.answer.saysCorrection },
        { $0.answer.charge == -reversal.answer.charge },
      ]
      let partner = rules.lazy.compactMap { rule in free.firstIndex(where: rule) }.first
      groups.append(
        (original.map { [$0] } ?? []) + [reversal]
          + (partner.map { [free.remove(at: $0)] } ?? []))
    }
    return (groups + free.map { [$0] }).sorted { $0[0].id < $1[0].id }
  }

  /// Whether a waiting answer has the amounts that a reversal takes back, and is not what follows it.
  private static func isOriginal(_ member: Member, of reversal: Member) -> Bool {
    member.answer.isOpposite(to: reversal.answer) && !member.answer.saysCorrection
      && !(member.remittance == reversal.remittance && member.id > reversal.id)
  }

  private static func corrects(_ answer: RemittanceClaim, _ reversal: RemittanceClaim) -> Bool {
    let numbers = [reversal.payerControlNumber, reversal.originalReference].filter { !$0.isEmpty }
    return numbers.contains(answer.originalReference) || numbers.contains(answer.payerControlNumber)
  }
}

extension RemittanceClaim {
  /// Whether it takes an earlier payment back.
  package var isReversal: Bool { status == .reversal || paid < .zero && charge < .zero }

  /// Whether two answers have each other's amounts, negated.
  package func isOpposite(to other: RemittanceClaim) -> Bool {
    paid == -other.paid && charge == -other.charge
  }

  /// Whether the payer says that it corrects an earlier answer: it names one, is the answer to a
  /// replacement, or carries MA67.
  package var saysCorrection: Bool {
    !originalReference.isEmpty || frequency == ClaimFrequency.replacement.rawValue
      || (remarks + lines.flatMap(\.remarks)).contains("MA67")
  }

  /// All its reductions, of the claim and its lines.
  package var allAdjustments: [Adjustment] { adjustments + lines.flatMap(\.adjustments) }
}
