import Billing
import Testing

@Suite("Allowables")
struct AllowablesTests {
  private static let first = Day("2026-01-01") ?? Day(rawValue: 0)

  private static func book() -> RuleBook {
    var book = RuleBook()
    book.allowables["E0601"] = [
      AllowableRow(code: "E0601", modifier: "RR", amount: Cents(1_000)),
      AllowableRow(code: "E0601", modifier: "RR", state: "OH", amount: Cents(1_100)),
      AllowableRow(code: "E0601", modifier: "RR", family: .medicaid, amount: Cents(1_200)),
      AllowableRow(
        code: "E0601", modifier: "RR", family: .medicaid, state: "OH", amount: Cents(1_301)),
      AllowableRow(code: "E0601", modifier: "KJ", family: .commercial, amount: Cents(500)),
      AllowableRow(
        code: "E0601", modifier: "RR", family: .tricare, amount: Cents(1),
        effective: Validity(through: first)),
      AllowableRow(
        code: "E0601", modifier: "RR", family: .tricare, amount: Cents(3),
        effective: Validity(from: first.adding(days: 10))),
      AllowableRow(
        code: "E0601", modifier: "RR", family: .tricare, amount: Cents(2),
        effective: Validity(from: first.adding(days: 5))),
    ]
    book.allowables["A7030"] = [
      AllowableRow(code: "A7030", modifier: "NU", amount: Cents(90)),
      AllowableRow(code: "A7030", amount: Cents(80)),
      AllowableRow(code: "A7030", family: .medicaid, amount: Cents(70)),
      AllowableRow(code: "A7030", modifier: "UE", amount: Cents(60)),
      AllowableRow(code: "A7030", modifier: "UE", amount: Cents(61)),
    ]
    book.allowables["E0143"] = [
      AllowableRow(code: "E0143", modifier: "RR", amount: Cents(.max))
    ]
    return book
  }

  typealias Case = (
    code: String, modifiers: [String], family: PayerFamily, state: String?, days: Int, cents: Int64?
  )

  static let cases: [Case] = [
    ("E0601", ["RR"], .commercial, nil, 0, 1_000),
    ("E0601", ["RR"], .commercial, "TX", 0, 1_000),
    ("E0601", ["RR"], .commercial, "OH", 0, 1_100),
    ("E0601", ["RR"], .medicaid, "TX", 0, 1_200),
    ("E0601", ["RR", "KH"], .medicaid, "OH", 0, 1_301),
    // Three quarters, rounded half up; a row of its own wins over it.
    ("E0601", ["RR", "KJ"], .medicaid, "OH", 0, 976),
    ("E0601", ["RR", "KJ"], .commercial, "OH", 0, 500),
    ("E0601", ["NU"], .medicaid, "OH", 0, nil),
    ("E0601", [], .medicaid, "OH", 0, nil),
    ("E0601", ["RR"], .tricare, nil, 0, 1),
    ("E0601", ["RR"], .tricare, nil, 1, 1_000),
    ("E0601", ["RR"], .tricare, nil, 5, 2),
    ("E0601", ["RR"], .tricare, nil, 12, 3),
    ("A7030", ["NU"], .other, nil, 0, 90),
    ("A7030", [], .other, nil, 0, 80),
    ("A7030", ["NU"], .medicaid, nil, 0, 70),
    ("A7030", ["UE"], .medicaid, nil, 0, 61),
    ("A7030", ["RR"], .medicaid, nil, 0, nil),
    ("E0143", ["RR", "KJ"], .other, nil, 0, nil),
    ("E9999", ["RR"], .other, nil, 0, nil),
  ]

  @Test("The most specific row in force wins", arguments: cases)
  func rows(test: Case) {
    let found = Self.book().allowable(
      ProcedureCode(test.code, test.modifiers), family: test.family, state: test.state,
      on: Self.first.adding(days: test.days))
    #expect(found == test.cents.map { Cents($0) })
  }

  @Test("The share of later months is a setting")
  func laterRent() {
    var book = Self.book()
    book.orders.laterRentPercent = 40
    let found = book.allowable(
      ProcedureCode("E0601", ["RR", "KJ"]), family: .other, state: nil, on: Self.first)
    #expect(found == Cents(400))
  }
}
