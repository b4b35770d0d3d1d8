import Billing

/// The maintenance visit (`MS`) of equipment whose rental months are over.
///
/// Not before six months after the last of them, then no more often than every six months, until
/// the useful lifetime ends; the day of service is the day of the visit (42 CFR 414.210(e)(5);
/// domain reference 7.5). Which codes have it is data.
enum Maintenance {
  /// Days before a visit from which it may be arranged.
  static let noticeDays = 30

  /// The next visit of each piece of equipment that has them.
  static func due(_ facts: SpecialFacts, rules: RuleBook) -> [SpecialDue] {
    facts.rentals.compactMap { rental in
      guard let conversion = RentalCalendar.conversionDay(of: rental), rental.pickedUpOn == nil,
        let item = rules.item(rental.procedure.code, on: conversion), item.hasMaintenance
      else { return nil }
      let visits = facts.charges.filter {
        $0.procedure.code == rental.procedure.code && $0.procedure.pricingModifier == "MS"
          && conversion <= $0.serviceFrom
      }
      let from = visits.last?.serviceFrom ?? conversion
      let dueOn = from.adding(months: rules.orders.maintenanceMonths)
      let end = UsefulLifetime.end(of: rental, settings: rules.orders)
      guard dueOn < end else { return nil }
      let procedure = ProcedureCode(rental.procedure.code, ["MS"])
      return SpecialDue(
        kind: .maintenance, patient: facts.patient, rental: rental.id, order: rental.order,
        items: [facts.item(procedure, units: 1, on: dueOn, rules: rules)],
        opensOn: dueOn.adding(days: -noticeDays), dueOn: dueOn, closesOn: end.adding(days: -1),
        reason: visits.last.map { "Last visit on \($0.serviceFrom)" }
          ?? "The rental months ended on \(conversion.adding(days: -1))",
        needs: [.deliveryTicket])
    }
  }
}
