import Foundation
import Testing

/// `docket act` as the office's own fields, and what it gives back.
struct ActTests {
  let docket: Docket
  let sample: SampleOfficeFixture

  init() async throws {
    docket = try Docket()
    sample = try await SampleOfficeFixture.copy(into: docket.home)
  }

  private func json(_ arguments: String...) async throws -> [String: Any] {
    let outcome = try await run(arguments + ["--json"])
    try #require(outcome.status == 0, "\(arguments): \(outcome.complaint)")
    return try outcome.object()
  }

  private func run(_ arguments: [String]) async throws -> Docket.Outcome {
    try await docket.run(arguments + ["--office", sample.database, "--today", Docket.today])
  }

  /// The first item of a queue.
  private func first(of queue: String) async throws -> String {
    let page = try await json("queue", queue, "--limit", "1")
    let row = try #require((page["items"] as? [[String: Any]])?.first)
    return String(try #require(row["id"] as? Int))
  }

  @Test func whatWasTakenIsGivenBackOnce() async throws {
    let item = try await json("next", "denials")
    let id = String(try #require(item["id"] as? Int))
    #expect(item["leased_by"] is String)
    _ = try await json("act", id, "release")
    let after = try await json("show", id)
    #expect(after["leased_by"] is NSNull, "it says that it was given back, and it was not")
    let again = try await run(["act", id, "release"])
    #expect(again.status == 1)
    #expect(again.complaint.contains("Nobody holds"), "\(again.complaint)")
  }

  @Test func anotherShellOfTheSamePersonWorksOnWhatOneTook() async throws {
    let program = try #require(Docket.program)
    let id = String(try #require(try await json("next", "denials")["id"] as? Int))
    // A session of its own, as another window has.
    func elsewhere(_ arguments: String...) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
      process.arguments =
        ["--wait", program] + arguments + ["--office", sample.database, "--today", Docket.today]
      process.environment = docket.environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.runHearingSignals()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try elsewhere("act", id, "note", "--note", "seen from there") == 0)
    _ = try await json("next", "denials")
    let taken = String(try #require(try await json("next", "denials")["id"] as? Int))
    #expect(try elsewhere("act", taken, "release") == 0)
    #expect(try await json("show", taken)["leased_by"] is NSNull)
  }

  @Test(arguments: [
    (["write-off", "--level", "2"], "level"), (["note", "--note", "x", "--amount", "5"], "amount"),
    (["escalate", "--note", "x", "--set", "colour=red"], "colour"),
    (["pin", "--match", "A1"], "match"), (["undo", "--note", "x"], "note"),
    (["release", "--result", "NOTE"], "result"),
    (["note", "--note", "x", "--correct", "units:1=2"], "correct"),
    (["note", "--note", "x", "--set", "note=y"], "note"),
  ])
  func whatAVerbHasNoUseForIsRefusedByName(_ arguments: [String], _ field: String) async throws {
    let id = try await first(of: "denials")
    let outcome = try await run(["act", id] + arguments)
    #expect(outcome.status == 1, "\(arguments): \(outcome.text)")
    #expect(outcome.complaint.contains(field), "\(outcome.complaint)")
    #expect(outcome.complaint.count(where: \.isNewline) == 1)
    let timeline = try #require(try await json("show", id)["timeline"] as? [[String: Any]])
    #expect(!timeline.contains { $0["activity"] is Int }, "\(arguments) was recorded")
  }

  @Test func everyFieldIsListedAndCanBeSet() async throws {
    let id = try await first(of: "ar-follow-up")
    let option = try await json("act", id, "called", "--fields")
    let fields = try #require(option["fields"] as? [[String: Any]])
    let names = fields.compactMap { $0["field"] as? String }
    for name in ["status", "spoke-to", "reference", "promised", "follow-up", "note"] {
      #expect(names.contains(name), "called has no \(name)")
    }
    let status = try #require(fields.first { $0["field"] as? String == "status" })
    let choices = (status["choices"] as? [[String: Any]] ?? []).compactMap {
      $0["value"] as? String
    }
    #expect(choices.contains("not on file"), "\(choices)")
    _ = try await json(
      "act", id, "called", "--status", "not-on-file", "--set", "spoke-to=Jo of nowhere",
      "--reference", "R-77")
    let timeline = try #require(try await json("show", id)["timeline"] as? [[String: Any]])
    let call = try #require(timeline.last)
    let detail = try #require(call["detail"] as? String)
    for word in ["not on file", "Jo of nowhere", "R-77"] {
      #expect(detail.contains(word), "the history does not say \"\(word)\": \(detail)")
    }
  }

  @Test func aClaimThatNeedsNoWorkIsShownWithTheTruthAboutIt() async throws {
    // The sample's oldest claims are paid by their primary and their secondary.
    let paid = try await json("show", "1")
    #expect(paid["id"] is NSNull)
    #expect(paid["queue"] is NSNull)
    #expect(paid["last_item"] as? Int == 1)
    #expect(paid["balance_cents"] as? Int == 0)
    let claim = try #require(paid["claim"] as? [String: Any])
    let lines = try #require(claim["lines"] as? [[String: Any]])
    #expect(lines.allSatisfy { $0["payer_balance_cents"] as? Int == 0 })
    let number = try #require(claim["control_number"] as? String)
    let text = try await run(["show", number]).text
    #expect(text.contains("No work: $0.00 open"), "\(text.prefix(300))")
    #expect(!text.lowercased().contains("no answer"), "\(text.prefix(300))")
    // What is done takes a note and a letter that asks for records, and says so first.
    let advice = try #require(paid["advice"] as? [String: Any])
    let allowed = (advice["options"] as? [[String: Any]] ?? [])
      .filter { $0["allowed"] as? Bool == true }.compactMap { $0["verb"] as? String }
    #expect(allowed == ["note", "document-request"])
    #expect(try await run(["act", "1", "resubmit", "--note", "x"]).status == 1)
    _ = try await json("act", "1", "note", "--note", "looked at")
  }

  @Test func anAnswerIsMatchedByTheClaimsNumber() async throws {
    let (file, claim) = try StrangeAnswer.make(of: sample)
    _ = try await run(["import", try docket.home.file("strange.835", file)])
    let page = try await json("queue", "cash-posting", "--filter", "claim:NOBODYS1")
    let id = String(try #require((page["items"] as? [[String: Any]])?.first?["id"] as? Int))
    let staged = try #require(try await json("show", id)["staged"] as? [String: Any])
    let candidates = try #require(staged["candidates"] as? [[String: Any]])
    #expect(candidates.contains { $0["control_number"] as? String == claim })
    let unknown = try await run(["act", id, "match", "--match", "nobody"])
    #expect(unknown.complaint.contains("nobody"))
    _ = try await json("act", id, "match", "--match", claim)
    let matched = try #require(try await json("show", id)["claim"] as? [String: Any])
    #expect(matched["control_number"] as? String == claim)
  }
}
