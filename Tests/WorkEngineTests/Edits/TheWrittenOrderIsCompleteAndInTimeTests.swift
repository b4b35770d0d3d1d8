import Billing
import Testing
import WorkEngine

@Suite("The written order is complete and in time")
struct TheWrittenOrderIsCompleteAndInTimeTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("an order, dated and signed"),
    EditCase("no order", .hold(reason: "swo-missing")) { $0.documents.remove(at: 0) },
    EditCase("an order for another code", .hold(reason: "swo-missing")) {
      $0.documents[0].content.codes = ["E0601"]
    },
    EditCase("an order that is not signed", .hold(reason: "swo-incomplete")) {
      $0.documents[0].content.signedOn = nil
    },
    EditCase("an order without its signer", .hold(reason: "swo-incomplete")) {
      $0.documents[0].content.signer = ""
    },
    EditCase("an order signed tomorrow", .hold(reason: "swo-incomplete")) {
      $0.documents[0].content.signedOn = Made.day("2026-06-16")
    },
    EditCase("an order signed after delivery, before the claim") {
      $0.documents[0].content.signedOn = Made.day("2026-06-10")
    },
    EditCase("an unsigned and a signed order") {
      $0.documents[0].content.signedOn = nil
      $0.documents.append(Made.document(.standardWrittenOrder, "2026-05-21", id: 9))
    },
    EditCase("billed as not ordered") {
      $0.documents = []
      $0.charge.procedure.modifiers = ["NU", "EY"]
    },
    EditCase("a sleep study is there", from: Made.rent()),
    EditCase("no sleep study", .hold(reason: "sleep-study-missing"), from: Made.rent()) {
      $0.documents.removeAll { $0.content.kind == .sleepStudy }
    },
    EditCase("a study after the setup", .hold(reason: "sleep-study-missing"), from: Made.rent()) {
      $0.documents[2].content.dated = Made.day("2026-01-11")
    },
    EditCase("no test for oxygen", .hold(reason: "blood-gas-missing"), from: Made.rent("E1390")) {
      $0.documents.removeAll { $0.content.kind == .bloodGasStudy }
    },
    EditCase("before delivery: all there", from: wheelchair()),
    EditCase(
      "before delivery: signed the day after", .hold(reason: "wopd-missing"), from: wheelchair()
    ) { $0.documents[0].content.signedOn = Made.day("2026-06-02") },
    EditCase("before delivery: late, billed for a denial", from: wheelchair()) {
      $0.documents[0].content.signedOn = Made.day("2026-06-02")
      $0.charge.procedure.modifiers = ["NU", "GZ"]
    },
    EditCase(
      "no encounter", .hold(reason: "face-to-face-missing"), from: wheelchair()
    ) { $0.documents.removeAll { $0.content.kind == .faceToFace } },
    EditCase("an encounter six months before", from: wheelchair()) {
      $0.documents[4].content.dated = Made.day("2025-11-20")
    },
    EditCase(
      "an encounter a day too old", .hold(reason: "face-to-face-missing"), from: wheelchair()
    ) { $0.documents[4].content.dated = Made.day("2025-11-19") },
    EditCase(
      "an encounter after the order", .hold(reason: "face-to-face-missing"), from: wheelchair()
    ) { $0.documents[4].content.dated = Made.day("2026-05-21") },
    EditCase(
      "both papers missing", .hold(reason: "swo-missing"), .hold(reason: "wopd-missing"),
      .hold(reason: "face-to-face-missing"), from: wheelchair()
    ) { $0.documents = [] },
    EditCase("no certificate for Medicare from 2023 on", from: Made.sold("E0650")),
    EditCase(
      "a certificate for Medicare in 2022", .hold(reason: "cmn-missing"),
      from: Made.sold("E0650", on: "2022-12-31")
    ) { $0.order.orderedOn = Made.day("2022-12-20") },
    EditCase(
      "a certificate for another payer", .hold(reason: "cmn-missing"), from: Made.sold("E0650")
    ) { $0.coverage = Made.coverage(.commercial) },
    EditCase("the other payer's certificate is there", from: Made.sold("E0650")) {
      $0.coverage = Made.coverage(.commercial)
      $0.documents.append(Made.document(.certificateOfMedicalNecessity, "2026-05-20"))
    },
    EditCase(
      "no continued need after a year", .hold(reason: "continued-use-missing"),
      from: Made.sold("E0650")
    ) { $0.order.orderedOn = Made.day("2025-06-01") },
    EditCase("continued need within the year", from: Made.sold("E0650")) {
      $0.order.orderedOn = Made.day("2025-05-20")
      $0.documents.append(Made.document(.continuedUse, "2025-06-01"))
    },
    EditCase(
      "continued need too old", .hold(reason: "continued-use-missing"), from: Made.sold("E0650")
    ) {
      $0.order.orderedOn = Made.day("2024-05-20")
      $0.documents.append(Made.document(.continuedUse, "2025-05-31"))
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheWrittenOrderIsCompleteAndInTime.self) }

  private static func wheelchair() -> ChargeReview {
    var review = Made.sold("K0823")
    review.documents.append(Made.document(.faceToFace, "2026-05-01", id: 5))
    return review
  }
}
