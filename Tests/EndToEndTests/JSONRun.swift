import Foundation
import Testing

/// Runs verbs with `--json` and lays what they print beside the reference.
struct JSONRun {
  let docket: Docket
  private(set) var comparison: JSONComparison

  init(_ docket: Docket, _ comparison: JSONComparison) {
    self.docket = docket
    self.comparison = comparison
  }

  /// Runs one verb; what it prints is held to the rows under a heading.
  ///
  /// - Parameters:
  ///   - heading: `docket show`, or another that the verb's output has.
  ///   - arguments: The verb and its options.
  ///   - office: The database, nil for a verb that takes none.
  ///   - today: The business day.
  /// - Returns: The output as it was read; nil where it was `null`.
  /// - Throws: where nothing was printed, or no JSON.
  @discardableResult
  mutating func print(
    _ heading: String, _ arguments: [String], office: String?, today: String = Docket.today
  ) async throws -> [String: Any]? {
    let outcome = try await docket.run(
      arguments + (office.map { ["--office", $0, "--today", today] } ?? []) + ["--json"])
    let lines = outcome.text.split(whereSeparator: \.isNewline)
    try #require(!lines.isEmpty, "\(arguments): \(outcome.complaint)")
    for line in lines.map({ Data($0.utf8) }) {
      comparison.look(at: try JSONDecoder().decode(JSONSample.self, from: line), of: heading)
    }
    let value = try JSONSerialization.jsonObject(
      with: Data(lines[0].utf8), options: [.fragmentsAllowed])
    return value as? [String: Any]
  }

  /// Shows items one after another until every row of the shapes was printed.
  mutating func show(
    _ items: [Int], office: String, until shapes: [String]
  ) async throws {
    for item in items where comparison.isUnseen(shapes) {
      try await print("docket show", ["show", String(item)], office: office)
    }
  }
}
