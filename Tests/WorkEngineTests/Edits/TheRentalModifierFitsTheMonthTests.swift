import Billing
import Testing
import WorkEngine

@Suite("The rental modifier fits the month")
struct TheRentalModifierFitsTheMonthTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("not rent"),
    EditCase("month 1", from: Made.rent(month: 1)),
    EditCase("month 2", from: Made.rent(month: 2)),
    EditCase("month 3", from: Made.rent(month: 3)),
    EditCase("month 4", from: Made.rent(month: 4)),
    EditCase("month 13", from: Made.rent(month: 13)),
    EditCase(
      "KH in month 2", .fix([.modifiers(["RR", "KI", "KX"])]),
      from: Made.rent(month: 2, modifiers: ["RR", "KH", "KX"])),
    EditCase(
      "KI in month 4", .fix([.modifiers(["RR", "KJ", "KX"])]),
      from: Made.rent(month: 4, modifiers: ["RR", "KI", "KX"])),
    EditCase(
      "KH and KI in month 1", .fix([.modifiers(["RR", "KH"])]),
      from: Made.rent(month: 1, modifiers: ["RR", "KH", "KI"])),
    EditCase(
      "none in month 1", .fix([.modifiers(["RR", "KH", "KX"])]),
      from: Made.rent(month: 1, modifiers: ["RR", "KX"])),
    EditCase("none, for another payer", from: Made.rent(month: 1, modifiers: ["RR"])) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase(
      "a wrong one, for another payer", .fix([.modifiers(["RR", "KJ"])]),
      from: Made.rent(month: 5, modifiers: ["RR", "KH"])
    ) { $0.coverage = Made.coverage(.commercial) },
    EditCase(
      "on oxygen", .fix([.modifiers(["RR", "N1"])]),
      from: Made.rent("E1390", month: 2, modifiers: ["RR", "KI", "N1"])),
    EditCase("a pump's month 15", from: Made.rent("B9002", month: 15)),
    EditCase("the month is not known", .hold(reason: "modifier-missing"), from: Made.rent()) {
      $0.charge.rentalMonth = nil
    },
    EditCase("month nought", .hold(reason: "modifier-missing"), from: Made.rent()) {
      $0.charge.rentalMonth = 0
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheRentalModifierFitsTheMonth.self) }

}
