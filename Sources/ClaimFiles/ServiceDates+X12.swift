import Billing
import X12

extension ServiceDates {
  /// The days of a DTP, nil where it names none; where only the first can be read, that one day.
  init?(_ date: X12QualifiedDate) {
    let days = date.days
    guard let first = Day(ccyymmdd: days.from) else { return nil }
    self.init(first, through: Day(ccyymmdd: days.through))
  }
}

extension X12QualifiedDate {
  /// One day as D8, more as RD8.
  init(_ qualifier: String, _ service: ServiceDates) {
    if service.isOneDay {
      self.init(qualifier, on: service.first.ccyymmdd)
    } else {
      self.init(
        qualifier, from: service.first.ccyymmdd, through: service.through.ccyymmdd)
    }
  }
}
