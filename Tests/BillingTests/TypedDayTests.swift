import Billing
import Desk
import Testing

@Suite("Days as they are typed")
struct TypedDayTests {
  /// A Saturday.
  static let today = Day(year: 2026, month: 11, day: 21) ?? Day(rawValue: 0)

  @Test(
    "are read",
    arguments: [
      ("today", "2026-11-21"), ("Tomorrow", "2026-11-22"), ("yesterday", "2026-11-20"),
      ("3", "2026-11-24"), ("3d", "2026-11-24"), ("+2w", "2026-12-05"), ("-1m", "2026-10-21"),
      ("1y", "2027-11-21"), ("2 days", nil), ("mon", "2026-11-23"), ("saturday", "2026-11-28"),
      ("2026-11-24", "2026-11-24"), ("20261124", "2026-11-24"), ("11/24", "2026-11-24"),
      ("1/5", "2027-01-05"), ("11/24/2027", "2027-11-24"), ("11/24/27", "2027-11-24"),
      ("nov 24", "2026-11-24"), ("Nov 24", "2026-11-24"), ("nov24", "2026-11-24"),
      ("jan 5", "2027-01-05"), ("november 24, 2027", "2027-11-24"), ("13/1", nil), ("2/30", nil),
      ("", nil), ("x", nil), ("99999d", nil), ("+", nil), ("mo", nil),
    ])
  func areRead(text: String, expected: String?) {
    #expect(TypedDay.parse(text, today: Self.today)?.description == expected)
  }
}
