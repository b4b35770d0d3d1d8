import Billing
import Testing
import WorkEngine

@Suite("What edits read off a review")
struct ChargeReviewReadingTests {
  typealias Made = MadeReview

  @Test(
    "Which payers follow Medicare",
    arguments: PayerFamily.allCases)
  func families(family: PayerFamily) {
    var review = Made.sold()
    review.coverage = Made.coverage(family)
    #expect(review.followsMedicare == [.medicareDME, .medicareAdvantage].contains(family))
  }

  @Test("Rent is told by its modifier, its agreement or its month, not by maintenance")
  func rent() {
    #expect(Made.rent().isRent)
    #expect(Made.sold("E0143", ["RR"]).isRent)
    #expect(!Made.sold().isRent)
    var month = Made.sold("E0601", [])
    month.charge.rentalMonth = 3
    #expect(month.isRent)
    month.charge.procedure.modifiers = ["MS"]
    #expect(!month.isRent)
    #expect(month.isService)
  }

  @Test("A denial is expected with EY as with GA, GY and GZ", arguments: ["EY", "GA", "GY", "GZ"])
  func denial(modifier: String) {
    #expect(Made.sold("E0143", ["NU", modifier]).expectsDenial)
    #expect(!Made.sold("E0143", ["NU", "KX"]).expectsDenial)
  }

  @Test("Modifiers that found no room stand in the narrative and count")
  func overflow() {
    var review = Made.sold("E0143", ["NU", "KX", "RA", "99"])
    review.charge.narrative = "MODIFIERS RT GZ; LT LOST IN A FIRE"
    #expect(review.modifiers == ["NU", "KX", "RA", "RT", "GZ"])
    #expect(review.has("GZ") && review.has("KX") && !review.has("LT"))
    review.charge.procedure.modifiers = ["NU", "KX"]
    #expect(!review.has("GZ"))
  }

  @Test("A document must be of the kind, speak of the code and meet the condition")
  func documents() {
    var review = Made.sold()
    #expect(review.hasDocument(.proofOfDelivery))
    #expect(!review.hasDocument(.faceToFace))
    #expect(!review.hasDocument(.proofOfDelivery) { $0.content.dated == Made.day("2020-01-01") })
    review.documents[1].content.codes = ["A7030"]
    #expect(!review.hasDocument(.proofOfDelivery))
  }

  @Test("Of two charges exactly one comes first, whatever their days")
  func order() {
    var one = Made.sold()
    var other = Made.sold()
    other.charge.id = ChargeID(101)
    #expect(!one.isPreceded(by: one.charge))
    #expect(!one.isPreceded(by: other.charge))
    #expect(other.isPreceded(by: one.charge))
    other.charge.serviceFrom = Made.day("2026-05-01")
    #expect(one.isPreceded(by: other.charge))
    #expect(!other.isPreceded(by: one.charge))
    one.charge.standing = .withdrawn
    #expect(!other.isPreceded(by: one.charge))
    one.charge.standing = .billed(ClaimID(1), ClaimLineID(1))
    #expect(other.isPreceded(by: one.charge))
  }
}
