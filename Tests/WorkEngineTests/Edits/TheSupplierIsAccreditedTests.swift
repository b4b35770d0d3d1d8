import Billing
import Testing
import WorkEngine

@Suite("The supplier is accredited")
struct TheSupplierIsAccreditedTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("the office is not described"),
    EditCase("accredited", rules: Made.rulesOfOffice),
    EditCase(
      "not for orthoses", .hold(reason: "not-accredited"), from: Made.sold("L1833", ["RT"]),
      rules: Made.rulesOfOffice),
    EditCase("a code that is not known", from: Made.sold("E9999"), rules: Made.rulesOfOffice),
    EditCase("no categories: all of them", from: Made.sold("L1833", ["RT"]), rules: ofAll),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheSupplierIsAccredited.self) }

  private static var ofAll: RuleBook {
    var rules = Made.rulesOfOffice
    rules.supplier?.accreditedFor = []
    return rules
  }
}
