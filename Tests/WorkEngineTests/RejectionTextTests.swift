import Billing
import Rules
import Testing
import WorkEngine

@Suite("Rejection text")
struct RejectionTextTests {
  private func triple(_ text: String) -> StatusTriple {
    let parts = text.split(separator: ":").map(String.init)
    return StatusTriple(
      category: parts[0], status: parts[1], entity: parts.count > 2 ? parts[2] : "")
  }

  @Test("Fields that contradict each other are one reason")
  func contradiction() throws {
    let reasons = RejectionText.reasons(
      [StatusFinding([triple("A8:562:85"), triple("A8:128:85")], payerText: "NPI/EIN")],
      rules: try Made.rules())
    #expect(reasons.count == 1)
    #expect(reasons.first?.code == "A8:562:85 A8:128:85")
    #expect(
      reasons.first?.meaning
        == "fields that contradict each other: NPI of the billing provider; "
        + "tax id of the billing provider")
    #expect(reasons.first?.payerText == "NPI/EIN")
  }

  @Test("A pointer gives way to the line's own code")
  func pointer() throws {
    let rules = try Made.rules()
    let reasons = RejectionText.reasons(
      [StatusFinding([triple("A3:247")]), StatusFinding([triple("A7:507")], line: "L3")],
      rules: rules)
    #expect(reasons.map(\.code) == ["A7:507"])
    #expect(reasons.first?.line == "L3")
    #expect(reasons.first?.meaning.contains("HCPCS code") == true)
    #expect(RejectionText.reasons([StatusFinding([triple("A3:247")])], rules: rules).count == 1)
    #expect(
      RejectionText.reasons([StatusFinding([triple("A3:21"), triple("A3:164:IL")])], rules: rules)
        .map(\.code) == ["A3:164:IL"])
  }

  @Test("Codes that nobody described are still shown")
  func unknown() throws {
    let reasons = RejectionText.reasons(
      [StatusFinding([triple("A7:9999:ZZ")])], rules: try Made.rules())
    #expect(reasons.first?.meaning == "invalid information: status 9999 of the entity ZZ")
  }

  @Test("Errors of a 999")
  func syntax() throws {
    let rules = try Made.rules()
    let reasons = RejectionText.reasons(
      [
        SyntaxFinding(
          segment: "NM1", loop: "2420E", segmentError: "8", element: 9, elementError: "1"),
        SyntaxFinding(segment: "PRV", loop: "2000A", segmentError: "3"),
        SyntaxFinding(segment: "PRV", loop: "2000A", segmentError: "3"),
      ], rules: rules)
    #expect(reasons.map(\.code) == ["IK4 NM1-09 1", "IK3 PRV 3"])
    #expect(
      reasons.first?.meaning
        == "NM109 in loop 2420E (ordering provider): a required value is missing")
    #expect(reasons.last?.fix == "add it")
  }
}
