import Billing
import Testing
import WorkEngine

@Suite("The quantity is within the limit")
struct TheQuantityIsWithinTheLimitTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("no limit", from: Made.sold("E0143", ["NU"], units: 9)),
    EditCase("one mask", from: Made.sold("A7030", ["KX"])),
    EditCase(
      "two masks", .hold(reason: "frequency-limit"), from: Made.sold("A7030", ["KX"], units: 2)),
    EditCase("two masks, another payer", .warn, from: Made.sold("A7030", [], units: 2)) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("two masks, one of which was lost", from: Made.sold("A7030", ["RA", "KX"], units: 2)),
    EditCase("two masks for a denial", from: Made.sold("A7030", ["GZ"], units: 2)),
    EditCase(
      "a mask 79 days before", .hold(reason: "frequency-limit"), from: Made.sold("A7030", ["KX"])
    ) {
      $0.history = [Made.other("A7030", from: "2026-03-14")]
    },
    EditCase(
      "a mask 80 days before, the refill being ten days early", from: Made.sold("A7030", ["KX"])
    ) {
      $0.history = [Made.other("A7030", from: "2026-03-13")]
    },
    EditCase("a mask 79 days before, withdrawn", from: Made.sold("A7030", ["KX"])) {
      $0.history = [Made.other("A7030", from: "2026-03-14")]
      $0.history[0].standing = .withdrawn
    },
    EditCase("another item before", from: Made.sold("A7030", ["KX"])) {
      $0.history = [Made.other("A7032", units: 9, from: "2026-05-30")]
    },
    EditCase("a later one counts for itself", from: Made.sold("A7030", ["KX"])) {
      $0.history = [Made.other("A7030", from: "2026-06-10", id: 200)]
    },
    EditCase(
      "the second line of one day", .hold(reason: "frequency-limit"),
      from: Made.sold("A7030", ["KX"])
    ) {
      $0.history = [Made.other("A7030", from: "2026-06-01", id: 99, order: 1)]
    },
    EditCase(
      "the second line of one day, with a window shorter than a refill may be early",
      .hold(reason: "frequency-limit"), from: Made.sold("A7030", ["KX"])
    ) {
      $0.item?.unitLimit?.days = 1
      $0.history = [Made.other("A7030", from: "2026-06-01", id: 99, order: 1)]
    },
    EditCase("the first line of one day", from: Made.sold("A7030", ["KX"])) {
      $0.history = [Made.other("A7030", from: "2026-06-01", id: 101, order: 1)]
    },
    EditCase("three months at once", from: Made.sold("A7032", [], units: 6, kind: .supply)) {
      $0.order.lines[0].daysSupplied = 90
    },
    EditCase(
      "seven for three months", .hold(reason: "frequency-limit"),
      from: Made.sold("A7032", [], units: 7, kind: .supply)
    ) {
      $0.order.lines[0].daysSupplied = 90
    },
    EditCase("three months by the span of the charge", from: Made.sold("A7032", [], units: 6)) {
      $0.charge.serviceThrough = Made.day("2026-08-29")
    },
    EditCase(
      "a span that still runs", .hold(reason: "frequency-limit"),
      from: Made.sold("A7032", [], units: 2)
    ) {
      $0.history = [Made.other("A7032", units: 6, from: "2026-04-01", through: "2026-06-29")]
    },
    EditCase("rent of two units", .hold(reason: "frequency-limit"), from: Made.rent()) {
      $0.charge.units = 2
    },
    EditCase(
      "units beyond all arithmetic", .hold(reason: "frequency-limit"),
      from: Made.sold("A7030", ["KX"], units: .max)
    ) {
      $0.history = [Made.other("A7030", units: .max, from: "2026-05-30")]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheQuantityIsWithinTheLimit.self) }

}
