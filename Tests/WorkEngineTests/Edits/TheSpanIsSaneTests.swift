import Billing
import Testing
import WorkEngine

@Suite("The span is sane")
struct TheSpanIsSaneTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("one day"),
    EditCase("ends before it begins", .hold(reason: "dates-invalid")) {
      $0.charge.serviceThrough = Made.day("2026-05-31")
    },
    EditCase("today", on: Made.day("2026-06-01")),
    EditCase("tomorrow", .hold(reason: "dates-invalid"), on: Made.day("2026-05-31")),
    EditCase("a supply that lasts beyond today") {
      $0.charge.serviceThrough = Made.day("2026-08-29")
    },
    EditCase("more than a year", .hold(reason: "dates-invalid")) {
      $0.charge.serviceThrough = Made.day("2027-06-03")
    },
    EditCase("before birth", .hold(reason: "dates-invalid")) {
      $0.order.patient.birthDate = Made.day("2026-06-02")
    },
    EditCase("over New Year, Medicare", from: overNewYear()),
    EditCase("over New Year, a plan", .warn, from: overNewYear()) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("a month of rent", from: Made.rent(month: 3)),
    EditCase("rent before its start", .hold(reason: "dates-invalid"), from: Made.rent()) {
      $0.rental?.startedOn = Made.day("2026-01-11")
    },
    EditCase("rent on the day of pickup", from: Made.rent(month: 3)) {
      $0.rental?.pickedUpOn = Made.day("2026-03-10")
    },
    EditCase("rent after the pickup", .hold(reason: "dates-invalid"), from: Made.rent(month: 3)) {
      $0.rental?.pickedUpOn = Made.day("2026-03-09")
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheSpanIsSane.self) }

  private static func overNewYear() -> ChargeReview {
    var review = Made.sold("A7032", [], on: "2025-12-01", kind: .supply)
    review.charge.serviceThrough = Made.day("2026-02-28")
    return review
  }
}
