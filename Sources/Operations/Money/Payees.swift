import Billing
import Database
import Store

/// Whether a payment was made to this office: the NPIs of its rules file and of its claims are ours.
struct Payees {
  let office: Office

  /// The NPI of a payee that is none of ours; nil for one that is, that is no NPI, or while none of
  /// ours is known.
  func stranger(_ npi: String, in connection: Connection) throws -> String? {
    guard NationalProviderIdentifier.isValid(npi), npi != office.rules.supplier?.npi else {
      return nil
    }
    let knowsOwn =
      try office.rules.supplier != nil || Submissions.areBilled(under: "", in: connection)
    return try knowsOwn && !Submissions.areBilled(under: npi, in: connection) ? npi : nil
  }
}
