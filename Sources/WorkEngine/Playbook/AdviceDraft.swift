import Billing

/// Advice before permissions and result code are settled.
struct AdviceDraft {
  var proposed: DecisionVerb
  var resultCode: String?
  var fix: String
  var why: [String]
  var meanings: [CodeMeaning] = []
  var packet: AppealPacket?
  /// Write-off reason, empty where nothing is given up.
  var reasonCode = ""

  init(_ proposed: DecisionVerb, _ fix: String, _ why: [String]) {
    self.proposed = proposed
    self.fix = fix
    self.why = why
  }

  /// The finished advice: the proposed step first, then the verbs of the menu, each with what
  /// forbids it and the day on which the item would come back.
  func advice(
    menu: [DecisionVerb], reading: StoryReading? = nil, safe: Day?, rules: RuleBook,
    on today: Day, permission: (DecisionVerb) -> Permission
  ) -> Advice {
    var verbs = [proposed]
    for verb in menu where !verbs.contains(verb) { verbs.append(verb) }
    let options = verbs.map { verb -> DecisionOption in
      let filled = DecisionDefaults.dated(
        Decision(verb, resultCode: verb == proposed ? resultCode ?? "" : ""),
        reading: reading, safe: safe, rules: rules, on: today)
      return DecisionOption(
        verb: verb, permission: permission(verb), resultCode: filled.resultCode,
        followUpOn: filled.followUpOn)
    }
    return Advice(
      proposed: proposed, resultCode: options.first?.resultCode ?? "", why: why, fix: fix,
      meanings: meanings, options: options, packet: packet,
      nextAppealLevel: reading?.nextAppealLevel, reasonCode: reasonCode)
  }
}
