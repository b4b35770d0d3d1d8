import Billing
import Cells
import Desk
import WorkEngine

/// Everything about one item as lines of text, in sections, for a pane of some width.
struct ItemPage {
  enum Section: CaseIterable, Sendable {
    case proposal, calls, staging, sheet, candidates, lines, deadlines, codes, options, claim,
      sendings,
      answers
    case proof, history
    // Orders, charges, batches, special work
    case refusedSet, underpaid
    case holds, findings, alarm, refusal, orderLines, charge, supplies, evidence, coverages, rental
    case eligibility, documents, order, charges, batch, batchClaims
    // Money in the bank, and what somebody asks for
    case money, moneyMatches, moneyCandidates, approval
    // Credits and patients' balances
    case credit, statement
  }

  var detail: ItemDetail
  var settings: WorkstationSettings
  var privacy: Privacy
  var glyphs: Glyphs
  var access: ItemScreen.Access
  var width: Int
  /// The keys that open the proposal and the list of decisions, as people read them.
  var openKey: SafeText = "Enter"
  var resolveKey: SafeText = "r"

  var today: Day { settings.today }

  /// The sections of a pane, each with a title, and the rows where they begin.
  func lines(_ sections: [Section]) -> (lines: [StyledText], starts: [Int]) {
    var result: [StyledText] = []
    var starts: [Int] = []
    for section in sections {
      let body = self.body(of: section)
      guard !body.isEmpty else { continue }
      if !result.isEmpty { result.append(StyledText()) }
      starts.append(result.count)
      result.append(StyledText(title(of: section), .title))
      result += body
    }
    return (result, starts)
  }

  /// In one column: what helps to decide first, what happened last.
  static let single: [Section] = [
    .proposal, .calls, .staging, .candidates, .refusedSet, .underpaid, .sheet, .approval, .money,
    .moneyMatches,
    .moneyCandidates, .alarm, .refusal, .holds, .findings, .credit, .lines, .orderLines, .statement,
    .charge, .supplies, .evidence, .batch, .deadlines, .codes, .options, .coverages, .rental,
    .eligibility, .documents, .order, .charges, .batchClaims, .claim, .sendings, .answers, .proof,
    .history,
  ]
  /// In two columns: the facts at the left, the work at the right.
  static let facts: [Section] = [
    .staging, .refusedSet, .underpaid, .sheet, .approval, .money, .moneyMatches, .alarm, .holds,
    .credit, .lines, .statement,
    .orderLines, .charge, .supplies, .evidence, .batch, .deadlines, .coverages, .rental,
    .eligibility, .documents, .order, .charges, .batchClaims,
    .claim, .sendings, .answers, .proof, .history,
  ]
  static let work: [Section] = [
    .proposal, .calls, .candidates, .moneyCandidates, .refusal, .findings, .codes, .options,
  ]

  /// Beside a list: what helps to decide.
  private static let short: [Section] = [
    .proposal, .calls, .staging, .refusedSet, .underpaid, .sheet, .approval, .money, .moneyMatches,
    .moneyCandidates, .alarm,
    .refusal, .holds, .findings, .credit, .lines, .statement, .orderLines, .charge,
    .supplies, .evidence, .batch, .deadlines, .codes, .history,
  ]

  /// The item in short, for the pane beside a list.
  func aside() -> [StyledText] {
    var result = heading()
    result.append(StyledText())
    result += lines(ItemPage.short).lines
    return result
  }

  private func title(of section: Section) -> SafeText {
    switch section {
    case .proposal: "Proposed"
    case .calls: "Whom it is about, and whom to ask"
    case .staging: "Why it did not post"
    case .sheet: "What Enter posts"
    case .candidates: "Claims it could belong to"
    case .lines: detail.staged == nil ? "Lines" : "What the payer says"
    case .deadlines: "Deadlines"
    case .codes: "What the codes mean"
    case .options: "Also possible"
    case .claim: "Claim"
    case .sendings: "Sent"
    case .answers: "The payer's answers"
    case .proof: "Proof of timely filing"
    case .history: "History, newest first"
    default: subjectTitle(of: section)
    }
  }

  private func body(of section: Section) -> [StyledText] {
    switch section {
    case .proposal: proposal()
    case .calls: calls()
    case .staging: staging()
    case .sheet:
      detail.staged?.sheet.map { SheetLines(sheet: $0, glyphs: glyphs, width: width).lines() } ?? []
    case .candidates: candidates()
    case .lines:
      detail.staged == nil ? claimFacts?.lines() ?? subject.body(of: section) : stagedLines()
    case .deadlines: deadlines()
    case .codes: codes()
    case .options: options()
    case .claim: claimFacts?.facts() ?? []
    case .sendings: claimFacts?.sendings() ?? []
    case .answers: claimFacts?.answers() ?? []
    case .proof: claimFacts?.proofLines() ?? []
    case .history:
      HistoryLines(entries: detail.timeline, privacy: privacy, today: today, width: width).lines()
    default: subject.body(of: section)
    }
  }

  // MARK: The heading

  /// Who, what and how much; two lines that stay while the rest scrolls.
  func heading() -> [StyledText] {
    let item = detail.item
    let who = privacy.person(detail.row.patient)
    let procedure: SafeText =
      detail.row.procedure.isEmpty ? .empty : "  \(foreign: detail.row.procedure)"
    // The end of the payer's name gives way last: it tells one jurisdiction from another.
    let payer = SafeText(foreign: detail.row.payer)
      .abbreviated(to: max(width - who.columns - 2, 14), glyphs: glyphs)
    var first = StyledText(who.isEmpty ? payer : who, .title)
    if !who.isEmpty { first += StyledText("  \(payer)") }
    // A procedure of which only a letter or two would be left is told further down.
    if first.columns + min(procedure.columns, 9) <= width { first += StyledText(procedure, .muted) }
    var second = StyledText(SafeText(foreign: item.reasonCode), .accent)
    second += StyledText("  \(foreign: item.reason)")
    return [first.cut(to: width, glyphs: glyphs)]
      + Paragraph([second], hanging: 2).wrapped(width: width)
      .cut(toRows: 2, width: width, glyphs: glyphs)
  }

  /// How much is open, by when, and in whose hands.
  func standing(now: Timestamp) -> (money: StyledText, due: StyledText, hands: StyledText) {
    let item = detail.item
    var money = StyledText("\(Wording.money(item.balance)) open", Style.text.bold)
    if item.expected != item.balance {
      money += StyledText("  \(Wording.money(item.expected)) expected", .muted)
    }
    return (money, due(item), hands(item, now: now))
  }

  private func due(_ item: WorkItem) -> StyledText {
    guard let safe = item.safe else {
      if item.isLimitMissing { return StyledText("its limit is not on file", .warning) }
      return StyledText(item.isPinned ? "pinned, no date on file" : "no deadline", .muted)
    }
    let left = safe - today
    let date = Wording.longDate(safe, today: today)
    if item.tier == .expired { return StyledText("expired, safe date was \(date)", .danger) }
    let style = Style.deadline(daysLeft: left, isExpired: false)
    return StyledText(
      left < 0 ? "safe date \(date) has passed" : "due \(date), \(Wording.distance(left))", style)
  }

  private func hands(_ item: WorkItem, now: Timestamp) -> StyledText {
    switch access {
    case .opening: return StyledText("", .muted)
    case .held:
      guard let lease = item.lease, now.rawValue > 0 else { return StyledText("yours", .good) }
      let moment = lease.expires.later(by: Int64(settings.minutesFromUTC) * 60_000)
      return StyledText("yours until \(foreign: moment.hourAndMinute)", .good)
    case .reading(let reason):
      if let lease = item.lease, lease.user != settings.user {
        return StyledText("to read only: \(foreign: lease.user) has it", .warning)
      }
      return StyledText("to read only: \(foreign: reason.asReason.lowercasedFirst)", .warning)
    case .closed: return StyledText("done; it has left the queues", .good)
    case .done:
      if item.lane == .waiting, let day = item.followUpOn {
        return StyledText("waits until \(Wording.longDate(day, today: today))", .good)
      }
      // Undone, or decided and still to be worked: either way it is open, and nobody's.
      return item.lane == .work
        ? StyledText("open in \(foreign: item.queue.title)", .good)
        : StyledText(
          "decided; now in \(foreign: item.queue.title), \(foreign: item.lane.title)", .good)
    }
  }

  // MARK: The work

  private func wrapped(_ line: StyledText, indent: Int = 2) -> [StyledText] {
    Paragraph([line], hanging: indent).wrapped(width: width)
  }

  private func wrapped(_ text: SafeText, _ style: Style = .text) -> [StyledText] {
    wrapped(StyledText("  ") + StyledText(text, style))
  }

  private func proposal() -> [StyledText] {
    let advice = detail.advice
    var line = StyledText("  \(openKey) ", .key)
    line += StyledText(" \(foreign: advice.proposed.title)", Style.accent.bold)
    if !advice.resultCode.isEmpty { line += StyledText("  \(foreign: advice.resultCode)", .muted) }
    var result = [line]
    for reason in advice.why { result += wrapped(SafeText(foreign: reason)) }
    if !advice.fix.isEmpty {
      result += wrapped(
        StyledText("  ") + StyledText("Fix: ", Style.text.bold)
          + StyledText(SafeText(foreign: advice.fix)))
    }
    return result
  }

  private func options() -> [StyledText] {
    let others = detail.verbs.filter {
      $0 != detail.advice.proposed
    }
    guard !others.isEmpty else { return [] }
    var grid = TextGrid([.leading, .leading, .leading], indent: 2, flexible: 2)
    for verb in others {
      let option = detail.advice.options.first { $0.verb == verb }
      let refusal = option?.permission.refusal
      let back = option?.followUpOn.map { "back \(Wording.date($0, today: today))" as SafeText }
      let known = CommandCatalogue.entry(of: verb)
      // Without a key of its own a decision is reached through the list of them, by its two letters.
      let key =
        known?.keys.first.map(Keymap.label) ?? "\(resolveKey) \(foreign: known?.code ?? "")"
      grid.add([
        StyledText(key, refusal == nil ? .key : .muted),
        StyledText(SafeText(foreign: verb.title), refusal == nil ? .text : .muted),
        StyledText(
          width < 70 ? back ?? "" : refusal.map { SafeText(foreign: $0) } ?? back ?? "", .muted),
      ])
    }
    var lines = grid.lines(width: width, glyphs: glyphs)
    if width < 70 {
      // Where there is no room beside a decision, what forbids it stands below.
      lines = zip(lines, others).flatMap { line, verb -> [StyledText] in
        let refusal = detail.advice.options.first { $0.verb == verb }?.permission.refusal
        guard let refusal else { return [line] }
        return [line]
          + Paragraph([StyledText("       \(foreign: refusal)", .muted)], hanging: 7)
          .wrapped(width: width)
      }
    }
    return lines
      + [StyledText("  \(resolveKey)", .key) + StyledText("  lists them to choose from", .muted)]
  }

  private func codes() -> [StyledText] {
    let widest = min(12, detail.advice.meanings.map(\.code.count).max() ?? 0)
    return detail.advice.meanings.flatMap { meaning -> [StyledText] in
      let code = SafeText(foreign: meaning.code)
      let pad = SafeText(glyph: " ", count: max(2, widest - code.columns + 2))
      let line =
        StyledText("  ") + StyledText(code, .accent)
        + StyledText("\(pad)\(foreign: meaning.meaning)")
      return wrapped(line, indent: widest + 4)
    }
  }

  // MARK: Staged remittances

  private func staging() -> [StyledText] {
    guard let staged = detail.staged else { return [] }
    var result: [StyledText] = []
    for reason in staged.reasons {
      result += wrapped(
        StyledText("  ") + StyledText("\(foreign: reason.code)", .warning)
          + StyledText("  \(foreign: reason.sentence)"))
    }
    let date = Wording.date(staged.paymentDate, today: today)
    result += wrapped(
      "\(Wording.money(staged.suspense)) in suspense, from remittance \(privacy.identifier(staged.traceNumber)) of \(date).",
      .muted)
    return result + missingMoney()
  }

  private func candidates() -> [StyledText] {
    guard let staged = detail.staged, !staged.candidates.isEmpty else { return [] }
    var result: [StyledText] = []
    for (index, candidate) in staged.candidates.enumerated() {
      if index > 0 { result.append(StyledText()) }
      let isMatched = candidate.claim == staged.matchedTo
      var line = StyledText("  \(privacy.identifier(candidate.controlNumber))", Style.text.bold)
      line += StyledText("  \(privacy.person(candidate.patient))")
      line += StyledText(
        "  \(Wording.date(candidate.serviceFrom, today: today))  billed \(Wording.money(candidate.charge)), open \(Wording.money(candidate.balance))",
        .muted)
      if isMatched { line += StyledText("  matched", .good) }
      result += wrapped(line, indent: 4)
      for reason in candidate.reasonsFor {
        result += wrapped(
          StyledText("    + ", .good) + StyledText(privacy.sentence(SafeText(foreign: reason))),
          indent: 6)
      }
      for reason in candidate.reasonsAgainst {
        result += wrapped(
          StyledText("    - ", .warning) + StyledText(privacy.sentence(SafeText(foreign: reason))),
          indent: 6)
      }
    }
    return result
  }

  private func stagedLines() -> [StyledText] {
    guard let claim = detail.staged?.remitClaim else { return [] }
    var head = StyledText("  \(privacy.identifier(claim.controlNumber))", Style.text.bold)
    let name =
      claim.patient.lastName + (claim.patient.firstName.isEmpty ? "" : ", ")
      + claim.patient.firstName
    head += StyledText("  \(privacy.person(name))  \(foreign: claim.status.title)")
    var result = wrapped(head, indent: 4)
    var grid = TextGrid(
      [.leading, .leading, .trailing, .trailing, .leading], indent: 2, flexible: 0)
    grid.add(headings(["", "", "charge", "paid", "adjusted"]))
    for line in claim.lines {
      grid.add(
        [
          StyledText(SafeText(foreign: line.procedure.description)),
          StyledText((line.service?.first).map { Wording.date($0, today: today) } ?? ""),
          amount(line.charge), amount(line.paid),
        ], pieces: codes(line.adjustments, line.remarks))
    }
    grid.add(
      [
        StyledText("Claim", .muted), "", amount(claim.charge, bold: true),
        amount(claim.paid, bold: true),
      ], pieces: codes(claim.adjustments, claim.remarks))
    result += grid.lines(width: width, glyphs: glyphs)
    let differences =
      [
        ("charge less adjustments and paid", claim.differences.claim),
        ("line charges and claim charge", claim.differences.lineCharges),
        ("line payments and claim payment", claim.differences.linePayments),
      ] as [(SafeText, Cents)]
    for (what, difference) in differences where difference != .zero {
      result += wrapped(
        StyledText("  ! ", .danger)
          + StyledText("\(what): \(Wording.money(difference)) apart", .danger))
    }
    return result
  }

  // MARK: Small pieces

  /// Adjustments with their amounts, then remarks.
  private func codes(_ adjustments: [Adjustment], _ remarks: [String]) -> [StyledText] {
    (adjustments.map { "\($0.code) \($0.amount)" } + remarks).map {
      StyledText(SafeText(foreign: $0))
    }
  }

  func headings(_ texts: [SafeText]) -> [StyledText] { texts.map { StyledText($0, .muted) } }

  func amount(_ amount: Cents, bold: Bool = false) -> StyledText {
    let style: Style = amount < .zero ? Style(.moneyNegative) : .text
    return StyledText(Wording.money(amount), bold ? style.bold : style)
  }
}
