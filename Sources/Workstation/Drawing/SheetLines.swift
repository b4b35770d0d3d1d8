import Billing
import Cells
import Desk

/// What a staged answer will post, as lines of text: where each line goes, what moves, what stays open.
struct SheetLines {
  var sheet: PostingSheet
  var glyphs: Glyphs
  var width: Int

  func lines() -> [StyledText] {
    var result: [StyledText] = []
    if let problem = sheet.problem {
      result += wrapped(
        StyledText("  ! ", .danger) + StyledText("\(foreign: problem.sentence)", .danger))
    }
    result += targets() + steps()
    for note in sheet.notes {
      result += wrapped(StyledText("  - ", .warning) + StyledText("\(foreign: note)"))
    }
    return result + balances()
  }

  /// Where lines go that do not simply stand side by side with the claim's.
  private func targets() -> [StyledText] {
    sheet.lines.filter { $0.position > 0 && ($0.isHeld || $0.targets != [$0.position]) }.flatMap {
      line -> [StyledText] in
      let goes: SafeText =
        line.isHeld
        ? "stays in suspense"
        : line.targets.isEmpty
          ? "goes to no line"
          : "goes to line \(foreign: line.targets.map(String.init).joined(separator: ", "))"
      let name: SafeText =
        "  Line \(line.position), \(foreign: line.procedure.description) for \(Wording.money(line.charge))"
      return wrapped(StyledText("\(name), \(goes)."))
    }
  }

  private func steps() -> [StyledText] {
    guard !sheet.steps.isEmpty else {
      return sheet.problem == nil ? [StyledText("  No money moves.", .muted)] : []
    }
    return sheet.steps.flatMap { step -> [StyledText] in
      var grid = TextGrid([.leading, .trailing], indent: 4, flexible: 0)
      for (account, amount) in step.totals {
        grid.add([StyledText(account.words, .muted), StyledText(Wording.money(amount))])
      }
      return wrapped(StyledText("  ") + StyledText("\(foreign: step.title)", Style.text.bold))
        + grid.lines(width: width, glyphs: glyphs)
    }
  }

  private func balances() -> [StyledText] {
    let changed = sheet.balances.filter { $0.before != $0.after }
    guard !changed.isEmpty else { return [] }
    var grid = TextGrid(
      [.leading, .trailing, .trailing, .trailing], indent: 2, flexible: 0)
    grid.add([
      StyledText("Open afterwards", .muted), StyledText("payer", .muted),
      StyledText("next", .muted), StyledText("patient", .muted),
    ])
    for change in changed {
      grid.add([
        StyledText("\(change.number)  \(foreign: change.procedure.description)"),
        amount(change.after.payer), amount(change.after.nextPayer), amount(change.after.patient),
      ])
    }
    return grid.lines(width: width, glyphs: glyphs)
  }

  private func amount(_ amount: Cents) -> StyledText {
    StyledText(
      Wording.money(amount), amount < .zero ? .danger : amount == .zero ? .muted : .text)
  }

  private func wrapped(_ line: StyledText) -> [StyledText] {
    Paragraph([line], hanging: 4).wrapped(width: width)
  }
}

extension LedgerAccount {
  /// What people call the account.
  var words: SafeText {
    switch self {
    case .cash: "Cash"
    case .bank: "Bank"
    case .suspense: "Paid, out of suspense"
    case .unbilledReceivable: "Unbilled"
    case .payerReceivable: "Open with the payer"
    case .nextPayerReceivable: "Open with the next payer"
    case .patientReceivable: "Open with the patient"
    case .revenue: "Revenue"
    case .contractualAdjustment: "Contractual"
    case .otherAdjustment: "Other reductions"
    case .writeOff: "Written off"
    case .interestIncome: "Interest"
    case .recoupment: "Taken back or to be taken back"
    case .forwardingBalance: "Carried forward"
    case .providerAdjustment: "Provider adjustment"
    case .paymentDifference: "The payer's difference"
    case .refund: "Given back"
    case .patientCash: "Paid by the patient"
    }
  }
}
