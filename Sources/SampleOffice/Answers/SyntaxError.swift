import X12

/// Something in a set that a 999 rejects the whole set for.
enum SyntaxError: Int, Sendable, CaseIterable {
  case orderingProviderWithoutNumber, missingOrderingProvider, invalidModifier, tooLongNote
  case missingBirthDate

  /// IK3 with what stands under it, naming the claim; IK303 has room for four characters.
  func segmentError(
    claim controlNumber: String, position: Int
  ) -> ImplementationAcknowledgment999.SegmentError {
    typealias Answer = ImplementationAcknowledgment999
    let claim = Answer.Context(
      names: [Answer.Context.Name(name: "CLM01", value: controlNumber)])
    switch self {
    case .orderingProviderWithoutNumber:
      return Answer.SegmentError(
        segment: "NM1", position: position, loop: "2420", code: "8", contexts: [claim],
        elementErrors: [Answer.ElementError(element: 9, dictionaryNumber: "67", code: "1")])
    case .missingOrderingProvider:
      return Answer.SegmentError(
        segment: "NM1", position: position, loop: "2420", code: "3", contexts: [claim])
    case .invalidModifier:
      return Answer.SegmentError(
        segment: "SV1", position: position, loop: "2400", code: "8", contexts: [claim],
        elementErrors: [
          Answer.ElementError(
            element: 1, component: 3, dictionaryNumber: "1339", code: "4", badValue: "R")
        ])
    case .tooLongNote:
      return Answer.SegmentError(
        segment: "NTE", position: position, loop: "2400", code: "8", contexts: [claim],
        elementErrors: [Answer.ElementError(element: 2, dictionaryNumber: "352", code: "5")])
    case .missingBirthDate:
      return Answer.SegmentError(
        segment: "DMG", position: position, loop: "2010", code: "3", contexts: [claim])
    }
  }
}
