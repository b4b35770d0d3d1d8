import Foundation
import Testing

/// `docs/json.md` against the program.
struct JSONKeysTests {
  static func reference() throws -> JSONReference {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return JSONReference(
      try String(contentsOf: root.appending(path: "docs/json.md"), encoding: .utf8))
  }

  @Test func whatIsPrintedIsDocumentedAndWhatIsDocumentedIsPrinted() async throws {
    var run = JSONRun(try Docket(), JSONComparison(try Self.reference()))
    try await run.lookAtTools()
    try await run.workOrders()
    try await run.workMoney()
    try await run.workClaims()
    try await run.lookAtAYear()
    for complaint in run.comparison.complaints.sorted() { Issue.record("\(complaint)") }
    for row in run.comparison.unseen { Issue.record("nothing printed \(row)") }
  }

  @Test func everyVerbThatTakesJSONHasAHeading() async throws {
    let help = try await Docket().run(["--experimental-dump-help"])
    let root = try #require(try help.object()["command"] as? [String: Any])
    let verbs = Self.verbs(of: root, called: "docket")
    #expect(verbs.count > 40, "the help was not understood")
    let headings = try Self.reference().verbs
    for verb in verbs {
      #expect(
        headings.contains { $0 == verb || $0.hasPrefix(verb + " ") }, "\(verb) is not documented")
    }
    for heading in headings {
      let words = heading.split(separator: " ").prefix {
        $0.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber } && !$0.hasPrefix("-")
      }
      #expect(verbs.contains(words.joined(separator: " ")), "there is no \(heading)")
    }
  }

  /// The verbs below a command that take `--json`.
  private static func verbs(of command: [String: Any], called name: String) -> [String] {
    let arguments = command["arguments"] as? [[String: Any]] ?? []
    let takesJSON = arguments.contains { argument in
      (argument["names"] as? [[String: Any]] ?? []).contains { $0["name"] as? String == "json" }
    }
    let below = (command["subcommands"] as? [[String: Any]] ?? []).flatMap { below in
      verbs(of: below, called: name + " " + (below["commandName"] as? String ?? ""))
    }
    return (takesJSON ? [name] : []) + below
  }
}
