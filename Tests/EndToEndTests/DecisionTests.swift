import Foundation
import Testing

/// `docket next`, `act` and `show` as a biller types them.
struct DecisionTests {
  @Test func aDecisionIsRecordedUndoneAndRedone() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let item = try await docket.json("next", "denials", office: sample.database)
    let id = String(try #require(item["id"] as? Int))
    let before = try await docket.json("show", id, office: sample.database)
    #expect(before["leased_by"] as? String != "somebody-else", "the account counts, never $USER")

    let deferred = try await docket.json(
      "act", id, "defer", "--follow-up", "1d", "--note", "waits for the order",
      office: sample.database)
    #expect(deferred["undoable"] as? Bool == true)
    var after = try await docket.json("show", id, office: sample.database)
    #expect(after["lane"] as? String == "waiting")
    #expect(after["follow_up"] as? String == "2026-03-03")
    let timeline = try #require(after["timeline"] as? [[String: Any]])
    #expect(
      timeline.contains { ($0["detail"] as? String)?.contains("waits for the order") == true })

    _ = try await docket.json("act", id, "undo", office: sample.database)
    after = try await docket.json("show", id, office: sample.database)
    #expect(after["lane"] as? String == before["lane"] as? String)
    _ = try await docket.json("act", id, "redo", office: sample.database)
    after = try await docket.json("show", id, office: sample.database)
    #expect(after["lane"] as? String == "waiting")
    let check = try await docket.run("check", office: sample.database)
    #expect(check.status == 0, "\(check.text)")
  }

  @Test func aDecisionThatIsNotAllowedIsRefusedWithTheReason() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let page = try await docket.json("queue", "denials", "--limit", "1", office: sample.database)
    let row = try #require((page["items"] as? [[String: Any]])?.first)
    let id = String(try #require(row["id"] as? Int))
    for arguments in [
      ["note"], ["write-off", "--reason", "WEATHER"], ["appeal", "--level", "9"],
      ["defer", "--note", "x", "--follow-up", "2026-03-01"],
      ["match", "--match", "nobody"], ["resubmit", "--correct", "colour=red"],
      ["defer", "--follow-up", "someday"],
    ] {
      let outcome = try await docket.run(
        ["act", id] + arguments + ["--office", sample.database, "--today", Docket.today])
      #expect(outcome.status == 1, "\(arguments): \(outcome.text)")
      #expect(outcome.complaint.hasPrefix("docket: "))
      #expect(outcome.complaint.count(where: \.isNewline) == 1)
    }
    let after = try await docket.json("queue", "denials", "--limit", "1", office: sample.database)
    #expect((after["items"] as? [[String: Any]])?.first?["id"] as? Int == row["id"] as? Int)
  }

  @Test func anItemIsFoundByNumberClaimAndTrace() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let page = try await docket.json("queue", "denials", "--limit", "1", office: sample.database)
    let row = try #require((page["items"] as? [[String: Any]])?.first)
    let claim = try #require(row["reference"] as? String)
    let found = try await docket.json("show", claim, office: sample.database)
    #expect(found["id"] as? Int == row["id"] as? Int)
    let nothing = try await docket.run("show", "no-such-claim", office: sample.database)
    #expect(nothing.status == 1)
  }

  @Test func eightShellsTakingNextNeverGetOneItemTwice() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let queues = ["rejections", "cash-posting", "denials", "ar-follow-up"]
    let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var mine: [Int] = []
          for queue in queues {
            while true {
              let outcome = try await docket.run("next", queue, "--json", office: sample.database)
              try #require(outcome.status == 0, "\(outcome.complaint)")
              if outcome.text == "null\n" { break }
              mine.append(try #require(try outcome.object()["id"] as? Int))
            }
          }
          return mine
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.count > 16, "the sample office has too little to fight over")
    #expect(Set(taken).count == taken.count)
    var open = 0
    for queue in queues {
      let page = try await docket.json("queue", queue, "--limit", "1", office: sample.database)
      open += try #require(page["count"] as? Int)
    }
    #expect(open == taken.count, "something was left, or got lost")
  }
}
