import Billing
import Database
import Store

/// How often the office has sent, kept in its database and once more beside it.
///
/// Both rise together; the one beside it is written once what is sent is committed, and before it
/// can be picked up. So a database that knows a lower number is an older one than what left the
/// house: it was restored, and would give numbers and claims out a second time.
struct OutboxGeneration: Equatable {
  var number: Int64
  /// The last number of each series that stands in outgoing files.
  var series: [String: Int64]
  /// Names of the latest files, newest first.
  var names: [String]

  /// Every series of numbers that must never be used twice.
  static let allSeries = [
    "interchange control number", "group control number", "patient control number",
    "eligibility trace number",
  ]
  private static let setting = "outbox generation"
  private static let namesKept = 500

  /// What the database knows.
  init(in connection: Connection) throws {
    number = try Settings.value(Self.setting, in: connection).flatMap { Int64($0) } ?? 0
    series = [:]
    for name in Self.allSeries {
      series[name] = try Settings.value(name, in: connection).flatMap { Int64($0) } ?? 0
    }
    names = try OutgoingFiles.latestNames(Self.namesKept, in: connection)
  }

  /// What is kept beside it; nil where there is nothing.
  ///
  /// - Throws: ``Refusal`` where it cannot be read.
  init?(in folder: OutboxFolder) throws(Refusal) {
    guard OutboxFolder.holds(folder.generation) else { return nil }
    let bytes: [UInt8]
    do throws(Refusal) {
      bytes = try OrdinaryFile.read(folder.generation, atMost: 1_048_576).bytes
    } catch {
      throw Refusal("\(folder.generation): \(error.message)")
    }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    guard let first = parts.first, first.count == 2, first[0] == "generation",
      let number = Int64(first[1])
    else {
      throw Refusal(
        "\(folder.generation) is damaged, so it cannot be said whether the database is the latest. Where "
          + "you are sure that it is, move that file away; numbers then go on from the database.")
    }
    self.number = number
    series = [:]
    names = []
    for part in parts.dropFirst() where part.count == 2 {
      if part[0] == "file" {
        names.append(part[1])
      } else {
        series[part[0]] = Int64(part[1])
      }
    }
  }

  private var text: String {
    (["generation\t\(number)"] + Self.allSeries.map { "\($0)\t\(series[$0] ?? 0)" }
      + names.map { "file\t\($0)" }).joined(separator: "\n") + "\n"
  }

  /// Writes it beside the database.
  ///
  /// - Throws: ``Refusal`` with the reason alone.
  func write(to folder: OutboxFolder) throws(Refusal) {
    try DurableFile.replace(folder.generation, with: Array(text.utf8), folder: folder.path)
  }

  /// One sending more.
  static func rise(in connection: Connection) throws {
    _ = try Settings.nextNumber(of: setting, in: connection)
  }

  /// Goes on from here: nothing that `other` knows is used again.
  static func follow(_ other: OutboxGeneration, in connection: Connection) throws {
    let own = try OutboxGeneration(in: connection)
    for (name, value) in other.series where value > own.series[name] ?? 0 {
      guard allSeries.contains(name) else { continue }
      try Settings.set(name, to: String(value), in: connection)
    }
    try Settings.set(setting, to: String(max(own.number, other.number)), in: connection)
  }
}
