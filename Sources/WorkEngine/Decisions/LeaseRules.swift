package import Billing

/// How long an item stays with the biller who opened it (domain reference 1.9).
package enum LeaseRules {
  /// Fifteen minutes, in milliseconds.
  package static let defaultDuration: Int64 = 15 * 60 * 1000

  /// When a lease taken or renewed now ends.
  package static func expiry(
    from now: Timestamp, duration: Int64 = defaultDuration
  ) -> Timestamp {
    let (end, overflows) = now.rawValue.addingReportingOverflow(max(0, duration))
    return Timestamp(rawValue: overflows ? .max : end)
  }

  /// Whether a lease no longer protects its item.
  package static func isExpired(_ lease: Lease, at now: Timestamp) -> Bool { now >= lease.expires }

  /// Whether a sign-in may take an item now: nobody holds it, the lease ran out, or it holds it.
  package static func mayTake(_ lease: Lease?, session: String, at now: Timestamp) -> Bool {
    guard let lease else { return true }
    return lease.session == session || isExpired(lease, at: now)
  }

  /// A lease for a sign-in; its fence is above every earlier one of the item.
  package static func taken(
    user: String, session: String, after previous: Lease?, at now: Timestamp,
    duration: Int64 = defaultDuration
  ) -> Lease {
    Lease(
      user: user, session: session, expires: expiry(from: now, duration: duration),
      fence: (previous?.fence ?? 0) + 1)
  }

  /// The lease with its end moved on by activity, or nil where it ran out or is another's.
  package static func renewed(
    _ lease: Lease, session: String, at now: Timestamp, duration: Int64 = defaultDuration
  ) -> Lease? {
    guard lease.session == session, !isExpired(lease, at: now) else { return nil }
    var renewed = lease
    renewed.expires = max(lease.expires, expiry(from: now, duration: duration))
    return renewed
  }

  /// Whether it is time to renew: a third of the duration has passed.
  package static func shouldRenew(
    _ lease: Lease, at now: Timestamp, duration: Int64 = defaultDuration
  ) -> Bool {
    !isExpired(lease, at: now) && lease.expires.rawValue - now.rawValue <= duration / 3 * 2
  }
}
