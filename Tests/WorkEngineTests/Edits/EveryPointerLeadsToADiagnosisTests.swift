import Billing
import Testing
import WorkEngine

@Suite("Every pointer leads toa diagnosis")
struct EveryPointerLeadsToADiagnosisTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("the first one"),
    EditCase("no diagnosis", .hold(reason: "diagnosis-missing")) { $0.order.diagnoses = [] },
    EditCase("a dot", .hold(reason: "diagnosis-missing")) { $0.order.diagnoses = ["G47.33"] },
    EditCase("lower case", .hold(reason: "diagnosis-missing")) { $0.order.diagnoses = ["g4733"] },
    EditCase("an ICD-9 code", .hold(reason: "diagnosis-missing")) {
      $0.order.diagnoses = ["32723"]
    },
    EditCase("too short", .hold(reason: "diagnosis-missing")) { $0.order.diagnoses = ["G4"] },
    EditCase("too long", .hold(reason: "diagnosis-missing")) { $0.order.diagnoses = ["G4733XXA"] },
    EditCase("the second one is out of form", .hold(reason: "diagnosis-missing")) {
      $0.order.diagnoses = ["G4733", "J44.9"]
    },
    EditCase("seven characters") { $0.order.diagnoses = ["S82001A"] },
    EditCase("a letter in the third place") { $0.order.diagnoses = ["C4A0"] },
    EditCase("a pointer beyond", .hold(reason: "diagnosis-missing")) {
      $0.charge.diagnosisPointers = [1, 3]
    },
    EditCase("pointer nought", .hold(reason: "diagnosis-missing")) {
      $0.charge.diagnosisPointers = [0]
    },
    EditCase("a pointer to the thirteenth", .hold(reason: "diagnosis-missing")) {
      $0.order.diagnoses = Array(repeating: "J449", count: 13)
      $0.charge.diagnosisPointers = [13]
    },
    EditCase("no pointers", .fix([.diagnosisPointers([1, 2])])) {
      $0.charge.diagnosisPointers = []
    },
    EditCase("five pointers", .fix([.diagnosisPointers([1, 2, 3, 4])])) {
      $0.order.diagnoses = ["G4733", "J449", "I10", "E119", "M545"]
      $0.charge.diagnosisPointers = [1, 2, 3, 4, 5]
    },
    EditCase("the same one twice", .fix([.diagnosisPointers([2, 1])])) {
      $0.charge.diagnosisPointers = [2, 1, 2]
    },
    EditCase("one that the policy takes", from: Made.rent()),
    EditCase("one that it does not take", .hold(reason: "diagnosis-not-covered"), from: Made.rent())
    {
      $0.charge.diagnosisPointers = [2]
    },
    EditCase("not taken, another payer", .warn, from: Made.rent()) {
      $0.charge.diagnosisPointers = [2]
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("not taken, a denial is expected", from: Made.rent(modifiers: ["RR", "KH", "GZ"])) {
      $0.charge.diagnosisPointers = [2]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(EveryPointerLeadsToADiagnosis.self) }

}
