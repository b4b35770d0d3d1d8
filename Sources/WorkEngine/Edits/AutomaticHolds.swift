package import Billing

/// A hold that an edit places on a charge.
package struct AutomaticHold: Equatable, Sendable {
  package var subject: HoldSubject
  package var type: HoldType
  package var reason: String
  /// What exactly is wrong, and what to do about it; may hold foreign text.
  package var detail: String
  package var team: Team
  package var reviewOn: Day
  /// Name of the edit that will release it.
  package var edit: String

  package init(
    subject: HoldSubject, type: HoldType, reason: String, detail: String, team: Team,
    reviewOn: Day, edit: String
  ) {
    self.subject = subject
    self.type = type
    self.reason = reason
    self.detail = detail
    self.team = team
    self.reviewOn = reviewOn
    self.edit = edit
  }
}

/// An automatic hold whose edit is clean again, with the words that say why.
package struct HoldRelease: Equatable, Sendable {
  package var hold: HoldID
  package var evidence: String
  /// The document that made it clean, nil where something else did.
  package var document: DocumentID?

  package init(hold: HoldID, evidence: String, document: DocumentID?) {
    self.hold = hold
    self.evidence = evidence
    self.document = document
  }
}

/// What a run of the edits changes in the holds of one charge (domain reference 1.5).
package struct AutomaticHolds: Equatable, Sendable {
  package var placed: [AutomaticHold]
  package var released: [HoldRelease]

  package var isEmpty: Bool { placed.isEmpty && released.isEmpty }

  /// Compares what the edits found with the holds that are there.
  ///
  /// Pure, and at rest once applied: the same findings against the holds that came of it change
  /// nothing. Holds that a person placed are left alone, always.
  ///
  /// The findings are those of the last run over the review; the holds those on the charge and on
  /// its agreement, of which released ones are passed over.
  package static func after(
    _ findings: [EditFinding], review: ChargeReview, holds: [Hold], rules: RuleBook, on today: Day
  ) -> AutomaticHolds {
    let released = released(findings, review: review, holds: holds, rules: rules)
    // A hold that goes now must not keep another of the same reason from being placed.
    let staying = holds.filter { hold in
      hold.isOpen && !released.contains { $0.hold == hold.id }
    }
    return AutomaticHolds(
      placed: placed(findings, review: review, holds: staying, rules: rules, on: today),
      released: released)
  }

  private static func placed(
    _ findings: [EditFinding], review: ChargeReview, holds: [Hold], rules: RuleBook, on today: Day
  ) -> [AutomaticHold] {
    var placed: [AutomaticHold] = []
    for finding in findings {
      guard let reason = finding.holdReason else { continue }
      let isThere =
        holds.contains { stands($0, for: reason, edit: finding.edit) }
        || placed.contains { $0.reason == reason && $0.edit == finding.edit }
      if isThere { continue }
      let row = rules.holdReasons[reason]
      placed.append(
        AutomaticHold(
          subject: .charge(review.charge.id), type: row?.type ?? .system, reason: reason,
          detail: finding.message + " " + finding.advice, team: row?.team ?? .confirmation,
          reviewOn: today.adding(days: row?.reviewDays ?? unknownReasonReviewDays),
          edit: finding.edit))
    }
    return placed
  }

  /// Whether a hold already says what a finding says: placed by the same edit, or on the whole
  /// agreement for the same reason, whoever placed it.
  private static func stands(_ hold: Hold, for reason: String, edit: String) -> Bool {
    guard hold.reason == reason else { return false }
    return switch hold.subject {
    case .rental: true
    case .charge: hold.edit == edit
    }
  }

  private static func released(
    _ findings: [EditFinding], review: ChargeReview, holds: [Hold], rules: RuleBook
  ) -> [HoldRelease] {
    var released: [HoldRelease] = []
    for hold in holds where hold.isOpen && hold.isAutomatic {
      if findings.contains(where: { $0.holdReason == hold.reason && $0.edit == hold.edit }) {
        continue
      }
      let (evidence, document) = evidence(for: hold, review: review, rules: rules)
      released.append(HoldRelease(hold: hold.id, evidence: evidence, document: document))
    }
    return released
  }

  /// Where the rules know no such reason, somebody still looks within a week.
  private static let unknownReasonReviewDays = 7
}

extension AutomaticHolds {
  /// What made the edit clean: the newest document of the kind that the reason waits for, the
  /// payer's answer, or only the edit itself.
  private static func evidence(
    for hold: Hold, review: ChargeReview, rules: RuleBook
  ) -> (words: String, document: DocumentID?) {
    if let kind = rules.holdReasons[hold.reason]?.document,
      let document = newest(kind, in: review)
    {
      return (words(for: document), document.id)
    }
    if waitsForPayer.contains(hold.reason), let answer = review.eligibility {
      return (
        "\(answer.payer.name) answered on \(answer.answeredOn): "
          + "coverage \(answer.standing.rawValue)"
          + (answer.planName.isEmpty ? "." : ", \(answer.planName)."), nil
      )
    }
    return ("The edit is clean again: \(hold.edit).", nil)
  }

  private static let waitsForPayer = ["eligibility-inactive", "eligibility-unknown", "payer-order"]

  private static func newest(_ kind: DocumentKind, in review: ChargeReview) -> Document? {
    review.documents.filter {
      $0.content.kind == kind && $0.covers(code: review.charge.procedure.code)
    }.max { ($0.receivedOn, $0.id) < ($1.receivedOn, $1.id) }
  }

  /// `Standard written order of 2026-03-02, signed 2026-03-03 by MADEUP`, and when it was received.
  private static func words(for document: Document) -> String {
    let content = document.content
    var words = content.kind.title
    if !content.number.isEmpty { words += " " + content.number }
    if let dated = content.dated { words += " of \(dated)" }
    if let signed = content.signedOn { words += ", signed \(signed)" }
    if !content.signer.isEmpty { words += " by " + content.signer }
    if let through = content.valid.through { words += ", valid through \(through)" }
    return words + ", received \(document.receivedOn)."
  }
}
