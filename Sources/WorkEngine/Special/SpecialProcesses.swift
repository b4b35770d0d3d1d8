package import Billing

/// All work that the calendar brings for one patient (domain reference 1.7).
///
/// Pure, and the same piece of work for as long as its facts stay the same: kind, patient, rental,
/// order, document and due day name it, whatever the day on which it is asked for.
package enum SpecialProcesses {
  /// Work that is open on a day or opens within the horizon, the earliest due first.
  ///
  /// Repairs are not among it: a person opens them (`Repair`). A horizon of 0 days gives what may
  /// be worked today.
  package static func due(
    _ facts: SpecialFacts, rules: RuleBook, on today: Day, horizonDays: Int
  ) -> [SpecialDue] {
    let supplies = Resupply.due(facts, rules: rules, on: today)
    let all =
      supplies
      + OxygenContents.due(facts, rules: rules, on: today, horizonDays: horizonDays)
      + UsefulLifetime.due(facts, rules: rules)
      + Maintenance.due(facts, rules: rules)
      + PapTrial.due(facts, rules: rules)
      + CapConversion.due(facts, rules: rules)
      + AuthorizationRenewal.due(facts, supplies: supplies, rules: rules, on: today)
      + EligibilityCheck.due(facts, supplies: supplies, rules: rules, on: today)
    let lastOpening = today.adding(days: max(0, horizonDays))
    return
      all
      .filter { $0.opensOn <= lastOpening && isOpen($0, facts, on: today) }
      .sorted { $0.place < $1.place }
  }
}

extension SpecialProcesses {
  /// Days for which the ticket of a delivery or visit may still come in after the last day on
  /// which it could take place.
  package static let ticketDays = 31

  /// Whether work is still to be done: its window is open, a ticket may still come, or one did
  /// and is not charged.
  private static func isOpen(_ due: SpecialDue, _ facts: SpecialFacts, on today: Day) -> Bool {
    guard let closesOn = due.closesOn, closesOn < today else { return true }
    guard due.needs.contains(.deliveryTicket) else { return false }
    if today <= closesOn.adding(days: ticketDays) { return true }
    let work = SpecialWork(id: SpecialID(0), due: due, standing: .open)
    return SpecialEvidence.document(
      for: .deliveryTicket, of: work, among: facts.documents, on: today) != nil
  }
}

extension SpecialDue {
  /// Order of a patient's work: by due day, kind, subject.
  fileprivate var place: Place {
    Place(
      dueOn: dueOn, kind: SpecialKind.allCases.firstIndex(of: kind) ?? 0,
      rental: rental?.rawValue ?? 0, order: order?.rawValue ?? 0,
      document: document?.rawValue ?? 0)
  }
}

private struct Place: Comparable {
  var dueOn: Day
  var kind: Int
  var rental: Int64
  var order: Int64
  var document: Int64

  static func < (left: Place, right: Place) -> Bool {
    (left.dueOn, left.kind, left.rental, left.order, left.document)
      < (right.dueOn, right.kind, right.rental, right.order, right.document)
  }
}
