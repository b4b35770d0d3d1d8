import Billing
import Foundation
import SampleOffice
import X12

/// 835 bytes to typed values with all three balances, beside the plain C program.
struct ReadingProbe {
  private static let size = 32 << 20
  private static let rounds = 9
  let options: BenchOptions

  init(_ options: BenchOptions) { self.options = options }

  func lines() throws -> [BenchLine] {
    let bytes = remittances()
    let path = options.work + "/reading.835"
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw BenchFailure("\(path) cannot be written")
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    var ours = Times()
    var floor = Times()
    var claims = 0
    // By turns, so that what else the machine does meets both.
    for _ in 0..<Self.rounds {
      let (count, took) = try Stopwatch.time { try RemittanceTally(reading: bytes).claims }
      ours.add(took)
      claims = count
      floor.add(try readByC(path))
    }
    let speed = { (times: Times) in
      Figure.grouped(Figure.rate(bytes.count, in: times.median) / 1_000_000) + " MB/s"
    }
    return [
      BenchLine(
        what: "835 to values, balances checked (\(Figure.grouped(Int64(claims))) claims)",
        measured: speed(ours), hold: "1.5 times the floor", floor: "plain C \(speed(floor))",
        ratio: Figure.ratio(ours.median, to: floor.median))
    ]
  }

  /// Remittances of a sample office with one kind of separators, over and over.
  private func remittances() -> [UInt8] {
    var bytes: [UInt8] = []
    let office = SampleOffice(seed: 11, items: 4_000, today: options.today)
    office.writeFiles { file in
      guard file.name.contains("835"), file.bytes.starts(with: Array("ISA*".utf8)),
        file.bytes.count > 106, file.bytes[104] == UInt8(ascii: ":"),
        file.bytes[105] == UInt8(ascii: "~")
      else { return }
      bytes += file.bytes
    }
    let once = bytes
    while !once.isEmpty, bytes.count < Self.size { bytes += once }
    return bytes
  }

  /// One run of the floor, in nanoseconds: it prints seconds with four decimals.
  private func readByC(_ path: String) throws -> Int64 {
    let end = try Child.run(options.floors + "/floor835", [path, "1"])
    let word = String(decoding: end.output, as: UTF8.self).split(separator: " ").first ?? ""
    let digits = word.filter { $0 != "." }
    guard end.status == 0, let tenthsOfMilliseconds = Int64(digits) else {
      throw BenchFailure("floor835 failed")
    }
    return tenthsOfMilliseconds * 100_000
  }
}
