import Billing
import Database
import Desk
import Foundation
import Operations
import SampleOffice

/// Claims a second from the bytes of remittances to the ledger on disk, beside bare SQLite writing
/// the same rows in as many transactions.
struct PostingProbe {
  let options: BenchOptions

  init(_ options: BenchOptions) { self.options = options }

  func lines() throws -> [BenchLine] {
    let work = options.work + "/posting"
    try? FileManager.default.removeItem(atPath: work)
    defer { try? FileManager.default.removeItem(atPath: work) }
    try makeFiles(work)
    let path = work + "/office.docket"
    let sent = try timedImport(of: work + "/sent", into: path)
    try copy(path, to: work + "/before.docket")
    let paid = try timedImport(of: work + "/paid", into: path)
    let claims = paid.reports.reduce(0) { $0 + $1.claimsPosted + $1.claimsStaged }
    let remittances = paid.reports.reduce(0) { $0 + $1.remittances }
    let floor = try Child.run(
      options.floors + "/floor_rows", [work + "/before.docket", path, "\(paid.effort.commits)"])
    let words = String(decoding: floor.output, as: UTF8.self).split(separator: " ")
    guard words.count > 3, let rows = Int64(words[0]), let took = nanoseconds(words[3]) else {
      throw BenchFailure("floor_rows failed")
    }
    let sentClaims = sent.reports.reduce(0) { $0 + $1.claimsAdded }
    return [
      BenchLine(
        what: "835 to posted, on disk (\(remittances) remittances, \(Figure.grouped(rows)) rows)",
        measured: Figure.grouped(Figure.rate(claims, in: paid.took)) + " claims/s",
        effort: paid.effort.text(each: claims, "claim"),
        hold: "6,000 claims/s or 1.5 times the floor",
        floor: "the same rows "
          + Figure.grouped(Figure.rate(claims, in: took)) + " claims/s",
        ratio: Figure.ratio(paid.took, to: took)),
      BenchLine(
        what: "837P, 999, 277CA to claims in the queues",
        measured: Figure.grouped(Figure.rate(sentClaims, in: sent.took)) + " claims/s",
        effort: sent.effort.text(each: sentClaims, "claim")),
    ]
  }

  private func makeFiles(_ work: String) throws {
    for folder in ["/sent", "/paid"] {
      try FileManager.default.createDirectory(
        atPath: work + folder, withIntermediateDirectories: true)
    }
    let sample = SampleOffice(seed: 7, items: options.postingItems, today: options.today)
    try sample.writeFiles { (file: SampleFile) throws in
      let folder = file.name.contains("835") ? "/paid/" : "/sent/"
      guard
        FileManager.default.createFile(
          atPath: work + folder + file.name, contents: Data(file.bytes))
      else { throw BenchFailure("\(file.name) cannot be written") }
    }
  }

  private func timedImport(
    of folder: String, into path: String
  ) throws -> (reports: [ImportReport], took: Int64, effort: DatabaseEffort) {
    let office = try BenchOffice.opened(path, options)
    let before = try office.database.effort()
    let (reports, took) = try Stopwatch.time { try office.importFiles([folder]) }
    let effort = try office.database.effort() - before
    try office.database.close()
    return (reports, took, effort)
  }

  private func copy(_ from: String, to: String) throws {
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  /// Seconds with three decimals, as nanoseconds.
  private func nanoseconds(_ seconds: Substring) -> Int64? {
    Int64(seconds.filter { $0 != "." }).map { $0 * 1_000_000 }
  }
}
