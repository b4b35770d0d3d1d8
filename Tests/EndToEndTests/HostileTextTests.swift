import Foundation
import Testing

/// Text in files that would move the cursor, reorder or hide: none of it reaches an output.
struct HostileTextTests {
  /// Escape sequences, a right-to-left override, zero-width and tag characters, a bare CR.
  static let poison = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{202E}001\u{200B}\u{E0041}\u{9B}31m"

  /// The sample office with every patient's last name, payer's name and member number poisoned.
  private func poisonedOffice(_ docket: Docket) async throws -> String {
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let folder = docket.home.path + "/poisoned"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for name in try FileManager.default.contentsOfDirectory(atPath: sample.files)
    where name.hasSuffix(".x12") {
      var text = try String(contentsOfFile: sample.files + "/" + name, encoding: .utf8)
      for place in ["NM1*IL*1*", "NM1*QC*1*", "NM1*PR*2*", "N1*PR*", "NM1*03*1*"] {
        text = text.replacingOccurrences(of: place, with: place + Self.poison)
      }
      try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }
    let office = docket.home.path + "/poisoned.docket"
    let imported = try await docket.run("import", folder, office: office)
    try Self.expectClean(imported, "import")
    return office
  }

  private static func expectClean(_ outcome: Docket.Outcome, _ what: String) throws {
    for (name, text) in [("output", outcome.text), ("complaint", outcome.complaint)] {
      let bad = text.unicodeScalars.first { scalar in
        scalar != "\n"
          && (scalar.properties.generalCategory == .control
            || scalar.properties.generalCategory == .format
            || scalar.properties.isDefaultIgnorableCodePoint)
      }
      #expect(
        bad == nil,
        "\(what): \(name) holds U+\(String(bad?.value ?? 0, radix: 16, uppercase: true))")
    }
  }

  @Test func neverReachesTheOutputOfAVerb() async throws {
    let docket = try Docket()
    let office = try await poisonedOffice(docket)
    var verbs: [[String]] = [["queue"], ["remit"], ["check"], ["doctor"]]
    for queue in ["rejections", "cash-posting", "denials", "ar-follow-up"] {
      verbs.append(["queue", queue])
      let page = try await docket.json("queue", queue, "--limit", "3", office: office)
      for item in try #require(page["items"] as? [[String: Any]]) {
        verbs.append(["show", String(try #require(item["id"] as? Int))])
      }
      verbs.append(["next", queue])
    }
    verbs += (1...5).map { ["remit", String($0)] }
    var seen = false
    for verb in verbs {
      for form in [[], ["--json"]] {
        let outcome = try await docket.run(
          verb + form + ["--office", office, "--today", Docket.today])
        try Self.expectClean(outcome, "\(verb + form)")
        // The mark that stands where something was dropped: the poison did come this far.
        seen = seen || outcome.text.contains("\u{FFFD}")
      }
    }
    #expect(seen, "no poisoned name was ever shown, so nothing was tested")
  }

  @Test func neverReachesTheOutputFromArgumentsAndFileNames() async throws {
    let docket = try Docket()
    let file = try docket.home.file(
      "a\u{1B}[31m\u{202E}.835", X12SummaryTests.remittance + Self.poison)
    for arguments in [
      ["x12", "summary", file], ["x12", "summary", file, "--json"], ["x12", "show", file],
      ["import", file, "--office", docket.home.path + "/o.docket"], ["show", Self.poison],
      [Self.poison], ["queue", Self.poison], ["theme", "show", Self.poison],
      ["queue", "--office", Self.poison],
    ] {
      try Self.expectClean(try await docket.run(arguments), "\(arguments.prefix(2))")
    }
  }
}
