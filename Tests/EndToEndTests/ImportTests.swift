import Foundation
import Testing

/// `docket import`: each file once, whatever happens around it.
struct ImportTests {
  @Test func theSameFilesAgainChangeNothing() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let before = try await docket.run("check", "--json", office: sample.database)
    let again = try await docket.json("import", sample.files, office: sample.database)
    let files = try #require(again["files"] as? [[String: Any]])
    #expect(files.allSatisfy { $0["outcome"] as? String == "already-applied" })
    let after = try await docket.run("check", "--json", office: sample.database)
    #expect(after.text == before.text)
  }

  @Test func fourProcessesImportingTheSameFilesPostThemOnce() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let alone = try await docket.run("check", "--json", office: sample.database)
    let office = docket.home.path + "/together.docket"
    let runs = try (0..<4).map { _ in
      try docket.start([
        "import", sample.files, "--office", office, "--today", Docket.today, "--json",
      ])
    }
    for run in runs {
      let outcome = await run.wait()
      // The sample office holds a few files that are refused on purpose.
      #expect([0, 1].contains(outcome.status), "\(outcome.complaint)")
      #expect(outcome.complaint == "")
    }
    let together = try await docket.run("check", "--json", office: office)
    #expect(together.status == 0, "\(together.text)")
    #expect(together.text == alone.text)
  }

  @Test func theSameRemittanceInOtherBytesIsRefused() async throws {
    let docket = try Docket()
    let office = docket.home.path + "/office.docket"
    let first = try docket.home.file("one.835", X12SummaryTests.remittance)
    let again = try docket.home.file(
      "two.835",
      X12SummaryTests.remittance.replacingOccurrences(of: "000000905", with: "000000906"))
    let done = try await docket.run("import", first, office: office)
    #expect(done.status == 0, "\(done.text)\(done.complaint)")
    let refused = try await docket.run("import", again, "--json", office: office)
    #expect(refused.status == 1, "\(refused.text)")
    #expect(refused.text.contains("one.835"), "it does not say where it was seen first")
    let check = try await docket.json("check", office: office)
    #expect((check["totals"] as? [String: Any])?["payment_cents"] as? Int == 7500)
  }

  @Test func badFilesAreNamedAndTheOthersApplied() async throws {
    let docket = try Docket()
    let office = docket.home.path + "/office.docket"
    let good = try docket.home.file("good.835", X12SummaryTests.remittance)
    let cut = try docket.home.file("cut.835", String(X12SummaryTests.remittance.prefix(400)))
    let letter = try docket.home.file("letter.txt", "Dear payer\n")
    let folder = docket.home.path + "/folder"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let outcome = try await docket.run(
      "import", cut, letter, "/dev/zero", folder, docket.home.path + "/nothing", good, "--json",
      office: office)
    #expect(outcome.status == 1)
    let files = try #require(try outcome.object()["files"] as? [[String: Any]])
    #expect(files.count == 6)
    for file in files {
      let path = try #require(file["path"] as? String)
      let problems = try #require(file["problems"] as? [[String: Any]])
      #expect((path == good) == problems.isEmpty, "\(file)")
      #expect((file["outcome"] as? String == "applied") == (path == good), "\(file)")
    }
    let check = try await docket.json("check", office: office)
    let totals = try #require(check["totals"] as? [String: Any])
    #expect(totals["payment_cents"] as? Int == 7500, "the database was touched by a bad part")
    #expect(totals["remittances"] as? Int == 1)
  }

  @Test func aKilledImportIsFinishedByTheNext() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let alone = try await docket.run("check", "--json", office: sample.database)
    let office = docket.home.path + "/killed.docket"
    let arguments = ["import", sample.files, "--office", office, "--today", Docket.today]
    var kills = 0
    for round in 0..<12 {
      let run = try docket.start(arguments)
      // A random moment: some die before the file is there, some in the middle, some never.
      try await Task.sleep(for: .milliseconds(40 + round * 60))
      kill(run.processIdentifier, SIGKILL)
      if await run.wait().status == 128 + SIGKILL { kills += 1 }
    }
    #expect(kills > 0, "every import ended before it was killed: nothing was tried")
    let finish = try await docket.run(arguments)
    #expect([0, 1].contains(finish.status), "\(finish.complaint)")
    let check = try await docket.run("check", "--json", office: office)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text == alone.text)
  }
}
