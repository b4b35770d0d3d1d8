import Billing
import Testing
import WorkEngine

/// More diagnoses than a claim or a line takes are found.
struct TheDiagnosesFitOnAClaimTests {
  private static let cases: [OrderCheckCase] = [
    .passes("two", MadeOrder.review()),
    .passes("none: the edit says so", MadeOrder.review { $0.diagnoses = [] }),
    .blocks(
      "thirteen", MadeOrder.review { $0.diagnoses = (10...22).map { "J\($0)" } }, "13 diagnoses"),
    .passes("twelve", MadeOrder.review { $0.diagnoses = (10...21).map { "J\($0)" } }),
    .blocks(
      "five pointers",
      MadeOrder.review(lines: [MadeOrder.line { $0.diagnosisPointers = [1, 2, 1, 2, 1] }]),
      "more than four"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(TheDiagnosesFitOnAClaim.self, cause: .diagnosis) }
}
