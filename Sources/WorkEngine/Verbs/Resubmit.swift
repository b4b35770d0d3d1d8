import Billing

/// Corrects a claim and sends it again as a new one.
struct Resubmit: ResendingVerb {
  let name = DecisionVerb.resubmit
  let title = "Fix and send a new claim"
  let help = "Corrects the claim and sends it again as a new one (frequency 1)."
  let traits: VerbTraits = [.sends, .many]

  func act(_ resending: Resending) -> Decision.Act { .resubmit(resending) }

  func resending(of act: Decision.Act) -> Resending? {
    if case .resubmit(let resending) = act { resending } else { nil }
  }
}

/// What a claim that is sent once more says.
enum ResendingFields {
  /// What can be corrected, where the office has the claim's file, and why it goes out if nothing is.
  static func fields(
    _ verb: DecisionVerb, _ noteHelp: String, in situation: Situation
  ) -> [DecisionField] {
    (situation.hasClaimFile ? CorrectionFields.fields(in: situation) : [])
      + late(verb, in: situation) + [
        DecisionField(
          .note, "Note", "", situation.wasJudged ? .required : .proposed, isPrivate: true,
          help: noteHelp)
      ]
  }

  /// The reason for a late sending; also where only a corrected day of service may be too late.
  private static func late(_ verb: DecisionVerb, in situation: Situation) -> [DecisionField] {
    let needed = LateField.fields(verb, in: situation)
    guard needed.isEmpty, situation.hasClaimFile, situation.claim != nil else { return needed }
    return [
      DecisionField(
        .late, "Good cause", "", .proposed, isPrivate: true,
        help: "Only where a corrected day of service is past its limit: why it still counts.")
    ]
  }

  static func read(_ fields: inout FieldReader) throws(FieldFault) -> Resending {
    Resending(try CorrectionFields.read(&fields), late: LateField.read(&fields))
  }

  static func write(_ resending: Resending, to fields: inout FieldWriter) {
    CorrectionFields.write(resending.corrections, to: &fields)
    LateField.write(resending.late, to: &fields)
  }

  /// A claim that was refused as it stood is refused again: without a correction it needs a reason.
  static func fault(
    of resending: Resending, _ decision: Decision, in situation: Situation
  ) -> FieldFault? {
    if !situation.hasClaimFile, !resending.corrections.isEmpty {
      return FieldFault(
        nil,
        "Docket never saw this claim sent, so it cannot correct it. Correct and send it in the "
          + "billing system, then record it here without corrections.")
    }
    if let fault = CorrectionRules(situation: situation).fault(of: resending.corrections) {
      return fault
    }
    let corrected = situation.corrected(by: resending.corrections)
    if let fault = LateField.fault(of: resending.late, decision.verb, in: corrected) {
      return fault
    }
    if resending.corrections.isEmpty, decision.note.isBlank, situation.wasJudged {
      return FieldFault(
        .note, "Nothing is corrected: say in the note why it goes out just as it was sent before.")
    }
    return nil
  }
}

extension Situation {
  /// The claim with its corrected days of service: its limits run from those.
  func corrected(by corrections: [ClaimCorrection]) -> Situation {
    guard case .claim(var story) = story else { return self }
    var isMoved = false
    for case .service(let line, let from, let through) in corrections {
      story.serviceByLine[line] = ServiceDates(from, through: through)
      isMoved = true
    }
    guard isMoved else { return self }
    let days = (claim?.lines ?? []).map { story.serviceByLine[$0.number] ?? $0.service }
    story.service =
      ServiceDates(spanning: days.isEmpty ? Array(story.serviceByLine.values) : days)
      ?? story.service
    return Situation(
      .claim(story), item: item, rules: rules, on: today, by: user, claim: claim,
      candidates: candidates, obstacles: obstacles, hasClaimFile: hasClaimFile, canAdopt: canAdopt)
  }

  /// Days until the payer's first answer is due.
  var firstFollowUpDays: Int? {
    reading.flatMap { rules.followUps[$0.payer.family]?.firstDays }
  }

  /// Days until the payer that the claim is sent to answers it.
  var sendingFollowUpDays: Int? {
    reading.flatMap { rules.followUps[$0.story.payer.family]?.firstDays }
  }

  /// Whether the last sending was refused or denied as it stood.
  var wasJudged: Bool {
    switch reading?.standing {
    case .rejected, .denied, .decided: true
    default: false
    }
  }
}
