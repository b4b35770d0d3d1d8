package import Billing

/// Money of a remittance that belongs to no claim line (PLB, domain reference 5.7).
extension RemittancePosting {
  /// The entry that takes the cash of a remittance in, which nothing explains yet; nil for none.
  ///
  /// - Throws: never for two amounts that are each other's opposite.
  package static func cashEntry(
    _ payment: Cents, of remittance: RemittanceID, on day: Day
  ) throws(UnbalancedEntry) -> JournalEntry? {
    guard payment != .zero else { return nil }
    return try JournalEntry(
      cause: .cashReceived, on: day,
      postings: [
        Posting(account: .cash, amount: payment, remittance: remittance),
        Posting(account: .suspense, amount: -payment, remittance: remittance),
      ])
  }

  /// The account of a provider adjustment by its reason code (PLB03-1).
  package static func account(ofProviderAdjustment reason: String) -> LedgerAccount {
    switch reason {
    case "WO", "72", "WU", "B3": .recoupment
    case "FB": .forwardingBalance
    case "L6": .interestIncome
    default: .providerAdjustment
    }
  }

  /// The entry of one provider adjustment, which explains money in suspense.
  ///
  /// A positive amount reduced the payment (domain rule 5.3), so suspense holds that much less
  /// than the claims say: it is credited to suspense and debited to the adjustment's account.
  ///
  /// - Throws: never for two amounts that are each other's opposite.
  package static func providerAdjustmentEntry(
    _ adjustment: ProviderAdjustment, remittance: RemittanceID, on day: Day
  ) throws(UnbalancedEntry) -> JournalEntry {
    let account = account(ofProviderAdjustment: adjustment.reason)
    return try JournalEntry(
      cause: .providerAdjustment, on: day,
      postings: [
        Posting(account: account, amount: adjustment.amount, remittance: remittance),
        Posting(account: .suspense, amount: -adjustment.amount, remittance: remittance),
      ])
  }
}
