import Billing
import Testing
import WorkEngine

@Suite("Oxygen carries its coverage group")
struct OxygenCarriesItsCoverageGroupTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("no oxygen", from: Made.rent()),
    EditCase("group I", from: Made.rent("E1390")),
    EditCase(
      "none", .hold(reason: "modifier-missing"), from: Made.rent("E1390", modifiers: ["RR"])),
    EditCase(
      "two", .hold(reason: "modifier-invalid"),
      from: Made.rent("E1390", modifiers: ["RR", "N1", "N2"])),
    EditCase(
      "KX on a new one", .hold(reason: "modifier-missing"),
      from: Made.rent("E1390", modifiers: ["RR", "KX"])),
    EditCase("KX on one from before April 2023", from: Made.rent("E1390", modifiers: ["RR", "KX"]))
    {
      $0.rental?.startedOn = Made.day("2023-03-31")
    },
    EditCase(
      "KX on one of April 1", .hold(reason: "modifier-missing"),
      from: Made.rent("E1390", modifiers: ["RR", "KX"])
    ) {
      $0.rental?.startedOn = Made.day("2023-04-01")
    },
    EditCase(
      "neither on an older one", .hold(reason: "modifier-missing"),
      from: Made.rent("E1390", modifiers: ["RR"])
    ) {
      $0.rental?.startedOn = Made.day("2023-03-31")
    },
    EditCase("for a denial", from: Made.rent("E1390", modifiers: ["RR", "GZ"])),
    EditCase("another payer knows no groups", from: Made.rent("E1390", modifiers: ["RR"])) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("maintenance has no group", from: Made.sold("E1390", ["MS"], kind: .service)),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(OxygenCarriesItsCoverageGroup.self) }

}
