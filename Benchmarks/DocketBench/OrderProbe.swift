import Billing
import ClaimFiles
import Foundation
import WorkEngine

/// The order side: all edits over a million charge lines, and the writing of batches.
struct OrderProbe {
  private static let lines = 1_000_000
  private static let rounds = 5
  let options: BenchOptions

  func table() throws -> [BenchLine] {
    let made = try MadeBills()
    return [try edits(made), try batches(made)]
  }

  /// Every edit over every line, beside one look-up of the line's code in the catalogue, which is
  /// the least that any edit must do.
  private func edits(_ made: MadeBills) throws -> BenchLine {
    let reviews = made.reviews(of: made.bills(1_000))
    var ours = Times()
    var floor = Times()
    var found = 0
    for _ in 0..<Self.rounds {
      var passes = 0
      let (count, took) = Stopwatch.time {
        var count = 0
        while passes < Self.lines {
          for review in reviews {
            count +=
              ChargeEdits.findings(
                in: review, rules: made.rules, on: MadeBills.today
              ).count
          }
          passes += reviews.count
        }
        return count
      }
      found = count
      ours.add(took)
      let (known, lookedUp) = Stopwatch.time {
        var known = 0
        var done = 0
        while done < passes {
          for review in reviews
          where made.rules.item(
            review.charge.procedure.code, on: review.charge.serviceFrom) != nil
          { known += 1 }
          done += reviews.count
        }
        return known
      }
      guard known > 0 else { throw BenchFailure("the catalogue knows none of the made codes") }
      floor.add(lookedUp)
    }
    let speed = { (times: Times) in
      Figure.grouped(Figure.rate(Self.lines, in: times.median)) + " lines/s"
    }
    return BenchLine(
      what: "\(ChargeEdits.all.count) edits over a line (\(Figure.grouped(Int64(found))) findings)",
      measured: speed(ours), hold: "-", floor: "one look-up \(speed(floor))",
      ratio: Figure.ratio(ours.median, to: floor.median))
  }

  /// Bills to bytes of an 837P, beside writing the same bytes to a file and syncing it.
  private func batches(_ made: MadeBills) throws -> BenchLine {
    let bills = made.bills(5_000)
    guard let receiver = made.supplier.clearinghouses.first else {
      throw BenchFailure("the made-up supplier has no clearinghouse")
    }
    var ours = Times()
    var floor = Times()
    var size = 0
    for round in 0..<Self.rounds {
      let (bytes, took) = try Stopwatch.time {
        let claims = try bills.map {
          try $0.claim(for: made.supplier, receiver: receiver, rules: made.rules)
        }
        return OutgoingBatch(claims: claims, from: made.supplier, to: receiver).file(
          envelope: made.supplier.envelope(
            to: receiver, on: MadeBills.today, time: "1200",
            numbers: ControlNumbers(
              interchange: String(700_000_001 + round), group: String(round + 1), set: "0001")),
          reference: "BENCH", on: MadeBills.today)
      }
      ours.add(took)
      size = bytes.count
      floor.add(try write(bytes))
    }
    let speed = { (times: Times) in
      Figure.grouped(Figure.rate(size, in: times.median) / 1_000_000) + " MB/s"
    }
    return BenchLine(
      what: "batch of 5,000 claims to 837P (\(Figure.grouped(Int64(size))) bytes)",
      measured: speed(ours), hold: "-", floor: "file and sync \(speed(floor))",
      ratio: Figure.ratio(ours.median, to: floor.median))
  }

  private func write(_ bytes: [UInt8]) throws -> Int64 {
    let path = options.work + "/batch.837"
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try Stopwatch.time {
      let url = URL(fileURLWithPath: path)
      try Data(bytes).write(to: url)
      let handle = try FileHandle(forUpdating: url)
      try handle.synchronize()
      try handle.close()
    }.1
  }
}
