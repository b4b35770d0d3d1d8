// The facts of an item: its claim, and the limits that run on it.

import Billing
import Cells
import Desk

extension ItemPage {
  /// The claim of the item as lines of text; nil where the item is about something else.
  var claimFacts: ClaimFacts? {
    detail.claim.map { claim in
      ClaimFacts(
        detail: detail.claimDetail
          ?? ClaimDetail(claim: claim, submissions: [], adjudications: [], nextPayer: nil),
        owner: detail.item.owner, contacts: detail.contacts, privacy: privacy, glyphs: glyphs,
        today: today, width: width)
    }
  }

  /// Whom to call, where the proposal asks for a call.
  func calls() -> [StyledText] {
    guard detail.advice.proposed.asksSomebody else { return [] }
    return ContactLines(
      contacts: detail.contacts, memberID: detail.claim?.memberID ?? "", privacy: privacy,
      width: width
    ).lines()
  }

  func deadlines() -> [StyledText] {
    guard let placement = detail.placement, !placement.deadlines.isEmpty else {
      guard let safe = detail.item.safe else { return [] }
      let legal = detail.item.legal.map {
        ", last day \(Wording.longDate($0, today: today))" as SafeText
      }
      return [
        StyledText("  safe \(Wording.longDate(safe, today: today))\(legal ?? "")"),
        StyledText("  \(foreign: detail.item.deadlineReason)", .muted),
      ]
    }
    // Two signs, three columns with their gaps, and what is left for the reason.
    let longest = placement.deadlines.map { $0.reason.count + ($0.isVerified ? 0 : 18) }.max() ?? 0
    let isNarrow = longest > width - 42
    var grid = TextGrid(
      isNarrow ? [.leading, .leading, .leading] : [.leading, .leading, .leading, .leading],
      indent: 0, flexible: isNarrow ? 0 : 3)
    if width < 50 { grid.gap = 1 }
    grid.add(headings(isNarrow ? ["", "safe", "last day"] : ["", "safe", "last day", ""]))
    for deadline in placement.deadlines {
      let governs = deadline == placement.governing
      let style: Style = governs ? Style.text.bold : .text
      let sign: SafeText = governs ? "\(SafeText(glyph: glyphs.pointer)) " : "  "
      let doubt: SafeText = deadline.isVerified ? "" : " (check this rule)"
      let cells = [
        StyledText(sign, .accent) + StyledText(deadline.kind.title, style),
        StyledText(
          Wording.date(deadline.safe, today: today),
          Style.deadline(daysLeft: deadline.safe - today, isExpired: deadline.legal < today)),
        StyledText(Wording.date(deadline.legal, today: today), .muted),
      ]
      grid.add(
        isNarrow
          ? cells : cells + [StyledText("\(foreign: deadline.reason)\(doubt)", .muted)])
    }
    let lines = grid.lines(width: width, glyphs: glyphs)
    guard isNarrow else { return lines }
    // Where there is no room beside a date, its reason stands below.
    return [lines[0]]
      + zip(lines.dropFirst(), placement.deadlines).flatMap { line, deadline in
        let doubt: SafeText = deadline.isVerified ? "" : " (check this rule)"
        return [line]
          + Paragraph([StyledText("    \(foreign: deadline.reason)\(doubt)", .muted)], hanging: 4)
          .wrapped(width: width)
      }
  }
}

extension DeadlineKind {
  /// As a biller says it.
  var title: SafeText {
    switch self {
    case .initialClaim: "first claim"
    case .correctedClaim: "corrected claim"
    case .secondaryClaim: "secondary claim"
    case .reopening: "reopening"
    case .dispute: "dispute"
    case .appealFirst: "appeal 1"
    case .appealSecond: "appeal 2"
    case .appealThird: "appeal 3"
    case .appealFourth: "appeal 4"
    case .appealFifth: "appeal 5"
    case .documentRequest: "documents"
    case .refund: "refund"
    case .dismissal: "dismissal"
    }
  }
}
