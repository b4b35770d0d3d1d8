import Billing
import Testing
import WorkEngine

@Suite("Lease rules")
struct LeaseRulesTests {
  private let start = Timestamp(rawValue: 1_000_000)

  private func later(_ minutes: Int64) -> Timestamp {
    Timestamp(rawValue: start.rawValue + minutes * 60_000)
  }

  @Test("A lease lasts fifteen minutes and its fence rises")
  func taking() throws {
    let first = LeaseRules.taken(user: "dora", session: "s1", after: nil, at: start)
    #expect(first.expires == later(15))
    #expect(first.fence == 1)
    #expect(!LeaseRules.isExpired(first, at: later(14)))
    #expect(LeaseRules.isExpired(first, at: later(15)))
    #expect(!LeaseRules.mayTake(first, session: "s2", at: later(14)))
    #expect(LeaseRules.mayTake(first, session: "s1", at: later(14)))
    #expect(LeaseRules.mayTake(first, session: "s2", at: later(15)))
    #expect(LeaseRules.mayTake(nil, session: "s2", at: start))
    let second = LeaseRules.taken(user: "eli", session: "s2", after: first, at: later(15))
    #expect(second.fence == 2)
  }

  @Test("Activity renews it, but only for its holder and in time")
  func renewing() {
    let lease = LeaseRules.taken(user: "dora", session: "s1", after: nil, at: start)
    #expect(LeaseRules.renewed(lease, session: "s1", at: later(10))?.expires == later(25))
    #expect(LeaseRules.renewed(lease, session: "s1", at: later(10))?.fence == lease.fence)
    #expect(LeaseRules.renewed(lease, session: "s2", at: later(10)) == nil)
    #expect(LeaseRules.renewed(lease, session: "s1", at: later(15)) == nil)
    #expect(!LeaseRules.shouldRenew(lease, at: later(4)))
    #expect(LeaseRules.shouldRenew(lease, at: later(5)))
    #expect(!LeaseRules.shouldRenew(lease, at: later(15)))
  }

  @Test("A clock that went back never shortens a lease")
  func clockBack() {
    let lease = LeaseRules.taken(user: "dora", session: "s1", after: nil, at: start)
    #expect(LeaseRules.renewed(lease, session: "s1", at: later(-30))?.expires == lease.expires)
    #expect(LeaseRules.expiry(from: Timestamp(rawValue: .max)).rawValue == .max)
  }
}
