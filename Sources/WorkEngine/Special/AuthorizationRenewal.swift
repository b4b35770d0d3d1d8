package import Billing

/// Authorizations that run out while they are still needed, by their dates or by their units.
package enum AuthorizationRenewal {
  /// The days on which an authorization's end is looked at: 30, 14 and 7 days before, by the
  /// office's settings, the earliest first.
  package static func notices(before lapse: Day, settings: OrderSettings) -> [Day] {
    settings.authorizationNotices.map { lapse.adding(days: -max(0, $0)) }.sorted()
  }

  /// Authorizations that a rental month or resupply still to come needs and that will not cover it.
  static func due(
    _ facts: SpecialFacts, supplies: [SpecialDue], rules: RuleBook, on today: Day
  ) -> [SpecialDue] {
    facts.documents.filter { $0.content.kind == .authorization }.compactMap { document in
      guard let lapse = lapse(of: document, facts, supplies, on: today),
        !isSucceeded(document, at: lapse.on, facts)
      else { return nil }
      return SpecialDue(
        kind: .authorizationRenewal, patient: facts.patient, order: document.order,
        document: document.id,
        opensOn: notices(before: lapse.on, settings: rules.orders).first ?? lapse.on,
        dueOn: lapse.on, closesOn: nil, reason: lapse.reason, needs: [.authorization])
    }
  }

  private struct Lapse {
    /// First day of service without authorization.
    var on: Day
    var reason: String
  }

  private static func lapse(
    of document: Document, _ facts: SpecialFacts, _ supplies: [SpecialDue], on today: Day
  ) -> Lapse? {
    let services = comingServices(of: document, facts, supplies, on: today)
    let byUnits = document.unitsLeft.flatMap { left -> Lapse? in
      var rest = left
      for service in services {
        rest -= service.units
        if rest < 0 {
          let reason = "Authorization \(document.content.number): units left \(left), not enough "
          return Lapse(on: service.on, reason: reason + "for \(service.code) of \(service.on)")
        }
      }
      return nil
    }
    let byDate = document.content.valid.through.flatMap { end -> Lapse? in
      guard services.contains(where: { $0.on > end }) else { return nil }
      return Lapse(
        on: end.adding(days: 1),
        reason: "Authorization \(document.content.number) ends on \(end)")
    }
    guard let byUnits, let byDate else { return byUnits ?? byDate }
    return byUnits.on < byDate.on ? byUnits : byDate
  }

  private struct Service {
    var on: Day
    var code: String
    var units: Int
  }

  /// What is to be served under an authorization and is not charged yet, in order of time: the
  /// months of its rentals up to their cap, and the next supply of each of its codes.
  private static func comingServices(
    of document: Document, _ facts: SpecialFacts, _ works: [SpecialDue], on today: Day
  ) -> [Service] {
    let ahead = max(today, document.content.valid.through ?? today).adding(months: 14)
    let rentals = facts.rentals.filter {
      (document.order == nil || document.order == $0.order)
        && document.covers(code: $0.procedure.code)
    }
    let months = rentals.flatMap { rental -> [Service] in
      let billed = facts.charges.last { $0.rental == rental.id && $0.rentalMonth != nil }
      return RentalCalendar.dueMonths(of: rental, billedThrough: billed?.serviceFrom, on: ahead)
        .map { Service(on: $0.from, code: rental.procedure.code, units: 1) }
    }
    let supplies =
      works
      .filter { document.order == nil || document.order == $0.order }
      .flatMap { work in
        work.items.filter { document.covers(code: $0.procedure.code) }.map {
          Service(on: work.dueOn, code: $0.procedure.code, units: $0.units)
        }
      }
    return (months + supplies)
      .filter { service in document.content.valid.from.map { $0 <= service.on } ?? true }
      .sorted { ($0.on, $0.code) < ($1.on, $1.code) }
  }

  /// Whether another authorization of the same codes is good on the day on which this one is not.
  private static func isSucceeded(
    _ document: Document, at day: Day, _ facts: SpecialFacts
  ) -> Bool {
    facts.documents.contains { other in
      other.content.kind == .authorization && other.id != document.id
        && (other.order == nil || other.order == document.order)
        && other.content.valid.contains(day)
        && (other.unitsLeft ?? 1) > 0
        && (other.content.codes.isEmpty
          || document.content.codes.contains(where: other.content.codes.contains))
    }
  }
}
