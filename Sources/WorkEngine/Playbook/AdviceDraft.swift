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
  /// What is proposed where the first choice is not possible, and its words.
  var fallback = DecisionVerb.followUp
  /// Verbs that come first in the menu, after the proposal.
  var preferred: [DecisionVerb] = []

  init(_ proposed: DecisionVerb, _ fix: String, _ why: [String]) {
    self.proposed = proposed
    self.fix = fix
    self.why = why
  }
}
