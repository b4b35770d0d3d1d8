package import Billing

/// What may be charged from a piece of special work, and as which lines of an order.
package enum SpecialFulfilment {
  /// Whether the work may be fulfilled on a day: open, not too early, and with its evidence.
  package static func permission(
    _ work: SpecialWork, documents: [Document], rules: RuleBook, on day: Day
  ) -> Permission {
    switch work.standing {
    case .open, .answered: break
    case .done: return .refused("This work is done")
    case .declined: return .refused("The patient declined")
    case .lapsed: return .refused("The window has closed")
    }
    let due = work.due
    guard work.due.dueOn <= day else {
      return .refused("Not before \(due.dueOn): \(tooEarly(due.kind))")
    }
    let missing = missing(work, documents: documents, rules: rules, on: day)
    guard missing.isEmpty else {
      return .refused("Needs: " + missing.map(\.title).joined(separator: ", "))
    }
    return .allowed
  }

  /// Documents that the work still needs, in the order of its needs.
  package static func missing(
    _ work: SpecialWork, documents: [Document], rules: RuleBook, on day: Day
  ) -> [DocumentKind] {
    if work.due.kind == .papTrial {
      let own = documents.filter {
        $0.patient == work.due.patient && ($0.content.dated.map { $0 <= day } ?? false)
      }
      return PapTrial.missing(
        startedOn: work.due.opensOn.adding(days: 1 - rules.orders.papFirstDay),
        order: work.due.order, code: nil, documents: own, settings: rules.orders)
    }
    return work.due.needs.filter {
      SpecialEvidence.document(for: $0, of: work, among: documents, on: day) == nil
    }
  }

  /// The day of service: of the delivery, of the visit, and for what is shipped the day itself.
  package static func serviceDay(
    of work: SpecialWork, documents: [Document], on day: Day
  ) -> Day {
    guard work.due.needs.contains(.deliveryTicket) else { return day }
    return SpecialEvidence.document(for: .deliveryTicket, of: work, among: documents, on: day)?
      .content.dated ?? day
  }

  /// The lines of the order that the work makes; none where it may not be fulfilled, and none for
  /// work that charges nothing (trials, conversions, authorizations, eligibility).
  ///
  /// The office's charge, description and diagnoses come from the patient's latest order line of
  /// each code (`SpecialFacts.latestLines`).
  package static func lines(
    _ work: SpecialWork, documents: [Document], latest: [String: OrderLine], rules: RuleBook,
    on day: Day, delivered: [SupplyAnswer] = []
  ) -> [OrderLine] {
    guard permission(work, documents: documents, rules: rules, on: day) == .allowed
    else { return [] }
    let served = serviceDay(of: work, documents: documents, on: day)
    let items = items(work, documents: documents, on: day).compactMap { item in
      SpecialFulfilment.item(item, delivered: delivered)
    }
    return items.enumerated().map { index, item in
      line(
        number: index + 1, item, of: work.due, documents: documents,
        latest: latest[item.procedure.code], rules: rules, on: served)
    }
  }

  /// An item with the units that were delivered of it; nil where none were.
  private static func item(_ item: SpecialItem, delivered: [SupplyAnswer]) -> SpecialItem? {
    guard let said = delivered.first(where: { $0.code == item.procedure.code }) else { return item }
    guard said.units > 0 else { return nil }
    var item = item
    item.expected = Cents(
      item.expected.rawValue / Int64(max(1, item.units)) * Int64(said.units))
    item.units = said.units
    return item
  }

  private static func tooEarly(_ kind: SpecialKind) -> String {
    switch kind {
    case .resupply: "the supply must not be shipped earlier"
    case .oxygenContents, .capConversion: "the rental months are not over"
    case .usefulLifetime: "the useful lifetime has not ended"
    case .maintenance: "a visit is not paid earlier"
    case .papTrial: "the re-evaluation does not count earlier"
    case .repair, .authorizationRenewal, .eligibilityCheck: "it is not due"
    }
  }

  /// What is charged: of a resupply what the patient said yes to, of contents what was delivered.
  private static func items(
    _ work: SpecialWork, documents: [Document], on day: Day
  ) -> [SpecialItem] {
    let due = work.due
    switch due.kind {
    case .papTrial, .capConversion, .authorizationRenewal, .eligibilityCheck: return []
    case .usefulLifetime, .maintenance, .repair: return due.items
    case .oxygenContents:
      guard
        let ticket = SpecialEvidence.document(
          for: .deliveryTicket, of: work, among: documents, on: day)
      else { return [] }
      return due.items.filter { ticket.covers(code: $0.procedure.code) }
    case .resupply:
      let request = SpecialEvidence.document(
        for: .refillRequest, of: work, among: documents, on: day)
      return SpecialEvidence.answers(request?.content.answers ?? [], of: due).compactMap { answer in
        guard let item = due.items.first(where: { $0.procedure.code == answer.code })
        else { return nil }
        let (units, all) = (Int64(answer.units), Int64(max(1, item.units)))
        return SpecialItem(
          procedure: item.procedure, units: answer.units,
          expected: Cents(item.expected.rawValue / all * units))
      }
    }
  }

  private static func line(
    number: Int, _ item: SpecialItem, of due: SpecialDue, documents: [Document],
    latest: OrderLine?, rules: RuleBook, on day: Day
  ) -> OrderLine {
    let code = item.procedure.code
    let known = rules.item(code, on: day)
    let isSupply = due.kind == .resupply
    let days = isSupply ? daysSupplied(item, latest: latest, known: known) : nil
    let authorization = documents.first {
      $0.content.kind == .authorization && $0.patient == due.patient && $0.covers(code: code)
        && $0.content.valid.contains(day) && $0.unitsLeft ?? 1 > 0
    }
    return OrderLine(
      number: number, kind: kind(of: item, due), procedure: item.procedure,
      description: latest?.description ?? known?.title ?? "", prescribedUnits: item.units,
      deliveredUnits: item.units, daysSupplied: days, unitCharge: unitCharge(item, latest),
      authorizationNumber: authorization?.content.number ?? "",
      narrative: narrative(of: item, due, days: days),
      diagnosisPointers: latest?.diagnosisPointers ?? [])
  }

  private static func kind(of item: SpecialItem, _ due: SpecialDue) -> LineKind {
    switch due.kind {
    case .usefulLifetime: item.procedure.modifiers.contains("RR") ? .rental : .purchase
    case .maintenance: .service
    case .repair: item.procedure.modifiers.contains("RB") ? .purchase : .service
    default: .supply
    }
  }

  /// The office's charge of the last time; where it was charged otherwise (rent before a visit),
  /// what the payer is expected to allow, in cents.
  private static func unitCharge(_ item: SpecialItem, _ latest: OrderLine?) -> Cents {
    if let latest, latest.procedure.pricingModifier == item.procedure.pricingModifier {
      return latest.unitCharge
    }
    return Cents(item.expected.rawValue / Int64(max(1, item.units)))
  }

  /// As long as the last supply lasted, by its units; else by the limit of the code.
  private static func daysSupplied(
    _ item: SpecialItem, latest: OrderLine?, known: CatalogItem?
  ) -> Int? {
    if let days = latest?.daysSupplied, let units = latest?.deliveredUnits, units > 0, days > 0 {
      let (product, isTooLarge) = days.multipliedReportingOverflow(by: item.units)
      return isTooLarge ? days : max(1, product / units)
    }
    return known.flatMap { SupplyEnd.days(of: item.units, item: $0) }
  }

  /// Words that the line needs (domain reference 6.4).
  private static func narrative(of item: SpecialItem, _ due: SpecialDue, days: Int?) -> String {
    switch due.kind {
    case .usefulLifetime: "Replacement: useful lifetime ended \(due.dueOn)"
    case .repair: Repair.narrative(code: item.procedure.code, reason: due.reason)
    default: days.map { $0 > 31 ? "\($0)-day supply" : "" } ?? ""
    }
  }
}
