import Billing
import Testing
import WorkEngine

@Suite("The refill is not too early")
struct TheRefillIsNotTooEarlyTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("the first supply", from: Made.sold("A7032", [], kind: .supply)),
    EditCase("no supply", from: Made.sold("E0143")) {
      $0.history = [Made.other("E0143", from: "2026-05-30")]
    },
    EditCase("ten days before the end", from: refill(lasting: "2026-06-11")),
    EditCase(
      "eleven days before the end", .hold(reason: "refill-too-early"),
      from: refill(lasting: "2026-06-12")),
    EditCase("eleven days before, another payer", .warn, from: refill(lasting: "2026-06-12")) {
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("the end is long past", from: refill(lasting: "2026-03-01")),
    EditCase(
      "the latest of two supplies decides", .hold(reason: "refill-too-early"),
      from: refill(lasting: "2026-03-01")
    ) {
      $0.history.append(Made.other("A7032", from: "2026-05-15", through: "2026-06-30", id: 51))
    },
    EditCase(
      "no span: two cushions last a month", .hold(reason: "refill-too-early"),
      from: refill(lasting: "2026-05-20")
    ) {
      $0.history = [Made.other("A7032", units: 2, from: "2026-05-20")]
    },
    EditCase("no span: the month ends", from: refill(lasting: "2026-05-20")) {
      $0.history = [Made.other("A7032", units: 2, from: "2026-05-12")]
    },
    EditCase("of one order", from: refill(lasting: "2026-06-30")) {
      $0.history[0].order = OrderID(1)
    },
    EditCase("withdrawn", from: refill(lasting: "2026-06-30")) {
      $0.history[0].standing = .withdrawn
    },
    EditCase("a lost one is replaced", from: refill(lasting: "2026-06-30")) {
      $0.charge.procedure.modifiers = ["RA"]
    },
    EditCase(
      "nobody asked", .hold(reason: "refill-request-missing"), from: refill(lasting: "2026-06-05")
    ) {
      $0.documents.removeAll { $0.content.kind == .refillRequest }
    },
    EditCase("nobody asked, another payer", from: refill(lasting: "2026-06-05")) {
      $0.documents.removeAll { $0.content.kind == .refillRequest }
      $0.coverage = Made.coverage(.commercial)
    },
    EditCase("picked up in person", from: refill(lasting: "2026-06-05")) {
      $0.documents.removeAll { $0.content.kind == .refillRequest }
      $0.order.delivery.method = .pickedUp
    },
    EditCase(
      "asked 30 days before the end", from: refill(lasting: "2026-06-05", asked: "2026-05-06")),
    EditCase(
      "asked 31 days before the end", .hold(reason: "refill-request-missing"),
      from: refill(lasting: "2026-06-05", asked: "2026-05-05")),
    EditCase(
      "asked after it went out", .hold(reason: "refill-request-missing"),
      from: refill(lasting: "2026-06-05", asked: "2026-06-02")),
    EditCase("asked for this item", from: refill(lasting: "2026-06-05")) {
      $0.documents[4].content.answers = [SupplyAnswer(code: "A7032", units: 2)]
    },
    EditCase(
      "said no to this item", .hold(reason: "refill-request-missing"),
      from: refill(lasting: "2026-06-05")
    ) {
      $0.documents[4].content.answers = [SupplyAnswer(code: "A7032", units: 0)]
    },
    EditCase(
      "asked for another item", .hold(reason: "refill-request-missing"),
      from: refill(lasting: "2026-06-05")
    ) {
      $0.documents[4].content.answers = [SupplyAnswer(code: "A7030", units: 1)]
    },
    EditCase(
      "too early and nobody asked", .hold(reason: "refill-too-early"),
      .hold(reason: "refill-request-missing"), from: refill(lasting: "2026-06-30")
    ) {
      $0.documents.removeAll { $0.content.kind == .refillRequest }
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheRefillIsNotTooEarly.self) }

  /// Cushions on 2026-06-01 after earlier ones that last until a day.
  private static func refill(lasting end: String, asked: String = "2026-06-01") -> ChargeReview {
    var review = Made.sold("A7032", [], kind: .supply)
    review.history = [Made.other("A7032", from: "2026-02-01", through: end)]
    review.documents.append(Made.document(.refillRequest, asked, id: 5))
    return review
  }
}
