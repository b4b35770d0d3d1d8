import Billing

/// Supplies that run out: one piece of work for what an order supplied and what ends together.
///
/// The patient may be asked from 30 days before the end of the supply, and it may be shipped from
/// 10 days before (CMS standard documentation requirements, article A55426); both are settings.
enum Resupply {
  /// The supplies that come next, item by item with the units that the limits allow.
  ///
  /// Late is not lost: the work stays open until the supply after it could be shipped, and then
  /// that one takes its place, for at most a year, when the order for supplies is to be renewed.
  static func due(_ facts: SpecialFacts, rules: RuleBook, on today: Day) -> [SpecialDue] {
    var works: [Key: SpecialDue] = [:]
    for supply in SupplyEnd.all(of: facts, rules: rules) {
      guard let fill = nextFill(of: supply, facts, rules: rules, on: today) else { continue }
      let key = Key(order: supply.order, dueOn: fill.dueOn)
      let item = facts.item(supply.procedure, units: fill.units, on: fill.dueOn, rules: rules)
      var work =
        works[key]
        ?? SpecialDue(
          kind: .resupply, patient: facts.patient, order: supply.order, opensOn: fill.opensOn,
          dueOn: fill.dueOn, closesOn: fill.closesOn,
          reason: "The supply of \(supply.servedOn) ends on \(fill.startsOn)",
          needs: [.refillRequest])
      work.items.append(item)
      work.opensOn = max(work.opensOn, fill.opensOn)
      work.closesOn = min(work.closesOn ?? fill.closesOn, fill.closesOn)
      works[key] = work
    }
    return Array(works.values)
  }

  /// Units of a code that its limit still allows for a supply that begins on a day.
  ///
  /// What the rolling window leaves, and no more than as many days as the last supply may use,
  /// unless the last one was larger. Supplies for several windows have the limit of as many.
  static func allowedUnits(
    _ supply: SupplyEnd, on day: Day, _ facts: SpecialFacts, rules: RuleBook
  ) -> Int {
    guard let item = rules.item(supply.code, on: day), let limit = item.unitLimit,
      limit.days > 0
    else { return supply.units }
    let maximum = min(limit.units, largestUnits)
    let window = min(limit.days, longestWindow)
    let windows = max(1, supply.days / window)
    let first = day.adding(days: -window * windows)
    let used = facts.charges
      .filter { $0.procedure.code == supply.code && first < $0.serviceFrom }
      .reduce(0) { min(largestUnits, $0 + min(largestUnits, $1.units)) }
    let share = (maximum * supply.days + window - 1) / window
    return max(0, min(maximum * windows - used, max(share, supply.units)))
  }

  /// More than any supply; keeps the arithmetic from overflowing whatever a file says.
  private static let largestUnits = 1_000_000
  private static let longestWindow = 36_525

  private struct Key: Hashable {
    var order: OrderID
    var dueOn: Day
  }

  /// One supply that comes next.
  private struct Fill {
    /// The day on which nothing is left of the one before.
    var startsOn: Day
    var units: Int
    var opensOn: Day
    var dueOn: Day
    var closesOn: Day

    init(startsOn: Day, units: Int, days: Int, settings: OrderSettings) {
      self.startsOn = startsOn
      self.units = units
      // A supply shorter than a window is not asked for before it was delivered.
      opensOn = startsOn.adding(days: -min(settings.refillContactDays, days))
      dueOn = startsOn.adding(days: -min(settings.refillShipDays, days))
      closesOn = max(dueOn, dueOn.adding(days: days - 1))
    }
  }

  private static func nextFill(
    of supply: SupplyEnd, _ facts: SpecialFacts, rules: RuleBook, on today: Day
  ) -> Fill? {
    guard let item = rules.item(supply.code, on: today), item.effective.contains(supply.endsOn),
      item.baseCodes.isEmpty || facts.has(anyOf: item.baseCodes, on: today),
      var start = firstStart(of: supply, item: item, facts, rules: rules)
    else { return nil }
    let lastStart = supply.servedOn.adding(days: 366)
    while start <= lastStart {
      let fill = Fill(
        startsOn: start, units: allowedUnits(supply, on: start, facts, rules: rules),
        days: supply.days, settings: rules.orders)
      if today <= fill.closesOn { return fill.units > 0 ? fill : nil }
      start = start.adding(days: supply.days)
    }
    return nil
  }

  /// The end of the supply; where the limit was used up early, the first day on which a use falls
  /// out of its window.
  private static func firstStart(
    of supply: SupplyEnd, item: CatalogItem, _ facts: SpecialFacts, rules: RuleBook
  ) -> Day? {
    guard allowedUnits(supply, on: supply.endsOn, facts, rules: rules) == 0 else {
      return supply.endsOn
    }
    let window = min(item.unitLimit?.days ?? supply.days, longestWindow)
    let days = window * max(1, supply.days / max(1, window))
    return facts.charges
      .filter { $0.procedure.code == supply.code }
      .map { $0.serviceFrom.adding(days: days) }
      .filter { $0 > supply.endsOn }
      .sorted()
      .first { allowedUnits(supply, on: $0, facts, rules: rules) > 0 }
  }
}
