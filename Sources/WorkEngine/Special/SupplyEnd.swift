import Billing

/// How long a patient's supply of one code lasts.
struct SupplyEnd: Equatable {
  var code: String
  /// The order of the latest supply.
  var order: OrderID
  /// As it was charged the last time.
  var procedure: ProcedureCode
  var servedOn: Day
  /// Units of the latest day of service.
  var units: Int
  /// Days that the latest supply lasts.
  var days: Int
  /// The first day on which nothing is left: last day of service and the days supplied
  /// (domain reference 1.7).
  var endsOn: Day

  /// The supply of every code that runs out and is filled again, by code.
  static func all(of facts: SpecialFacts, rules: RuleBook) -> [SupplyEnd] {
    var latest: [String: SupplyEnd] = [:]
    for charge in facts.charges where charge.rental == nil {
      let code = charge.procedure.code
      let line = facts.line(of: charge)
      guard let item = rules.item(code, on: charge.serviceFrom), isRefilled(item, line: line),
        let days = daysSupplied(charge, line: line, item: item)
      else { continue }
      var end = SupplyEnd(
        code: code, order: charge.order, procedure: charge.procedure, servedOn: charge.serviceFrom,
        units: charge.units, days: days, endsOn: charge.serviceFrom.adding(days: days))
      // Two lines of one day are one supply.
      if let earlier = latest[code], earlier.servedOn == end.servedOn {
        end.units = min(1_000_000, end.units) + min(1_000_000, earlier.units)
        end.endsOn = max(end.endsOn, earlier.endsOn)
        end.days = end.endsOn - end.servedOn
      }
      latest[code] = end
    }
    return latest.values.sorted { $0.code < $1.code }
  }

  /// Days that units of a code last by its limit; nil where there is none.
  static func days(of units: Int, item: CatalogItem) -> Int? {
    guard let limit = item.unitLimit, limit.units > 0, limit.days > 0 else { return nil }
    let (product, isTooLarge) = max(1, units).multipliedReportingOverflow(by: limit.days)
    return isTooLarge ? nil : min(max(1, product / limit.units), longestSupply)
  }

  private static func isRefilled(_ item: CatalogItem, line: OrderLine?) -> Bool {
    switch item.category {
    case .oxygen, .cappedRental, .frequentServicing, .therapeuticShoe, .customized: false
    case .supply, .ostomyUrological, .surgicalDressing, .drug: line?.kind != .rental
    default: line?.kind == .supply
    }
  }

  private static func daysSupplied(
    _ charge: Charge, line: OrderLine?, item: CatalogItem
  ) -> Int? {
    if let days = line?.daysSupplied, days > 0 { return min(days, longestSupply) }
    let span = charge.serviceThrough - charge.serviceFrom + 1
    if span > 1 { return min(span, longestSupply) }
    return days(of: charge.units, item: item)
  }

  /// No supply of the trade lasts longer than a year and a day.
  private static let longestSupply = 366
}
