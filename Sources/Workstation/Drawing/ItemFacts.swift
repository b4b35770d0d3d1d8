// The facts of an item: lines, dates, sendings, answers, history.

import Billing
import Cells
import Desk

extension ItemPage {
  func claimLines() -> [StyledText] {
    guard let claim = detail.claim, !claim.lines.isEmpty else { return [] }
    guard width >= 58 else { return shortLines(claim) }
    let isWide = width >= 76
    var grid = TextGrid(
      [.trailing, .leading] + (isWide ? [.trailing] : [])
        + [.leading, .trailing, .trailing] + (isWide ? [.trailing] : []) + [.trailing],
      indent: 2, flexible: 1)
    func add(
      _ front: [StyledText], units: StyledText, _ middle: [StyledText], adjusted: StyledText,
      open: StyledText
    ) {
      grid.add(
        front + (isWide ? [units] : []) + middle + (isWide ? [adjusted] : []) + [open])
    }
    add(
      headings(["", ""]), units: StyledText("units", .muted),
      headings(["service", "charge", "paid"]), adjusted: StyledText("adjusted", .muted),
      open: StyledText("open", .muted))
    for line in claim.lines {
      add(
        [
          StyledText("\(line.number)", .muted),
          StyledText(SafeText(foreign: line.procedure.description)),
        ], units: StyledText(SafeText(foreign: Wording.units(line.unitsInThousandths))),
        [StyledText(service(line)), amount(line.charge), amount(line.balances.paid)],
        adjusted: amount(line.balances.adjusted), open: amount(line.balances.payer, bold: true))
    }
    if claim.lines.count > 1 {
      let balances = claim.lines.map(\.balances)
      add(
        ["", StyledText("Total", .muted)], units: "",
        ["", amount(claim.charge), amount(balances.map(\.paid).total())],
        adjusted: amount(balances.map(\.adjusted).total()),
        open: amount(balances.map(\.payer).total(), bold: true))
    }
    return grid.lines(width: width, glyphs: glyphs) + elsewhere(claim)
  }

  private func shortLines(_ claim: Claim) -> [StyledText] {
    var grid = TextGrid([.leading, .trailing, .trailing], indent: 2, flexible: 0)
    grid.add(headings(["", "charge", "open"]))
    for line in claim.lines {
      grid.add([
        StyledText(SafeText(foreign: line.procedure.description)), amount(line.charge),
        amount(line.balances.payer, bold: true),
      ])
    }
    return grid.lines(width: width, glyphs: glyphs) + elsewhere(claim)
  }

  private func service(_ line: ClaimLine) -> SafeText {
    let from = Wording.date(line.serviceFrom, today: today)
    guard line.serviceThrough != line.serviceFrom else { return from }
    return "\(from) - \(Wording.date(line.serviceThrough, today: today))"
  }

  /// Money that has moved on to the next payer or the patient.
  private func elsewhere(_ claim: Claim) -> [StyledText] {
    let next = claim.lines.map(\.balances.nextPayer).total()
    let patient = claim.lines.map(\.balances.patient).total()
    var parts: [SafeText] = []
    if next != .zero { parts.append("\(Wording.money(next)) with the next payer") }
    if patient != .zero { parts.append("\(Wording.money(patient)) with the patient") }
    guard !parts.isEmpty else { return [] }
    return [StyledText("  \(parts.joined(separator: ", "))", .muted)]
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

  func claim() -> [StyledText] {
    guard let claim = detail.claim else { return [] }
    var pairs: [(SafeText, SafeText)] = [
      ("Claim number", privacy.identifier(claim.controlNumber)),
      ("Payer's number", privacy.identifier(claim.payerControlNumber)),
      ("Member ID", privacy.identifier(claim.memberID)),
      ("Born", claim.patient.birthDate.map { privacy.identifier($0.description) } ?? ""),
      ("Payer", "\(foreign: claim.payer.name), \(foreign: claim.sequence.title)"),
      ("Next payer", SafeText(foreign: detail.claimDetail?.nextPayer?.name ?? "")),
      ("Place of service", SafeText(foreign: claim.placeOfService)),
      ("Diagnoses", SafeText(foreign: claim.diagnoses.joined(separator: " "))),
      ("Authorization", privacy.identifier(claim.priorAuthorization)),
      ("Owner", SafeText(foreign: detail.item.owner ?? "")),
    ]
    pairs.removeAll { $0.1.isEmpty }
    var grid = TextGrid([.leading, .leading], indent: 2, flexible: 1)
    for (label, value) in pairs { grid.add([StyledText(label, .muted), StyledText(value)]) }
    return grid.lines(width: width, glyphs: glyphs)
  }

  func sendings() -> [StyledText] {
    guard let submissions = detail.claimDetail?.submissions else { return [] }
    var result: [StyledText] = []
    for submission in submissions.reversed() {
      var line = StyledText("  \(Wording.date(submission.sentOn, today: today))", .muted)
      line += StyledText(
        "  \(submission.frequency.title)  \(privacy.identifier(submission.controlNumber))  ")
      switch submission.answer {
      case .none: line += StyledText("no answer yet", .muted)
      case .received(let day):
        line += StyledText("received \(Wording.date(day, today: today))")
      case .accepted(let day):
        line += StyledText("accepted \(Wording.date(day, today: today))", .good)
      case .rejected(let day, _):
        line += StyledText("rejected \(Wording.date(day, today: today))", .danger)
      }
      result.append(line)
      if case .rejected(_, let reasons) = submission.answer { result += rejections(reasons) }
    }
    return result
  }

  private func rejections(_ reasons: [RejectionReason]) -> [StyledText] {
    reasons.flatMap { reason -> [StyledText] in
      let place: SafeText = reason.line.isEmpty ? "" : " (line \(foreign: reason.line))"
      var lines = Paragraph(
        [
          StyledText("    \(foreign: reason.code)", .accent)
            + StyledText("  \(foreign: reason.meaning)\(place)")
        ], hanging: 6
      ).wrapped(width: width)
      if !reason.fix.isEmpty {
        lines += Paragraph(
          [StyledText("      \(foreign: reason.fix)", .muted)], hanging: 6
        ).wrapped(width: width)
      }
      if !reason.payerText.isEmpty {
        lines += Paragraph(
          [StyledText("      payer: \(privacy.free(reason.payerText))", .muted)], hanging: 6
        ).wrapped(width: width)
      }
      return lines
    }
  }

  func answers() -> [StyledText] {
    (detail.claimDetail?.adjudications ?? []).reversed().flatMap { answer -> [StyledText] in
      var head = StyledText("  \(Wording.date(answer.noticeOn, today: today))", .muted)
      head += StyledText(
        "  \(foreign: answer.status.title)  paid \(Wording.money(answer.paid)) of \(Wording.money(answer.charge))"
      )
      if answer.crossedOver { head += StyledText("  passed on to the next payer", .muted) }
      let denials = answer.denials.map { denial -> StyledText in
        let line: SafeText = denial.line == 0 ? "claim" : "line \(denial.line)"
        let remarks = denial.remarks.joined(separator: " ")
        return StyledText("    \(line)  ", .muted)
          + StyledText(SafeText(foreign: denial.adjustment.code), .accent)
          + StyledText(" \(Wording.money(denial.adjustment.amount))  \(foreign: remarks)")
      }
      return [head] + denials
    }
  }

  func history() -> [StyledText] {
    detail.timeline.reversed().flatMap { entry -> [StyledText] in
      let date = Wording.date(entry.on, today: today)
      let pad = SafeText(glyph: " ", count: max(0, 6 - date.columns))
      var line = StyledText("  \(date)\(pad)  ", .muted)
      line += StyledText(privacy.sentence(SafeText(foreign: entry.title)), entry.kind.style)
      if let amount = entry.amount { line += StyledText("  \(Wording.money(amount))") }
      if !entry.user.isEmpty { line += StyledText("  \(foreign: entry.user)", .muted) }
      if !entry.detail.isEmpty { line += StyledText("  \(privacy.free(entry.detail))", .muted) }
      return Paragraph([line], hanging: 10).wrapped(width: width)
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

extension ClaimFrequency {
  var title: SafeText {
    switch self {
    case .original: "new claim"
    case .replacement: "replacement"
    case .void: "void"
    }
  }
}

extension TimelineEntry.Kind {
  var style: Style {
    switch self {
    case .rejected: .danger
    case .staged: .warning
    case .posted: .good
    case .undone: .muted
    case .sent, .acknowledged, .remitted, .decision, .note: .text
    }
  }
}
