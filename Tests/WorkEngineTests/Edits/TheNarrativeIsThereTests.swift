import Billing
import Testing
import WorkEngine

@Suite("The narrative is there")
struct TheNarrativeIsThereTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("none is needed"),
    EditCase(
      "a repair without words", .hold(reason: "narrative-missing"), from: Made.sold("K0739", ["RB"])
    ),
    EditCase("a repair with words", from: Made.sold("K0739", ["RB"])) {
      $0.charge.narrative = "MOTOR REPLACED"
    },
    EditCase(
      "the order has the words", .fix([.narrative("MOTOR REPLACED")]),
      from: Made.sold("K0739", ["RB"])
    ) {
      $0.order.lines[0].narrative = "MOTOR REPLACED"
    },
    EditCase(
      "a replacement without words", .hold(reason: "narrative-missing"),
      from: Made.sold("E0143", ["NU", "RA"])),
    EditCase(
      "words that every replacement bears", .hold(reason: "narrative-missing"),
      from: Made.sold("E0143", ["NU", "RA"])
    ) { $0.charge.narrative = "REPL" },
    EditCase("a replacement of what is described", from: Made.sold("E0143", ["NU", "RA"])) {
      $0.order.lines[0].description = "Walker with wheels"
      $0.charge.narrative = "REPL"
    },
    EditCase("lower case", .fix([.narrative("MOTOR REPLACED")])) {
      $0.charge.narrative = "Motor replaced"
    },
    EditCase("separators", .fix([.narrative("MOTOR  REPLACED  ")])) {
      $0.charge.narrative = "MOTOR: REPLACED~\n"
    },
    EditCase("letters of another language", .hold(reason: "narrative-missing")) {
      $0.charge.narrative = "MOTOR DÉFECTUEUX"
    },
    EditCase("80 characters") { $0.charge.narrative = String(repeating: "A", count: 80) },
    EditCase("81 characters", .hold(reason: "narrative-missing")) {
      $0.charge.narrative = String(repeating: "A", count: 81)
    },
    EditCase(
      "three months of supplies", .fix([.narrative("90 DAY SUPPLY")]),
      from: Made.sold("A7032", [], kind: .supply)
    ) {
      $0.order.lines[0].daysSupplied = 90
    },
    EditCase("three months of supplies, another payer", from: Made.sold("A7032", [], kind: .supply))
    {
      $0.order.lines[0].daysSupplied = 90
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("a month of supplies", from: Made.sold("A7032", [], kind: .supply)) {
      $0.order.lines[0].daysSupplied = 31
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheNarrativeIsThere.self) }

}
