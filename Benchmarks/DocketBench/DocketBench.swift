import Foundation

/// Measures the numbers that Docket holds itself to, each beside a floor measured in the same run.
///
/// `Benchmarks/run.sh` builds what it needs and calls it; nothing here is asserted.
@main
struct DocketBench {
  static func main() {
    do {
      let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
      if let count = options.takes {
        try TakeWorker(options: options, count: count).run()
      } else {
        try measure(options)
      }
    } catch {
      FileHandle.standardError.write(Data("docket-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func measure(_ options: BenchOptions) throws {
    let office = try BenchOffice.made(options)
    var table = BenchTable()
    func add(_ name: String, _ lines: () throws -> [BenchLine]) {
      guard options.only.isEmpty || name.contains(options.only) else { return }
      FileHandle.standardError.write(Data("\(name) …\n".utf8))
      do {
        table.lines += try lines()
      } catch {
        table.lines.append(BenchLine(what: name, measured: "not measured: \(error)"))
      }
    }
    add("Start to first screen") { try StartProbe(office).lines() }
    add("Screen of the real program") { try ScreenProbe(office).lines() }
    add("Key to screen") { try KeyProbe(office).lines() }
    add("835 to values") { try ReadingProbe(office).lines() }
    add("Order side") { try OrderProbe(options: options).table() }
    add("835 to posted") { try PostingProbe(options).lines() }
    add("Taking work") { try TakeProbe(office).lines() }
    add("Day roll") { try RollProbe(office).lines() }
    print(table.text(about: office))
  }
}

/// Why something could not be measured.
struct BenchFailure: Error, CustomStringConvertible {
  var message: String
  var description: String { message }

  init(_ message: String) { self.message = message }
}
