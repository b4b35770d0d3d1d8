import Billing
import Testing
import WorkEngine

@Suite("Policy modifiers exclude each other")
struct PolicyModifiersExcludeEachOtherTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("KX alone", from: Made.rent()),
    EditCase("nothing where nothing is asked"),
    EditCase(
      "KX and GA", .hold(reason: "modifier-invalid"), .hold(reason: "abn-missing"),
      from: Made.sold("A7030", ["KX", "GA"])),
    EditCase(
      "KX and GZ", .hold(reason: "modifier-invalid"), from: Made.sold("A7030", ["KX", "GZ"])),
    EditCase(
      "GY and GZ", .hold(reason: "modifier-invalid"), from: Made.sold("A7030", ["GY", "GZ"])),
    EditCase(
      "what the rules exclude", .hold(reason: "modifier-invalid"),
      from: Made.sold("A7030", ["KS", "KX"])),
    EditCase(
      "none where the policy asks", .hold(reason: "modifier-missing"),
      from: Made.sold("A7030", [])),
    EditCase("none, of a payer that does not ask", from: Made.sold("A7030", [])) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("not ordered", from: Made.sold("A7030", ["EY"])),
    EditCase("GZ needs no notice", from: Made.sold("A7030", ["GZ"])),
    EditCase("GA without a notice", .hold(reason: "abn-missing"), from: Made.sold("A7030", ["GA"])),
    EditCase("GA with a notice", from: Made.sold("A7030", ["GA"])) {
      $0.documents.append(Made.document(.advanceBeneficiaryNotice, "2026-06-01"))
    },
    EditCase(
      "a notice after the service", .hold(reason: "abn-missing"), from: Made.sold("A7030", ["GA"])
    ) {
      $0.documents.append(Made.document(.advanceBeneficiaryNotice, "2026-06-02"))
    },
    EditCase("GX with GY and its notice", from: Made.sold("A7030", ["GY", "GX"])) {
      $0.documents.append(Made.document(.advanceBeneficiaryNotice, "2026-05-30"))
    },
    EditCase("wounds are counted", from: Made.sold("A6212", ["A2"])),
    EditCase(
      "wounds are not counted", .hold(reason: "modifier-missing"), from: Made.sold("A6212", [])),
    EditCase("wounds, for another payer", .warn, from: Made.sold("A6212", [])) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("wounds, for a denial", from: Made.sold("A6212", ["GY"])),
    EditCase("the oxygen group is another edit's", from: Made.rent("E1390", modifiers: ["RR"])),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(PolicyModifiersExcludeEachOther.self) }

}
