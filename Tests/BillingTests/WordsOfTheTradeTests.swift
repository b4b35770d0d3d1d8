import Billing
import Testing

@Suite("Words of the trade")
struct WordsOfTheTradeTests {
  @Test(
    "NPI check digits",
    arguments: [
      ("1234567893", true), ("1234567890", false), ("123456789", false), ("", false),
      ("12345678931", false), ("abcdefghij", false), ("１２３４５６７８９３", false),
    ])
  func checksNPI(text: String, isValid: Bool) {
    #expect(NationalProviderIdentifier.isValid(text) == isValid)
  }

  @Test("the computed check digit is the one that is valid")
  func completesNPI() {
    for start in stride(from: 100_000_000, to: 999_999_999, by: 7_654_321) {
      let digits = String(start).compactMap(\.wholeNumberValue)
      let npi = String(start) + String(NationalProviderIdentifier.checkDigit(of: digits))
      #expect(NationalProviderIdentifier.isValid(npi))
    }
  }

  @Test(
    "tiers change where the trade says",
    arguments: [
      (0, Tier.week), (7, .week), (8, .twoWeeks), (14, .twoWeeks), (15, .month), (30, .month),
      (31, .twoMonths), (60, .twoMonths), (61, .later), (-3, .week), (-5, .week), (-6, .expired),
    ])
  func tiers(daysLeft: Int, tier: Tier) throws {
    let today = try #require(Day("2026-11-21"))
    let safe = today.adding(days: daysLeft)
    #expect(Tier.of(safe: safe, legal: safe.adding(days: 5), today: today) == tier)
  }

  @Test("without a date there is no deadline")
  func noDeadline() throws {
    #expect(Tier.of(safe: nil, legal: nil, today: try #require(Day("2026-11-21"))) == .noDeadline)
  }

  @Test(
    "claim statuses keep their codes",
    arguments: ["1", "2", "3", "4", "19", "20", "21", "22", "23", "25", "17", ""])
  func statuses(code: String) {
    #expect(RemittanceClaimStatus(code: code).code == code)
  }

  @Test("an entry that does not sum to zero cannot be made")
  func entries() throws {
    let day = try #require(Day("2026-11-21"))
    let debit = Posting(account: .cash, amount: Cents(100))
    let credit = Posting(account: .suspense, amount: Cents(-100))
    let entry = try JournalEntry(cause: .cashReceived, on: day, postings: [debit, credit])
    #expect(entry.postings == [debit, credit])
    #expect(throws: UnbalancedEntry(cause: .cashReceived, sum: debit.amount)) {
      try JournalEntry(cause: .cashReceived, on: day, postings: [debit])
    }
    #expect(debit.reversed.amount == Cents(-100))
  }

  @Test("subjects are found again by kind and key")
  func subjects() {
    for subject in [
      WorkSubject.claim(ClaimID(7)), .remitClaim(RemitClaimID(8)), .remittance(RemittanceID(9)),
      .order(OrderID(1)), .charge(ChargeID(2)), .batch(BatchID(3)), .special(SpecialID(4)),
    ] {
      #expect(WorkSubject(kind: subject.kind, key: subject.key) == subject)
    }
    #expect(WorkSubject(kind: "invoice", key: 1) == nil)
  }
}
