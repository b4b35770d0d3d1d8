import Billing
import Database
import Foundation
import Operations
import Rules

/// The sample office on which screens and queues are measured.
struct BenchOffice {
  let options: BenchOptions
  let path: String
  let description: String

  /// The office of this size, made by the real program where it is not there yet.
  static func made(_ options: BenchOptions) throws -> BenchOffice {
    let path = "\(options.work)/office-\(options.items).docket"
    let note = path + ".made"
    if !FileManager.default.fileExists(atPath: note) {
      FileHandle.standardError.write(Data("Making an office of \(options.items) items …\n".utf8))
      let arguments = [
        "demo", "--no-open", "--items", "\(options.items)", "--seed", "42", "--today",
        "\(options.today)", "--office", path,
      ]
      let (end, took) = try Stopwatch.time {
        try Child.run(options.docket, arguments)
      }
      guard end.status == 0 else { throw BenchFailure("the sample office could not be made") }
      try "\(took)".write(toFile: note, atomically: true, encoding: .utf8)
    }
    let took = Int64((try? String(contentsOfFile: note, encoding: .utf8)) ?? "") ?? 0
    let office = try opened(path, options)
    let facts = try office.database.read { connection in
      try connection.first(
        """
        SELECT (SELECT sum(items) FROM queue_total),
          (SELECT count(*) FROM claim), (SELECT count(*) FROM remit_claim)
        """
      ) { (items: $0.int(0), claims: $0.int(1), answers: $0.int(2)) }
    }
    let (items, claims, answers) = facts ?? (0, 0, 0)
    let rate = Figure.rate(Int(claims + answers), in: took)
    return BenchOffice(
      options: options, path: path,
      description: """
        An office of \(Figure.grouped(items)) open items (\(Figure.grouped(claims)) claims, \
        \(Figure.grouped(answers)) answers of payers), made and imported in \(Figure.time(took)): \
        \(Figure.grouped(rate)) claims and answers a second.
        """)
  }

  /// Opens the office as the program does.
  func open(today: Day? = nil, session: String = "bench") throws -> Office {
    try Self.opened(path, options, today: today, session: session)
  }

  static func opened(
    _ path: String, _ options: BenchOptions, today: Day? = nil, session: String = "bench"
  ) throws -> Office {
    Office(
      database: try Office.openDatabase(path, mode: .createIfMissing),
      rules: try RuleBook.shipped(), user: OfficeUser(name: "bench", isSupervisor: true),
      session: session, today: today ?? options.today, outbox: path + ".outbox")
  }
}
