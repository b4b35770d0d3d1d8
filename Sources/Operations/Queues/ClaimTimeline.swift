import Billing
import Database
import Desk
import Store

/// What was sent of a claim, what was asked about it, and what answered.
struct ClaimTimeline {
  private let story: ClaimStory
  private let connection: Connection

  init(_ story: ClaimStory, connection: Connection) {
    self.story = story
    self.connection = connection
  }

  var entries: [TimelineEntry] {
    get throws { try sent + acknowledged + answered + eligibility }
  }

  /// Whether payers must be named, since one after another had the claim.
  private var hasChangedPayer: Bool { story.itsSubmissions.count < story.submissions.count }

  private var sent: [TimelineEntry] {
    get throws {
      try Submissions.all(of: story.claim, in: connection).map { sending in
        var title = "Sent as " + sending.controlNumber
        if hasChangedPayer { title += " to " + (try name(of: sending.payer)) }
        return TimelineEntry(
          on: sending.sentOn, kind: .sent, user: "", title: title,
          detail: sending.frequency == .original
            ? "" : sending.frequency == .replacement ? "replacement claim" : "void claim")
      }
    }
  }

  private func name(of payer: PayerID?) throws -> String {
    guard let payer, payer != story.payer.id else { return story.payer.name }
    return try Payers.find(payer, in: connection)?.name ?? ""
  }

  private var acknowledged: [TimelineEntry] {
    get throws {
      try Acknowledgments.all(of: story.claim, in: connection).map { answer in
        TimelineEntry(
          on: answer.on, kind: answer.verdict == .rejected ? .rejected : .acknowledged, user: "",
          title: answer.kind.rawValue + " " + answer.verdict.rawValue,
          detail: [answer.codes, answer.file].filter { !$0.isEmpty }.joined(separator: ", in "))
      }
    }
  }

  private var answered: [TimelineEntry] {
    get throws {
      var entries: [TimelineEntry] = []
      for kept in try RemitClaims.all(of: story.claim, in: connection) {
        guard let header = try Remittances.find(kept.remittance, in: connection) else { continue }
        let former =
          hasChangedPayer
          ? try ClaimPayers.former(
            of: story.claim, asked: kept.claim.controlNumber, in: connection) : nil
        entries.append(remitted(kept, header, from: try former.map { try name(of: $0) }))
      }
      return entries
    }
  }

  /// An answer; with the name of the payer where it is of one that had the claim before.
  private func remitted(
    _ kept: RemitClaims.Kept, _ header: Remittances.Header, from former: String?
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
        + (former.map { ", for the sending to " + $0 } ?? "")
        + (kept.state == .posted ? "" : ", \(kept.state.rawValue)"),
      detail: seen.joined(separator: " "), amount: kept.claim.paid)
  }

  /// What the payer said of the patient's coverage, whoever asked.
  private var eligibility: [TimelineEntry] {
    get throws {
      guard let claim = try Claims.find(story.claim, in: connection) else { return [] }
      return try Eligibilities.all(of: claim.patient.id, payer: claim.payer, in: connection).map {
        TimelineEntry(
          on: $0.answeredOn, kind: .note, user: "",
          title: "Eligibility: \($0.standing.rawValue)", detail: $0.words)
      }
    }
  }
}

extension EligibilityAnswer {
  /// Plan, days and payers that come before; foreign text.
  fileprivate var words: String {
    let days = [
      covered.from.map { "from \($0)" }, covered.through.map { "through \($0)" },
    ].compactMap(\.self).joined(separator: " ")
    let payers = otherPayers.map {
      "other payer "
        + [$0.name, $0.identifier, $0.memberID].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    return ([planName, days] + payers + messages).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
