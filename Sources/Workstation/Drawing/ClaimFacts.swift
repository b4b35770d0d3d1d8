import Billing
import Cells
import Desk

/// What is known of a claim, as lines of text: lines, numbers, sendings, answers.
struct ClaimFacts {
  var detail: ClaimDetail
  /// The biller it is assigned to.
  var owner: String?
  var contacts: Contacts
  var privacy: Privacy
  var glyphs: Glyphs
  var today: Day
  var width: Int
  private var claim: Claim { detail.claim }

  func lines() -> [StyledText] {
    guard !claim.lines.isEmpty else { return [] }
    guard width >= 58 else { return shortLines() }
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
    return grid.lines(width: width, glyphs: glyphs) + elsewhere()
  }

  private func shortLines() -> [StyledText] {
    var grid = TextGrid([.leading, .trailing, .trailing], indent: 2, flexible: 0)
    grid.add(headings(["", "charge", "open"]))
    for line in claim.lines {
      grid.add([
        StyledText(SafeText(foreign: line.procedure.description)), amount(line.charge),
        amount(line.balances.payer, bold: true),
      ])
    }
    return grid.lines(width: width, glyphs: glyphs) + elsewhere()
  }

  private func service(_ line: ClaimLine) -> SafeText {
    let from = Wording.date(line.serviceFrom, today: today)
    guard line.serviceThrough != line.serviceFrom else { return from }
    return "\(from) - \(Wording.date(line.serviceThrough, today: today))"
  }

  /// Money that has moved on to the next payer or the patient.
  private func elsewhere() -> [StyledText] {
    let next = claim.lines.map(\.balances.nextPayer).total()
    let patient = claim.lines.map(\.balances.patient).total()
    var parts: [SafeText] = []
    if next != .zero { parts.append("\(Wording.money(next)) with the next payer") }
    if patient != .zero { parts.append("\(Wording.money(patient)) with the patient") }
    guard !parts.isEmpty else { return [] }
    return [StyledText("  \(parts.joined(separator: ", "))", .muted)]
  }

  /// Numbers, people and payers.
  func facts() -> [StyledText] {
    var pairs: [(SafeText, SafeText)] = [
      ("Claim number", privacy.identifier(claim.controlNumber)),
      ("Payer's number", privacy.identifier(claim.payerControlNumber)),
      ("Member ID", privacy.identifier(claim.memberID)),
      ("Born", claim.patient.birthDate.map { privacy.identifier($0.description) } ?? ""),
      ("Sex", privacy.identifier(claim.patient.sex)),
      ("Telephone", privacy.identifier(contacts.patient?.phone ?? "")),
      ("Prescriber", SafeText(foreign: contacts.prescriber?.listName ?? "")),
      ("Their telephone", privacy.identifier(contacts.prescriber?.phone ?? "")),
      ("Their fax", privacy.identifier(contacts.prescriber?.fax ?? "")),
      ("Payer", "\(foreign: claim.payer.name), \(foreign: claim.sequence.title)"),
      ("Next payer", SafeText(foreign: detail.nextPayer?.name ?? "")),
      ("Place of service", SafeText(foreign: claim.placeOfService)),
      ("Diagnoses", SafeText(foreign: claim.diagnoses.joined(separator: " "))),
      ("Authorization", privacy.identifier(claim.priorAuthorization)),
      ("Owner", SafeText(foreign: owner ?? "")),
    ]
    pairs.removeAll { $0.1.isEmpty }
    var grid = TextGrid([.leading, .leading], indent: 2, flexible: 1)
    for (label, value) in pairs { grid.add([StyledText(label, .muted), StyledText(value)]) }
    return grid.lines(width: width, glyphs: glyphs)
  }

  func sendings() -> [StyledText] {
    guard !detail.submissions.isEmpty else { return [] }
    var result: [StyledText] = []
    for submission in detail.submissions.reversed() {
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
    detail.adjudications.reversed().flatMap { answer -> [StyledText] in
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

  /// The first acceptance by the payer, kept with the claim.
  func proofLines() -> [StyledText] {
    guard let proof = detail.filingProof else { return [] }
    return Paragraph(
      [
        StyledText("  \(SafeText(glyph: glyphs.check)) ", .good)
          + StyledText(
            "accepted by the payer on \(Wording.longDate(proof.acceptedOn, today: today))")
          + StyledText(
            "  \(foreign: proof.answer), sent as \(privacy.identifier(proof.controlNumber)), file \(foreign: proof.file.lastPathPart)",
            .muted)
      ], hanging: 4
    ).wrapped(width: width)
  }

  // MARK: Small pieces

  private func headings(_ texts: [SafeText]) -> [StyledText] {
    texts.map { StyledText($0, .muted) }
  }

  private func amount(_ amount: Cents, bold: Bool = false) -> StyledText {
    let style: Style = amount < .zero ? Style(.moneyNegative) : .text
    return StyledText(Wording.money(amount), bold ? style.bold : style)
  }
}

/// Everything that happened, newest first.
struct HistoryLines {
  var entries: [TimelineEntry]
  var privacy: Privacy
  var today: Day
  var width: Int

  func lines() -> [StyledText] {
    entries.reversed().flatMap { entry -> [StyledText] in
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
