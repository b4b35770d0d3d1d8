package import Billing

// Holds placed and released by hand (domain reference 1.5).

/// Keeps a charge back.
struct PlaceHold: Verb {
  let name = DecisionVerb.hold
  let title = "Place a hold"
  let help = "Keeps the charge back, with a reason, a team and a day to look again."
  let subjects: Set<SubjectKind> = [.charge]
  let traits: VerbTraits = [.moves, .many]
  let noteHelp = "What exactly is missing, and who was asked."

  func refusal(in situation: Situation) -> String? { situation.charge?.notUnbilled }

  func fields(in situation: Situation) -> [DecisionField] {
    // Holds of the system are placed by edits, and released by them. What holds already holds enough,
    // unless it says something else each time.
    let held = Set((situation.charge?.openHolds ?? []).map(\.reason))
    let rows = situation.rules.holdReasons.values
      .filter { $0.type != .system && ($0.needsWords || !held.contains($0.code)) }
      .sorted { (rank($0), $0.title) < (rank($1), $1.title) }
    var fields = [
      DecisionField(
        "hold-reason", "Reason", rows.first?.code ?? "",
        choices: rows.map { row in
          .init(
            row.code, row.title,
            follows: [
              .team: row.team.rawValue,
              "review": review(of: row, in: situation).description,
            ])
        }, help: "Left and right, or a first letter, choose."),
      DecisionField(
        .team, "Team", choices: TeamChoices.all("as the reason says"), help: "Who must act."),
      DecisionField(
        "owner", "Owner", choices: [.init("", "the team")] + People.choices(situation),
        isPerson: true, help: "Who must act; left and right choose."),
      DecisionField(
        "review", "Look again",
        help: "The day of the review; empty: as the reason says."),
    ]
    if situation.charge?.review.charge.rental != nil {
      fields.append(
        DecisionField(
          "agreement", "Stops",
          choices: [.init("", "this month only"), .init("yes", "the whole agreement")],
          help: "Months to come stop too where it is the agreement."))
    }
    return fields
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .hold(
      HoldEntry(
        reason: try fields.required("hold-reason", "Say why it is held."),
        team: try fields.word(.team, of: Team.self), owner: People.read("owner", &fields),
        reviewOn: try fields.day("review", .ahead),
        isForAgreement: try fields.flag("agreement")))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .hold(let entry) = act else { return }
    fields.set("hold-reason", entry.reason)
    fields.set(.team, entry.team)
    fields.set("owner", entry.owner ?? "")
    fields.set("review", entry.reviewOn)
    fields.set("agreement", entry.isForAgreement)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .hold(let entry) = decision.act else { return nil }
    guard let row = situation.rules.holdReasons[entry.reason] else {
      return FieldFault(
        "hold-reason", "\"\(entry.reason)\" is no hold reason of this office.")
    }
    if !row.needsWords, let hold = situation.charge?.hold(for: entry) {
      return FieldFault(
        "hold-reason",
        "\(row.title): held for that already, since \(hold.placedOn). Release that hold first.")
    }
    if entry.isForAgreement, situation.charge?.review.charge.rental == nil {
      return FieldFault(
        "agreement", "The charge belongs to no rental whose months could be held.")
    }
    if row.needsWords, decision.note.isBlank {
      return FieldFault(.note, "Say what the reason is.")
    }
    guard row.type == .manual, let review = entry.reviewOn else { return nil }
    let days = situation.rules.orders.manualHoldDays
    let latest = situation.today.adding(days: days)
    return review > latest
      ? FieldFault(
        "review",
        "A manual hold is looked at again by \(latest) at the latest, \(days) days from now.")
      : nil
  }

  /// People's own reasons first; what needs words of its own is never filled in.
  private func rank(_ row: HoldReasonRow) -> Int {
    row.needsWords ? 2 : row.type != .manual ? 1 : 0
  }

  /// A business day after today; for a manual hold no later than the office allows.
  private func review(of row: HoldReasonRow, in situation: Situation) -> Day {
    row.review(on: situation.today, latestIn: situation.rules.orders.manualHoldDays)
  }
}

extension HoldReasonRow {
  /// When a hold for this reason is looked at again where nobody says a day.
  package func review(on today: Day, latestIn days: Int) -> Day {
    let day = today.adding(days: max(1, reviewDays)).nextBusinessDay
    return type == .manual ? min(day, today.adding(days: days)) : day
  }
}

/// Ends a hold.
struct ReleaseHold: Verb {
  let name = DecisionVerb.releaseHold
  let title = "Release the hold"
  let help = "Releases a hold, of this month or of all held months, with the evidence."
  let subjects: Set<SubjectKind> = [.charge]
  let traits: VerbTraits = [.moves, .many]
  let argument: (field: DecisionField.Name, words: String)? = ("evidence", "TEXT")

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.charge else { return nil }
    if let refusal = story.notUnbilled { return refusal }
    guard let first = story.openHolds.first else { return "No hold is open on this charge." }
    guard !situation.isSupervisor, story.openHolds.allSatisfy(\.isAutomatic) else { return nil }
    return first.ruleRefusal(situation.rules)
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let open = situation.charge?.openHolds ?? []
    // A biller ends what people placed; what a rule placed ends with its reason.
    let mine = open.filter { situation.isSupervisor || !$0.isAutomatic }
    var fields = [
      DecisionField(
        "hold", "Hold",
        mine.count == open.count ? "" : mine.first.map { "\($0.id.rawValue)" } ?? "",
        choices: mine.map { .init("\($0.id.rawValue)", $0.words(situation.rules)) }
          + (mine.count == open.count
            ? [.init("", open.count == 1 ? "the open hold" : "all \(open.count) open holds")] : []),
        help: "Which of the open holds.")
    ]
    if situation.charge?.review.charge.rental != nil {
      let isAgreement = mine.contains {
        if case .rental = $0.subject { true } else { false }
      }
      fields.append(
        DecisionField(
          "all-months", "Releases", isAgreement ? "yes" : "",
          choices: [.init("", "this month only"), .init("yes", "all held months")],
          help: "This month only, or every month that it holds."))
    }
    return fields + [
      DecisionField(
        "evidence", "Evidence", "", .required, isPrivate: true,
        help: "What shows that the reason is gone.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let number = try fields.number("hold", 1...999_999_999)
    return .releaseHold(
      ManualRelease(
        number.map { HoldID(Int64($0)) }, allMonths: try fields.flag("all-months"),
        evidence: try fields.required("evidence", "Say what released it.")))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .releaseHold(let release) = act else { return }
    fields.set("hold", release.hold.map { Int($0.rawValue) })
    fields.set("all-months", release.allMonths)
    fields.set("evidence", release.evidence)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .releaseHold(let release) = decision.act, let story = situation.charge else {
      return nil
    }
    let open = story.openHolds
    let named = release.hold.map { id in open.filter { $0.id == id } } ?? open
    if named.isEmpty { return FieldFault("hold", "No such hold is open on this charge.") }
    let rental = story.review.charge.rental
    if release.allMonths, rental == nil {
      return FieldFault(
        "all-months", "The charge belongs to no rental: there are no other months.")
    }
    if !release.allMonths,
      let agreement = named.first(where: { $0.subject != .charge(story.review.charge.id) })
    {
      return FieldFault(
        "all-months",
        "\"\(agreement.words(situation.rules))\" holds the whole agreement: release it for all "
          + "held months.")
    }
    if !situation.isSupervisor, let hold = named.first(where: \.isAutomatic) {
      return FieldFault("hold", hold.ruleRefusal(situation.rules))
    }
    return nil
  }
}

extension ChargeStory {
  /// The open hold that says already what another one would say; one of a month says less than one of
  /// its agreement.
  fileprivate func hold(for entry: HoldEntry) -> Hold? {
    openHolds.first { hold in
      guard hold.reason == entry.reason else { return false }
      return !entry.isForAgreement || hold.subject != .charge(review.charge.id)
    }
  }
}

extension Hold {
  /// Why a biller cannot end it.
  fileprivate func ruleRefusal(_ rules: RuleBook) -> String {
    "A rule placed it and releases it \(releasedWhen(rules).asSentence) "
      + "A supervisor may release it with evidence."
  }

  /// When a hold that a rule placed is released: by the document of its reason, else by its edit.
  ///
  /// One edit looks at many documents, and its name tells of none of them.
  func releasedWhen(_ rules: RuleBook) -> String {
    if let document = rules.holdReasons[reason]?.document {
      return "once it is indexed and valid: \(document.title)"
    }
    return "when this is true: \(edit)"
  }
}
