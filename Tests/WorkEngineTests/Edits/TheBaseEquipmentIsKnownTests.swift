import Billing
import Testing
import WorkEngine

@Suite("The base equipment is known")
struct TheBaseEquipmentIsKnownTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("it stands alone"),
    EditCase(
      "not on file", .hold(reason: "base-equipment-unknown"), from: Made.sold("A7030", ["KX"])),
    EditCase("not on file, another payer", .warn, from: Made.sold("A7030", ["KX"])) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("in the patient's charges", from: Made.sold("A7030", ["KX"])) {
      $0.history = [Made.other("E0601", ["RR"], from: "2025-01-01")]
    },
    EditCase(
      "in a charge that was withdrawn", .hold(reason: "base-equipment-unknown"),
      from: Made.sold("A7030", ["KX"])
    ) {
      $0.history = [Made.other("E0601", ["RR"], from: "2025-01-01")]
      $0.history[0].standing = .withdrawn
    },
    EditCase("on the same order", from: Made.sold("A7030", ["KX"])) {
      $0.order.lines.append(
        OrderLine(
          number: 2, kind: .rental, procedure: ProcedureCode("E0601", ["RR"]), unitCharge: Cents(1))
      )
    },
    EditCase("in the narrative", from: Made.sold("A7030", ["KX"])) {
      $0.charge.narrative = "E0601 PURCHASED 03/2024"
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheBaseEquipmentIsKnown.self) }

}
