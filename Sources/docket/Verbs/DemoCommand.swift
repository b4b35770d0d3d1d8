import ArgumentParser
import Billing
import Cells
import Database
import Desk
import Foundation
import Operations
import SampleOffice

/// `docket demo`: a made-up office, made once, and opened.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a sample office, and open it.",
    discussion: """
      Nobody and nothing in it exists. The office has lived a year up to today: orders came in, \
      claims went out, payers answered, and all of it went through the ordinary doors. Its files \
      lie beside it. With --items it has only claim files and their answers, as many as are wanted; \
      with --empty it has nothing yet, for practice with files of your own. A second time the \
      office that is there is opened. Without a terminal its overview is printed.
      """)

  @OptionGroup var options: OfficeOptions
  @OptionGroup var screen: ScreenOptions
  @Flag(help: "Print one JSON object, the overview unless --empty; opens nothing.") var json = false
  @Option(help: "How many patients have orders in the year.") var patients = 100
  @Option(help: "Claim files alone, with about so many open pieces of work.") var items: Int?
  @Flag(name: .customLong("empty"), help: "Nothing in it: a sample office to practise in.")
  var isEmpty = false
  @Option(help: "The same number makes the same files.") var seed: UInt64 = 42
  @Flag(name: .customLong("no-open"), help: "Only make it.") var isOnlyMade = false

  func validate() throws {
    guard items.map({ (1...20_000_000).contains($0) }) ?? true else {
      throw ValidationError("--items is a number from 1 to 20000000")
    }
    guard !isEmpty || items == nil else {
      throw ValidationError("--empty and --items exclude each other")
    }
    guard (1...100_000).contains(patients) else {
      throw ValidationError("--patients is a number from 1 to 100000")
    }
  }

  func run() throws {
    let paths = demoPaths
    if isEmpty { return try makeEmpty(paths) }
    let maker = DemoMaker(
      paths: paths, patients: patients, items: items, seed: seed,
      today: options.today ?? LocalClock.today())
    try maker.makeUnlessThere()
    if isToBeOpened { return try open(paths) }
    var named = options
    named.office = paths.database
    try QueueOverview.show(try OpenOffice(named, for: .look).office, asJSON: json)
  }
}

extension DemoCommand {
  /// Makes an office with nothing in it, where there is none, and says where it is.
  private func makeEmpty(_ paths: OfficePaths) throws {
    let isMade = try EmptyOffice(paths: paths).makeUnlessThere()
    if isToBeOpened { return try open(paths) }
    if json {
      return try Output.only(json: ["office": .exact(paths.database), "made": .bool(isMade)])
    }
    let words: SafeText = isMade ? "is made" : "is there already"
    try Output.only(line: "The sample office \(foreign: paths.database) \(words).")
  }

  /// Whether somebody sits before it and wants it on the screen.
  private var isToBeOpened: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !isOnlyMade && !json
  }

  private func open(_ paths: OfficePaths) throws {
    try WorkstationSession(
      paths: paths, options: options, screen: screen, isMadeWhenMissing: false, opensDay: true
    ).run()
  }

  /// The place named by `--office` or DOCKET_OFFICE, else one beside the usual office.
  private var demoPaths: OfficePaths {
    let environment = ProcessInfo.processInfo.environment["DOCKET_OFFICE"] ?? ""
    let named = options.office ?? (environment.isEmpty ? nil : environment)
    return OfficePaths(named ?? Folders().data + "/demo.docket")
  }
}

/// Makes a sample office, and finishes one whose making was interrupted.
struct DemoMaker {
  let paths: OfficePaths
  let patients: Int
  /// Claim files alone, nil for a year of orders.
  let items: Int?
  let seed: UInt64
  let today: Day

  /// Says that the office is complete and how it was made; import passes over such names.
  private static let markName = ".complete"
  private var mark: String { paths.sampleFiles + "/" + Self.markName }

  func makeUnlessThere() throws {
    if FileManager.default.fileExists(atPath: mark) {
      guard paths.exists else {
        throw CommandFailure(
          """
          \(foreign: paths.database) is gone, its files in \(foreign: paths.sampleFiles) are there; \
          remove those too, and a new office is made
          """)
      }
      return
    }
    if paths.exists, !FileManager.default.fileExists(atPath: paths.sampleFiles) {
      throw CommandFailure(
        """
        \(foreign: paths.database) is an office of its own, no sample office; name another place \
        with --office
        """)
    }
    var meter = ProgressMeter()
    defer { meter.clear() }
    guard let items else {
      guard !FileManager.default.fileExists(atPath: paths.sampleFiles) else {
        throw CommandFailure(
          """
          \(foreign: paths.sampleFiles) is of a sample office whose making was interrupted; finish it \
          with --items, or remove it and \(foreign: paths.database)
          """)
      }
      try DemoYear(paths: paths, patients: patients, seed: seed, today: today)
        .make(&meter, mark: Self.markName)
      return
    }
    if !FileManager.default.fileExists(atPath: paths.sampleFiles) {
      try writeFiles(items, &meter)
    }
    let opened = try OpenOffice(
      paths, today: today, mode: .createIfMissing, session: ShellSession.id
    ) { Complaint.say("\(foreign: $0)") }
    try opened.office.markAsSample()
    try opened.office.rollDay(.stated)
    let reports = try opened.office.importFiles([paths.sampleFiles]) { progress in
      meter.show(progress)
      return true
    }
    if let refused = reports.first(where: { $0.outcome == .refused && $0.remittances > 0 }) {
      throw CommandFailure("the sample file \(foreign: refused.path) was refused")
    }
    try SmallFile.replace(mark, with: "items \(items)\nseed \(seed)\ntoday \(today)\n")
  }

  /// Writes the files into a folder that gets its name when all are there.
  private func writeFiles(_ items: Int, _ meter: inout ProgressMeter) throws {
    let folder = paths.sampleFiles + ".new-\(getpid())"
    guard Folders.makePrivate(folder) else {
      throw CommandFailure("\(foreign: folder): the folder cannot be made")
    }
    var count = 0
    let sample = SampleOffice(seed: seed, items: items, today: today)
    try sample.writeFiles { file throws(CommandFailure) in
      count += 1
      if count.isMultiple(of: 50) { meter.say("Making files: \(count)") }
      try Self.write(file, in: folder)
    }
    if unsafe rename(folder, paths.sampleFiles) != 0 {
      let number = errno
      try? FileManager.default.removeItem(atPath: folder)
      // Another demo at the same time was quicker; its files are the same.
      guard FileManager.default.fileExists(atPath: paths.sampleFiles) else {
        throw CommandFailure(
          "\(foreign: paths.sampleFiles): \(foreign: SystemWords.of(number))")
      }
    }
  }

  static func write(_ file: SampleFile, in folder: String) throws(CommandFailure) {
    let path = folder + "/" + file.name
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    var failure = descriptor < 0 ? errno : Descriptor.write(file.bytes[...], to: descriptor)
    if descriptor >= 0, close(descriptor) != 0 { failure = failure ?? errno }
    if let failure {
      throw CommandFailure("\(foreign: path): \(foreign: SystemWords.of(failure))")
    }
  }
}
