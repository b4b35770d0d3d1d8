import Billing
import Testing

@testable import X12

/// X12 imports no other room, so that the check of a provider's number stands there once more; this
/// holds the two to one answer.
@Suite("Provider numbers")
struct ProviderNumberTests {
  @Test("both rooms judge a number the same")
  func same() {
    var texts = ["", "123456789", "12345678930", "123456789X", "１２３４５６７８９３", "1234567893"]
    for step in 0..<2_000 { texts.append(String(1_000_000_000 + step * 449_563)) }
    for text in texts {
      #expect(
        X12.NationalProviderIdentifier.isValid(text)
          == Billing.NationalProviderIdentifier.isValid(text), "\(text)")
    }
    #expect(texts.count(where: Billing.NationalProviderIdentifier.isValid) > 100)
  }
}
