/// What a remark code changes about what may be done.
package enum RemarkEffect: String, Sendable, CaseIterable {
  case none
  /// MA130, N704: send a new claim; no appeal.
  case newClaimOnly = "new-claim-only"
  /// N142, N517: if it is sent again, then as a new claim and not as a replacement.
  case newClaim = "new-claim"
  /// N211: no appeal.
  case noAppeal = "no-appeal"
  /// N185: do not send again.
  case noResubmission = "no-resubmission"
  /// MA07, MA18: the payer passed the claim on.
  case crossover
  /// N104, N418: another payer or contractor owes it.
  case reroute
  /// M39, N781: whatever the group code, the patient must not be asked.
  case patientProtected = "patient-protected"
  /// MA13: nothing goes to the patient before somebody has looked.
  case noStatement = "no-statement"
}

/// One remittance advice remark code (RARC) in our own words.
package struct RemarkRow: Equatable, Sendable {
  package var code: String
  package var meaning: String
  /// What to correct or obtain; never which act follows, since that depends on payer and dates.
  package var fix: String
  package var effect: RemarkEffect
  /// Best first; for reason codes that leave it to their remark codes.
  package var dispositions: [Disposition]

  package init(
    code: String, meaning: String, fix: String, effect: RemarkEffect = .none,
    dispositions: [Disposition] = []
  ) {
    self.code = code
    self.meaning = meaning
    self.fix = fix
    self.effect = effect
    self.dispositions = dispositions
  }
}
