/// Which ways back to the payer a kind of payer knows (domain reference 2.3, 3.7 rules 3 and 4).
package struct FamilyRemedies: Equatable, Sendable {
  package var family: PayerFamily
  /// Takes replacement and void claims (CLM05-3 7 and 8).
  package var takesReplacements: Bool
  /// Reopens its own decision for a clerical error.
  package var takesReopenings: Bool
  /// Takes a line again as a new claim after it was judged.
  package var takesJudgedLinesAgain: Bool
  /// Business days after the notice before a reopening may be asked for.
  package var reopeningWaitDays: Int
  /// Modifiers that say that the patient signed an advance notice; empty where none exists.
  package var noticeModifiers: [String]
  /// Source and how sure we are of it.
  package var source: String

  package init(
    family: PayerFamily, takesReplacements: Bool = true, takesReopenings: Bool = false,
    takesJudgedLinesAgain: Bool = true, reopeningWaitDays: Int = 0,
    noticeModifiers: [String] = [], source: String = ""
  ) {
    self.family = family
    self.takesReplacements = takesReplacements
    self.takesReopenings = takesReopenings
    self.takesJudgedLinesAgain = takesJudgedLinesAgain
    self.reopeningWaitDays = reopeningWaitDays
    self.noticeModifiers = noticeModifiers
    self.source = source
  }
}

/// What must be in dispute for a level of appeal in a filing year (42 CFR 405.1006).
package struct AmountInControversy: Equatable, Sendable {
  package var family: PayerFamily
  package var level: AppealLevel
  /// In cents.
  package var amount: Cents
  /// First and last day of filing for which it holds.
  package var from: Day
  package var through: Day
  package var source: String

  package init(
    family: PayerFamily, level: AppealLevel, amount: Cents, from: Day, through: Day,
    source: String
  ) {
    self.family = family
    self.level = level
    self.amount = amount
    self.from = from
    self.through = through
    self.source = source
  }
}

/// What a payer says of a claim on the phone or its portal, and what follows from it.
package struct PayerStatusRow: Equatable, Sendable {
  /// As decisions record it: `not on file`.
  package var code: String
  /// The argument for the next step, a sentence.
  package var meaning: String
  /// The next step; nil where the status changes nothing.
  package var next: DecisionVerb?
  package var fix: String
  /// What to do where the payer took the claim in once, if that differs.
  package var fixIfAccepted: String
  /// The payer does not have the claim: sending it again makes no duplicate.
  package var allowsSendingAgain: Bool

  package init(
    code: String, meaning: String, next: DecisionVerb? = nil, fix: String = "",
    fixIfAccepted: String = "", allowsSendingAgain: Bool = false
  ) {
    self.code = code
    self.meaning = meaning
    self.next = next
    self.fix = fix
    self.fixIfAccepted = fixIfAccepted
    self.allowsSendingAgain = allowsSendingAgain
  }
}
