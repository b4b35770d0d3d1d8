import Billing
import Testing

@testable import Operations

@Suite("The money half of the verbs")
struct VerbEffectsTests {
  @Test("every verb has one effect, and no verb two")
  func complete() {
    let verbs = VerbEffects.all.map(\.verb)
    #expect(verbs.count == DecisionVerb.allCases.count)
    #expect(Set(verbs) == Set(DecisionVerb.allCases))
    for verb in DecisionVerb.allCases {
      #expect(VerbEffects[verb].verb == verb)
    }
  }
}
