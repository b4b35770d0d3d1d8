import Foundation
import Testing

/// `docket advise`: the rules asked without an office, and `docket demo --empty`, an office to ask in.
struct AdviseTests {
  @Test func theRulesAnswerWithoutAnOffice() async throws {
    let docket = try Docket()
    let outcome = try await docket.run([
      "advise", "CO-50", "N115", "--payer", "medicare-dme", "--notice", "2026-02-20", "--service",
      "2026-01-12", "--today", Docket.today, "--json",
    ])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let answer = try outcome.object()
    // A medical necessity denial under a local coverage determination is appealed with records,
    // never sent again (domain reference 3.7).
    #expect(
      ["request-documents", "appeal"].contains(answer["proposed"] as? String), "\(outcome.text)")
    let options = try #require(answer["options"] as? [[String: Any]])
    let resubmit = try #require(options.first { $0["verb"] as? String == "resubmit" })
    #expect(resubmit["allowed"] as? Bool == false)
    #expect((resubmit["refusal"] as? String)?.isEmpty == false)
    let appeal = try #require(
      (answer["deadlines"] as? [[String: Any]])?.first { $0["kind"] as? String == "appeal-1" })
    // 120 days from receipt, presumed five days after the notice of 2026-02-20 (42 CFR 405.942).
    #expect(appeal["legal"] as? String == "2026-06-25")
    let text = try await docket.run(["advise", "CO-50", "--payer", "medicaid"])
    #expect(text.text.contains("Proposed: "))
    let files = try FileManager.default.subpathsOfDirectory(atPath: docket.home.path)
    #expect(!files.contains { $0.hasSuffix(".docket") }, "an office was made: \(files)")
  }

  @Test func anOfficesOwnRulesAreAsked() async throws {
    let docket = try Docket()
    let office = docket.home.path + "/office.docket"
    func resubmit() async throws -> Docket.Outcome {
      try await docket.run([
        "advise", "CO-16", "N265", "--payer", "commercial", "--office", office, "--today",
        Docket.today, "--json",
      ])
    }
    #expect(try await resubmit().status == 0)
    _ = try docket.home.file("office.rules.toml", "this is no TOML")
    let wrong = try await resubmit()
    #expect(wrong.status == 1)
    #expect(wrong.complaint.contains("office.rules.toml"))
  }

  @Test(arguments: [
    ["CO-50", "--payer", "nobody at all"], ["NOTACODE", "--payer", "medicaid"],
    ["N115", "--payer", "medicaid"], ["CO-50", "--payer", "medicaid", "--notice", "someday"],
  ])
  func whatTheRulesDoNotKnowIsRefused(_ arguments: [String]) async throws {
    let outcome = try await Docket().run(["advise"] + arguments + ["--today", Docket.today])
    #expect(outcome.status == 1, "\(outcome.text)")
    #expect(outcome.complaint.count(where: \.isNewline) == 1)
  }

  @Test func anEmptySampleOfficeIsMadeOnceAndWorks() async throws {
    let docket = try Docket()
    let office = docket.home.path + "/practice.docket"
    let make = ["demo", "--empty", "--no-open", "--office", office]
    let first = try await docket.run(make)
    #expect(first.status == 0, "\(first.complaint)")
    #expect(FileManager.default.fileExists(atPath: office))
    let again = try await docket.run(make)
    #expect(again.status == 0)
    #expect(again.text.contains("is there already"), "\(again.text)")
    // Any day may be stated in it, and it starts with nothing.
    let queues = try await docket.json("queue", office: office)
    #expect(queues["today"] as? String == Docket.today)
    #expect(queues["claims"] as? Int == 0)
    let check = try await docket.run("check", office: office)
    #expect(check.status == 0, "\(check.text)")

    let real = docket.home.path + "/real.docket"
    // An office of its own is on its own day, and no other can be stated to work in it.
    _ = try await docket.run(["import", docket.home.path, "--office", real])
    try #require(FileManager.default.fileExists(atPath: real))
    let before = try Data(contentsOf: URL(fileURLWithPath: real))
    for verb in [
      ["import", docket.home.path], ["act", "1", "note", "--note", "x"], ["next", "denials"],
    ] {
      let outcome = try await docket.run(verb + ["--office", real, "--today", Docket.today])
      #expect(outcome.status == 1 && outcome.complaint.contains("only a sample office"))
    }
    for day in [Docket.today, "2036-01-01"] {
      let look = try await docket.run(["queue", "--json", "--office", real, "--today", day])
      #expect(try look.object()["today"] as? String == day)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: real)) == before)
    let refused = try await docket.run(["demo", "--empty", "--no-open", "--office", real])
    #expect(refused.status == 1)
    #expect(refused.complaint.contains("no sample office"))
    let both = try await docket.run(["demo", "--empty", "--items", "3", "--no-open"])
    #expect(both.status == 2)
  }
}
