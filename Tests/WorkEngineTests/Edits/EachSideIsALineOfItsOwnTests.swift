import Billing
import Testing
import WorkEngine

@Suite("Each side isa line of its own")
struct EachSideIsALineOfItsOwnTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("no sides"),
    EditCase("right", from: Made.sold("L1833", ["RT"])),
    EditCase("left", from: Made.sold("L1833", ["LT"])),
    EditCase(
      "both on one line", .hold(reason: "modifier-invalid"),
      from: Made.sold("L1833", ["RT", "LT"])),
    EditCase("neither", .hold(reason: "modifier-missing"), from: Made.sold("L1833", [])),
    EditCase(
      "two units of one side", .hold(reason: "modifier-invalid"),
      from: Made.sold("L1833", ["RT"], units: 2)),
    EditCase("three inserts for one foot", from: Made.sold("A5512", ["LT"], units: 3)),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(EachSideIsALineOfItsOwn.self) }

}
