import Billing
import Database
import Store
import WorkEngine

/// One step of posting a remittance, which is one transaction: what it knows, and what it does once
/// at its end for all that it touched.
///
/// A step that fails leaves nothing, so nothing of it may be known to the next one.
final class RemittanceStep {
  let payers = PayerCache()
  let allowances = LearntAllowances()
  let claims: KnownClaims
  private let connection: Connection
  private let placer: Placer
  private let owner: ExceptionOwner
  private var touched: [WorkSubject] = []
  private var staged: [RemitClaimID] = []

  /// Begins a step whose answers name claims by these control numbers (CLP01).
  ///
  /// - Throws: Any failure of the database.
  init(office: Office, connection: Connection, naming numbers: [String]) throws {
    self.connection = connection
    owner = ExceptionOwner(rules: office.rules, connection: connection)
    claims = try KnownClaims(numbered: numbers, in: connection)
    placer = Placer(rules: office.rules, today: office.today, payers: payers)
  }

  /// Something happened to it: it is placed at the end of the step.
  func touch(_ subject: WorkSubject) {
    touched.append(subject)
    if case .claim(let id) = subject { claims.forget(id) }
  }

  /// It waits for a person from now on, for the one whom the office's rules name.
  func touchStaged(_ answer: RemitClaimID) {
    touch(.remitClaim(answer))
    staged.append(answer)
  }

  /// Writes what was learnt, before something that reads the table or learns by itself.
  func settle() throws { try allowances.write(in: connection) }

  /// Writes what is known here alone, and places what was touched, each subject once.
  func finish() throws {
    try settle()
    try placer.place(touched, in: connection)
    for answer in staged { try owner.assign(answer) }
    touched = []
    staged = []
  }
}
