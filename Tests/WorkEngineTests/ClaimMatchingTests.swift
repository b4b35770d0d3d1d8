import Billing
import Testing
import WorkEngine

@Suite("Claim matching")
struct ClaimMatchingTests {
  private static func candidate(
    _ id: Int64, control: [String] = [], payer: [String] = [], member: String = "1EG4TE5MK73",
    last: String = "DOE", service: String = "2025-12-20", charge: Int64 = 12_000,
    codes: [String] = ["E0601"]
  ) -> MatchCandidate {
    MatchCandidate(
      claim: ClaimID(id), controlNumbers: control, payerControlNumbers: payer,
      patient: Identity(lastName: last, firstName: "JANE", memberID: member),
      service: ServiceDates(day(service)),
      charge: Cents(charge), codes: codes)
  }

  private static func remit(_ number: String = "A1001") -> RemittanceClaim {
    Made.remitClaim(
      [Made.remitLine("E0601", ["RR"], charge: 12_000, paid: 12_000)], charge: 12_000,
      paid: 12_000, number: number)
  }

  @Test("By control number of any sending, blanks and case aside")
  func controlNumber() {
    let candidates = [
      Self.candidate(1, control: ["A0999", "a1001 "]), Self.candidate(2, control: ["A1002"]),
    ]
    #expect(
      ClaimMatching.match(Self.remit(), among: candidates) == .matched(ClaimID(1), .controlNumber))
  }

  @Test("By the payer's number, also as original reference")
  func payerNumber() {
    let candidates = [Self.candidate(1, payer: ["26005000100001"], member: "OTHER")]
    #expect(
      ClaimMatching.match(Self.remit("0"), among: candidates)
        == .matched(ClaimID(1), .payerControlNumber))
    var remit = Self.remit("0")
    remit.payerControlNumber = "NEW"
    remit.originalReference = "26005000100001"
    #expect(
      ClaimMatching.match(remit, among: candidates) == .matched(ClaimID(1), .payerControlNumber))
  }

  @Test("By member, date and charge: found, but a person posts")
  func member() {
    let result = ClaimMatching.match(Self.remit("0"), among: [Self.candidate(1)])
    #expect(result == .matched(ClaimID(1), .memberDateCharge))
    #expect(!MatchRule.memberDateCharge.postsByItself)
    #expect(MatchRule.controlNumber.postsByItself && MatchRule.payerControlNumber.postsByItself)
  }

  @Test("Two that fit equally are suggestions")
  func ambiguous() {
    let result = ClaimMatching.match(
      Self.remit(),
      among: [Self.candidate(1, control: ["A1001"]), Self.candidate(2, control: ["A1001"])])
    guard case .suggestions(let suggestions) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(suggestions.map(\.claim) == [ClaimID(2), ClaimID(1)])
  }

  @Test("A number that fits nothing else is only a suggestion")
  func implausible() {
    let result = ClaimMatching.match(
      Self.remit(),
      among: [
        Self.candidate(
          1, control: ["A1001"], member: "X", last: "ROE", service: "2019-01-01", charge: 99)
      ])
    guard case .suggestions(let suggestions) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(suggestions.first?.reasonsFor.contains("control number A1001") == true)
    #expect(suggestions.first?.reasonsAgainst.contains("patient name differs") == true)
    #expect(
      suggestions.first?.reasonsAgainst.contains("charge $120.00 differs from billed $0.99") == true
    )
  }

  @Test("Name, date and code suggest; the better one comes first")
  func suggestions() {
    let result = ClaimMatching.match(
      Self.remit("0"),
      among: [
        Self.candidate(1, member: "X", charge: 11_000),
        Self.candidate(2, member: "X", charge: 12_000),
        Self.candidate(3, member: "X", last: "ROE", charge: 12_000),
      ])
    guard case .suggestions(let suggestions) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(suggestions.map(\.claim) == [ClaimID(2), ClaimID(1)])
    #expect(suggestions[0].score > suggestions[1].score)
  }

  @Test("Nothing in common", arguments: ["", "0", "000", "ZZZ"])
  func none(number: String) {
    let other = Self.candidate(
      1, control: ["0", "000", ""], member: "X", last: "ROE", service: "2019-01-01", charge: 1)
    #expect(ClaimMatching.match(Self.remit(number), among: [other]) == .none)
    #expect(ClaimMatching.match(Self.remit(number), among: []) == .none)
  }

  @Test(
    "Lines: number, then code and modifiers, then code, then the billed code, never charge alone")
  func lines() {
    let claim = Made.claim([
      Made.line(1, "E0601", ["RR", "KH"], charge: 100), Made.line(2, "A7030", ["NU"], charge: 100),
      Made.line(3, "A7034", ["NU"], charge: 300), Made.line(4, "E0562", ["NU"], charge: 400),
    ])
    let remit = Made.remitClaim(
      [
        Made.remitLine("A7030", charge: 100, paid: 100),
        Made.remitLine("E0601", ["RR", "KH"], charge: 100, paid: 100),
        Made.remitLine("A9999", charge: 300, paid: 300, submitted: "A7034"),
        Made.remitLine("K0001", charge: 400, paid: 400),
        Made.remitLine("X", charge: 1, paid: 1, number: "L4"),
      ], charge: 901, paid: 901)
    #expect(
      LineMatching.matches(remit.lines, of: remit, to: claim.lines) == [1, 0, 2, nil, 3])
  }

  @Test("Two rental months differ by their dates only")
  func months() {
    let claim = Made.claim([
      Made.line(1, "E0601", ["RR"], charge: 100, service: "2025-11-20"),
      Made.line(2, "E0601", ["RR"], charge: 100, service: "2025-12-20"),
    ])
    let remit = Made.remitClaim(
      [
        Made.remitLine("E0601", ["RR"], charge: 100, paid: 1, service: "2025-12-20"),
        Made.remitLine("E0601", ["RR"], charge: 100, paid: 2, service: "2025-11-20"),
        Made.remitLine("E0601", ["RR"], charge: 100, paid: 2, service: "2025-10-20"),
      ], charge: 300, paid: 5)
    #expect(LineMatching.matches(remit.lines, of: remit, to: claim.lines) == [1, 0, nil])
  }
}
