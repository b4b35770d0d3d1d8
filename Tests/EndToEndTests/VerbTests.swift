import Foundation
import Testing

/// Every verb, its JSON, its exit status and its one line of complaint.
struct VerbTests {
  @Test(arguments: [
    ["nonsense"], ["queue", "nonsense"], ["import"], ["act", "1"], ["act", "1", "nonsense"],
    ["queue", "denials", "--limit", "many"], ["--color", "pink"],
    ["check", "--today", "2026-02-30"],
    ["demo", "--items", "0"],
  ])
  func wrongUsageIsStatusTwoAndOneLine(_ arguments: [String]) async throws {
    let outcome = try await Docket().run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.text == "")
    #expect(outcome.complaint.hasPrefix("docket: "))
    #expect(outcome.complaint.count(where: \.isNewline) == 1)
  }

  @Test func helpAndVersionAreStatusZero() async throws {
    let docket = try Docket()
    for arguments in [["--help"], ["help", "queue"], ["act", "--help"], ["--version"]] {
      let outcome = try await docket.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.complaint == "")
      #expect(!outcome.text.isEmpty)
    }
  }

  @Test(arguments: [
    ["queue"], ["check"], ["show", "1"], ["next", "denials"], ["remit"], ["report", "queues"], [],
  ])
  func anOfficeThatIsNotThereIsRefused(_ arguments: [String]) async throws {
    let docket = try Docket()
    let missing = docket.home.path + "/missing.docket"
    let outcome = try await docket.run(arguments + ["--office", missing])
    #expect(outcome.status == 1)
    #expect(outcome.complaint.contains("missing.docket"))
    #expect(outcome.complaint.count(where: \.isNewline) == 1)
    #expect(!FileManager.default.fileExists(atPath: missing), "looking made an office")
  }

  @Test func checkPrintsTheShapeThatIsPromised() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let outcome = try await docket.run("check", "--json", office: sample.database)
    #expect(outcome.status == 0, "\(outcome.text)")
    let shape =
      #/
      \{"problems":\[\],"postings_sum_cents":0,"totals":\{"files":\d+,"claims":\d+,
      "remittances":\d+,"payment_cents":(-?\d+),"posted_cents":(-?\d+),
      "suspense_cents":(-?\d+),"work_items":\d+(?:,"[a-z_]+_cents":-?\d+)*\}\}\n
      /#
    let match = try #require(try shape.wholeMatch(in: outcome.text), "\(outcome.text)")
    let (payment, posted, suspense) = (Int(match.1), Int(match.2), Int(match.3))
    #expect(try #require(payment) == (try #require(posted)) + (try #require(suspense)))
  }

  @Test func whatIsFoundIsShownWithTheSameTruthAboutWhatIsOpen() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let page = try await docket.json("queue", "denials", "--limit", "1", office: sample.database)
    let row = try #require((page["items"] as? [[String: Any]])?.first)
    let patient = try #require(row["patient"] as? String)
    let found = try await docket.json("find", patient, office: sample.database)
    let rows = try #require(found["found"] as? [[String: Any]])
    #expect(rows.first?["kind"] as? String == "patient")
    #expect(rows.contains { $0["item"] as? Int == row["id"] as? Int })
    for claim in rows where claim["kind"] as? String == "claim" && claim["item"] is NSNull {
      let number = try #require(claim["reference"] as? String)
      let shown = try await docket.json("show", number, office: sample.database)
      #expect(shown["balance_cents"] as? Int == claim["open_cents"] as? Int, "\(number)")
    }
    let nothing = try await docket.json("find", "nobody at all", office: sample.database)
    #expect((nothing["found"] as? [[String: Any]])?.isEmpty == true)
  }

  @Test func queueIsRankedAndSaysWhy() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    for queue in ["rejections", "cash-posting", "denials", "ar-follow-up"] {
      let page = try await docket.json("queue", queue, "--limit", "500", office: sample.database)
      let items = try #require(page["items"] as? [[String: Any]])
      #expect(items.count == page["count"] as? Int)
      #expect(!items.isEmpty, "the sample office has no \(queue)")
      var previous = (-1, Int.max)
      for item in items {
        let tier = try #require(item["tier"] as? Int)
        let expected = try #require(item["expected_cents"] as? Int)
        #expect(tier > previous.0 || tier == previous.0 && expected <= previous.1)
        previous = (tier, expected)
        #expect(item["queue"] as? String == queue)
        for key in ["payer", "reason", "reason_code", "explanation"] {
          #expect((item[key] as? String)?.isEmpty == false, "\(queue): \(key) is empty")
        }
        #expect(item["balance_cents"] as? Int != nil)
        #expect((item["safe_deadline"] is NSNull) == (item["days_left"] is NSNull))
      }
    }
    let short = try await docket.json("queue", "denials", "--limit", "2", office: sample.database)
    #expect((short["items"] as? [Any])?.count == 2)
  }

  @Test func filterNarrowsAndComplainsAtTheCharacter() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let all = try await docket.json("queue", "ar-follow-up", office: sample.database)
    let some = try await docket.json(
      "queue", "ar-follow-up", "--filter", "payer:medicare", office: sample.database)
    let rest = try await docket.json(
      "queue", "ar-follow-up", "--filter", "-payer:medicare", office: sample.database)
    let counts = try [all, some, rest].map { try #require($0["count"] as? Int) }
    #expect(counts[1] > 0)
    #expect(counts[0] == counts[1] + counts[2])
    for item in try #require(some["items"] as? [[String: Any]]) {
      #expect((item["payer"] as? String)?.contains("MEDICARE") == true)
    }
    let wrong = try await docket.run(
      "queue", "denials", "--filter", "payer:medicare colour:red", office: sample.database)
    #expect(wrong.status == 1)
    #expect(wrong.complaint.contains("character 16"))
  }

  @Test func everyVerbThatShowsHasJSON() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    for arguments in [
      ["queue"], ["report", "queues"], ["remit"], ["rules", "show", "medicare"],
      ["rules", "check"],
      ["doctor"], ["remit", "1"],
    ] {
      let outcome = try await docket.run(
        arguments + ["--office", sample.database, "--today", Docket.today, "--json"])
      #expect(outcome.status == 0, "\(arguments): \(outcome.complaint) \(outcome.text.prefix(500))")
      #expect(try outcome.object().isEmpty == false)
    }
    for arguments in [["theme", "list"], ["theme", "show", "dark"], ["theme", "check"]] {
      let outcome = try await docket.run(arguments + ["--json"])
      #expect(outcome.status == 0, "\(arguments): \(outcome.complaint)")
    }
  }

  @Test func demoIsMadeOnceAndTheSameEveryTime() async throws {
    let docket = try Docket()
    func make(_ name: String) async throws -> Docket.Outcome {
      try await docket.run([
        "demo", "--no-open", "--items", "3", "--seed", "5", "--today", Docket.today, "--office",
        docket.home.path + "/" + name,
      ])
    }
    let first = try await make("one.docket")
    #expect(first.status == 0, "\(first.complaint)")
    let again = try await make("one.docket")
    #expect(again.text == first.text)
    let other = try await make("two.docket")
    #expect(other.text == first.text)
    let names = try FileManager.default.contentsOfDirectory(atPath: docket.home.path + "/one.files")
    #expect(names.count > 10)
    for name in names where !name.hasPrefix(".") {
      let one = FileManager.default.contents(atPath: docket.home.path + "/one.files/" + name)
      let two = FileManager.default.contents(atPath: docket.home.path + "/two.files/" + name)
      #expect(one == two, "\(name)")
    }
  }

  @Test func manualPageNamesEveryVerb() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "scripts/docket.1"), encoding: .utf8)
    let help = try await Docket().run(["--help"]).text
    let verbs = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("'") }
      .compactMap { $0.split(separator: " ").first }
    #expect(verbs.count >= 13)
    for verb in verbs { #expect(page.contains(verb), "the manual page does not know \(verb)") }
  }

  @Test func fullOutputIsAFailureAndNotSilence() async throws {
    let docket = try Docket()
    let program = try #require(Docket.program)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" rules show >/dev/full 2>complaint; echo $? >status", program,
    ]
    process.environment = docket.environment
    process.currentDirectoryURL = URL(fileURLWithPath: docket.home.path)
    try process.runHearingSignals()
    process.waitUntilExit()
    let status = try String(contentsOfFile: docket.home.path + "/status", encoding: .utf8)
    #expect(status == "1\n")
  }
}
