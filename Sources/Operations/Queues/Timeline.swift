import Billing
import Database
import Desk
import Store

/// Everything that ever happened to a claim or a staged remittance, oldest first.
struct Timeline {
  let connection: Connection

  func entries(of claim: ClaimID) throws -> [TimelineEntry] {
    var entries = try Submissions.all(of: claim, in: connection).map { sending in
      TimelineEntry(
        on: sending.sentOn, kind: .sent, user: "",
        title: "Sent as " + sending.controlNumber,
        detail: sending.frequency == .original
          ? "" : sending.frequency == .replacement ? "replacement claim" : "void claim")
    }
    entries += try Acknowledgments.all(of: claim, in: connection).map { answer in
      TimelineEntry(
        on: answer.on, kind: answer.verdict == .rejected ? .rejected : .acknowledged, user: "",
        title: answer.kind + " " + answer.verdict.rawValue,
        detail: [answer.codes, answer.file].filter { !$0.isEmpty }.joined(separator: ", in "))
    }
    for kept in try RemitClaims.all(of: claim, in: connection) {
      guard let header = try Remittances.find(kept.remittance, in: connection) else { continue }
      entries.append(remitted(kept, header))
    }
    entries += try decisions(on: .claim(claim))
    return ordered(entries)
  }

  func entries(of subject: WorkSubject, staged: StagedDetail?) throws -> [TimelineEntry] {
    var entries = try decisions(on: subject)
    if let staged {
      entries.append(
        TimelineEntry(
          on: staged.paymentDate, kind: .staged, user: "",
          title: "Remittance " + staged.traceNumber,
          detail: staged.reasons.map(\.code).joined(separator: ", "), amount: staged.suspense))
    }
    return ordered(entries)
  }

  private func remitted(
    _ kept: RemitClaims.Kept, _ header: Remittances.Header
  ) -> TimelineEntry {
    let codes = kept.claim.adjustments + kept.claim.lines.flatMap(\.adjustments)
    let kind: TimelineEntry.Kind =
      switch kept.state {
      case .posted: .posted
      case .staged, .held: .staged
      case .reversed: .undone
      case .noted: .remitted
      }
    var seen: [String] = []
    for code in codes.map(\.code) + kept.claim.remarks + kept.claim.lines.flatMap(\.remarks)
    where !seen.contains(code) { seen.append(code) }
    return TimelineEntry(
      on: header.noticeDate, kind: kind, user: "",
      title: "Remittance \(header.traceNumber): \(kept.claim.status.title)"
        + (kept.state == .posted ? "" : ", \(kept.state.rawValue)"),
      detail: seen.joined(separator: " "), amount: kept.claim.paid)
  }

  private func decisions(on subject: WorkSubject) throws -> [TimelineEntry] {
    try Activities.all(of: subject, in: connection).map { kept in
      let activity = kept.activity
      let isUndo = activity.undoes != nil
      return TimelineEntry(
        on: activity.on, kind: isUndo ? .undone : activity.verb == .note ? .note : .decision,
        user: activity.user,
        title: activity.verb.title + (activity.undoneBy == nil ? "" : " (undone)"),
        detail: [activity.detail, activity.note].filter { !$0.isEmpty }.joined(separator: ": "),
        activity: activity.id)
    }
  }

  private func ordered(_ entries: [TimelineEntry]) -> [TimelineEntry] {
    // Stable by day: what is read in one order stays in it.
    entries.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
      .map(\.element)
  }
}
