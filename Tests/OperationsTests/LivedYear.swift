// A made-up year as it was lived, once for all tests that look at it.

import Billing
import Database
import Desk
import Foundation
import Operations
import Rules
import SampleBilling
import SampleOffice

@testable import TestSupport

/// An office at the end of its year, with every file that went either way.
struct LivedYear: Sendable {
  static let firstDay = Day(year: 2026, month: 1, day: 5) ?? Day(rawValue: 0)
  /// `DOCKET_YEAR_PATIENTS=2000` lives a large one.
  static let patients = Int(ProcessInfo.processInfo.environment["DOCKET_YEAR_PATIENTS"] ?? "") ?? 24
  /// `DOCKET_YEAR_FILES=folder` keeps all files there, for other programs to judge.
  static let folder = ProcessInfo.processInfo.environment["DOCKET_YEAR_FILES"]

  static let small = Result { try LivedYear() }

  let office: Office
  let arrived: [SampleFile]
  let sent: [SampleFile]
  let sendingRefusals: [String: Int]
  let pickedUp: Set<String>
  let lastDay: Day
  /// Where everything stood at the end of some days, read on the next morning.
  let standings: [Day: Standings]

  private init() throws {
    let rules = try RulesFile.load(office: SampleYearRules.text)
    let outbox = Scratch.folder()
    let year = SampleYear(seed: 42, patients: Self.patients, firstDay: Self.firstDay)
    var arrived: [SampleFile] = []
    var sent: [SampleFile] = []
    let database = try Office.databaseInMemory()
    var run = SampleYearRun(database: database, rules: rules, outbox: outbox, year: year)
    var standings: [Day: Standings] = [:]
    var before: Day?
    var number = 0
    try run.run(
      keep: { file, isArriving in
        if isArriving { arrived.append(file) } else { sent.append(file) }
        guard let folder = Self.folder else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Scratch.write(
          file.bytes, to: folder + (isArriving ? "/arrived-" : "/sent-") + file.name)
      },
      progress: { day in
        number += 1
        // The evening of the day before, since nothing happens over night.
        if let evening = before, number.isMultiple(of: 6) {
          standings[evening] = try? Standings(database)
        }
        before = day
      })
    self.standings = standings
    office = run.office(on: year.lastDay)
    self.arrived = arrived
    self.sent = sent
    sendingRefusals = run.refusals
    pickedUp = run.pickedUp
    lastDay = year.lastDay
    try? Scratch.remove(outbox)
  }

  /// Every order with its charges.
  func orders() throws -> [OrderDetail] {
    var details: [OrderDetail] = []
    while true {
      let page = try office.orders(OrderQuery(offset: details.count, limit: 500))
      details += try page.rows.map { try office.order($0.id) }
      if details.count >= page.count || page.rows.isEmpty { return details }
    }
  }

  /// The rows of all files of orders, by heading; made-up values hold no commas.
  func orderRows() -> [[String: String]] {
    arrived.filter { $0.name.hasSuffix(".csv") }.flatMap { file in
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      return lines.dropFirst().map { cells in
        Dictionary(zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
      }
    }
  }
}
