import Foundation
import Testing

/// What the program keeps of who looked at what, and what a supervisor sets right.
struct LookTests {
  @Test func everyLookIsKeptBesideTheOfficeAndNothingInIt() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let office = sample.database
    let queue = try await docket.json("queue", "denials", office: office)
    let items = try #require(queue["items"] as? [[String: Any]])
    let reference = try #require(items.first?["reference"] as? String)
    let id = try #require(items.first?["id"] as? Int)
    _ = try await docket.run("show", String(id), office: office)
    _ = try await docket.run("find", "DOE", office: office)
    let audit = try await docket.json("audit", "list", office: office)
    let looks = try #require(audit["looks"] as? [[String: Any]])
    #expect(looks.prefix(3).map { $0["kind"] as? String } == ["searched", "opened", "exported"])
    #expect(looks.dropFirst().first?["reference"] as? String == reference)
    #expect((looks.dropFirst().first?["program"] as? String)?.hasPrefix("show (") == true)
    #expect(looks.allSatisfy { $0["day"] as? String == Docket.today })
    let verified = try await docket.json("audit", "verify", office: office)
    #expect(verified["problems"] as? [String] == [])

    // Who changes a line is found, by check and doctor too.
    let path = String(office.dropLast(".docket".count)) + ".audit"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("opened", with: "listed", maxReplacements: 1)
      .write(toFile: path, atomically: false, encoding: .utf8)
    for verb in ["check", "doctor"] {
      let outcome = try await docket.run(verb, office: office)
      #expect(outcome.status == 1 && outcome.text.contains("it was changed"), "\(verb)")
    }
  }

  @Test func aJournalThatCannotBeWrittenIsSaidAndStopsNoLook() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let path = String(sample.database.dropLast(".docket".count)) + ".audit"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let outcome = try await docket.run("queue", "denials", office: sample.database)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("items"))
    #expect(outcome.complaint.contains("what is looked at cannot be kept"))
    #expect(outcome.complaint.contains(".audit"))
  }

  @Test func aClockThatIsRightIsNotMended() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let shown = try await docket.json("day", "clock", office: sample.database)
    #expect(shown["mends"] as? [String] == [])
    let refused = try await docket.run(
      "day", "clock", "--mend", "--note", "to see", office: sample.database)
    #expect(refused.status == 1)
    let wrong = try await docket.run("day", "clock", "--note", "to see", office: sample.database)
    #expect(wrong.status == 2)
  }

  @Test func theExportOfAnotherSystemIsMappedOnceAndThenReadAsItComes() async throws {
    let docket = try Docket()
    let office = docket.home.path + "/o.docket"
    _ = try await docket.run(["demo", "--empty", "--no-open", "--office", office])
    let export = docket.home.path + "/export.csv"
    let text = """
      Delivered orders,,,,,,,,
      Sales Order ID,Patient Name,DOB,Payer Name,Member Number,Delivery Date,HCPCS Code,Charge Per Unit,Qty Delivered
      SO-1,"SAMPLE, PAT",14-Feb-48,SAMPLE PLAN,SP100200,10-Jan-26,E0601RRKX,150.00,1

      """
    try text.write(toFile: export, atomically: false, encoding: .utf8)
    let mapped = try await docket.json("order", "map", export, "--save", office: office)
    let missing = mapped["missing"] as? [String]
    #expect(missing == [], "\(mapped)")
    let read = try await docket.run("order", "import", export, office: office)
    #expect(read.status == 0, "\(read.text)\(read.complaint)")
    let orders = try await docket.json("order", "list", office: office)
    #expect(orders["count"] as? Int == 1)
    let again = try await docket.json("order", "map", export, office: office)
    #expect(again["rules"] as? String == "")
  }
}
