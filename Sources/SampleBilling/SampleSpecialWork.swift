import Billing
import Desk
import Operations

/// What the made-up biller does about work that the calendar brings.
enum SampleSpecialWork {
  /// The steps that can be taken today, in their order.
  static func decisions(
    _ detail: SpecialDetail, draw: UInt64, _ office: Office
  ) -> [Decision] {
    let work = detail.work
    let due = work.due
    let today = office.today
    let fulfil = Decision(.fulfil(Fulfilment(on: today, delivered: work.answers)))
    switch due.kind {
    case .resupply:
      if work.standing == .open { return [contact(due, draw: draw, detail)] }
      return today >= due.dueOn ? [fulfil] : []
    case .papTrial:
      guard today >= due.dueOn else { return [] }
      if draw % 14 == 0 { return [Decision(.decline, note: "The patient gave the device back")] }
      return [
        attach(.usageReport, on: today, due, value: 81), attach(.faceToFace, on: today, due),
        fulfil,
      ]
    case .authorizationRenewal:
      return [renewal(due, on: today), fulfil]
    case .eligibilityCheck:
      return []
    case .oxygenContents, .maintenance, .repair, .capConversion, .usefulLifetime:
      guard today >= due.dueOn else { return [] }
      return due.needs.map { attach($0, on: today, due) } + [fulfil]
    }
  }

  private static func contact(
    _ due: SpecialDue, draw: UInt64, _ detail: SpecialDetail
  ) -> Decision {
    // Some want nothing this time, some only a part of it.
    let answers = due.items.enumerated().map { index, item in
      let wants = draw % 9 != 0 && (index == 0 || draw % 4 != 0)
      return SupplyAnswer(code: item.procedure.code, units: wants ? item.units : 0)
    }
    return Decision(
      .contactPatient(PatientAnswer(answers, requestedBy: detail.patient.listName)),
      note: "Asked by telephone")
  }

  private static func attach(
    _ kind: DocumentKind, on day: Day, _ due: SpecialDue, value: Int? = nil
  ) -> Decision {
    Decision(
      .attachDocument(
        DocumentDraft(
          kind: kind, dated: day, signedOn: day, signer: "SAMPLE", value: value,
          fileReference: "special-\(kind.rawValue)-\(due.patient.rawValue)-\(day)")))
  }

  private static func renewal(_ due: SpecialDue, on day: Day) -> Decision {
    Decision(
      .attachDocument(
        DocumentDraft(
          kind: .authorization, dated: day,
          valid: Validity(
            from: min(day, due.dueOn), through: max(day, due.dueOn).adding(days: 180)),
          codes: due.items.map(\.procedure.code),
          number: "SPR\(due.patient.rawValue)-\(day.ccyymmdd)", unitsGranted: 6,
          fileReference: "renewal-\(due.patient.rawValue)-\(day)")))
  }
}
