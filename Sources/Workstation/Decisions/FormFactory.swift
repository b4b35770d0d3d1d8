import Billing
import Cells
import Desk

/// Makes the fields of a decision's form, filled in so that Enter is usually right.
struct FormFactory {
  var settings: WorkstationSettings
  var billers: [String]

  var today: Day { settings.today }

  /// The fields for a verb; `detail` is nil where only a row is known, or for many items.
  func fields(
    _ verb: DecisionVerb, item: WorkItem?, detail: ItemDetail?, option: DecisionOption?
  ) -> [FormField] {
    switch verb {
    case .resubmit, .replace: corrections(detail?.claim) + [note()]
    case .void: [note("Why it is void; goes into the history.")]
    case .reopen: [followUp(option, item, days: 30, "When to look for the result."), note()]
    case .appeal:
      [level(detail?.advice), followUp(option, item, days: 60, "When an answer is due."), note()]
    case .appealOutcome: [outcome(), letter(), note()]
    case .billNext: [note()]
    case .transferPatient: [amount(item), note("Why it is the patient's to pay.")]
    case .writeOff: [reason(settings.writeOffReasons), amount(item), note()]
    case .calledPayer:
      [
        status(), followUp(option, item, days: 14, "When to ask again."),
        note("Who you spoke to, and the reference number of the call."),
      ]
    case .checkedPortal:
      [status(), followUp(option, item, days: 14, "When to look again."), note()]
    case .requestDocuments:
      [
        note("What you asked for, and from whom."),
        followUp(option, item, days: 5, "When to ask again."),
      ]
    case .followUp: [followUp(option, item, days: 14, "The day it comes back."), note()]
    case .deferred:
      [
        followUp(option, item, days: nil, "The day it comes back: 3d, 2w, mon, nov 24."),
        delay(), note("More about why; may stay empty."),
      ]
    case .note: [note("What the next reader has to know.")]
    case .escalate: [note("What you need from the lead.")]
    case .deescalate: [note("What was decided.")]
    case .assign: [assignee(item), note()]
    case .pin, .unpin, .breakLease: [note("Why; goes into the history.")]
    case .match: [candidate(detail?.staged), note()]
    case .post: [note()]
    case .leaveInSuspense:
      [
        reason(settings.suspenseReasons), followUp(option, item, days: 7, "When to look again."),
        note(),
      ]
    case .undo, .redo, .transmit: []
    default: orderFields(verb, detail: detail)
    }
  }

  // MARK: Common fields

  func note(_ help: SafeText = "Goes into the history; may stay empty.") -> FormField {
    FormField(.note, "Note", help: help, isPrivate: true)
  }

  private func followUp(
    _ option: DecisionOption?, _ item: WorkItem?, days: Int?, _ help: SafeText
  ) -> FormField {
    FormField(
      .followUp, "Comes back", (option?.followUpOn ?? day(for: item, days: days)).description,
      help: help)
  }

  /// The usual day, but never one so late that the office must refuse it.
  private func day(for item: WorkItem?, days: Int?) -> Day {
    let usual = days.map { today.adding(days: $0) } ?? today.adding(businessDays: 3)
    guard let safe = item?.safe, item?.tier != .expired, !settings.isSupervisor else {
      return usual
    }
    return max(min(usual, safe.adding(days: -5)), today.adding(businessDays: 1))
  }

  /// Why an item is put off: a reason is always recorded.
  private func delay() -> FormField {
    let reasons = [
      "to be looked at again", "waiting for the payer", "waiting for documents",
      "waiting for the patient", "waiting for the physician",
    ]
    return FormField(
      .delay, "Reason", choices: reasons.map { FormField.Choice(value: $0, title: $0) },
      help: "Left and right choose.")
  }

  private func letter() -> FormField {
    FormField(
      .letter, "Letter of", today.description,
      help: "The date of the payer's letter: the next level's clock runs from it.")
  }

  private func amount(_ item: WorkItem?) -> FormField {
    let text = item.map { Self.plain($0.balance) } ?? ""
    return FormField(
      .amount, "Amount", text,
      help: item == nil
        ? "Empty means all that is open on each." : "Up to what is open; empty means all of it.",
      placeholder: "all that is open")
  }

  private func reason(_ choices: [ReasonChoice]) -> FormField {
    guard !choices.isEmpty else {
      return FormField(.reason, "Reason", help: "A short code for the reason.")
    }
    return FormField(
      .reason, "Reason",
      choices: choices.map { choice in
        let limit = choice.limit.map { ", up to \($0)" } ?? ""
        return FormField.Choice(value: choice.code, title: choice.title + limit)
      },
      help: "Left and right, or its first letter, choose.")
  }

  private func assignee(_ item: WorkItem?) -> FormField {
    let names = billers.isEmpty ? [settings.user] : billers
    // Giving it to oneself is what a biller wants; a supervisor gives it to someone else.
    let start = names.firstIndex(of: settings.isSupervisor ? names[0] : settings.user) ?? 0
    return FormField(
      .assignee, "Biller",
      choices: names.map {
        FormField.Choice(value: $0, title: $0 == settings.user ? $0 + " (you)" : $0)
      } + [FormField.Choice(value: "", title: "nobody: back to the pool")],
      chosen: start, help: "Left and right, or a first letter, choose.")
  }

  private func level(_ advice: Advice?) -> FormField {
    let next = advice?.nextAppealLevel ?? .first
    return FormField(
      .level, "Level",
      choices: AppealLevel.allCases.map {
        FormField.Choice(value: String($0.rawValue), title: DecisionWording.title(of: $0))
      },
      chosen: next.rawValue - 1, help: "The level that comes next is filled in.")
  }

  private func outcome() -> FormField {
    FormField(
      .outcome, "Outcome",
      choices: AppealOutcome.allCases.map {
        FormField.Choice(value: $0.rawValue, title: DecisionWording.title(of: $0))
      }, help: "How the payer decided.")
  }

  private func status() -> FormField {
    FormField(
      .status, "They say",
      choices: PayerStatus.allCases.map {
        FormField.Choice(value: $0.rawValue, title: DecisionWording.title(of: $0))
      }, help: "Left and right, or its first letter, choose.")
  }

  private func candidate(_ staged: StagedDetail?) -> FormField {
    let candidates = staged?.candidates ?? []
    guard !candidates.isEmpty || staged?.remitClaim != nil else {
      return FormField(.candidate, "Claim", help: "No claim of the office fits.")
    }
    let chosen = candidates.firstIndex { $0.claim == staged?.matchedTo } ?? 0
    return FormField(
      .candidate, "Claim",
      choices: candidates.map { candidate in
        FormField.Choice(
          value: String(candidate.claim.rawValue),
          title:
            "\(candidate.controlNumber)  \(candidate.patient)  \(candidate.serviceFrom.short)  \(candidate.balance)"
        )
      } + [
        FormField.Choice(
          value: FormReader.fromRemittance, title: "none of these: make it from the remittance")
      ],
      chosen: chosen, help: "The claim that fits best is filled in; left and right choose.",
      isPrivate: true)
  }

  // MARK: Corrections

  private func corrections(_ claim: Claim?) -> [FormField] {
    guard let claim else { return [] }
    var fields = [
      FormField(
        .memberID, "Member ID", claim.memberID, help: "As on the card, without blanks.",
        isPrivate: true),
      FormField(
        .priorAuthorization, "Authorization", claim.priorAuthorization,
        help: "Prior authorization number, REF*G1.", isPrivate: true),
      FormField(
        .placeOfService, "Place of service", claim.placeOfService,
        help: "12 is the patient's home."),
      FormField(
        .diagnoses, "Diagnoses", claim.diagnoses.joined(separator: " "),
        help: "ICD-10 codes, the main one first, blanks between."),
    ]
    for line in claim.lines.prefix(20) {
      let number = line.number
      fields += [
        FormField(
          .procedure(line: number), "Line \(number) code", line.procedure.description,
          help: "HCPCS code and up to four modifiers, blanks between."),
        FormField(
          .units(line: number), "Line \(number) units", Wording.units(line.unitsInThousandths),
          help: "A number of units."),
        FormField(
          .lineNote(line: number), "Line \(number) narrative",
          help: "NTE text for the line; empty leaves it as it is."),
        FormField(
          .orderingProvider(line: number), "Line \(number) ordered by",
          help: "LAST, FIRST NPI; empty leaves it as it is."),
      ]
    }
    return fields
  }

  /// `45.00`, as it is typed.
  static func plain(_ amount: Cents) -> String {
    guard amount > .zero else { return "" }
    let text = amount.description.filter { $0 != "$" && $0 != "," }
    return text
  }
}

extension Day {
  /// So many working days later, counting Monday to Friday.
  func adding(businessDays count: Int) -> Day {
    var day = self
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if day.weekday != .saturday, day.weekday != .sunday { left -= 1 }
    }
    return day
  }
}
