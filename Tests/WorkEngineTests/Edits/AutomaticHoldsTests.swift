import Billing
import Testing
import WorkEngine

@testable import TestSupport

@Suite("Automatic holds")
struct AutomaticHoldsTests {
  typealias Made = MadeReview

  private static func hold(
    _ reason: String, edit: String, id: Int64 = 1, subject: HoldSubject = .charge(ChargeID(100)),
    released: Bool = false
  ) -> Hold {
    Hold(
      id: HoldID(id), subject: subject, type: .system, reason: reason, detail: "made up",
      team: .billing, owner: nil, placedOn: Made.day("2026-06-02"),
      placedBy: edit.isEmpty ? "dora" : "docket", edit: edit, reviewOn: nil,
      release: released
        ? Hold.Release(on: Made.day("2026-06-03"), by: "dora", evidence: "made up") : nil)
  }

  private static func diff(
    _ review: ChargeReview, _ holds: [Hold] = []
  ) -> AutomaticHolds {
    let found = ChargeEdits.findings(in: review, rules: Made.rules, on: Made.today)
    return AutomaticHolds.after(
      found, review: review, holds: holds, rules: Made.rules, on: Made.today)
  }

  /// The holds as they are once a diff was carried out.
  private static func applied(_ diff: AutomaticHolds, to holds: [Hold]) -> [Hold] {
    var holds = holds.map { hold in
      guard let release = diff.released.first(where: { $0.hold == hold.id }) else { return hold }
      var hold = hold
      hold.release = Hold.Release(on: Made.today, by: "docket", evidence: release.evidence)
      return hold
    }
    for placed in diff.placed {
      holds.append(
        Hold(
          id: HoldID(Int64(1000 + holds.count)), subject: placed.subject, type: placed.type,
          reason: placed.reason, detail: placed.detail, team: placed.team, owner: nil,
          placedOn: Made.today, placedBy: "docket", edit: placed.edit, reviewOn: placed.reviewOn))
    }
    return holds
  }

  private static let noOrder = TheWrittenOrderIsCompleteAndInTime.name

  @Test("Nothing is placed on a charge in order")
  func clean() { #expect(Self.diff(Made.sold()).isEmpty) }

  @Test("A hold gets type, team and review day from the rules")
  func placed() throws {
    var review = Made.sold()
    review.documents.remove(at: 0)
    let diff = Self.diff(review)
    let placed = try #require(diff.placed.first)
    #expect(diff.placed.count == 1)
    #expect(diff.released == [])
    #expect(placed.subject == .charge(ChargeID(100)))
    #expect(placed.type == .documentation)
    #expect(placed.team == .documentation)
    #expect(placed.reviewOn == Made.day("2026-06-22"))
    #expect(placed.edit == Self.noOrder)
    #expect(placed.detail.contains("no written order"))
  }

  @Test("A reason that the rules do not know is held and looked at within a week")
  func unknownReason() throws {
    var review = Made.sold()
    review.order.diagnoses = []
    let placed = try #require(Self.diff(review).placed.first)
    #expect(placed.reason == "diagnosis-missing")
    #expect(placed.type == .system)
    #expect(placed.reviewOn == Made.day("2026-06-22"))
  }

  @Test("Several holds lie on one line, and each goes by itself")
  func several() {
    var review = Made.sold()
    let all = review.documents
    review.documents = []
    review.charge.amount = .zero
    let first = Self.diff(review)
    #expect(
      first.placed.map(\.reason) == ["swo-missing", "proof-of-delivery-missing", "price-zero"])
    let holds = Self.applied(first, to: [])

    review.documents = all
    let second = Self.diff(review, holds)
    #expect(second.placed == [])
    #expect(second.released.map(\.hold) == [holds[0].id, holds[1].id])
  }

  @Test("The same edit and reason are not placed twice")
  func once() {
    var review = Made.sold()
    review.documents.remove(at: 0)
    #expect(Self.diff(review, [Self.hold("swo-missing", edit: Self.noOrder)]).isEmpty)
  }

  @Test("A hold that was released before is placed again when its edit fails again")
  func again() {
    var review = Made.sold()
    review.documents.remove(at: 0)
    let diff = Self.diff(review, [Self.hold("swo-missing", edit: Self.noOrder, released: true)])
    #expect(diff.placed.map(\.reason) == ["swo-missing"])
    #expect(diff.released == [])
  }

  @Test(
    "An open hold on the agreement for the same reason is enough",
    arguments: ["", TheWrittenOrderIsCompleteAndInTime.name])
  func agreement(edit: String) {
    var review = Made.rent()
    review.documents.remove(at: 0)
    let holds = [Self.hold("swo-missing", edit: edit, subject: .rental(RentalID(7)))]
    #expect(Self.diff(review, holds).isEmpty)
  }

  @Test("A hold on the agreement for another reason is not")
  func otherReason() {
    var review = Made.rent()
    review.documents.remove(at: 0)
    let holds = [Self.hold("patient-dispute", edit: "", subject: .rental(RentalID(7)))]
    #expect(Self.diff(review, holds).placed.map(\.reason) == ["swo-missing"])
  }

  @Test("A person's hold for the same reason on the charge does not stand in for the edit's")
  func personOnCharge() {
    var review = Made.sold()
    review.documents.remove(at: 0)
    #expect(Self.diff(review, [Self.hold("swo-missing", edit: "")]).placed.count == 1)
  }

  @Test(
    "What a person placed is never released",
    arguments: [HoldSubject.charge(ChargeID(100)), .rental(RentalID(7))])
  func person(subject: HoldSubject) {
    let holds = [
      Self.hold("swo-missing", edit: "", id: 1, subject: subject),
      Self.hold("patient-dispute", edit: "", id: 2, subject: subject),
    ]
    #expect(Self.diff(Made.rent(), holds).isEmpty)
  }

  @Test("An automatic hold on the agreement goes when its edit is clean")
  func agreementReleased() {
    let holds = [
      Self.hold("swo-missing", edit: Self.noOrder, id: 5, subject: .rental(RentalID(7)))
    ]
    #expect(Self.diff(Made.rent(), holds).released.map(\.hold) == [HoldID(5)])
  }

  @Test("The newest document of the kind is the evidence")
  func document() throws {
    var review = Made.sold()
    review.documents.append(Made.document(.standardWrittenOrder, "2026-06-10", id: 77))
    let release = try #require(
      Self.diff(review, [Self.hold("swo-missing", edit: Self.noOrder)]).released.first)
    #expect(release.document == DocumentID(77))
    #expect(
      release.evidence
        == "Standard written order of 2026-06-10, signed 2026-06-10 by DR MADEUP, received "
        + "2026-06-10.")
  }

  @Test("An authorization is named with its number and its end")
  func authorization() throws {
    var review = Made.sold()
    review.documents.append(
      Made.document(
        .authorization, "2026-06-02", id: 78, number: "PA-1", through: "2026-12-31"))
    let holds = [
      Self.hold("authorization-missing", edit: TheAuthorizationCoversTheLine.name)
    ]
    let release = try #require(Self.diff(review, holds).released.first)
    #expect(release.document == DocumentID(78))
    #expect(release.evidence.hasPrefix("Prior authorization PA-1 of 2026-06-02"))
    #expect(release.evidence.contains("valid through 2026-12-31"))
  }

  @Test("The payer's answer is the evidence of coverage")
  func answer() throws {
    let holds = [
      Self.hold("eligibility-inactive", edit: TheCoverageIsActiveOnTheDayOfService.name)
    ]
    let release = try #require(Self.diff(Made.sold(), holds).released.first)
    #expect(release.document == nil)
    #expect(release.evidence == "MADEUP MAC answered on 2026-05-30: coverage active.")
  }

  @Test("Where nothing else speaks, the edit does")
  func edit() throws {
    let holds = [Self.hold("price-zero", edit: TheAmountIsMoreThanZero.name)]
    let release = try #require(Self.diff(Made.sold(), holds).released.first)
    #expect(release.evidence == "The edit is clean again: The amount is more than zero.")
  }

  @Test("An agreement's hold that goes now does not keep another edit's from being placed")
  func changing() {
    var review = Made.rent()
    review.documents.remove(at: 0)
    let holds = [
      Self.hold("swo-missing", edit: "An edit that is gone", subject: .rental(RentalID(7)))
    ]
    let diff = Self.diff(review, holds)
    #expect(diff.released.map(\.hold) == [HoldID(1)])
    #expect(diff.placed.map(\.reason) == ["swo-missing"])
    #expect(Self.diff(review, Self.applied(diff, to: holds)).isEmpty)
  }

  @Test("Once carried out, a diff gives nothing more", arguments: 0..<200)
  func atRest(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    var review = Made.rent(month: Int.random(in: 1...15, using: &random))
    review.documents.removeAll { _ in Bool.random(using: &random) }
    if Bool.random(using: &random) { review.charge.amount = .zero }
    if Bool.random(using: &random) { review.order.prescriber = nil }
    if Bool.random(using: &random) { review.eligibility?.standing = .inactive }
    let reasons = ["swo-missing", "price-zero", "eligibility-inactive", "patient-dispute"]
    let edits = ["", Self.noOrder, TheAmountIsMoreThanZero.name]
    let holds = (1...Int64.random(in: 1...6, using: &random)).map { id in
      Self.hold(
        reasons.randomElement(using: &random) ?? "",
        edit: edits.randomElement(using: &random) ?? "",
        id: id,
        subject: Bool.random(using: &random) ? .charge(ChargeID(100)) : .rental(RentalID(7)),
        released: Bool.random(using: &random))
    }
    let after = Self.applied(Self.diff(review, holds), to: holds)
    #expect(Self.diff(review, after).isEmpty)
    for hold in after where hold.edit.isEmpty {
      #expect(hold.release?.by != "docket")
    }
  }
}
