import Billing

/// What to correct or obtain, and the act that follows, in plain words.
///
/// The rules data says what is wrong by pair of codes; the act is that of the proposal, so that
/// the two never contradict each other.
enum FixText {
  static func of(_ options: DenialOptions, for verb: DecisionVerb, rules: RuleBook) -> String {
    guard let lead = options.lead else { return act(verb) }
    let parts = lead.filing.map { [$0.sentence] } ?? wrong(lead, rules)
    return joined(parts + [act(verb)])
  }

  /// What the codes of the lead denial say is wrong.
  private static func wrong(_ lead: DenialReading, _ rules: RuleBook) -> [String] {
    let pair = lead.row?.rarc
    var fixes: [String] = []
    if pair != nil, let fix = lead.row?.fix { fixes.append(fix) }
    for remark in lead.denial.remarks where remark != pair || lead.row?.fix.isEmpty ?? true {
      fixes.append(rules.remarks[remark]?.fix ?? "")
    }
    fixes = fixes.filter { !$0.isEmpty }
    if !fixes.isEmpty { return fixes }
    guard let row = lead.row else { return ["Read the payer's explanation of the code"] }
    if !row.fix.isEmpty { return [row.fix] }
    return row.cause.isEmpty ? [] : ["Look for: \(row.cause)"]
  }

  /// The act as a sentence, empty where the rest says all.
  static func act(_ verb: DecisionVerb) -> String {
    switch verb {
    case .resubmit: "Send a new claim."
    case .replace: "Send it as a replacement claim."
    case .reopen: "Ask for a reopening."
    case .appeal: "Appeal with what proves it."
    case .billNext: "Bill the next payer."
    case .transferPatient: "Move the patient's share to the patient."
    case .requestDocuments: "Ask for the documents."
    case .checkEligibility: "Ask for the coverage of the day (270)."
    case .changePayer: "Change the coverage and bill the right payer."
    case .sameBill: "Say whether it is one bill or two."
    case .obtainAuthorization:
      "Ask for the authorization, after the fact where the payer gives it."
    case .checkedPortal: "Look it up on the portal."
    case .calledPayer: "Ask the payer."
    default: ""
    }
  }

  /// Why it is given up; a late claim is given up only after its exceptions were asked for.
  static func writeOff(_ options: DenialOptions, reason: WriteOffRow) -> String {
    var parts: [String] = []
    if let verdict = options.lead?.filing {
      parts.append(verdict.sentence)
      parts.append("First ask for retroactive eligibility or an error of the payer's")
    }
    return joined(parts + ["Write it off: \(reason.title)"])
  }

  /// Sentences, each once, in order.
  static func joined(_ parts: [String]) -> String {
    var seen: Set<String> = []
    return parts.filter { !$0.isEmpty && seen.insert($0).inserted }
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
