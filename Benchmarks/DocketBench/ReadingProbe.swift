import Foundation
import X12

/// 835 bytes to typed values with all three balances, beside the plain C program.
struct ReadingProbe {
  private static let size = 32 << 20
  private static let rounds = 9
  let office: BenchOffice
  private var options: BenchOptions { office.options }

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    let bytes = try remittances()
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

  /// The remittances of the office that have the usual separators, over and over.
  private func remittances() throws -> [UInt8] {
    var bytes: [UInt8] = []
    let folder = office.path.dropLast(".docket".count) + ".files/"
    for name in try FileManager.default.contentsOfDirectory(atPath: String(folder)).sorted()
    where name.contains("835") && bytes.count < Self.size {
      let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + name)))
      guard file.starts(with: Array("ISA*".utf8)), file.count > 106,
        file[104] == UInt8(ascii: ":"), file[105] == UInt8(ascii: "~")
      else { continue }
      bytes += file
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
