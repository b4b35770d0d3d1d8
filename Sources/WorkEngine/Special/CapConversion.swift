import Billing

/// The end of the paid months: the rent stops, and capped equipment becomes the patient's.
///
/// Oxygen equipment stays the supplier's after month 36 (42 CFR 414.226(f)); there is no letter.
enum CapConversion {
  /// The conversion of each rental, and the letter of month 10 where the office sends it.
  static func due(_ facts: SpecialFacts, rules: RuleBook) -> [SpecialDue] {
    facts.rentals.flatMap { rental in
      [conversion(of: rental, facts), tenthMonthLetter(of: rental, facts, rules.orders)]
        .compactMap { $0 }
    }
  }

  private static func conversion(of rental: Rental, _ facts: SpecialFacts) -> SpecialDue? {
    guard let last = RentalCalendar.lastMonth(of: rental) else { return nil }
    let day = last.through.adding(days: 1)
    let after = RentalCalendar.afterCap(rental.category)
    guard rental.pickedUpOn.map({ day < $0 }) ?? true else { return nil }
    if after == .titlePasses, hasLetter(rental, since: day, facts.documents) { return nil }
    return SpecialDue(
      kind: .capConversion, patient: facts.patient, rental: rental.id, order: rental.order,
      opensOn: day, dueOn: day, closesOn: nil,
      reason: "Month \(last.number) of \(rental.procedure.code) was the last: " + sentence(after),
      needs: after == .titlePasses ? [.titleTransfer] : [])
  }

  private static func sentence(_ after: AfterCap) -> String {
    switch after {
    case .titlePasses: "stop the rent and write the title letter"
    case .contentsAndMaintenance: "stop the rent; contents and maintenance are paid from here on"
    case .maintenance: "stop the rent; maintenance is paid from here on"
    case .nothing: "stop the rent"
    }
  }

  private static func tenthMonthLetter(
    of rental: Rental, _ facts: SpecialFacts, _ settings: OrderSettings
  ) -> SpecialDue? {
    guard let day = RentalCalendar.tenthMonthLetterDay(of: rental, settings: settings)
    else { return nil }
    return SpecialDue(
      kind: .capConversion, patient: facts.patient, rental: rental.id, order: rental.order,
      opensOn: day, dueOn: day, closesOn: day.adding(months: 1).adding(days: -1),
      reason: "Month 10 of \(rental.procedure.code): write the purchase option letter")
  }

  private static func hasLetter(_ rental: Rental, since day: Day, _ documents: [Document]) -> Bool {
    documents.contains {
      $0.content.kind == .titleTransfer && ($0.order == nil || $0.order == rental.order)
        && $0.covers(code: rental.procedure.code) && ($0.content.dated.map { day <= $0 } ?? false)
    }
  }
}
