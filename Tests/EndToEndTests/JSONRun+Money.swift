import Foundation
import Testing

@testable import TestSupport

extension JSONRun {
  /// A credit on its way back to the payer, and what patients owe.
  mutating func workMoney() async throws {
    let office = try OrderOffice()
    let database = office.database
    let home = office.docket.home
    var other = SampleClaim.machine("A1003").of("1EG4TE5MK75")
    other.last = "POE"
    var answer = PaidClaim.machine("A1003")
    (answer.last, answer.member, answer.payerNumber) = ("POE", "1EG4TE5MK75", "26005000100009")
    let files = [
      SampleFiles.claims([.machine(), .mask(), other]),
      SampleFiles.remittance([.machine(), answer]),
      SampleFiles.remittances(
        [SampleRemittance(trace: "EFT0002", claims: [.machine()], date: "20260115")],
        interchange: 502),
    ]
    for (index, bytes) in files.enumerated() {
      let path = try home.file("money\(index).x12", Data(bytes))
      try await print("docket import", ["import", path], office: database)
    }
    let staged = try await items("cash-posting", database)
    try await print("docket act", ["act", try #require(staged.first), "post"], office: database)
    let credits = try await print("docket credit list", ["credit", "list"], office: database)
    let credit = try #require((credits?["credits"] as? [[String: Any]])?.first?["id"] as? Int)
    try await print(
      "docket act", ["act", String(credit), "refund", "--step", "request"], office: database)
    try await print("docket credit list", ["credit", "list", "--lane", "lead"], office: database)
    try await print("docket credit show", ["credit", "show", String(credit)], office: database)
    try await typePaper(database)
    try await workPatients(database, home.path + "/letters")
    try await lookAtRules(database)
  }

  /// A payer that allows less the second time, and what other rules would have kept for a person.
  private mutating func lookAtRules(_ database: String) async throws {
    let home = docket.home
    let people = [("M1", "DOE", "1EG4TE5MK73", 100), ("M2", "POE", "1EG4TE5MK75", 60)]
    for (index, (control, last, member, paid)) in people.enumerated() {
      var claim = SampleClaim.mask(control).of(member)
      (claim.last, claim.first) = (last, "JANE")
      let answer = PaidClaim(
        control: control, charge: 18_000, paid: Int64(paid) * 100,
        lines: [
          PaidLine(
            code: "A7030:NU:KX", charge: 18_000, paid: Int64(paid) * 100,
            cas: ["CO*45*\(180 - paid)"], number: "L3")
        ], payerNumber: "2600510000\(index)", last: last, member: member)
      for (name, bytes) in [
        ("claims", SampleFiles.claims([claim], interchange: 300 + index)),
        (
          "answers",
          SampleFiles.remittances(
            [SampleRemittance(trace: "MASK\(index)", claims: [answer])], interchange: 600 + index)
        ),
      ] {
        let path = try home.file("\(name)\(index).x12", Data(bytes))
        try await print("docket import", ["import", path], office: database)
      }
    }
    try await print(
      "docket report underpayments", ["report", "underpayments"], office: database)
    let file = try home.file(
      "tried.toml", Data("[[posting]]\nid = \"all\"\nautomatic = false\n".utf8))
    try await print(
      "docket rules try FILE",
      ["rules", "try", file, "--from", "2026-01-01", "--through", "2026-01-31"], office: database)
  }

  /// A paper of a check as it would post, as it posts, and once more with other claims.
  private mutating func typePaper(_ database: String) async throws {
    let paper = [
      "post", "eob", "--kind", "check", "--number", "4711", "--dated", "2026-01-16", "--total",
      "100", "--line", "1 paid=100 allowed=100",
    ]
    for more in [["--plan"], [], ["--claim", "A1002 payer-claim=OTHER"]] {
      let claim = more.first == "--claim" ? more : ["--claim", "A1002"] + more
      try await print(
        "docket post eob", Array(paper.dropLast(2)) + claim + paper.suffix(2), office: database)
    }
  }

  private mutating func workPatients(_ database: String, _ folder: String) async throws {
    let list = try await print("docket patient list", ["patient", "list"], office: database)
    let patients = (list?["patients"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
      .map { String($0) }
    try #require(patients.count == 2)
    try await print(
      "docket act", ["act", patients[1], "billing-mark", "--set", "mark=do-not-bill"],
      office: database)
    try await print(
      "docket patient statement", ["patient", "statement", "--out", folder], office: database)
    try await print("docket patient show", ["patient", "show", patients[0]], office: database)
    try await print(
      "docket patient payment",
      ["patient", "payment", patients[0], "--amount", "5", "--method", "cash"], office: database)
    try await print(
      "docket act", ["act", patients[0], "plan", "--amount", "20", "--on", "1m"], office: database)
    for patient in patients {
      try await print("docket patient show", ["patient", "show", patient], office: database)
    }
  }

  private mutating func items(_ queue: String, _ database: String) async throws -> [String] {
    let page = try await print("docket queue NAME", ["queue", queue], office: database)
    return (page?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
      .map { String($0) }
  }
}
