import Database
import Store

/// Numbers of interchanges and groups, never used twice.
///
/// The billing system sends under the same name and counts from one: numbers from far above keep a
/// clearinghouse from taking our files for its old ones, and answers from reaching the wrong file.
struct ControlNumbers {
  let connection: Connection

  static let first: Int64 = 700_000_000

  func interchange() throws -> Int { try next("interchange control number") }
  func group() throws -> Int { try next("group control number") }

  private func next(_ series: String) throws -> Int {
    Int(Self.first + (try Settings.nextNumber(of: series, in: connection)))
  }
}
