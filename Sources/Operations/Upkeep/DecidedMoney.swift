import Billing
import Database
import Store
import WorkEngine

/// Money that only decisions move, held against the ledger: what patients paid, what was given back.
enum DecidedMoney {
  /// Every account on which something else stands than the standing decisions say.
  static func differences(in connection: Connection) throws -> [String] {
    var received = Cents.zero
    var givenBack = Cents.zero
    for subject in try Activities.subjects(of: [.payment, .refund], in: connection) {
      var asked = Cents.zero
      for decision in try Journal.standing(on: subject, in: connection) {
        switch decision.act {
        case .payment(let payment)?: received += payment.amount
        case .refund(.request(let request))?: asked = request.amount
        case .refund(.sent)?: givenBack += asked
        default: break
        }
      }
    }
    // What is given back stands on the credit side.
    return try difference(.patientCash, received, in: connection)
      + difference(.refund, -givenBack, in: connection)
  }

  private static func difference(
    _ account: LedgerAccount, _ decided: Cents, in connection: Connection
  ) throws -> [String] {
    let posted = try LedgerAudit.balance(of: account, in: connection)
    guard posted != decided else { return [] }
    return ["\(account.rawValue): decisions come to \(decided), \(posted) is posted"]
  }
}
