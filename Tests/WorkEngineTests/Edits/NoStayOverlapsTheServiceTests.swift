import Billing
import Testing
import WorkEngine

@Suite("No stay overlaps the service")
struct NoStayOverlapsTheServiceTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("no stay"),
    EditCase("in hospital", .hold(reason: "stay-overlap")) {
      $0.order.stays = [stay(.hospital, "2026-05-30", "2026-06-03")]
    },
    EditCase("admitted on the day", .hold(reason: "stay-overlap")) {
      $0.order.stays = [stay(.nursingFacility, "2026-06-01", nil)]
    },
    EditCase("discharged on the day") {
      $0.order.stays = [stay(.hospital, "2026-05-30", "2026-06-01")]
    },
    EditCase("before") { $0.order.stays = [stay(.hospital, "2026-05-01", "2026-05-31")] },
    EditCase("after") { $0.order.stays = [stay(.hospital, "2026-06-02", nil)] },
    EditCase("the second of two stays", .hold(reason: "stay-overlap")) {
      $0.order.stays = [
        stay(.hospital, "2026-01-01", "2026-01-05"), stay(.hospital, "2026-05-31", "2026-06-02"),
      ]
    },
    EditCase("hospice on its last day", .hold(reason: "stay-overlap")) {
      $0.order.stays = [stay(.hospice, "2026-05-01", "2026-06-01")]
    },
    EditCase("hospice, of another illness") {
      $0.order.stays = [stay(.hospice, "2026-05-01", nil)]
      $0.charge.procedure.modifiers = ["NU", "GW"]
    },
    EditCase("a month of rent", .hold(reason: "stay-overlap"), from: Made.rent(month: 2)) {
      $0.order.stays = [stay(.hospital, "2026-02-09", "2026-02-20")]
    },
    EditCase("a stay within the month", from: Made.rent(month: 2)) {
      $0.order.stays = [stay(.hospital, "2026-02-11", "2026-02-20")]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(NoStayOverlapsTheService.self) }

  private static func stay(_ kind: Stay.Kind, _ from: String, _ through: String?) -> Stay {
    Stay(kind: kind, from: Made.day(from), through: through.map(Made.day))
  }
}
