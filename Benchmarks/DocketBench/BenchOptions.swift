import Billing

/// The command line of the bench, as `Benchmarks/run.sh` writes it.
struct BenchOptions {
  /// The real program.
  var docket = ""
  /// Where the compiled floors lie.
  var floors = ""
  /// Where offices and files are made.
  var work = ""
  /// Open pieces of work in the office on which screens and queues are measured.
  var items = 100_000
  /// Open pieces of work in the office into which remittances are posted.
  var postingItems = 15_000
  /// The business day on which the sample offices end: 2026-08-03 unless asked otherwise.
  var today = Day(rawValue: 20_668)
  /// Measures only what has this text in its name.
  var only = ""
  /// Processes that take work at once, and how often each does.
  var processes = 8
  var takesEach = 200

  // A worker that takes items of an office, started by the bench itself.
  var office = ""
  var queue = QueueName.followUp
  var takes: Int?
  /// When workers begin, in nanoseconds of the monotonic clock.
  var startAt: Int64 = 0
  var result = ""

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw BenchFailure("\(name) needs a value") }
      switch name {
      case "--docket": docket = value
      case "--floors": floors = value
      case "--work": work = value
      case "--items": items = try Self.number(value)
      case "--posting-items": postingItems = try Self.number(value)
      case "--only": only = value
      case "--processes": processes = try Self.number(value)
      case "--takes-each": takesEach = try Self.number(value)
      case "--today": today = try Self.day(value)
      case "--office": office = value
      case "--queue": queue = QueueName(rawValue: value) ?? .followUp
      case "--takes": takes = try Self.number(value)
      case "--start-at": startAt = Int64(try Self.number(value))
      case "--result": result = value
      default: throw BenchFailure("\(name) is not known; run Benchmarks/run.sh")
      }
    }
  }

  private static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw BenchFailure("\(text) is no day") }
    return day
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw BenchFailure("\(text) is no number") }
    return number
  }
}
