import Billing

/// The claims of one day that go to one clearinghouse in one file.
struct Batch: Sendable {
  var clearinghouse: Clearinghouse
  /// Runs over all files of the office: ISA13 and GS06.
  var number: Int
  var sentOn: Day
  var sets: [BatchSet]
  /// The receiver refuses the envelope (TA1 R): nobody ever sees the claims.
  var isRefused = false

  var claimCount: Int { sets.reduce(0) { $0 + $1.claims.count } }

  /// BHT03 of a set, which a 277CA names.
  func reference(of set: BatchSet) -> String {
    "B" + InventedNumbers.padded(number, 7) + set.control
  }
}

/// One transaction set of a batch: claims of one location.
struct BatchSet: Sendable {
  /// ST02.
  var control: String
  var location: Int
  var claims: [ClaimKey]
  /// The syntax error for which a 999 rejects the whole set, nil where it is accepted.
  var error: SyntaxError?
}
