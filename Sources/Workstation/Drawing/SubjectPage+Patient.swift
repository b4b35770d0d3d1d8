import Billing
import Cells
import Desk

extension SubjectPage {
  /// Whose money a credit is, how far it has come, and what made it.
  func body(of section: ItemPage.Section, _ credit: CreditDetail) -> [StyledText] {
    guard section == .credit else { return [] }
    let owner =
      credit.isPatients ? privacy.person(credit.owner) : SafeText(foreign: credit.owner)
    var lines = [
      StyledText("  \(Wording.money(credit.amount))", Style.text.bold)
        + StyledText(" belongs to \(owner)  ") + StyledText("\(foreign: credit.stage)", .accent),
      StyledText("  Likely cause: \(foreign: credit.likelyCause.title)", .muted),
    ]
    if let day = credit.dueOn {
      lines.append(StyledText("  Give back by \(Wording.longDate(day, today: today))"))
    }
    if let request = credit.request {
      let approved: SafeText =
        credit.approvedBy.isEmpty ? "" : ", approved by \(foreign: credit.approvedBy)"
      lines.append(
        StyledText(
          "  \(foreign: credit.askedBy) asked for \(Wording.money(request.amount))\(approved)"))
    }
    var grid = TextGrid([.leading, .leading, .trailing], indent: 2, flexible: 1)
    for source in credit.sources {
      let trace: SafeText =
        source.traceNumber.map { " \(privacy.identifier($0))" } ?? ""
      grid.add([
        StyledText(Wording.date(source.on, today: today)),
        StyledText("\(foreign: source.cause.rawValue)\(trace)", .muted),
        StyledText(Wording.money(source.amount)),
      ])
    }
    return lines + grid.lines(width: width, glyphs: glyphs)
  }

  /// What a patient owes, line by line, and the statement as it would go out.
  func body(of section: ItemPage.Section, _ patient: PatientDetail) -> [StyledText] {
    switch section {
    case .lines: debts(patient)
    case .statement: privacy.isMasked ? [] : Array(StatementLines.all(patient).dropFirst())
    default: []
    }
  }

  private func debts(_ patient: PatientDetail) -> [StyledText] {
    var grid = TextGrid([.leading, .leading, .leading, .trailing], indent: 2, flexible: 2)
    for row in patient.debts {
      grid.add([
        StyledText(Wording.date(row.debt.service, today: today)),
        StyledText(privacy.identifier(row.debt.controlNumber)),
        StyledText(
          SafeText(foreign: row.debt.procedure.description),
          row.protection.isEmpty ? .text : .warning),
        StyledText(Wording.money(row.debt.amount)),
      ])
    }
    grid.add([
      StyledText("Open", .title), StyledText(), StyledText(),
      StyledText(Wording.money(patient.open), Style.text.bold),
    ])
    var lines = grid.lines(width: width, glyphs: glyphs)
    for event in patient.statements {
      lines.append(
        StyledText(
          "  \(Wording.date(event.on, today: today))  statement of \(Wording.money(event.amount))",
          .muted))
    }
    for event in patient.payments {
      lines.append(
        StyledText(
          "  \(Wording.date(event.on, today: today))  paid \(Wording.money(event.amount)), \(foreign: event.words)",
          .good))
    }
    if let plan = patient.plan {
      let first = Wording.date(plan.firstDue, today: today)
      lines.append(
        StyledText(
          "  Plan: \(plan.count) of \(Wording.money(plan.installment)) from \(first)", .accent))
    }
    return lines
  }
}
