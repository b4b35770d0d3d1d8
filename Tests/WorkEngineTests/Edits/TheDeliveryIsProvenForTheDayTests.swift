import Billing
import Testing
import WorkEngine

@Suite("The delivery is proven for the day")
struct TheDeliveryIsProvenForTheDayTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("handed over on the day"),
    EditCase("no proof", .hold(reason: "proof-of-delivery-missing")) { $0.documents.remove(at: 1) },
    EditCase("a proof for another code", .hold(reason: "proof-of-delivery-missing")) {
      $0.documents[1].content.codes = ["E0601"]
    },
    EditCase("a ticket will do") { $0.documents[1].content.kind = .deliveryTicket },
    EditCase("no date", .hold(reason: "proof-of-delivery-missing")) {
      $0.documents[1].content.dated = nil
    },
    EditCase("the day before", .hold(reason: "dates-invalid")) {
      $0.documents[1].content.dated = Made.day("2026-05-31")
    },
    EditCase("the day after", .hold(reason: "dates-invalid")) {
      $0.documents[1].content.dated = Made.day("2026-06-02")
    },
    EditCase("two days before going home") {
      $0.documents[1].content.dated = Made.day("2026-05-30")
      $0.order.stays = [
        Stay(kind: .hospital, from: Made.day("2026-05-20"), through: Made.day("2026-06-01"))
      ]
    },
    EditCase("three days before going home", .hold(reason: "dates-invalid")) {
      $0.documents[1].content.dated = Made.day("2026-05-29")
      $0.order.stays = [
        Stay(kind: .hospital, from: Made.day("2026-05-20"), through: Made.day("2026-06-01"))
      ]
    },
    EditCase("shipped, and delivered later") {
      $0.order.delivery = Delivery(
        method: .shipped, deliveredOn: Made.day("2026-06-04"), shippedOn: Made.day("2026-06-01"))
      $0.documents[1].content.dated = Made.day("2026-06-04")
    },
    EditCase("shipped, with a proof of neither day", .hold(reason: "dates-invalid")) {
      $0.order.delivery = Delivery(
        method: .shipped, deliveredOn: Made.day("2026-06-04"), shippedOn: Made.day("2026-06-01"))
      $0.documents[1].content.dated = Made.day("2026-06-03")
    },
    EditCase("shipped, with a proof from before", .hold(reason: "dates-invalid")) {
      $0.order.delivery = Delivery(method: .shipped, shippedOn: Made.day("2026-06-01"))
      $0.documents[1].content.dated = Made.day("2026-05-31")
    },
    EditCase("a later month rests on the first", from: Made.rent(month: 5)),
    EditCase(
      "a later month without any", .hold(reason: "proof-of-delivery-missing"),
      from: Made.rent(month: 5)
    ) {
      $0.documents.remove(at: 1)
    },
    EditCase("maintenance is no delivery", from: Made.sold("E1390", ["MS"])) { $0.documents = [] },
    EditCase("labour is no delivery", from: Made.sold("K0739", ["RB"], kind: .service)) {
      $0.documents = []
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheDeliveryIsProvenForTheDay.self) }

}
