import Billing
import Testing

@testable import SampleOffice

@Suite struct CalendarTests {
  @Test(arguments: [
    ("2026-08-01", "2026-08-03"),  // Saturday to Monday
    ("2026-12-25", "2026-12-28"),  // Christmas on a Friday
    ("2026-08-03", "2026-08-03"),
  ])
  func businessDays(from: String, to: String) throws {
    let day = try #require(Day(from))
    #expect(day.nextWorkday.description == to)
  }

  @Test func payDaysAreOfThePayersWeek() {
    for offset in 0..<40 {
      let day = SampleFolder.today.adding(days: offset)
      let paid = day.nextPayDay([.tuesday, .friday])
      #expect(paid >= day && paid - day < 7)
      #expect([.tuesday, .friday].contains(paid.weekday))
    }
  }

  @Test func anAgendaGivesEachDayOnce() {
    let first = SampleFolder.today
    var agenda = Agenda<Int>(from: first, through: first.adding(days: 3))
    let offsets = [0, 3, 4, -1]
    let taken = offsets.map { agenda.add($0, on: first.adding(days: $0)) }
    #expect(taken == [true, true, false, false])
    let given = [0, 0, 3].map { agenda.take(first.adding(days: $0)) }
    #expect(given == [[0], [], [3]])
  }
}
