import Billing

/// The codes of a question, sorted into what they are.
struct AdviceCodes {
  private(set) var adjustments: [Adjustment] = []
  private(set) var remarks: [String] = []
  private(set) var rejection: [RejectionReason] = []

  /// - Throws: the first code that the rules do not know.
  init(_ codes: [String], rules: RuleBook) throws(AdviceQuestionError) {
    var findings: [StatusFinding] = []
    for typed in codes {
      let code = typed.uppercased()
      if let adjustment = Self.adjustment(code, rules) {
        adjustments.append(adjustment)
      } else if rules.remarks[code] != nil {
        remarks.append(code)
      } else if let finding = Self.finding(code, rules) {
        findings.append(finding)
      } else {
        throw .unknownCode(typed)
      }
    }
    rejection = RejectionText.reasons(findings, rules: rules)
    if adjustments.isEmpty, let remark = remarks.first { throw .remarkAlone(remark) }
  }

  /// `CO-50`: a group code and a reason code that has a row.
  private static func adjustment(_ code: String, _ rules: RuleBook) -> Adjustment? {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let group = AdjustmentGroup(rawValue: parts[0]),
      !rules.playbookPlaces(carc: parts[1]).isEmpty
    else { return nil }
    return Adjustment(group: group, reason: parts[1], amount: .zero)
  }

  /// `A7:507` or `A8:562:85`: category, status and entity of a 277CA.
  private static func finding(_ code: String, _ rules: RuleBook) -> StatusFinding? {
    let parts = code.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), rules.statusCategories[parts[0]] != nil,
      rules.statusCodes[parts[1]] != nil
    else { return nil }
    return StatusFinding([
      StatusTriple(
        category: parts[0], status: parts[1], entity: parts.count == 3 ? parts[2] : "")
    ])
  }
}

/// The payer of a question.
enum AdvicePayer {
  /// A kind of payer by its name in the rules or its title, or a payer that the rules recognize by
  /// name or identifier.
  ///
  /// - Throws: the name, where no row recognizes it.
  static func payer(named name: String, rules: RuleBook) throws(AdviceQuestionError) -> Payer {
    let typed = name.lowercased()
    if let family = PayerFamily.allCases.first(where: {
      $0.rawValue == typed || $0.title.lowercased() == typed
    }) {
      return Payer(id: PayerID(0), name: family.title, identifier: "", family: family)
    }
    let named = NamedPayer(name: name, identifier: name, filingIndicator: "")
    let found = PayerClassification.classify(named, rules: rules)
    guard found.family != .other || found.key != nil else { throw .unknownPayer(name) }
    return Payer(
      id: PayerID(0), name: name, identifier: "", family: found.family, ruleKey: found.key,
      state: found.state)
  }
}
