import Billing
import Database
import Store

/// The claims that the answers of a step name, looked up at once.
///
/// A claim that the step has changed is read anew, and what no answer names is asked for as ever.
final class KnownClaims {
  private let connection: Connection
  private let numbers: Set<String>
  private let byNumber: [String: [ClaimID]]
  private var claims: [ClaimID: Claim]
  private let answered: Set<ClaimID>
  private let withNamedPayer: Set<ClaimID>

  /// Looks up the claims of some control numbers (CLP01); none may be added to them meanwhile.
  ///
  /// - Throws: Any failure of the database.
  init(numbered numbers: [String], in connection: Connection) throws {
    self.connection = connection
    self.numbers = Set(numbers)
    byNumber = try Claims.withControlNumbers(self.numbers, in: connection)
    let ids = Set(byNumber.values.joined()).sorted()
    claims = try Claims.all(ids, in: connection)
    answered = try RemitClaims.answered(among: ids, in: connection)
    withNamedPayer = try ClaimPayers.withNamedPayer(among: ids, in: connection)
  }

  /// The claims of which a sending has this number.
  func numbered(_ number: String) throws -> [ClaimID] {
    if numbers.contains(number) { return byNumber[number] ?? [] }
    return try Claims.withControlNumber(number, in: connection)
  }

  func find(_ id: ClaimID) throws -> Claim? {
    try claims[id] ?? Claims.find(id, in: connection)
  }

  /// Whether an answer to the claim is possible that is posted or waits; no says that there is none.
  func mayBeAnswered(_ id: ClaimID) -> Bool { claims[id] == nil || answered.contains(id) }

  /// Whether a payer that had the claim before is possible; no says that there is none.
  func mayHaveFormerPayer(_ id: ClaimID) -> Bool {
    claims[id] == nil || withNamedPayer.contains(id)
  }

  /// The step has changed the claim, or what hangs on it.
  func forget(_ id: ClaimID) { claims[id] = nil }
}
