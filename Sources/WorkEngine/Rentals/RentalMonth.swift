package import Billing

/// One month of a rental: a day of service of its own, and the days it pays for.
package struct RentalMonth: Hashable, Sendable {
  /// From 1; counts the months that were billed, not those that went by.
  package var number: Int
  /// The anniversary: the day of service of the month's charge.
  package var from: Day
  /// The day before the next anniversary.
  package var through: Day

  package init(number: Int, from: Day, through: Day) {
    self.number = number
    self.from = from
    self.through = through
  }
}

/// What a category pays for once all its rental months are paid (domain reference 7.4 and 7.5).
package enum AfterCap: String, Sendable, CaseIterable {
  /// Capped rental: the equipment is the patient's; repairs only (42 CFR 414.229(f)).
  case titlePasses = "title-passes"
  /// Oxygen: it stays the supplier's, who is paid for contents and maintenance
  /// (42 CFR 414.226(f)).
  case contentsAndMaintenance = "contents-and-maintenance"
  /// Parenteral and enteral pumps: maintenance.
  case maintenance
  /// Nothing more is paid.
  case nothing
}
