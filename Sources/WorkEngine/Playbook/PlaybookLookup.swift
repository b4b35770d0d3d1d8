package import Billing

/// Finding rows of the rules data.
extension RuleBook {
  /// The playbook row that speaks most closely of a denial, or nil where none does.
  ///
  /// A row for a remark code beats one for kinds of payers, that one for group codes, and that one
  /// for the reason code alone (domain reference 3.4); of equals the later one counts, so that the
  /// office's own rows do. The reason code comes without its group.
  package func playbookRow(
    carc: String, remarks: [String], group: AdjustmentGroup, family: PayerFamily
  ) -> PlaybookRow? {
    var best: Int?
    var bestScore = 0
    // Only the fields that decide are touched: copying whole rows would cost more than all else.
    for index in playbookPlaces(carc: carc) {
      var score = 0
      if let rarc = playbook[index].rarc {
        guard remarks.contains(rarc) else { continue }
        score += 4
      }
      if !playbook[index].families.isEmpty {
        guard playbook[index].families.contains(family) else { continue }
        score += 2
      }
      if !playbook[index].groups.isEmpty {
        guard playbook[index].groups.contains(group) else { continue }
        score += 1
      }
      if score >= bestScore { (best, bestScore) = (index, score) }
    }
    return best.map { playbook[$0] }
  }

  /// As above, for a denial of a payer of this family.
  func row(for denial: Denial, family: PayerFamily) -> PlaybookRow? {
    playbookRow(
      carc: denial.adjustment.reason, remarks: denial.remarks, group: denial.adjustment.group,
      family: family)
  }

  /// The result row of a verb, the one whose code ends in `suffix` where there is one.
  func result(for verb: DecisionVerb, suffix: String = "") -> ResultRow? {
    let places = resultPlaces(of: verb)
    if !suffix.isEmpty,
      let place = places.first(where: { results[$0].code.hasSuffix(" " + suffix) })
    {
      return results[place]
    }
    return places.first.map { results[$0] }
  }

  /// The result row of a verb with which a supervisor is asked: a write-off, a refund.
  func resultToApprove(_ verb: DecisionVerb) -> ResultRow? {
    resultPlaces(of: verb).first { results[$0].needsApproval }.map { results[$0] }
  }

  /// Follow-up days for a payer family; a careful guess where the data has no row.
  func followUp(_ family: PayerFamily) -> FollowUpRow {
    followUps[family] ?? followUps[.other]
      ?? FollowUpRow(family: family, firstDays: 30, nextDays: 14, crossoverDays: 30)
  }

  /// Days for which the next payer is not billed after a payer passed a claim on with a notice of a
  /// day: those of the office for the payer, else those of its kind.
  func crossoverDays(of payer: Payer, on day: Day) -> Int {
    posting(for: payer, on: day)?.crossoverDays ?? followUp(payer.family).crossoverDays
  }
}
