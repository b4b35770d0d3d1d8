import Billing

/// The reasonable useful lifetime of equipment: five years from the initial delivery.
///
/// The patient may have new equipment then, with a new order, `RA` and month 1 again; a unit that
/// was swapped in between starts nothing (42 CFR 414.210(f); domain reference 7.5 and 7.7).
enum UsefulLifetime {
  /// Days before the end from which the patient may be asked.
  static let noticeDays = 30

  /// The first day on which the equipment may be replaced.
  static func end(of rental: Rental, settings: OrderSettings) -> Day {
    RentalCalendar.firstDelivery(of: rental).adding(years: settings.usefulLifetimeYears)
  }

  /// Equipment whose lifetime ends, rented (capped or oxygen) and bought.
  static func due(_ facts: SpecialFacts, rules: RuleBook) -> [SpecialDue] {
    rented(facts, rules: rules) + bought(facts, rules: rules)
  }

  private static func rented(_ facts: SpecialFacts, rules: RuleBook) -> [SpecialDue] {
    facts.rentals.compactMap { rental in
      let end = end(of: rental, settings: rules.orders)
      guard rental.category == .cappedRental || rental.category == .oxygen,
        rental.pickedUpOn == nil,
        !isReplaced(rental.procedure.code, on: end, since: rental.startedOn, facts)
      else { return nil }
      let given = rental.procedure.modifiers.filter { $0 != "KX" } + ["RA"]
      let procedure = ProcedureCode(
        rental.procedure.code,
        RentalModifiers.of(month: 1, category: rental.category, given: given, rules: rules))
      return due(
        procedure, rental: rental.id, order: rental.order, end: end,
        delivered: RentalCalendar.firstDelivery(of: rental), facts, rules: rules)
    }
  }

  private static func bought(_ facts: SpecialFacts, rules: RuleBook) -> [SpecialDue] {
    var latest: [String: Charge] = [:]
    for charge in facts.charges where charge.rental == nil && isEquipment(charge, facts, rules) {
      latest[charge.procedure.code] = charge
    }
    // What one order brought on one day ends on one day: one piece of work.
    var works: [Key: SpecialDue] = [:]
    for charge in latest.values.sorted(by: { $0.procedure.code < $1.procedure.code }) {
      let end = charge.serviceFrom.adding(years: rules.orders.usefulLifetimeYears)
      guard !isReplaced(charge.procedure.code, on: end, since: charge.serviceFrom, facts)
      else { continue }
      var modifiers = charge.procedure.modifiers.filter { $0 != "UE" && $0 != "NU" && $0 != "KX" }
      modifiers = RentalModifiers.placed(["NU", "RA"] + modifiers, rules: rules)
      let work = due(
        ProcedureCode(charge.procedure.code, modifiers), rental: nil, order: charge.order,
        end: end, delivered: charge.serviceFrom, facts, rules: rules)
      works[Key(order: charge.order, end: end), default: work].add(work)
    }
    return Array(works.values)
  }

  private struct Key: Hashable {
    var order: OrderID
    var end: Day
  }

  /// Bought equipment that lasts: inexpensive and capped items with a serial number.
  private static func isEquipment(
    _ charge: Charge, _ facts: SpecialFacts, _ rules: RuleBook
  ) -> Bool {
    guard let item = rules.item(charge.procedure.code, on: charge.serviceFrom),
      item.isSerialized, charge.procedure.pricingModifier != "MS"
    else { return false }
    return item.category == .inexpensive || item.category == .cappedRental
  }

  /// Whether the same code was started again when the lifetime was over, or nearly.
  private static func isReplaced(
    _ code: String, on end: Day, since start: Day, _ facts: SpecialFacts
  ) -> Bool {
    let first = end.adding(days: -noticeDays)
    return facts.rentals.contains {
      $0.procedure.code == code && $0.startedOn > start && $0.startedOn >= first
    }
      || facts.charges.contains {
        $0.procedure.code == code && $0.rental == nil && $0.serviceFrom > start
          && $0.serviceFrom >= first && $0.procedure.pricingModifier != "MS"
      }
  }

  private static func due(
    _ procedure: ProcedureCode, rental: RentalID?, order: OrderID, end: Day, delivered: Day,
    _ facts: SpecialFacts, rules: RuleBook
  ) -> SpecialDue {
    SpecialDue(
      kind: .usefulLifetime, patient: facts.patient, rental: rental, order: order,
      items: [facts.item(procedure, units: 1, on: end, rules: rules)],
      opensOn: end.adding(days: -noticeDays), dueOn: end, closesOn: nil,
      reason: "\(procedure.code) was first delivered on \(delivered): the patient may choose new "
        + "equipment from \(end)",
      needs: needs(rules.item(procedure.code, on: end)))
  }

  /// A new order and what the code asks for; a replaced PAP device needs a visit that shows
  /// continued use instead of a new sleep study (domain reference 7.6).
  private static func needs(_ item: CatalogItem?) -> [DocumentKind] {
    var needs: [DocumentKind] = [.standardWrittenOrder]
    for kind in item?.documents ?? [] {
      let needed = kind == .sleepStudy || kind == .usageReport ? .faceToFace : kind
      if !needs.contains(needed) { needs.append(needed) }
    }
    return needs
  }
}

extension SpecialDue {
  /// Takes in the items and needs of another piece of the same work that are not in it yet.
  fileprivate mutating func add(_ other: SpecialDue) {
    items += other.items.filter { !items.contains($0) }
    needs += other.needs.filter { !needs.contains($0) }
  }
}
