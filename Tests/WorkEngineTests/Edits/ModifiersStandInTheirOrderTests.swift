import Billing
import Testing
import WorkEngine

@Suite("Modifiers stand in their order")
struct ModifiersStandInTheirOrderTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("none", from: Made.sold("E0143", [])),
    EditCase("one"),
    EditCase("price, policy, information", from: Made.sold("L1833", ["NU", "KX", "RT"])),
    EditCase(
      "policy before price", .fix([.modifiers(["RR", "KH", "KX"])]),
      from: Made.sold("E0601", ["KX", "RR", "KH"])),
    EditCase(
      "information before policy", .fix([.modifiers(["NU", "KX", "RT"])]),
      from: Made.sold("L1833", ["NU", "RT", "KX"])),
    EditCase(
      "lower case", .fix([.modifiers(["RR", "KX"])]), from: Made.sold("E0601", ["rr", "kx"])),
    EditCase(
      "twice", .fix([.modifiers(["NU", "KX"])]), from: Made.sold("E0143", ["NU", "KX", "nu"])),
    EditCase("blanks", .fix([.modifiers(["NU"])]), from: Made.sold("E0143", [" NU", ""])),
    EditCase("three letters", .hold(reason: "modifier-invalid"), from: Made.sold("E0143", ["NEW"])),
    EditCase("one that the rules do not know", .warn, from: Made.sold("E0143", ["NU", "CQ"])),
    EditCase(
      "none is unknown where the rules know none", from: Made.sold("E0143", ["NU", "CQ"]),
      rules: RuleBook()),
    EditCase("four", from: Made.sold("E0143", ["NU", "KX", "GW", "CR"])),
    EditCase(
      "five", .fix([.modifiers(["NU", "KX", "RT", "99"]), .narrative("MODIFIERS GW CR")]),
      from: Made.sold("E0143", ["NU", "KX", "RT", "GW", "CR"])),
    EditCase(
      "five, with words that were there",
      .fix([.modifiers(["NU", "KX", "RT", "99"]), .narrative("MODIFIERS GW CR; LOST IN MOVE")]),
      from: Made.sold("E0143", ["NU", "KX", "RT", "GW", "CR"])
    ) { $0.charge.narrative = "LOST IN MOVE" },
    EditCase(
      "five, and no room", .hold(reason: "modifier-invalid"),
      from: Made.sold("E0143", ["NU", "KX", "RT", "GW", "CR"])
    ) {
      $0.charge.narrative = String(repeating: "A", count: 70)
    },
    EditCase("three and 99", from: Made.sold("E0143", ["NU", "KX", "RT", "99"])),
    EditCase(
      "99 goes last", .fix([.modifiers(["NU", "KX", "RT", "99"])]),
      from: Made.sold("E0143", ["99", "NU", "KX", "RT"])),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(ModifiersStandInTheirOrder.self) }

}
