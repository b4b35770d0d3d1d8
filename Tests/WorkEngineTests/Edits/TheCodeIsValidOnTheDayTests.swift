import Billing
import Testing
import WorkEngine

@Suite("The code is valid on the day")
struct TheCodeIsValidOnTheDayTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("bought new"),
    EditCase("five digits are a code", .warn, from: Made.sold("99070", [])),
    EditCase("lower case", .hold(reason: "code-invalid"), from: Made.sold("e0143")),
    EditCase("too short", .hold(reason: "code-invalid"), from: Made.sold("E014")),
    EditCase("letters among the digits", .hold(reason: "code-invalid"), from: Made.sold("E01A3")),
    EditCase("nothing", .hold(reason: "code-invalid"), from: Made.sold("")),
    EditCase("not in the catalogue", .warn, from: Made.sold("E9999")),
    EditCase(
      "ended before the day", .hold(reason: "code-invalid"), from: Made.sold("K0553", [])),
    EditCase("on its last day", from: Made.sold("K0553", [], on: "2022-12-31")),
    EditCase(
      "new and rented", .hold(reason: "modifier-invalid"), from: Made.sold("E0143", ["NU", "RR"])),
    EditCase(
      "neither new nor used", .hold(reason: "modifier-missing"), from: Made.sold("E0143", [])),
    EditCase(
      "bought, neither new nor used, for another payer", .hold(reason: "modifier-missing"),
      from: Made.sold("E0143", [])
    ) { $0.coverage = Made.coverage(.commercial) },
    EditCase("neither, for another payer", .warn, from: Made.sold("E0143", [], kind: .supply)) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase(
      "rented supplies, for another payer", .hold(reason: "modifier-invalid"),
      from: Made.sold("A7030", ["RR"])
    ) { $0.coverage = Made.coverage(.commercial) },
    EditCase(
      "Medicare rents a PAP device", .hold(reason: "modifier-invalid"),
      from: Made.sold("E0601", ["NU"])),
    EditCase("a plan buys a PAP device", from: Made.sold("E0601", ["NU"])) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("a power wheelchair is bought", from: Made.sold("K0823", ["NU", "BP"])),
    EditCase("a lost device is replaced", from: Made.sold("E0601", ["NU", "RA"])),
    EditCase("a denial is expected", from: Made.sold("E0601", ["NU", "EY"])),
    EditCase(
      "rent without RR", .fix([.modifiers(["RR", "KH"])]), from: Made.rent(modifiers: ["KH"])),
    EditCase("rent with RR", from: Made.rent()),
    EditCase(
      "rented supplies", .hold(reason: "modifier-invalid"), from: Made.sold("A7030", ["RR"])),
    EditCase(
      "a ventilator is not sold", .hold(reason: "modifier-invalid"),
      from: Made.sold("E0465", ["NU"])),
    EditCase("contents have no price modifier", from: Made.sold("E0441", [], kind: .supply)),
    EditCase("repair is priced by its words", from: Made.sold("K0739", ["RB"])),
    EditCase("maintenance", from: Made.sold("E1390", ["MS"], kind: .service)),
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheCodeIsValidOnTheDay.self) }

}
