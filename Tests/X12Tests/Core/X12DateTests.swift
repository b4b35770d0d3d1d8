// Days and periods.

import Testing
import X12

struct X12DateTests {
  @Test(
    arguments: [
      ("20260105", 20_260_105), ("20240229", 20_240_229), ("20250229", 0), ("20000229", 20_000_229),
      ("19000229", 0), ("20261301", 0), ("20260001", 0), ("20260100", 0), ("20260431", 0),
      ("20261231", 20_261_231), ("2026010", 0), ("202601050", 0), ("2026O105", 0), ("", 0),
      ("260105", 20_260_105), ("261305", 0), ("00000000", 0), ("17991231", 0), ("2026-1-5", 0),
      ("2026010:", 0), ("２０２", 0),
    ] as [(String, Int32)])
  func readsDaysOfTheCalendar(_ text: String, _ day: Int32) {
    let bytes = Array(text.utf8)
    #expect(bytes.day(bytes.whole) == day)
  }

  @Test func readsPeriods() {
    let bytes = Array("20251201-20251231".utf8)
    let period = X12Date.period(bytes.span, ByteRange(0, bytes.count))
    #expect(period.from == 20_251_201)
    #expect(period.to == 20_251_231)
    let day = X12Date.period(bytes.span, ByteRange(0, 8))
    #expect(day.from == day.to)
  }

  @Test func everyDayOfManyYearsIsFoundOnce() {
    for year in 1999...2032 {
      var days = 0
      for month in 1...12 {
        for day in 1...31 where X12Date.isCalendarDate(Int32(year * 10_000 + month * 100 + day)) {
          days += 1
        }
      }
      #expect(days == (year % 4 == 0 ? 366 : 365))
    }
  }
}
