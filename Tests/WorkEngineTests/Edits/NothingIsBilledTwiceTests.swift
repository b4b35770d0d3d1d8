import Billing
import Testing
import WorkEngine

@Suite("Nothing is billed twice")
struct NothingIsBilledTwiceTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("nothing else"),
    EditCase("the same a second time", .hold(reason: "duplicate")) {
      $0.history = [Made.other("E0143", ["NU"], from: "2026-06-01")]
    },
    EditCase("the first of the two goes out") {
      $0.history = [Made.other("E0143", ["NU"], from: "2026-06-01", id: 101)]
    },
    EditCase("the later one was billed", .hold(reason: "duplicate")) {
      $0.history = [Made.other("E0143", ["NU"], from: "2026-06-01", id: 101)]
      $0.history[0].standing = .billed(ClaimID(1), ClaimLineID(1))
    },
    EditCase("the other was withdrawn") {
      $0.history = [Made.other("E0143", ["NU"], from: "2026-06-01")]
      $0.history[0].standing = .withdrawn
    },
    EditCase("another day") { $0.history = [Made.other("E0143", ["NU"], from: "2026-05-31")] },
    EditCase("another side", from: Made.sold("L1833", ["RT"])) {
      $0.history = [Made.other("L1833", ["LT"], from: "2026-06-01")]
    },
    EditCase(
      "the same modifiers in another order", .hold(reason: "duplicate"),
      from: Made.sold("L1833", ["RT", "KX"])
    ) {
      $0.history = [Made.other("L1833", ["KX", "RT"], from: "2026-06-01")]
    },
    EditCase("the month of one rental twice", .hold(reason: "duplicate"), from: Made.rent(month: 2))
    {
      $0.history = [Made.other("E0601", ["RR"], from: "2026-02-09", month: 2)]
      $0.history[0].rental = RentalID(7)
    },
    EditCase("the months of one rental", from: Made.rent(month: 2)) {
      $0.history = [Made.other("E0601", ["RR", "KH", "KX"], from: "2026-01-10", month: 1)]
      $0.history[0].rental = RentalID(7)
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(NothingIsBilledTwice.self) }

}
