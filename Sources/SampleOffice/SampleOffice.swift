package import Billing

/// A made-up but lifelike supplier of home medical equipment, with payers that answer it.
///
/// The same arguments always give the same files, byte for byte. Nobody and nothing in them exists:
/// names, addresses and numbers are invented and marked as such.
package struct SampleOffice: Sendable {
  /// The office's random seed.
  package let seed: UInt64
  /// How many open pieces of work are wanted.
  package let items: Int
  /// The business day on which the last file arrives.
  package let today: Day

  /// An office whose files leave about `items` open pieces of work on the morning after `today`.
  package init(seed: UInt64, items: Int, today: Day) {
    self.seed = seed
    self.items = max(1, items)
    self.today = today
  }

  /// Hands out every file in the order in which it was sent or arrived, about fifteen months of
  /// them; only a few days' claims are kept in memory.
  ///
  /// - Parameter emit: takes one file; what it throws ends the making of files.
  /// - Returns: what the files say, counted while they were made.
  /// - Throws: what `emit` throws.
  @discardableResult
  package func writeFiles<Failure: Error>(
    _ emit: (SampleFile) throws(Failure) -> Void
  ) throws(Failure) -> SampleTruth {
    let office = SampleOfficeFacts(
      seed: seed, patients: Self.patients(forItems: items), today: today)
    var months = OfficeMonths(office: office)
    var day = office.firstDay
    while day <= today {
      for file in months.files(on: day) { try emit(file) }
      day = day.adding(days: 1)
    }
    return months.truth
  }

  /// Patients that leave so many open pieces of work: measured over several seeds.
  private static func patients(forItems items: Int) -> Int {
    max(1, items * 1_000 / openWorkPerThousandPatients)
  }

  private static let openWorkPerThousandPatients = 1_690
}
