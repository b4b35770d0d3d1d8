import Billing
import Rules
import Testing
import WorkEngine

@Suite("Deadline dates")
struct DeadlineDatesTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    var rule: String
    var clock: String
    var safe: String
    var legal: String
    var testDescription: String { rule + " from " + clock }
  }

  /// The vectors of domain reference 2.6.
  static let vectors = [
    Vector(rule: "medicare-initial", clock: "2025-03-15", safe: "2026-03-13", legal: "2026-03-15"),
    Vector(rule: "medicare-initial", clock: "2024-02-29", safe: "2025-02-28", legal: "2025-02-28"),
    Vector(rule: "medicare-initial", clock: "2023-03-15", safe: "2024-03-15", legal: "2024-03-15"),
    Vector(rule: "medicare-initial", clock: "2025-07-04", safe: "2026-07-02", legal: "2026-07-04"),
    Vector(
      rule: "medicare-redetermination", clock: "2026-01-05", safe: "2026-05-05",
      legal: "2026-05-10"),
    Vector(
      rule: "medicare-redetermination", clock: "2025-11-28", safe: "2026-03-27",
      legal: "2026-04-02"),
    Vector(
      rule: "medicare-reconsideration", clock: "2026-03-02", safe: "2026-08-28",
      legal: "2026-09-03"),
    Vector(rule: "medicare-hearing", clock: "2026-03-02", safe: "2026-05-01", legal: "2026-05-06"),
    Vector(rule: "cigna-initial", clock: "2025-12-31", safe: "2026-03-31", legal: "2026-03-31"),
    Vector(
      rule: "medicaid-tx-initial", clock: "2025-03-15", safe: "2025-06-18", legal: "2025-06-18"),
    Vector(rule: "uhc-initial", clock: "2025-03-15", safe: "2025-06-13", legal: "2025-06-13"),
    Vector(rule: "ma-appeal", clock: "2026-01-05", safe: "2026-03-06", legal: "2026-03-11"),
    Vector(rule: "fep-initial", clock: "2025-03-15", safe: "2026-12-31", legal: "2026-12-31"),
    Vector(
      rule: "medicaid-oh-initial", clock: "2024-02-29", safe: "2025-02-28", legal: "2025-02-28"),
    Vector(
      rule: "medicaid-sd-appeal", clock: "2025-11-30", safe: "2026-02-27", legal: "2026-02-28"),
  ]

  @Test("Safe and legal day", arguments: vectors)
  func dates(vector: Vector) throws {
    let rule = try #require(Made.rules().deadlines.first { $0.id == vector.rule })
    let dates = rule.dates(from: day(vector.clock))
    #expect(dates.safe == day(vector.safe))
    #expect(dates.legal == day(vector.legal))
  }

  @Test("A limit in business days skips weekends and holidays")
  func businessDays() {
    let rule = DeadlineRule(
      id: "x", kind: .documentRequest, family: .other, count: 5, unit: .businessDays,
      clock: .notice, presumedReceiptDays: 2, source: "", confidence: .high)
    // Wednesday; Friday is the observed Independence Day.
    let dates = rule.dates(from: day("2026-07-01"))
    #expect(dates.safe == day("2026-07-09"))
    #expect(dates.legal == day("2026-07-10"))
  }

  @Test("The safe day is a business day and never after the legal day")
  func safeIsSafe() throws {
    for rule in try Made.rules().deadlines {
      for offset in stride(from: 0, to: 400, by: 9) {
        let dates = rule.dates(from: day("2024-01-01").adding(days: offset))
        #expect(dates.safe.isBusinessDay && dates.safe <= dates.legal, "\(rule.id) +\(offset)")
      }
    }
  }
}
