package import Billing

/// Finding rows of the rules data.
extension RuleBook {
  /// The playbook row that speaks most closely of a denial, or nil where none does.
  ///
  /// A row for a remark code beats one for the payer family, and that beats one for the reason
  /// code alone (domain reference 3.4). The reason code comes without its group.
  package func playbookRow(carc: String, remarks: [String], family: PayerFamily) -> PlaybookRow? {
    var best: Int?
    var bestScore = -1
    // Only the fields that decide are touched: copying whole rows would cost more than all else.
    for index in playbookPlaces(carc: carc) {
      var score = 0
      if let rarc = playbook[index].rarc {
        guard remarks.contains(rarc) else { continue }
        score += 2
      }
      if let rowFamily = playbook[index].family {
        guard rowFamily == family else { continue }
        score += 1
      }
      if score > bestScore { (best, bestScore) = (index, score) }
    }
    return best.map { playbook[$0] }
  }

  /// The result row of a verb, the one whose code ends in `suffix` where there is one.
  func result(for verb: DecisionVerb, suffix: String = "") -> ResultRow? {
    let rows = results.filter { $0.verb == verb }
    if !suffix.isEmpty, let row = rows.first(where: { $0.code.hasSuffix(" " + suffix) }) {
      return row
    }
    return rows.first
  }

  /// Follow-up days for a payer family; a careful guess where the data has no row.
  func followUp(_ family: PayerFamily) -> FollowUpRow {
    followUps[family] ?? followUps[.other]
      ?? FollowUpRow(family: family, firstDays: 30, nextDays: 14, crossoverDays: 30)
  }
}
