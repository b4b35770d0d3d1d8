import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What the front end answers")
struct FrontEndAnswerTests {
  private func sent() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    return test
  }

  private func answer(_ test: TestOffice, _ control: String) throws -> String {
    try test.texts(
      "SELECT answer FROM submission WHERE control_number = ?1 ORDER BY id DESC LIMIT 1",
      .text(control)
    ).first ?? ""
  }

  @Test("a 999 that refuses a set returns every claim of it, with segment, loop and element")
  func setRefused() throws {
    let test = try sent()
    let report = try test.take(
      SampleFiles.acknowledgment(
        errors: [
          "IK3*NM1*37*2420E*8", "CTX*CLM01:A1002", "IK4*9*67*1", "IK3*N4*12**8",
          "CTX*SITUATIONAL TRIGGER*DTP*5", "IK4*3:2*116*7*9x301",
        ], outcome: "R"))
    #expect(report.rejected == 2)
    for control in ["A1001", "A1002"] {
      let detail = try test.item(control)
      #expect(detail.item.queue == .rejections)
      guard case .rejected(let day, let reasons)? = detail.submissions.last?.answer else {
        Issue.record("\(control) is not rejected")
        continue
      }
      #expect(day == Day("2026-01-06"))
      #expect(reasons.map(\.code) == ["IK4 NM1-09 1", "IK4 N4-03 7"])
      #expect(reasons.first?.meaning.contains("loop 2420E") == true, "\(reasons)")
      #expect(reasons.allSatisfy { !$0.fix.isEmpty && !$0.meaning.isEmpty })
      #expect(reasons.last?.payerText == "9x301")
    }
    try test.isSound()
  }

  @Test("a 999 answers the set that it names and no other")
  func otherSets() throws {
    let cases: [(name: String, group: Int, set: String, known: Bool)] = [
      ("ours", 101, "0001", true), ("another group", 102, "0001", false),
      ("another set", 101, "0002", false),
    ]
    for (name, group, set, known) in cases {
      let test = try sent()
      let report = try test.take(
        SampleFiles.acknowledgment(group: group, set: set, outcome: "A"))
      #expect(report.acknowledged == (known ? 2 : 0), "\(name)")
      #expect(try answer(test, "A1001") == (known ? "received" : "none"), "\(name)")
      let notes = report.problems.filter { $0.message.contains("never sent") }
      #expect(notes.count == (known ? 0 : 1), "\(name)")
    }
  }

  @Test("of control numbers that come round again the latest sending before the answer is meant")
  func controlNumbersComeRound() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()], date: "20251201"))
    try test.take(SampleFiles.claims([.mask()], date: "20260105"))
    try test.take(SampleFiles.acknowledgment(outcome: "R", date: "20251202"))
    #expect(try answer(test, "A1001") == "rejected")
    #expect(try answer(test, "A1002") == "none")
    try test.take(SampleFiles.acknowledgment(outcome: "A", date: "20260106", interchange: 9))
    #expect(try answer(test, "A1001") == "rejected")
    #expect(try answer(test, "A1002") == "received")
  }

  @Test("a TA1 that refuses an interchange returns everything in it")
  func interchangeRefused() throws {
    let test = try sent()
    try test.take(SampleFiles.claims([.mask("A1009")], interchange: 102, group: 102))
    let report = try test.take(SampleFiles.interchangeAnswer(code: "R", note: "020"))
    #expect(report.rejected == 2)
    #expect(try answer(test, "A1009") == "none")
    let detail = try test.item("A1001")
    #expect(detail.item.queue == .rejections)
    #expect(detail.item.reasonCode == "TA1 020")
    let accepted = try sent()
    try accepted.take(SampleFiles.interchangeAnswer(code: "A", note: "000"))
    #expect(try answer(accepted, "A1001") == "none")
    #expect(try accepted.item("A1001").item.queue == .followUp)
    try test.isSound()
  }

  @Test("all of STC01, STC10 and STC11 make the reasons, of claim and line")
  func allThreeComposites() throws {
    let cases: [(name: String, segments: [String], codes: [String], line: String)] = [
      (
        "a pointer to the line",
        [
          "STC*A3:247*20260106*U*180", "REF*1K*26006000100002",
          "SVC*HC:A7030:NU:KX*180*****1", "STC*A7:507**U", "REF*FJ*L3", "DTP*472*D8*20251220",
        ], ["A7:507"], "L3"
      ),
      (
        "two that belong together", ["STC*A8:562:85*20260106*U*180******A8:128:85"],
        ["A8:562:85 A8:128:85"], ""
      ),
      (
        "three", ["STC*A7:164:IL*20260106*U*180******A7:158:IL*A6:145:85"],
        ["A7:164:IL", "A7:158:IL", "A6:145:85"], ""
      ),
      (
        "two segments", ["STC*A7:500:85*20260106*U*180", "STC*A7:501:IL*20260106*U*180"],
        ["A7:500:85", "A7:501:IL"], ""
      ),
    ]
    for (name, segments, codes, line) in cases {
      let test = try sent()
      let report = try test.take(SampleFiles.statuses([("A1002", segments)]))
      #expect(report.rejected == 1, "\(name)")
      let detail = try test.item("A1002")
      #expect(detail.item.queue == .rejections, "\(name)")
      guard case .rejected(_, let reasons)? = detail.submissions.last?.answer else {
        Issue.record("\(name): not rejected")
        continue
      }
      #expect(reasons.map(\.code) == codes, "\(name)")
      #expect(reasons.first?.line == line, "\(name)")
      for reason in reasons {
        // Plain words: no status without a meaning of its own.
        #expect(!reason.meaning.contains("status "), "\(name): \(reason.meaning)")
        #expect(!reason.fix.isEmpty, "\(name): \(reason.code)")
      }
      #expect(try test.item("A1001").item.queue == .followUp, "\(name)")
      try test.isSound()
    }
  }

  @Test("free text of the payer is kept as it is")
  func payerText() throws {
    let test = try sent()
    try test.take(
      SampleFiles.statuses([
        ("A1002", ["STC*A7:732*20260106*U*180********CALL \u{1B}]0;US\u{7} NOW"])
      ]))
    guard case .rejected(_, let reasons)? = try test.item("A1002").submissions.last?.answer else {
      Issue.record("not rejected")
      return
    }
    #expect(reasons.map(\.payerText) == ["CALL \u{1B}]0;US\u{7} NOW"])
  }

  @Test("the furthest hop has the last word, and of one hop the latest answer")
  func furthestHopWins() throws {
    typealias Step = (bytes: [UInt8], name: String)
    func claim(_ status: String, _ day: String, payer: Bool, _ number: Int) -> Step {
      (
        SampleFiles.statuses(
          [("A1002", ["STC*\(status)*\(day)*\(status.hasPrefix("A7") ? "U" : "WQ")*180"])],
          fromPayer: payer, date: day, interchange: number), status
      )
    }
    let set999 = (SampleFiles.acknowledgment(outcome: "A", date: "20260109"), "999")
    let cases: [(name: String, steps: [Step], answer: String, day: String)] = [
      (
        "clearinghouse, then payer",
        [
          claim("A1:19", "20260106", payer: false, 1),
          claim("A2:20:PR", "20260107", payer: true, 2),
        ],
        "accepted", "2026-01-07"
      ),
      (
        "payer refuses what the clearinghouse took",
        [claim("A2:20", "20260106", payer: false, 1), claim("A7:507", "20260107", payer: true, 2)],
        "rejected", "2026-01-07"
      ),
      (
        "clearinghouse heard after the payer",
        [
          claim("A2:20:PR", "20260107", payer: true, 2),
          claim("A7:507", "20260108", payer: false, 1),
        ],
        "accepted", "2026-01-07"
      ),
      (
        "a late 999", [claim("A2:20:PR", "20260107", payer: true, 2), set999], "accepted",
        "2026-01-07"
      ),
      (
        "the payer twice",
        [
          claim("A7:507", "20260107", payer: true, 1),
          claim("A2:20:PR", "20260108", payer: true, 2),
        ],
        "accepted", "2026-01-08"
      ),
      (
        "an older answer read late",
        [
          claim("A2:20:PR", "20260108", payer: true, 2),
          claim("A7:507", "20260107", payer: true, 1),
        ],
        "accepted", "2026-01-08"
      ),
    ]
    for (name, steps, answer, day) in cases {
      let test = try sent()
      for step in steps { try test.take(step.bytes, step.name) }
      #expect(try self.answer(test, "A1002") == answer, "\(name)")
      let days = try test.numbers(
        "SELECT answer_day FROM submission WHERE control_number = 'A1002'")
      #expect(days == [Int64(Day(day)?.rawValue ?? 0)], "\(name)")
      // All are kept for the timeline.
      let kept = try test.numbers(
        """
        SELECT count(*) FROM acknowledgment JOIN submission
          ON submission.id = acknowledgment.submission_id WHERE control_number = 'A1002'
        """)
      #expect(kept == [Int64(steps.count)], "\(name)")
      try test.isSound()
    }
  }

  @Test("an acceptance keeps the payer's number and waits for the answer")
  func acceptance() throws {
    let test = try sent()
    try test.take(
      SampleFiles.statuses([("A1002", ["STC*A2:20:PR*20260106*WQ*180", "REF*1K*26006000100077"])]))
    let detail = try test.item("A1002")
    #expect(detail.claim?.payerControlNumber == "26006000100077")
    #expect(detail.item.queue == .followUp)
    #expect(detail.item.lane == .waiting)
  }

  @Test("a sending that is accepted later closes the rejection of the one before")
  func resubmissionClosesRejection() throws {
    let test = try sent()
    try test.take(SampleFiles.statuses([("A1002", ["STC*A7:507*20260106*U*180"])]))
    #expect(try test.item("A1002").item.queue == .rejections)
    try test.take(SampleFiles.claims([.mask()], date: "20260112", interchange: 102, group: 102))
    #expect(try test.item("A1002").item.queue == .followUp)
    try test.take(
      SampleFiles.statuses(
        [("A1002", ["STC*A2:20:PR*20260113*WQ*180"])], date: "20260113", interchange: 9))
    let detail = try test.item("A1002")
    #expect(detail.item.queue == .followUp)
    #expect(
      detail.submissions.map(\.answer)
        == [
          .rejected(on: try #require(Day("2026-01-06")), reasons: rejections(detail)),
          .accepted(on: try #require(Day("2026-01-13"))),
        ])
    try test.isSound()
  }

  private func rejections(_ detail: ItemDetail) -> [RejectionReason] {
    guard case .rejected(_, let reasons)? = detail.submissions.first?.answer else { return [] }
    return reasons
  }

  @Test("answers to claims that the office never sent are an error, the others count")
  func unknownNumbers() throws {
    let test = try sent()
    let report = try test.office.importBytes(
      SampleFiles.statuses([
        ("X9", ["STC*A7:507*20260106*U*180"]), ("A1002", ["STC*A2:20:PR*20260106*WQ*180"]),
        ("X8", ["STC*A7:507*20260106*U*180"]),
      ]), name: "277ca.x12")
    #expect(report.acknowledged == 1)
    #expect(report.rejected == 0)
    let note = report.problems.first { $0.message.contains("never sent") }
    #expect(note?.message.contains("2 answers") == true)
    #expect(note?.message.contains("X9") == true)
    #expect(note?.isError == true)
  }
}
