import Foundation

/// Measures the numbers that Docket holds itself to, each beside a floor measured in the same run.
///
/// `Benchmarks/run.sh` builds what it needs and calls it; nothing here is asserted.
@main
struct DocketBench {
  static func main() {
    do throws(BenchFailure) {
      let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
      if let count = options.takes {
        try TakeWorker(options: options, count: count).run()
      } else {
        try measure(options)
      }
    } catch {
      FileHandle.standardError.write(Data("docket-bench: \(error.message)\n".utf8))
      exit(1)
    }
  }

  private static func measure(_ options: BenchOptions) throws(BenchFailure) {
    let office = try BenchOffice.made(options)
    var table = BenchTable()
    func add(_ name: String, _ lines: () throws(BenchFailure) -> [BenchLine]) {
      FileHandle.standardError.write(Data("\(name) …\n".utf8))
      do throws(BenchFailure) {
        table.lines += try lines()
      } catch {
        table.lines.append(BenchLine(what: name, measured: "not measured: \(error.message)"))
      }
    }
    add("Start to first screen") { () throws(BenchFailure) in try StartProbe(office).lines() }
    add("Screen of the real program") { () throws(BenchFailure) in try ScreenProbe(office).lines() }
    add("Key to screen") { () throws(BenchFailure) in try KeyProbe(office).lines() }
    add("835 to values") { () throws(BenchFailure) in try ReadingProbe(options).lines() }
    add("835 to posted") { () throws(BenchFailure) in try PostingProbe(options).lines() }
    add("Taking work") { () throws(BenchFailure) in try TakeProbe(office).lines() }
    add("Day roll") { () throws(BenchFailure) in try RollProbe(office).lines() }
    print(table.text(about: office))
  }
}

/// Why something could not be measured.
struct BenchFailure: Error {
  var message: String

  init(_ message: String) { self.message = message }

  /// Runs something that may fail in any way.
  static func translated<T>(_ body: () throws -> T) throws(BenchFailure) -> T {
    do {
      return try body()
    } catch let failure as BenchFailure {
      throw failure
    } catch {
      throw BenchFailure("\(error)")
    }
  }
}
