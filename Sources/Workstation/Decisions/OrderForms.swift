// The fields of the order side's decisions, filled in so that Enter is usually right.

import Billing
import Cells
import Desk

extension FormFactory {
  func orderFields(_ verb: DecisionVerb, detail: ItemDetail?) -> [FormField] {
    switch verb {
    case .confirm: [note()]
    case .returnOrder:
      [cause(detail), team(cause(detail).value), note("What the front office has to put right.")]
    case .cancelOrder: [note("Why the order is cancelled; goes into the history.")]
    case .hold: hold(detail)
    case .releaseHold: release(detail)
    case .attachDocument: document(detail)
    case .correctCharge: correction(detail) + [note()]
    case .withdrawCharge: [note("Why it will never be billed; goes into the history.")]
    case .checkEligibility: [note()]
    case .contactPatient: contact(detail)
    case .fulfil: fulfilment(detail)
    case .decline: [note("Why: not wanted, not needed, no answer after three calls.")]
    case .pickUp: [day(.happenedOn, "Came back on", today, "The day of the pickup."), note()]
    default: []
    }
  }

  private func day(
    _ name: FormField.Name, _ label: SafeText, _ day: Day?, _ help: SafeText
  ) -> FormField {
    FormField(name, label, day?.description ?? "", help: help)
  }

  // MARK: Orders

  private func cause(_ detail: ItemDetail?) -> FormField {
    var found: OrderProblemCause?
    if case .order(let order)? = detail?.orderSide {
      found = (order.findings.first(where: \.isBlocking) ?? order.findings.first)?.cause
    }
    let causes = OrderProblemCause.allCases
    return FormField(
      .cause, "Cause",
      choices: causes.map { FormField.Choice(value: $0.rawValue, title: $0.title) },
      chosen: found.flatMap { causes.firstIndex(of: $0) } ?? 0,
      help: "What the check found first is filled in; left and right choose.")
  }

  private func team(_ cause: String) -> FormField {
    team(OrderProblemCause(rawValue: cause)?.team ?? .intake, "Who has to put it right.")
  }

  private func team(_ team: Team, _ help: SafeText) -> FormField {
    FormField(
      .team, "Team", choices: Team.allCases.map { .init(value: $0.rawValue, title: $0.title) },
      chosen: Team.allCases.firstIndex(of: team) ?? 0, help: help)
  }

  // MARK: Holds

  private func hold(_ detail: ItemDetail?) -> [FormField] {
    // Holds of the system are placed by edits, and released by them.
    let reasons = settings.holdReasons.filter { $0.type != .system }
      .sorted { $0.type == .manual && $1.type != .manual }
    let reason = reasons.first
    var fields = [
      FormField(
        .holdReason, "Reason",
        choices: reasons.map { .init(value: $0.code, title: $0.title) },
        help: "Left and right, or a first letter, choose."),
      team(reason?.team ?? .billing, "Who must act."),
      owner(),
      day(.dated, "Look again", review(reason), "The day of the review, within 30 days."),
    ]
    if detail?.charge?.rental != nil { fields.append(scope("the whole agreement")) }
    return fields + [note("What exactly is missing, and who was asked.")]
  }

  /// When a hold for a reason is looked at again.
  func review(_ reason: HoldReasonRow?) -> Day {
    today.adding(days: max(1, min(30, reason?.reviewDays ?? 7)))
  }

  private func owner() -> FormField {
    let names = [settings.user] + billers.filter { $0 != settings.user }
    return FormField(
      .owner, "Owner",
      choices: names.map { .init(value: $0, title: $0 == settings.user ? $0 + " (you)" : $0) }
        + [.init(value: "", title: "the team")],
      help: "Who must act; left and right choose.")
  }

  private func scope(_ all: String, isAll: Bool = false) -> FormField {
    FormField(
      .scope, "Stops",
      choices: [
        .init(value: "month", title: "this month only"), .init(value: "all", title: all),
      ], chosen: isAll ? 1 : 0, help: "Months to come stop too where it is the agreement.")
  }

  private func release(_ detail: ItemDetail?) -> [FormField] {
    let open = detail?.charge?.holds.filter(\.hold.isOpen) ?? []
    var fields: [FormField] = []
    if !open.isEmpty {
      var choices = open.map {
        FormField.Choice(value: String($0.hold.id.rawValue), title: $0.title)
      }
      if open.count > 1 {
        choices.append(.init(value: "", title: "all \(open.count) open holds"))
      }
      fields.append(
        FormField(.held, "Hold", choices: choices, help: "Which of the open holds."))
    }
    let isAgreement = open.contains {
      if case .rental = $0.hold.subject { true } else { false }
    }
    if isAgreement || detail?.charge?.rental != nil {
      var field = scope("all held months")
      field.label = "Releases"
      field.help = "This month only, or every month that it holds."
      fields.append(field)
    }
    return fields + [
      FormField(
        .evidence, "Evidence", help: "What shows that the reason is gone.", isPrivate: true)
    ]
  }

  // MARK: Documents

  private func document(_ detail: ItemDetail?) -> [FormField] {
    let kinds = DocumentKind.allCases
    let wanted = wantedDocument(detail)
    return [
      FormField(
        .documentKind, "Kind", choices: kinds.map { .init(value: $0.rawValue, title: $0.title) },
        chosen: wanted.flatMap { kinds.firstIndex(of: $0) } ?? 0,
        help: "What is missing first is filled in; left and right choose."),
      day(.dated, "Dated", nil, "Date of the order, visit, test or delivery: nov 3."),
      day(.signedOn, "Signed on", nil, "Empty where it is not signed."),
      FormField(.signer, "Signed by", help: "LAST, FIRST.", isPrivate: true),
      FormField(.number, "Number", help: "Authorization number or UTN.", isPrivate: true),
      FormField(.codes, "Codes", help: "HCPCS codes it speaks of; empty for all of the order."),
      FormField(.granted, "Units", help: "Units or months granted; empty for no limit."),
      day(.validFrom, "Valid from", nil, "May stay empty."),
      day(.validThrough, "Valid through", nil, "May stay empty."),
      FormField(
        .measure, "Result", help: "Where a rule needs one: nights of 4 hours in percent."),
      FormField(
        .fileReference, "File", help: "Where the file lies, in your words.", isPrivate: true),
      note(),
    ]
  }

  /// The document that releases the first hold, that a finding asks for or that evidence lacks.
  private func wantedDocument(_ detail: ItemDetail?) -> DocumentKind? {
    switch detail?.orderSide {
    case .charge(let charge):
      return charge.holds.lazy.filter(\.hold.isOpen).compactMap { row in
        settings.holdReasons.first { $0.code == row.hold.reason }?.document
          ?? DocumentKind.released(byHold: row.hold.reason)
      }.first
    case .special(let special): return special.evidence.first { $0.document == nil }?.kind
    case .order(let order):
      return switch order.findings.first(where: \.isBlocking)?.cause {
      case .missingProofOfDelivery: .proofOfDelivery
      case .authorization: .authorization
      default: .standardWrittenOrder
      }
    case .batch, nil: return nil
    }
  }

  // MARK: Charges

  private func correction(_ detail: ItemDetail?) -> [FormField] {
    guard let charge = detail?.charge?.charge else { return [] }
    return [
      FormField(
        .modifiers, "Modifiers", charge.procedure.modifiers.joined(separator: " "),
        help: "Up to four of two characters, in their order: RR KX KH."),
      FormField(.chargeUnits, "Units", String(charge.units), help: "A whole number."),
      FormField(.chargeAmount, "Charge", Self.plain(charge.amount), help: "For all units."),
      FormField(
        .serial, "Serial number", charge.serialNumber, help: "As on the device.", isPrivate: true),
      FormField(
        .narrative, "Narrative", charge.narrative, help: "NTE text of at most 80 characters."),
      FormField(
        .authorization, "Authorization", charge.authorizationNumber,
        help: "Prior authorization number, REF*G1.", isPrivate: true),
      day(.from, "From", charge.serviceFrom, "First day of service."),
      day(.through, "Through", charge.serviceThrough, "Last day of service."),
      FormField(
        .pointers, "Diagnoses", charge.diagnosisPointers.map(String.init).joined(separator: " "),
        help: "Places of the order's diagnoses, the main one first: 1 2."),
    ]
  }

  // MARK: Special work

  private func contact(_ detail: ItemDetail?) -> [FormField] {
    let work = detail?.special?.work
    let items = (work?.due.items ?? []).enumerated().map { index, item in
      FormField(
        .supply(item: index), SafeText(foreign: item.procedure.description),
        work?.answers.first { $0.code == item.procedure.code }.map { String($0.units) } ?? "",
        help: "Ask for this item: units wanted, at most \(item.units); 0 is a no.",
        placeholder: "0 to \(item.units)")
    }
    return items + [
      FormField(
        .requestedBy, "Asked for by", "the patient",
        help: "Who gave the answer: the patient or a caregiver by name.", isPrivate: true), note(),
    ]
  }

  private func fulfilment(_ detail: ItemDetail?) -> [FormField] {
    let work = detail?.special?.work
    let items = (work?.due.items ?? []).enumerated().map { index, item in
      let wanted = work?.answers.first { $0.code == item.procedure.code }?.units
      return FormField(
        .supply(item: index), SafeText(foreign: item.procedure.description),
        String(wanted ?? item.units), help: "Units delivered, at most \(item.units).")
    }
    return [day(.happenedOn, "Day", today, "The day of the visit, delivery or shipping.")] + items
      + [note()]
  }
}

extension ItemDetail {
  var charge: ChargeDetail? {
    if case .charge(let detail)? = orderSide { detail } else { nil }
  }

  var special: SpecialDetail? {
    if case .special(let detail)? = orderSide { detail } else { nil }
  }

  var order: OrderDetail? {
    if case .order(let detail)? = orderSide { detail } else { nil }
  }

  var batch: BatchDetail? {
    if case .batch(let detail)? = orderSide { detail } else { nil }
  }
}

extension DocumentKind {
  /// The document that a documentation or authorization hold waits for.
  static func released(byHold reason: String) -> DocumentKind? {
    switch reason {
    case "swo-missing", "swo-incomplete": .standardWrittenOrder
    case "wopd-missing": .writtenOrderPriorToDelivery
    case "face-to-face-missing": .faceToFace
    case "sleep-study-missing": .sleepStudy
    case "blood-gas-missing": .bloodGasStudy
    case "continued-use-missing": .continuedUse
    case "pap-evaluation-missing": .usageReport
    case "cmn-missing": .certificateOfMedicalNecessity
    case "abn-missing": .advanceBeneficiaryNotice
    case "refill-request-missing": .refillRequest
    case "proof-of-delivery-missing": .proofOfDelivery
    default: reason.hasPrefix("authorization-") ? .authorization : nil
    }
  }
}

extension DecisionForm {
  /// After a choice: fields that follow from it, as long as nobody typed into them.
  mutating func follow(_ changed: FormField.Name, factory: FormFactory) {
    switch changed {
    case .cause:
      let cause = field(.cause).flatMap { OrderProblemCause(rawValue: $0.value) }
      setPristine(.team, (cause?.team ?? .intake).rawValue)
    case .holdReason:
      let code = field(.holdReason)?.value
      guard let reason = factory.settings.holdReasons.first(where: { $0.code == code }) else {
        return
      }
      setPristine(.team, reason.team.rawValue)
      setPristine(.dated, factory.review(reason).description)
    default: break
    }
  }

  private mutating func setPristine(_ name: FormField.Name, _ value: String) {
    guard let index = fields.firstIndex(where: { $0.name == name }), fields[index].isPristine
    else { return }
    fields[index].set(value)
  }
}
