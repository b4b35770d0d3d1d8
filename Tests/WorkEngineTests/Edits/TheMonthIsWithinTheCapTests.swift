import Billing
import Testing
import WorkEngine

@Suite("The month is within the cap")
struct TheMonthIsWithinTheCapTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("not rent"),
    EditCase("month 13 of 13", from: Made.rent(month: 13)),
    EditCase("month 14 of 13", .hold(reason: "rental-past-cap"), from: Made.rent(month: 14)),
    EditCase("month 36 of oxygen", from: Made.rent("E1390", month: 36)),
    EditCase(
      "month 37 of oxygen", .hold(reason: "rental-past-cap"), from: Made.rent("E1390", month: 37)),
    EditCase("month 40 with no end", from: Made.rent("E0465", month: 40)),
    EditCase("an agreement with no end", from: Made.rent(month: 20)) { $0.rental?.capMonths = nil },
    EditCase(
      "no agreement: the catalogue's cap", .hold(reason: "rental-past-cap"),
      from: Made.rent(month: 14)
    ) {
      $0.rental = nil
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheMonthIsWithinTheCap.self) }

}
