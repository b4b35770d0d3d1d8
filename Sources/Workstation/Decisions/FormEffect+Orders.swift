// What decisions about orders, charges and special work will do, in words, before Enter is pressed.

import Billing
import Cells
import Desk

extension FormEffect {
  /// What happens to an order or a charge, in one sentence.
  var orderSentence: SafeText {
    switch form.verb {
    case .confirm: confirmation
    case .returnOrder:
      isPlural
        ? "\(subject) go back to \(team), with the cause."
        : "The order goes back to \(team), with the cause; nothing is billed until it returns."
    case .hold: hold
    case .releaseHold: release
    case .attachDocument:
      "The document is indexed; holds that wait for such a one are released where it is valid."
    case .correctCharge: correction
    default:
      "\(charged) is taken out of billing for good; the entry in the ledger is reversed."
    }
  }

  /// What comes of special work, in one sentence.
  var specialSentence: SafeText { form.verb == .fulfil ? fulfilment : contact }

  private var team: SafeText {
    let title = Team(rawValue: form.text("team"))?.title ?? "the front office"
    return SafeText(foreign: title)
  }

  private var charged: SafeText {
    form.detail?.charge.map { "\(Wording.money($0.charge.amount))" } ?? "The charge"
  }

  private var confirmation: SafeText {
    guard let order = form.detail?.order else {
      return isPlural
        ? "\(subject) are confirmed; their charges are made."
        : "The order is confirmed; its charges are made."
    }
    let count = order.order.lines.count
    let total = order.order.lines.map(\.charge).total()
    let verb: SafeText = count == 1 ? "line becomes a charge" : "lines become charges"
    return
      "\(count) \(verb), \(Wording.money(total)) is earned; edits then hold them or make them ready."
  }

  private var hold: SafeText {
    let day = TypedDay.parse(form.text("review"), today: today)
    let review: SafeText =
      day.map { "; looked at again \(Wording.longDate($0, today: today))" } ?? ""
    let what: SafeText =
      form.text("agreement") == "yes"
      ? "The agreement stops: this month and those to come"
      : isPlural ? "\(subject) stop" : "The charge stops"
    return "\(what)\(review)."
  }

  private var release: SafeText {
    let open = form.detail?.charge?.holds.filter(\.hold.isOpen) ?? []
    let months: SafeText = form.text("all-months") == "yes" ? " for all held months" : ""
    guard open.count > 1 else {
      return isPlural
        ? "The holds of \(subject)\(months) are released."
        : "The hold is released\(months); the charge is ready when none is left."
    }
    return form.text("hold").isEmpty
      ? "All \(open.count) holds are released\(months); the charge is ready."
      : "One of \(open.count) holds is released\(months); the others still stop the charge."
  }

  private var correction: SafeText {
    form.corrections == 0
      ? "Nothing is changed yet."
      : "\(Wording.count(form.corrections, "correction")); the edits run again at once."
  }

  private var contact: SafeText {
    let items = form.fields.filter { $0.name.parts.base == "want" }
    let answered = items.filter { !$0.trimmed.isEmpty }
    let wanted = answered.filter { Int($0.trimmed) ?? 0 > 0 }
    guard answered.count == items.count else {
      return
        "Asked so far: \(answered.count) of \(items.count) items. Nothing ships without an answer."
    }
    return wanted.isEmpty
      ? "The patient wants none of it; the work is closed."
      : "The patient wants \(wanted.count) of \(items.count) items; they ship from the due day on."
  }

  private var fulfilment: SafeText {
    let work = form.detail?.special?.work
    return work?.due.kind == .resupply
      ? "Makes the order of what was delivered; it goes to Order confirmation."
      : "Makes the charge of what was done on that day."
  }

  // MARK: What to know

  var orderExtras: [StyledText] {
    switch form.verb {
    case .confirm:
      return (form.detail?.order?.findings ?? []).map { finding in
        StyledText(finding.isBlocking ? "! " : "- ", finding.isBlocking ? .danger : .warning)
          + StyledText(SafeText(foreign: finding.message))
      }
    case .contactPatient, .fulfil:
      guard let special = form.detail?.special else { return [] }
      var lines = [
        StyledText("\(foreign: special.work.due.kind.title): ", .title)
          + StyledText(SafeText(foreign: special.work.due.reason))
      ]
      if form.verb == .fulfil, let refusal = special.refusal {
        lines.append(StyledText("! \(foreign: refusal)", .warning))
      }
      return lines
    case .releaseHold:
      let open = form.detail?.charge?.holds.filter(\.hold.isOpen) ?? []
      guard let row = open.first(where: { String($0.hold.id.rawValue) == form.text("hold") }) else {
        return []
      }
      var lines = [StyledText(privacy.free(row.hold.detail), .muted)]
      if row.hold.isAutomatic {
        lines.append(
          StyledText("- An edit placed it and will place it again unless it is clean.", .warning))
      }
      return lines.filter { $0.columns > 0 }
    default: return []
    }
  }
}

extension OrderLine {
  /// For all units, in cents.
  var charge: Cents {
    let units = Int64(max(0, deliveredUnits))
    let (cents, overflow) = unitCharge.rawValue.multipliedReportingOverflow(by: units)
    return overflow ? .zero : Cents(cents)
  }
}
