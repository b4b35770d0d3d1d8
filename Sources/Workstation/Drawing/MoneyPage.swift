// What is known of money in the bank, and of what somebody asks for.

import Billing
import Cells
import Desk

extension SubjectPage {
  // MARK: Deposits

  func body(of section: ItemPage.Section, _ detail: DepositDetail) -> [StyledText] {
    switch section {
    case .money: money(detail)
    case .moneyMatches: matches(detail)
    case .moneyCandidates: candidates(detail.candidates)
    case .documents: papers(detail.documents)
    default: []
    }
  }

  private func money(_ detail: DepositDetail) -> [StyledText] {
    let deposit = detail.row.deposit
    let content = deposit.content
    let source: SafeText =
      detail.file.isEmpty
      ? "typed by \(foreign: deposit.user)"
      : "\(foreign: detail.file.lastPathPart), line \(deposit.line)"
    var state = StyledText("all matched", .good)
    if deposit.isVoid {
      state = StyledText("void", .danger)
    } else if deposit.left > .zero {
      state = StyledText("\(Wording.money(deposit.left)) not matched", .warning)
    }
    var lag = StyledText("\(Wording.count(detail.row.lag, "business day")) in the bank", .muted)
    if let posted = detail.row.postedOn {
      lag = StyledText(
        "posted \(date(posted)), \(Wording.count(detail.row.lag, "business day")) after", .muted)
    }
    return grid([
      ("Amount", StyledText(Wording.money(content.amount), Style.text.bold)),
      ("Received", StyledText(longDate(content.receivedOn))),
      ("How", StyledText(SafeText(foreign: content.form.title))),
      ("Payer", StyledText(SafeText(foreign: content.payer))),
      ("Number", StyledText(privacy.identifier(content.reference))),
      ("Account", StyledText(privacy.identifier(content.account))),
      ("The bank says", StyledText(privacy.free(content.memo))),
      ("From", StyledText(source)),
      ("Matched", state),
      ("Posting", deposit.isVoid ? StyledText() : lag),
    ])
  }

  private func matches(_ detail: DepositDetail) -> [StyledText] {
    guard !detail.matches.isEmpty else { return [] }
    var grid = TextGrid(
      [.leading, .leading, .leading, .trailing, .leading], indent: 2, flexible: 1)
    for row in detail.matches {
      let posted =
        row.suspense == .zero
        ? StyledText("posted", .good)
        : StyledText("\(Wording.money(row.suspense)) in suspense", .warning)
      grid.add([
        StyledText(privacy.identifier(row.match.trace)),
        StyledText(SafeText(foreign: row.payer)), StyledText(date(row.paidOn), .muted),
        amount(row.match.amount), posted,
      ])
    }
    return grid.lines(width: width, glyphs: glyphs)
  }

  /// What money may belong to, each with what speaks for it and against it.
  func candidates(_ rows: [MoneyCandidateRow]) -> [StyledText] {
    rows.flatMap { row -> [StyledText] in
      wrapped(StyledText("  \(privacy.free(row.title))", Style.text.bold), indent: 4)
        + row.reasonsFor.flatMap {
          wrapped(
            StyledText("    + ", .good) + StyledText(privacy.sentence(SafeText(foreign: $0))),
            indent: 6)
        }
        + row.reasonsAgainst.flatMap {
          wrapped(
            StyledText("    - ", .warning) + StyledText(privacy.sentence(SafeText(foreign: $0))),
            indent: 6)
        }
    }
  }

  private func papers(_ rows: [DepositDocumentRow]) -> [StyledText] {
    rows.flatMap { row in
      wrapped(
        StyledText("  \(privacy.free(row.path))")
          + StyledText(
            "  \(MoneyText.count(row.byteCount)) bytes, SHA-256 \(foreign: String(row.hash.prefix(12))), \(foreign: row.user) \(date(row.addedOn))",
            .muted), indent: 4)
    }
  }

  // MARK: Approvals

  func body(of section: ItemPage.Section, _ detail: ApprovalDetail) -> [StyledText] {
    guard section == .approval else { return [] }
    let approval = detail.approval
    var answer = StyledText("not yet", .warning)
    if let given = detail.answer {
      let word: SafeText = given.isGranted ? "granted" : "refused"
      answer = StyledText(word, given.isGranted ? .good : .danger)
      answer += StyledText(" by \(foreign: given.user) \(date(given.on))", .muted)
      if !given.note.isEmpty { answer += StyledText(": \(privacy.free(given.note))") }
    }
    return grid([
      ("Asked", StyledText(SafeText(foreign: approval.purpose.title), Style.text.bold)),
      ("About", StyledText(SafeText(foreign: approval.about))),
      (
        "Amount",
        StyledText(approval.amount == .zero ? "" : Wording.money(approval.amount))
      ),
      ("By", StyledText("\(foreign: approval.askedBy) \(date(approval.askedOn))")),
      ("Why", StyledText(privacy.free(approval.reason))),
      ("Answer", answer),
    ])
  }
}

extension ItemPage {
  /// What the bank has not shown of a remittance.
  func missingMoney() -> [StyledText] {
    guard let money = detail.staged?.missingMoney else { return [] }
    let line =
      StyledText("  The bank has not shown ", .muted)
      + StyledText(Wording.money(money.left), Style.warning.bold)
      + StyledText(
        " of it, paid \(Wording.date(money.paidOn, today: today)) by \(foreign: money.method).",
        .muted)
    return Paragraph([line], hanging: 2).wrapped(width: width)
  }
}
