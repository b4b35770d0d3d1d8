package import Billing
package import Database
import Desk
import Foundation
package import Operations
package import SampleOffice

/// Lives a made-up year day by day: what arrives is imported, a biller works it through the office's
/// own use cases, and what lies in the outbox goes to the payers.
package struct SampleYearRun {
  private let database: OfficeDatabase
  private var rules: RuleBook
  private let outbox: String
  private var year: SampleYear
  private var biller: SampleBiller
  /// How many files went each way, and how many decisions were made.
  package private(set) var received = 0
  package private(set) var sent = 0
  /// Why groups of claims could not be sent, with how often.
  package private(set) var refusals: [String: Int] = [:]

  /// A year in an office that is there already, and empty.
  ///
  /// - Parameters:
  ///   - database: The office's.
  ///   - rules: They name the supplier of ``SampleYear``.
  ///   - outbox: The office's folder of files to be picked up.
  ///   - year: What arrives.
  package init(
    database: OfficeDatabase, rules: RuleBook, outbox: String, year: SampleYear
  ) {
    self.database = database
    self.rules = rules
    self.rules.isOfSample = true
    self.outbox = outbox
    self.year = year
    biller = SampleBiller(lastDay: year.lastDay)
  }

  /// How many decisions the biller made.
  package var decisions: Int { biller.decisions }
  /// Why decisions were refused, with how often.
  package var refusedDecisions: [String: Int] { biller.refused }

  /// Numbers of the orders whose equipment came back, of one item at least.
  package var pickedUp: Set<String> { biller.pickedUp }

  /// Lives the whole year.
  ///
  /// - Parameters:
  ///   - keep: Given every file that arrives (`true`) or is picked up from the outbox (`false`).
  ///   - noon: Shown the office on each business day, when what arrived is read and nothing is
  ///     worked yet.
  ///   - progress: Told each business day before it is worked.
  /// - Throws: Any failure of the database, and what `keep` and `noon` throw.
  package mutating func run(
    keep: (SampleFile, _ isArriving: Bool) throws -> Void = { _, _ in },
    noon: (Office) throws -> Void = { _ in }, progress: (Day) -> Void = { _ in }
  ) throws {
    var day = year.firstDay
    while day <= year.lastDay {
      if SampleYear.isWorkday(day) {
        progress(day)
        try live(day, keep: keep, noon: noon)
      }
      day = day.adding(days: 1)
    }
    // The year may end on a holiday, on which nobody works but dates still pass.
    try office(on: year.lastDay).rollDay(.stated)
    try office(on: year.lastDay).recoverOutbox()
  }

  /// The office as it stands on a day.
  package func office(on day: Day) -> Office {
    Office(
      database: database, rules: rules, user: OfficeUser(name: "sample", isSupervisor: true),
      session: "sample-year", today: day, outbox: outbox)
  }

  private mutating func live(
    _ day: Day, keep: (SampleFile, _ isArriving: Bool) throws -> Void,
    noon: (Office) throws -> Void
  ) throws {
    let office = office(on: day)
    try office.rollDay(.stated)
    for file in year.files(on: day) {
      try keep(file, true)
      try office.importBytes(file.bytes, name: file.name)
      received += 1
    }
    try noon(office)
    try biller.work(office)
    try send(office)
    try pickUp(on: day, keep: keep)
  }

  /// Everything that is ready goes out at the end of the day; at the end of the year some waits.
  private mutating func send(_ office: Office) throws {
    guard year.lastDay - office.today > 2 else { return }
    for group in try office.transmission().groups {
      let request = SendingRequest(
        payer: group.payer, typedClaims: group.claims, typedTotal: group.total)
      do {
        _ = try office.send(request)
      } catch let refusal as Refusal {
        refusals[refusal.message, default: 0] += 1
      }
    }
  }

  /// Clearinghouses fetch what lies in the outbox.
  private mutating func pickUp(
    on day: Day, keep: (SampleFile, _ isArriving: Bool) throws -> Void
  ) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: outbox)) ?? []
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = outbox + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let bytes = Array(data)
      try keep(SampleFile(name: name, bytes: bytes), false)
      year.receive(bytes, on: day)
      try FileManager.default.removeItem(atPath: path)
      sent += 1
    }
  }
}
