import Billing
import Testing
import WorkEngine

/// Missing diagnoses and pointers to nothing are found.
struct OrdersWithoutDiagnosisTests {
  private static let cases: [OrderCheckCase] = [
    .passes("two", MadeOrder.review()),
    .passes(
      "pointers", MadeOrder.review(lines: [MadeOrder.line { $0.diagnosisPointers = [2, 1] }])),
    .blocks("none", MadeOrder.review { $0.diagnoses = [] }, "The order has no diagnosis"),
    .tells("with a dot", MadeOrder.review { $0.diagnoses = ["G47.33"] }, "with a dot"),
    .blocks(
      "pointer to nothing",
      MadeOrder.review(lines: [MadeOrder.line { $0.diagnosisPointers = [3] }]),
      "Item 1, E0601: Pointer 3"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: EveryPointerLeadsToADiagnosis.self, cause: .diagnosis)
  }
}
