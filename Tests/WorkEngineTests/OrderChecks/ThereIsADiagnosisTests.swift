import Billing
import Testing
import WorkEngine

/// Missing diagnoses and pointers to nothing are found.
struct ThereIsADiagnosisTests {
  private static let cases: [OrderCheckCase] = [
    .passes("two", MadeOrder.review()),
    .passes(
      "pointers", MadeOrder.review(lines: [MadeOrder.line { $0.diagnosisPointers = [2, 1] }])),
    .blocks("none", MadeOrder.review { $0.diagnoses = [] }, "no diagnosis"),
    .blocks(
      "thirteen", MadeOrder.review { $0.diagnoses = (10...22).map { "J\($0)" } }, "13 diagnoses"),
    .passes("twelve", MadeOrder.review { $0.diagnoses = (10...21).map { "J\($0)" } }),
    .blocks(
      "pointer to nothing",
      MadeOrder.review(lines: [MadeOrder.line { $0.diagnosisPointers = [3] }]), "item 1, E0601"),
    .blocks(
      "five pointers",
      MadeOrder.review(lines: [MadeOrder.line { $0.diagnosisPointers = [1, 2, 1, 2, 1] }]),
      "more than four"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(ThereIsADiagnosis.self, cause: .diagnosis) }
}
