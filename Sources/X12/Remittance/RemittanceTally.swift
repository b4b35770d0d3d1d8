/// What all whole remittances of a file come to: the work that `make bench` measures.
///
/// Does from bytes what an import does before it posts: envelopes, typed values, and the balance of
/// every line, claim and payment. `Benchmarks/floor835.c` does the same in plain C.
package struct RemittanceTally: Equatable, Sendable {
  /// How many sets of any kind, whole or not.
  package private(set) var sets = 0
  /// How many whole remittances.
  package private(set) var whole = 0
  /// How many claims in them.
  package private(set) var claims = 0
  /// How many service lines in them.
  package private(set) var lines = 0
  /// How many differences in them; a remittance that cannot be decided counts as one more.
  package private(set) var differences = 0
  /// The sum of all CLP04 in cents, wrapping around where it does not fit.
  package private(set) var paidCents: Int64 = 0

  /// Reads and checks a file's bytes.
  ///
  /// - Throws: when it is no X12 at all.
  package init(reading bytes: [UInt8]) throws(X12Problem) {
    let file = try X12File(bytes)
    sets = file.sets.count
    var remittance = Remittance835()
    for index in file.sets.indices where file.sets[index].isWhole {
      guard file.sets[index].code == "835" else { continue }
      remittance.read(file, set: index)
      let balance = RemittanceBalance(remittance)
      whole += 1
      claims += remittance.claims.count
      lines += remittance.lines.count
      differences += balance.differenceCount + (balance.isUndecided ? 1 : 0)
      paidCents &+= balance.claimsPaid
    }
  }
}
