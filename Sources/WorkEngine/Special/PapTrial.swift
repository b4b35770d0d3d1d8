package import Billing

/// The first three months of a PAP device: whether it helps, and whether it is used.
///
/// A re-evaluation between day 31 and day 91, and four hours on 70 % of the nights of 30
/// consecutive days (LCD L33718; domain reference 7.6). Without both, month 4 and later are held
/// by the edit of the pre-submission edits.
package enum PapTrial {
  /// Days 31 to 91, day 1 being the setup.
  package static func window(
    of rental: Rental, settings: OrderSettings
  ) -> (first: Day, last: Day) {
    (
      rental.startedOn.adding(days: settings.papFirstDay - 1),
      rental.startedOn.adding(days: settings.papLastDay - 1)
    )
  }

  /// Whether a rental is one whose use must be shown: the rules ask for a sleep study or a usage
  /// report, and it was not taken over after its trial.
  package static func applies(to rental: Rental, rules: RuleBook) -> Bool {
    guard rental.category == .cappedRental, rental.firstMonth < 4,
      let item = rules.item(rental.procedure.code, on: rental.startedOn)
    else { return false }
    return item.documents.contains(.sleepStudy) || item.documents.contains(.usageReport)
  }

  /// What is still missing of the evidence, empty where the trial is passed.
  package static func missing(
    of rental: Rental, documents: [Document], settings: OrderSettings
  ) -> [DocumentKind] {
    missing(
      startedOn: rental.startedOn, order: rental.order, code: rental.procedure.code,
      documents: documents, settings: settings)
  }

  /// What is missing of a trial that is known by its first day and its order.
  static func missing(
    startedOn: Day, order: OrderID?, code: String?, documents: [Document], settings: OrderSettings
  ) -> [DocumentKind] {
    let first = startedOn.adding(days: settings.papFirstDay - 1)
    let last = startedOn.adding(days: settings.papLastDay - 1)
    let own = documents.filter { document in
      (document.order == nil || order == nil || document.order == order)
        && (code.map { document.covers(code: $0) } ?? true)
    }
    var missing: [DocumentKind] = []
    let isUsed = own.contains {
      $0.content.kind == .usageReport && $0.content.value ?? 0 >= settings.papUsagePercent
        && dated($0, from: startedOn, through: last)
    }
    if !isUsed { missing.append(.usageReport) }
    let isEvaluated = own.contains {
      ($0.content.kind == .faceToFace || $0.content.kind == .continuedUse)
        && dated($0, from: first, through: last)
    }
    if !isEvaluated { missing.append(.faceToFace) }
    return missing
  }

  /// The trials whose evidence is not complete, open from day 31 to day 91.
  static func due(_ facts: SpecialFacts, rules: RuleBook) -> [SpecialDue] {
    facts.rentals.compactMap { rental in
      let window = window(of: rental, settings: rules.orders)
      guard applies(to: rental, rules: rules),
        rental.pickedUpOn.map({ window.first < $0 }) ?? true,
        !missing(of: rental, documents: facts.documents, settings: rules.orders).isEmpty
      else { return nil }
      return SpecialDue(
        kind: .papTrial, patient: facts.patient, rental: rental.id, order: rental.order,
        opensOn: window.first, dueOn: window.first, closesOn: window.last,
        reason: "Re-evaluation and usage of \(rental.procedure.code) by \(window.last): month 4 "
          + "waits for both",
        needs: [.usageReport, .faceToFace])
    }
  }

  private static func dated(_ document: Document, from: Day, through: Day) -> Bool {
    document.content.dated.map { from <= $0 && $0 <= through } ?? false
  }
}
