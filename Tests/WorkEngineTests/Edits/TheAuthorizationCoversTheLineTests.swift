import Billing
import Testing
import WorkEngine

@Suite("The authorization covers the line")
struct TheAuthorizationCoversTheLineTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("a payer that wants none", from: Made.rent()),
    EditCase("a payer that wants one", .hold(reason: "authorization-missing"), from: commercial()),
    EditCase("its number is on the line", from: authorized()),
    EditCase("the only one that covers", .fix([.authorizationNumber("PA-1")]), from: authorized()) {
      $0.charge.authorizationNumber = ""
    },
    EditCase(
      "two that cover and no number", .hold(reason: "authorization-mismatch"), from: authorized()
    ) {
      $0.charge.authorizationNumber = ""
      $0.documents.append(Made.document(.authorization, "2026-01-01", id: 12, number: "PA-2"))
    },
    EditCase("a paper without a number", .hold(reason: "authorization-missing"), from: authorized())
    {
      $0.charge.authorizationNumber = ""
      $0.documents[6].content.number = ""
    },
    EditCase(
      "a number with no paper", .hold(reason: "authorization-missing"), from: authorized()
    ) { $0.charge.authorizationNumber = "PA-9" },
    EditCase("a number with no paper where none is wanted", from: Made.rent()) {
      $0.charge.authorizationNumber = "PA-9"
    },
    EditCase(
      "for another code", .hold(reason: "authorization-mismatch"), from: authorized()
    ) { $0.documents[6].content.codes = ["E0470"] },
    EditCase(
      "ended the day before", .hold(reason: "authorization-expired"), from: authorized()
    ) { $0.documents[6].content.valid.through = Made.day("2026-01-09") },
    EditCase("ends on the day", from: authorized()) {
      $0.documents[6].content.valid.through = Made.day("2026-01-10")
    },
    EditCase(
      "begins later", .hold(reason: "authorization-expired"), from: authorized()
    ) { $0.documents[6].content.valid.from = Made.day("2026-01-11") },
    EditCase("units left", from: authorized()) {
      $0.documents[6].content.unitsGranted = 3
      $0.history = [drawn(from: "2025-11-10", id: 40), drawn(from: "2025-12-10", id: 41)]
    },
    EditCase("units used up", .hold(reason: "authorization-units"), from: authorized()) {
      $0.documents[6].content.unitsGranted = 2
      $0.history = [drawn(from: "2025-11-10", id: 40), drawn(from: "2025-12-10", id: 41)]
    },
    EditCase("later months do not use it up", from: authorized()) {
      $0.documents[6].content.unitsGranted = 1
      $0.history = [drawn(from: "2026-02-10", id: 140), drawn(from: "2026-03-10", id: 141)]
    },
    EditCase(
      "a later month that is billed does", .hold(reason: "authorization-units"), from: authorized()
    ) {
      $0.documents[6].content.unitsGranted = 1
      $0.history = [drawn(from: "2026-02-10", id: 140)]
      $0.history[0].standing = .billed(ClaimID(1), ClaimLineID(1))
    },
    EditCase("withdrawn charges do not count", from: authorized()) {
      $0.documents[6].content.unitsGranted = 1
      $0.history = [drawn(from: "2025-12-10", id: 40)]
      $0.history[0].standing = .withdrawn
    },
    EditCase(
      "units beyond all arithmetic", .hold(reason: "authorization-units"), from: authorized()
    ) {
      $0.documents[6].content.unitsGranted = 5
      $0.charge.units = .max
      $0.history = [drawn(from: "2025-12-10", id: 40)]
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(TheAuthorizationCoversTheLine.self) }

  private static func commercial() -> ChargeReview {
    var review = Made.rent()
    review.coverage = Made.coverage(.commercial)
    return review
  }

  private static func authorized() -> ChargeReview {
    var review = commercial()
    review.charge.authorizationNumber = "PA-1"
    review.documents.append(
      Made.document(
        .authorization, "2026-01-02", id: 11, codes: ["E0601"], number: "PA-1",
        from: "2026-01-01", through: "2026-12-31"))
    return review
  }

  private static func drawn(from: String, id: Int64) -> Charge {
    var charge = Made.other("E0601", ["RR"], from: from, id: id)
    charge.authorizationNumber = "PA-1"
    return charge
  }
}
