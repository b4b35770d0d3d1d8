import Billing
import Desk
import Foundation
import Operations

/// One of the processes that take work at once: writes how long each taking took, and what it got.
struct TakeWorker {
  let options: BenchOptions
  let count: Int

  func run() throws {
    let office = try BenchOffice.opened(
      options.office, options, session: "bench-\(ProcessInfo.processInfo.processIdentifier)")
    Stopwatch.sleep(nanoseconds: options.startAt - Stopwatch.now())
    var lines = ""
    for _ in 0..<count {
      let (taken, took) = try Stopwatch.time { try office.takeNext(options.queue) }
      guard let taken else { throw BenchFailure("the queue has nothing left") }
      lines += "\(took) \(taken.item.id.rawValue)\n"
    }
    try lines.write(toFile: options.result, atomically: true, encoding: .utf8)
  }
}
