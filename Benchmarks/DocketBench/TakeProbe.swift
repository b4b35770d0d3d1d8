import Billing
import Database
import Foundation
import Operations
import SampleOffice

/// Many processes that take the next item at once, alone and beside an import.
struct TakeProbe {
  let office: BenchOffice
  private var options: BenchOptions { office.options }

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    let each = try takesEach()
    let floor = try floor(each)
    let alone = try takes(each)
    let beside = try besideAnImport(each)
    let name = "take the next item, \(options.processes) processes"
    return [
      line(name + " (p99)", alone, floor),
      line(name + ", beside an import (p99)", beside, floor),
      BenchLine(
        what: "items handed out twice", measured: "\(alone.twice + beside.twice)", hold: "0",
        floor: "0"),
    ]
  }

  private struct Taken {
    var times = Times()
    var twice = 0
    var note = ""
  }

  private func line(_ what: String, _ taken: Taken, _ floor: Int64) -> BenchLine {
    BenchLine(
      what: what + taken.note, measured: Figure.time(taken.times.p99), hold: "20 ms",
      floor: "the bare statement \(Figure.time(floor))",
      ratio: Figure.ratio(taken.times.p99, to: floor))
  }

  /// How often each process takes work: as asked, but never more than half the queue together.
  private func takesEach() throws -> Int {
    let open = try office.open().database.read { connection in
      try connection.first(
        "SELECT coalesce(sum(items), 0) FROM queue_total WHERE queue = ?1 AND lane = 0",
        [.text(QueueName.followUp.rawValue)]
      ) { Int($0.int(0)) }
    }
    return max(1, min(options.takesEach, (open ?? 0) / (2 * options.processes)))
  }

  /// The p99 of the same statement behind the same gate in C.
  private func floor(_ each: Int) throws -> Int64 {
    let end = try Child.run(
      options.floors + "/floor_take",
      [
        office.path, QueueName.followUp.rawValue, "\(options.processes)", "\(each)",
      ])
    let words = String(decoding: end.output, as: UTF8.self).split(separator: " ")
    guard end.status == 0, words.count > 4, let microseconds = Int64(words[4]) else {
      throw BenchFailure("floor_take failed")
    }
    return microseconds * 1000
  }

  private func takes(_ each: Int) throws -> Taken {
    let start = Stopwatch.now() + 2_000_000_000
    var children: [Child] = []
    let results = (0..<options.processes).map { "\(options.work)/taken-\($0)" }
    for result in results {
      children.append(
        try Child.start(
          CommandLine.arguments[0],
          [
            "--office", office.path, "--today", "\(options.today)", "--takes",
            "\(each)", "--start-at", "\(start)", "--result", result,
          ]))
    }
    for child in children where child.finish().status != 0 {
      throw BenchFailure("a process that takes work failed")
    }
    var taken = Taken()
    var items: Set<Int64> = []
    for result in results {
      let text = (try? String(contentsOfFile: result, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n") {
        let numbers = line.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 2 else { continue }
        taken.times.add(numbers[0])
        if !items.insert(numbers[1]).inserted { taken.twice += 1 }
      }
      try? FileManager.default.removeItem(atPath: result)
    }
    let opened = try office.open()
    try opened.database.write { connection in
      try connection.run(
        """
        UPDATE work_item SET lease_user = NULL, lease_session = NULL, lease_expires = NULL
        WHERE lease_session IS NOT NULL
        """)
    }
    return taken
  }

  private func besideAnImport(_ each: Int) throws -> Taken {
    let folder = options.work + "/arriving"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let seed = UInt64(truncatingIfNeeded: Stopwatch.now())
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    SampleOffice(seed: seed, items: 5_000, today: options.today).writeFiles { file in
      _ = FileManager.default.createFile(
        atPath: folder + "/" + file.name, contents: Data(file.bytes))
    }
    let importing = try Child.start(
      options.docket, ["import", folder, "--office", office.path, "--today", "\(options.today)"])
    var taken = try takes(each)
    let isRunning = kill(importing.process, 0) == 0 && importing.residentMemory > 0
    if !isRunning { taken.note = ", which ended before" }
    importing.end()
    return taken
  }
}
