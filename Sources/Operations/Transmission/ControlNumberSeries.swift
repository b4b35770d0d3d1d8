import Billing
import Database
import Store

/// Numbers of interchanges and groups, never used twice.
///
/// The billing system sends under the same name and counts from one: numbers from far above keep a
/// clearinghouse from taking our files for its old ones, and answers from reaching the wrong file.
struct ControlNumberSeries {
  let connection: Connection

  static let first: Int64 = 700_000_000

  /// The numbers of the next file, whose first set is `0001`.
  func next() throws -> ControlNumbers {
    ControlNumbers(
      interchange: String(try next("interchange control number")).leftPadded(9),
      group: String(try next("group control number")), set: "0001")
  }

  private func next(_ series: String) throws -> Int64 {
    Self.first + (try Settings.nextNumber(of: series, in: connection))
  }
}
