import Billing
import Testing
import WorkEngine

@Suite("PAP use is proven before month four")
struct PAPUseIsProvenBeforeMonthFourTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("month 3 needs nothing", from: Made.rent(month: 3)) { $0.documents = [] },
    EditCase("month 4, used and seen again", from: Made.rent(month: 4)),
    EditCase("month 4, nothing", .hold(reason: "pap-evaluation-missing"), from: Made.rent(month: 4))
    { $0.documents = [] },
    EditCase("too few nights", .hold(reason: "pap-evaluation-missing"), from: Made.rent(month: 4)) {
      $0.documents[4].content.value = 69
    },
    EditCase("just enough nights", from: Made.rent(month: 4)) {
      $0.documents[4].content.value = 70
    },
    EditCase(
      "use shown after the trial", .hold(reason: "pap-evaluation-missing"),
      from: Made.rent(month: 4)
    ) {
      $0.documents[4].content.dated = Made.day("2026-04-11")
    },
    EditCase("seen on day 31", from: Made.rent(month: 4)) {
      $0.documents[5].content.dated = Made.day("2026-02-09")
    },
    EditCase("seen on day 30", .hold(reason: "pap-evaluation-missing"), from: Made.rent(month: 4)) {
      $0.documents[5].content.dated = Made.day("2026-02-08")
    },
    EditCase("seen on day 91", from: Made.rent(month: 13)) {
      $0.documents[5].content.dated = Made.day("2026-04-10")
    },
    EditCase("seen on day 92", .hold(reason: "pap-evaluation-missing"), from: Made.rent(month: 13))
    {
      $0.documents[5].content.dated = Made.day("2026-04-11")
    },
    EditCase("billed for a denial", from: Made.rent(month: 4, modifiers: ["RR", "KJ", "GZ"])) {
      $0.documents = []
    },
    EditCase("taken over after its trial", from: Made.rent(month: 5)) {
      $0.documents = []
      $0.rental?.firstMonth = 5
    },
    EditCase("no trial for oxygen", from: Made.rent("E1390", month: 4)) { $0.documents = [] },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(PAPUseIsProvenBeforeMonthFour.self) }

}
