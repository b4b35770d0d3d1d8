import Billing

/// Wording that placements share.
enum PlacementText {
  /// `6 days left`, `today is the last day`, `3 days past the safe day`.
  static func daysLeft(_ days: Int) -> String {
    switch days {
    case 0: "today is the last safe day"
    case 1: "1 day left"
    case 2...: "\(days) days left"
    case -1: "1 day past the safe day"
    default: "\(-days) days past the safe day"
    }
  }
}

extension StoryReading {
  /// `CO-16 MA130`: the lead denial and the remark that says most.
  func denialCode(_ rules: RuleBook) -> String {
    guard let lead = leadDenial else { return "" }
    guard let remark = leadRemark(lead, rules) else { return lead.adjustment.code }
    return lead.adjustment.code + " " + remark
  }

  /// One sentence that says what is wrong, and for how many lines.
  func denialSentence(_ options: DenialOptions, _ rules: RuleBook) -> String {
    guard let lead = options.lead?.denial else { return "Denied" }
    var text =
      options.leadRow.map { capitalized($0.meaning) } ?? "Denied with a code not in the playbook"
    if let remark = leadRemark(lead, rules), let row = rules.remarks[remark],
      row.meaning != options.leadRow?.meaning
    {
      text += ": " + row.meaning
    }
    let lines = Set(openDenials.map(\.denial.line)).count
    if lines > 1 { text += " (and \(lines - 1) more line" + (lines > 2 ? "s)" : ")") }
    return text
  }

  private var leadDenial: Denial? {
    openDenials.map(\.denial).max { $0.adjustment.amount < $1.adjustment.amount }
  }

  private func leadRemark(_ denial: Denial, _ rules: RuleBook) -> String? {
    denial.remarks.first { rules.remarks[$0].map { $0.effect != .none } ?? false }
      ?? denial.remarks.first
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
