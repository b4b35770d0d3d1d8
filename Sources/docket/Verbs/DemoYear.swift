import Billing
import Cells
import Database
import Foundation
import Operations
import SampleBilling
import SampleOffice

/// Makes a sample office that has lived a year of orders up to today.
struct DemoYear {
  let paths: OfficePaths
  let patients: Int
  let seed: UInt64
  let today: Day

  /// Lives the year in memory, then puts files, rules and office in their places.
  ///
  /// The office comes last and at once: an interrupted making leaves none behind.
  ///
  /// - Throws: what cannot be written, or was refused.
  func make(_ meter: inout ProgressMeter, mark: String) throws {
    let ending = ".new-\(getpid())"
    let folder = paths.sampleFiles + ending
    let outbox = paths.outbox + ending
    defer { try? FileManager.default.removeItem(atPath: outbox) }
    for name in [folder, folder + "/sent"] where !Folders.makePrivate(name) {
      throw CommandFailure("\(foreign: name): the folder cannot be made")
    }
    do {
      let database = try live(&meter, folder: folder, outbox: outbox)
      if try SmallFile.text(paths.rules) == nil {
        try SmallFile.replace(paths.rules, with: SampleYearRules.text)
      }
      try SmallFile.replace(
        folder + "/" + mark, with: "patients \(patients)\nseed \(seed)\ntoday \(today)\n")
      try database.copy(to: paths.database + ending)
      try Self.move(folder, to: paths.sampleFiles)
      try Self.move(paths.database + ending, to: paths.database)
    } catch {
      for path in [folder, paths.database + ending] {
        try? FileManager.default.removeItem(atPath: path)
      }
      throw error
    }
  }

  private func live(
    _ meter: inout ProgressMeter, folder: String, outbox: String
  ) throws -> OfficeDatabase {
    let database = try Office.databaseInMemory()
    var rules = try OfficeRules.load(paths)
    // An office that was there before keeps its own name.
    if rules.supplier == nil { rules.supplier = SampleYear.supplier }
    let days = 365
    var run = SampleYearRun(
      database: database, rules: rules, outbox: outbox,
      year: SampleYear(
        seed: seed, patients: patients, firstDay: today.adding(days: 1 - days), days: days))
    try run.run(
      keep: { file, isArriving in
        try DemoMaker.write(file, in: isArriving ? folder : folder + "/sent")
      },
      progress: { day in
        meter.say("Living the year: \(foreign: day.description)")
      })
    try Office(
      database: database, rules: rules, user: OfficeUser(name: "", isSupervisor: false),
      session: ShellSession.id, today: today, outbox: outbox
    ).markAsSample()
    return database
  }

  static func move(_ path: String, to place: String) throws(CommandFailure) {
    guard unsafe rename(path, place) == 0 else {
      throw CommandFailure("\(foreign: place): \(foreign: SystemWords.of(errno))")
    }
  }
}
