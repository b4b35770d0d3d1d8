import Billing
import Testing

@testable import X12

@Suite struct ProviderIdentifierTests {
  @Test("the rooms of the trade and of X12 judge a provider's number alike")
  func sameCheckDigit() {
    for nine in stride(from: 100_000_000, to: 999_999_999, by: 77_777_777) {
      let verdicts = (0...9).map { digit in
        let number = String(nine) + String(digit)
        let isValid = Billing.NationalProviderIdentifier.isValid(number)
        #expect(X12.NationalProviderIdentifier.isValid(number) == isValid, "\(number)")
        return isValid
      }
      #expect(verdicts.count { $0 } == 1)
    }
    for text in ["", "123456789", "12345678931", "123456789X", "١٢٣٤٥٦٧٨٩٣"] {
      #expect(!Billing.NationalProviderIdentifier.isValid(text))
      #expect(!X12.NationalProviderIdentifier.isValid(text))
    }
  }
}
