import Billing
import Testing

@Suite("Days of a service")
struct ServiceDatesTests {
  private static func dates(_ first: Int32, _ through: Int32? = nil) -> ServiceDates {
    ServiceDates(Day(rawValue: first), through: through.map(Day.init(rawValue:)))
  }

  @Test("one day is its own end")
  func oneDay() {
    let day = Self.dates(20_000)
    #expect(day.through == day.first)
    #expect(day.isOneDay && day.isInOrder && day.dayCount == 1)
    #expect(day.description == "2024-10-04")
    #expect(Self.dates(20_000, 20_030).description == "2024-10-04 to 2024-11-03")
    #expect(Self.dates(20_000, 20_030).dayCount == 31)
  }

  @Test("both ends are included")
  func contains() {
    let dates = Self.dates(10, 20)
    #expect(
      [9, 10, 20, 21].map { dates.contains(Day(rawValue: $0)) } == [false, true, true, false])
  }

  @Test("two overlap where a day is in both, whichever is asked")
  func overlaps() {
    for first in Int32(0)...6 {
      for length in Int32(-1)...3 {
        let (one, other) = (Self.dates(2, 4), Self.dates(first, first + length))
        let isShared = (Int32(-5)...12).contains { day in
          one.contains(Day(rawValue: day)) && other.contains(Day(rawValue: day))
        }
        #expect(one.overlaps(other) == isShared, "\(other)")
        #expect(other.overlaps(one) == isShared, "\(other)")
      }
    }
  }

  @Test("what ends before it begins holds no day")
  func backwards() {
    let dates = Self.dates(20, 10)
    #expect(!dates.isInOrder && !dates.contains(Day(rawValue: 15)) && !dates.overlaps(dates))
  }

  @Test("the span of several services reaches from the earliest to the latest")
  func spanning() {
    #expect(ServiceDates(spanning: []) == nil)
    #expect(
      ServiceDates(spanning: [Self.dates(5, 9), Self.dates(2), Self.dates(3, 12)])
        == Self.dates(2, 12))
  }
}
