import Foundation
import Testing

/// `docket order`, `hold`, `document`, `transmit`, `special` and the reports about them.
struct OrderVerbTests {
  @Test func theTemplateIsAFileThatCanBeCheckedAndImported() async throws {
    let office = try OrderOffice()
    let template = try await office.docket.run(["order", "template"])
    #expect(template.status == 0)
    let file = try office.docket.home.file("template.csv", template.output)
    let check = try await office.docket.run(
      ["order", "check", file, "--today", Docket.today, "--json"])
    #expect(check.status == 0, "\(check.text)")
    #expect(try check.object()["orders"] as? Int == 2)
    #expect(!FileManager.default.fileExists(atPath: office.database), "a check made an office")

    let report = OrderOffice.first(try await office.json("order", "import", file), "files")
    #expect(report?["orders_added"] as? Int == 2)
    let again = OrderOffice.first(try await office.json("import", file), "files")
    #expect(again?["outcome"] as? String == "already-applied")
    let list = try await office.json("order", "list")
    #expect(list["count"] as? Int == 2)

    let words = try await office.docket.run(["order", "template", "--documentation"]).text
    let header = try #require(template.text.split(whereSeparator: \.isNewline).first)
    for column in header.split(separator: ",") {
      #expect(words.contains(column), "\(column) is not explained")
    }
    let columns = try await office.docket.run(["order", "template", "--json"]).object()
    #expect((columns["columns"] as? [Any])?.isEmpty == false)
  }

  @Test func problemsOfAFileAreToldByLineAndColumn() async throws {
    let office = try OrderOffice()
    let file = try office.file(
      "bad.csv",
      [
        OrderOffice.supplies("A-1", ["patient_birth_date": "1948-02-30"]),
        OrderOffice.supplies("A-2"),
        OrderOffice.supplies("A-3", ["delivered_quantity": "many"]),
        OrderOffice.supplies("A-4", ["delivered": "2026-05-12"]),
      ])
    let check = try await office.docket.run(
      ["order", "check", file, "--today", Docket.today, "--json"])
    #expect(check.status == 1)
    let answer = try check.object()
    #expect(answer["orders"] as? Int == 1)
    #expect(answer["refused"] as? Int == 3)
    let wanted = ["2 patient_birth_date", "4 delivered_quantity", "5 delivered"]
    #expect(Set(Self.places(answer)).isSuperset(of: wanted), "\(Self.places(answer))")

    let imported = try await office.run("import", file, "--json")
    #expect(imported.status == 1)
    let report = try #require(OrderOffice.first(try imported.object(), "files"))
    #expect(report["outcome"] as? String == "partly-applied")
    #expect(report["orders_added"] as? Int == 1)
    #expect(Set(Self.places(report)).isSuperset(of: wanted))
    let text = try await office.docket.run(["order", "check", file, "--today", Docket.today]).text
    #expect(text.contains("line 4, delivered_quantity"), "\(text)")

    let heading = try office.docket.home.file("headings.csv", "order_number,hcpcs,qty,price\n1\n")
    let refused = try await office.run("import", heading)
    #expect(refused.status == 1)
    #expect(refused.text.contains("line 1"), "\(refused.text)")
    #expect(!refused.text.contains("segment"))
  }

  private static func places(_ answer: [String: Any]) -> [String] {
    (answer["problems"] as? [[String: Any]] ?? []).filter { $0["severity"] as? String == "error" }
      .map { "\($0["line"] as? Int ?? 0) \($0["column"] as? String ?? "")" }
  }

  @Test func anOrderGoesFromTheFileIntoABatch() async throws {
    let office = try OrderOffice()
    try await office.take([OrderOffice.supplies("SO-1")])
    let before = try await office.json("order", "show", "SO-1")
    #expect(before["standing"] as? String == "delivered")
    #expect((before["documents"] as? [Any])?.count == 2)
    #expect((before["charges"] as? [Any])?.isEmpty == true)

    let confirmed = try await office.json("order", "confirm", "SO-1")
    #expect((confirmed["confirmed"] as? [Any])?.count == 1)
    let again = try await office.run("order", "confirm", "SO-1", "SO-9", "--json")
    #expect(again.status == 1)
    #expect((try again.object()["refused"] as? [Any])?.count == 2)

    let charge = try #require(
      OrderOffice.first(try await office.json("order", "show", "SO-1"), "charges"))
    #expect(charge["place"] as? String == "ready")
    let shown = try await office.json("show", "SO-1")
    let side = try #require(shown["order_side"] as? [String: Any])
    #expect((side["charge"] as? [String: Any])?["amount_cents"] as? Int == 18000)

    let group = try #require(OrderOffice.first(try await office.json("transmit"), "groups"))
    #expect(group["claims"] as? Int == 1)
    #expect(group["total_cents"] as? Int == 18000)
    for (claims, total) in [("2", "180"), ("1", "181"), ("1", "1800")] {
      let refused = try await office.run(
        "transmit", "send", "sample", "--claims", claims, "--total", total)
      #expect(refused.status == 1)
      #expect(refused.complaint.contains("Nothing was sent"), "\(refused.complaint)")
    }
    let sent = try await office.json(
      "transmit", "send", "sample comm", "--claims", "1", "--total", "$180.00")
    let name = try #require(sent["file"] as? String)
    let path = docketOutbox(office) + "/" + name
    #expect(FileManager.default.fileExists(atPath: path))
    let summary = try await office.docket.run(["x12", "summary", path, "--json"])
    #expect(summary.status == 0, "\(summary.complaint)")

    let batch = try await office.json("transmit", "show", name)
    #expect(batch["unanswered"] as? Int == 1)
    #expect((batch["claim_rows"] as? [Any])?.count == 1)
    let batches = try await office.json("transmit", "batches")
    #expect(OrderOffice.first(batches, "batches")?["total_cents"] as? Int == 18000)
    let nothing = try await office.run(
      "transmit", "send", "sample comm", "--claims", "1", "--total", "180.00")
    #expect(nothing.status == 1)
    let check = try await office.run("check")
    #expect(check.status == 0, "\(check.text)")
  }

  private func docketOutbox(_ office: OrderOffice) -> String {
    String(office.database.dropLast(".docket".count)) + ".outbox"
  }

  @Test func anOrderIsReturnedAndCancelledWithTheCause() async throws {
    let office = try OrderOffice()
    try await office.take([
      OrderOffice.device("SO-1", ["delivered_quantity": "2"]), OrderOffice.supplies("SO-2"),
    ])
    let refused = try await office.run("order", "confirm", "SO-1", "SO-2")
    #expect(refused.status == 1)
    #expect(refused.complaint.hasPrefix("docket: SO-1: "), "\(refused.complaint)")
    #expect(refused.complaint.count(where: \.isNewline) == 1)
    #expect(refused.text.contains("SO-2"), "one refusal kept the other order back")

    let shown = try await office.json("order", "show", "SO-1")["findings"] as? [[String: Any]]
    let finding = shown?.first { $0["blocking"] as? Bool == true }
    #expect((finding?["fix"] as? String)?.isEmpty == false)
    _ = try await office.json(
      "order", "return", "SO-1", "--cause", "quantity-mismatch", "--note", "one device only")
    let list = try await office.json("order", "list", "--standing", "returned")
    #expect(list["count"] as? Int == 1)
    let report = try await office.json("report", "order-problems")
    let row = try #require(OrderOffice.first(report, "causes"))
    #expect(row["cause"] as? String == "quantity-mismatch")
    #expect(row["team"] as? String == "fulfilment")
    #expect(row["returned"] as? Int == 1)
    _ = try await office.json("order", "cancel", "SO-1", "--note", "entered twice")
    let late = try await office.run("order", "cancel", "SO-2", "--note", "x")
    #expect(late.status == 1)
    #expect(late.complaint.contains("confirmed"))
  }

  @Test func holdsArePlacedListedAndReleased() async throws {
    let office = try OrderOffice()
    try await office.take([OrderOffice.device("SO-1")])
    _ = try await office.json("order", "confirm", "SO-1")
    let page = try await office.json("queue", "transmission")
    let items = try #require(page["items"] as? [[String: Any]]).compactMap { $0["id"] as? Int }
    #expect(items.count == 2)
    let item = String(items[0])
    _ = try await office.json(
      "hold", "place", item, "--reason", "audit", "--agreement", "--review", "+1w", "--note",
      "a letter came")
    let held = try await office.json("hold", "list", "--team", "billing", "--payer", "medicare")
    #expect(held["count"] as? Int == 2, "the agreement's hold keeps both months back")
    #expect(OrderOffice.first(held, "holds")?["review_on"] as? String == "2026-03-09")
    for arguments in [["--team", "intake"], ["--type", "system"], ["--payer", "aetna"]] {
      let none = try await office.docket.run(
        ["hold", "list", "--json", "--office", office.database, "--today", Docket.today]
          + arguments)
      #expect(try none.object()["count"] as? Int == 0, "\(arguments)")
    }
    let report = try await office.json("report", "holds")
    #expect(report["charges"] as? Int == 2)
    #expect(OrderOffice.first(report, "by_type")?["name"] as? String == "Manual")

    let single = try await office.run("hold", "release", item, "--evidence", "over")
    #expect(single.status == 1)
    _ = try await office.json(
      "hold", "release", item, "--evidence", "audit is over", "--all-months")
    #expect(try await office.json("hold", "list")["count"] as? Int == 0)

    // The same by `act`.
    _ = try await office.json(
      "act", item, "hold", "--hold-reason", "other", "--review", "+3d", "--note", "look at it")
    #expect(try await office.json("hold", "list")["count"] as? Int == 1)
    _ = try await office.json("act", item, "release-hold", "--evidence", "looked at")
    #expect(try await office.json("hold", "list")["count"] as? Int == 0)
    _ = try await office.json("act", item, "correct-charge", "--correct", "narrative=SPARE")
    let shown = try await office.json("show", item)
    let side = shown["order_side"] as? [String: Any]
    #expect((side?["charge"] as? [String: Any])?["narrative"] as? String == "SPARE")
    let check = try await office.run("check")
    #expect(check.status == 0, "\(check.text)")
  }

  @Test func aDocumentReleasesWhatWaitedForIt() async throws {
    let office = try OrderOffice()
    try await office.take([
      OrderOffice.device("SO-1", ["sleep_study_date": "", "face_to_face_date": ""])
    ])
    _ = try await office.json("order", "confirm", "SO-1")
    let held = try await office.json("hold", "list", "--type", "documentation")
    let before = try #require(held["count"] as? Int)
    #expect(before > 0, "nothing waits for the sleep study")
    let scan = try office.docket.home.file("study.pdf", "made-up scan")
    _ = try await office.json(
      "document", "add", "SO-1", "--kind", "sleep-study", "--dated", "dec 1", "--file", scan)
    _ = try await office.json(
      "document", "add", "SO-1", "--kind", "face-to-face", "--dated", "2025-11-20")
    let after = try await office.json("hold", "list", "--type", "documentation")
    #expect(try #require(after["count"] as? Int) < before)

    for reference in ["SO-1", "DOE, JANE"] {
      let documents = try await office.json("document", "list", reference)
      let rows = try #require(documents["documents"] as? [[String: Any]])
      let study = rows.first { $0["kind"] as? String == "sleep-study" }
      #expect(study?["dated"] as? String == "2025-12-01", "papers are dated in the past")
      #expect(study?["file"] as? String == scan)
      // What `printf 'made-up scan' | sha256sum` says.
      #expect(study?["sha256"] as? String == Self.hashOfScan)
    }
    let missing = try await office.run(
      "document", "add", "SO-1", "--kind", "swo", "--dated", "2026-01-05", "--file", "nowhere.pdf")
    #expect(missing.status == 1)
    #expect(missing.complaint.contains("nowhere.pdf"))
  }

  private static let hashOfScan =
    "8c3da50bf10710d8ad75b8e4d0d942f70cb2ce52da74c13135fcbb427703277a"

  @Test func theCalendarBringsSpecialWork() async throws {
    let office = try OrderOffice()
    try await office.take([OrderOffice.device("SO-1"), OrderOffice.supplies("SO-2")])
    _ = try await office.json("order", "confirm", "SO-1", "SO-2")
    let list = try await office.json("special", "list", "--kind", "pap-trial")
    let work = try #require(OrderOffice.first(list, "special"))
    let item = String(try #require(work["item"] as? Int))
    #expect(work["needs"] as? [String] == ["usage-report", "face-to-face"])
    let shown = try await office.json("special", "show", item)
    let side = shown["order_side"] as? [String: Any]
    #expect((side?["special"] as? [String: Any])?["refusal"] as? String != nil)
    let early = try await office.run("special", "fulfil", item, "--on", "today")
    #expect(early.status == 1)
    for arguments in [
      ["--want", "A7030=some", "--by", "JANE DOE"], ["--want", "A7030=1", "--by", "X"],
    ] {
      let refused = try await office.docket.run(
        ["special", "contact", item, "--office", office.database, "--today", Docket.today]
          + arguments)
      #expect(refused.status == 1)
      #expect(refused.complaint.count(where: \.isNewline) == 1)
    }
    let calendar = try await office.json("special", "calendar", "--weeks", "6")
    let weeks = try #require(calendar["weeks"] as? [[String: Any]])
    #expect(weeks.count == 6)
    let kinds = weeks.flatMap { $0["entries"] as? [[String: Any]] ?? [] }
      .compactMap { $0["kind"] as? String }
    #expect(kinds.contains("rental-month"))
    #expect(kinds.contains("pap-trial"))
    _ = try await office.json("special", "decline", item, "--note", "equipment goes back")
    let rest = try await office.json("special", "list", "--kind", "pap-trial")
    #expect(rest["count"] as? Int == 0)
  }

  @Test func whoIsToBeVerifiedIsAskedAboutOnce() async throws {
    let office = try OrderOffice()
    try await office.take([OrderOffice.device("SO-1")])
    _ = try await office.json("order", "confirm", "SO-1")
    let page = try await office.json("queue", "transmission", "--limit", "1")
    let item = String(try #require(OrderOffice.first(page, "items")?["id"] as? Int))
    let asked = try await office.json("act", item, "check-eligibility")
    #expect((asked["file"] as? String)?.hasPrefix("270-") == true)
    let all = try await office.json("transmit", "ask-eligibility")
    #expect(all["inquiries"] as? Int == 0)
    #expect(all["file"] is NSNull)
  }

  @Test(arguments: [
    ["order"], ["order", "list", "--standing", "sold"], ["order", "show"], ["order", "confirm"],
    ["order", "return", "1"], ["order", "return", "1", "--cause", "weather"],
    ["hold", "place", "1"], ["hold", "release", "1"], ["hold", "list", "--team", "none"],
    ["document", "add", "1"], ["document", "add", "1", "--kind", "poem"],
    ["transmit", "send", "medicare"], ["transmit", "send", "x", "--claims", "1", "--total", "y"],
    ["special", "calendar", "--weeks", "0"], ["special", "contact", "1"],
    ["order", "list", "--limit", "-1"],
  ])
  func wrongUsageIsStatusTwoAndOneLine(_ arguments: [String]) async throws {
    let outcome = try await Docket().run(arguments)
    // A verb with subcommands and none of them prints its help.
    if arguments == ["order"] { return #expect(outcome.status == 0) }
    #expect(outcome.status == 2, "\(outcome.complaint)")
    #expect(outcome.text == "")
    #expect(outcome.complaint.hasPrefix("docket: "))
    #expect(outcome.complaint.count(where: \.isNewline) == 1)
  }

  @Test func whatIsNotThereIsRefusedWithOneLine() async throws {
    let office = try OrderOffice()
    try await office.take([OrderOffice.supplies("SO-1")])
    for arguments in [
      ["order", "show", "SO-9"], ["order", "cancel", "SO-9", "--note", "x"],
      ["order", "check", "nowhere.csv"], ["hold", "place", "99", "--reason", "audit"],
      ["hold", "place", "1", "--reason", "weather"], ["document", "list", "NOBODY"],
      ["document", "add", "SO-9", "--kind", "swo"], ["transmit", "show", "9"],
      ["transmit", "send", "nobody", "--claims", "1", "--total", "1"],
      ["special", "show", "1"], ["report", "order-problems", "--from", "someday"],
    ] {
      let day = arguments.contains("check") ? [] : ["--office", office.database]
      let outcome = try await office.docket.run(arguments + day + ["--today", Docket.today])
      #expect(outcome.status == 1, "\(arguments): \(outcome.text)")
      #expect(outcome.complaint.hasPrefix("docket: "))
      #expect(outcome.complaint.count(where: \.isNewline) == 1, "\(outcome.complaint)")
    }
  }

  @Test func foreignTextNeverReachesTheTerminalAsItIs() async throws {
    let office = try OrderOffice()
    let controls = try await office.run(
      "import", try office.file("controls.csv", [Self.hostile("DOE\u{9b}31m\u{1b}[2J", "SO-0")]))
    #expect(controls.status == 1, "control characters were taken in")
    try await office.take([Self.hostile("DOE\u{202e}EOD\u{200b}", "SO-1")])
    _ = try await office.run("order", "confirm", "SO-1")
    for arguments in [
      ["order", "list"], ["order", "show", "SO-1"], ["show", "SO-1"], ["hold", "list"],
      ["transmit"], ["special", "list"], ["report", "order-problems"],
      ["document", "list", "SO-1"],
    ] {
      let outcome = try await office.docket.run(
        arguments + ["--office", office.database, "--today", Docket.today])
      #expect(outcome.status == 0, "\(arguments): \(outcome.complaint)")
      let text = controls.text + outcome.text
      for scalar in text.unicodeScalars {
        #expect(
          scalar == "\n"
            || (scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
              && scalar != "\u{202e}"),
          "\(arguments) prints U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  private static func hostile(_ name: String, _ number: String) -> [String: String] {
    OrderOffice.supplies(number, ["patient_last_name": name, "description": "MASK\u{202e}KSAM"])
  }
}
