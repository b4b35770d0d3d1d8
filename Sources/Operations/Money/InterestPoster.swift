import Billing
import Database
import Store
import WorkEngine

/// Posts interest that a payer added, where nothing else stands beside the claims.
struct InterestPoster {
  let office: Office
  let connection: Connection
  /// The decision by which it is posted, nil where it posts by itself.
  var activity: ActivityID?

  /// Posts interest alone up to the office's limit; whether it did.
  func post(
    _ adjustments: [ProviderAdjustment], of id: RemittanceID, from payer: Payer, on day: Day
  ) throws -> Bool {
    guard let interest = InterestPosting.amount(of: adjustments),
      let row = office.rules.posting(for: payer, on: day), interest <= row.interestLimit
    else { return false }
    for adjustment in adjustments {
      let entry = try RemittancePosting.providerAdjustmentEntry(
        adjustment, remittance: id, on: day)
      _ = try Ledger.post(
        entry, remittance: id, activity: activity, known: office.known, in: connection)
    }
    return true
  }
}
