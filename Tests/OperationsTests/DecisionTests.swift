import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Decisions and their effects")
struct DecisionTests {
  /// The mask denied, the machine paid with a rest for the supplement.
  private func denied(
    cas: String = "CO*50*180", remarks: [String] = [], more: [String] = [],
    today: String = "2026-01-20", isSupervisor: Bool = false
  ) throws -> TestOffice {
    let test = try TestOffice(today: today, isSupervisor: isSupervisor)
    try test.take(SampleFiles.claims([.machine().supplemented(), .mask()]))
    try test.take(
      SampleFiles.remittance([.machine(), .mask(cas: cas, remarks: remarks, more: more)]))
    return test
  }

  @Test("each verb moves the item where it belongs")
  func placements() throws {
    typealias Case = (
      name: String, decisions: [DecisionEntry], queue: QueueName?, lane: Lane, code: String
    )
    let day = try #require(Day("2026-02-02"))
    let cases: [Case] = [
      ("reopening", [DecisionEntry(.reopen)], .denials, .waiting, "reopening sent"),
      ("appeal", [DecisionEntry(.appeal)], .denials, .waiting, "appeal 1 sent"),
      (
        "appeal lost",
        [DecisionEntry(.appeal), DecisionEntry(.appealOutcome, ["outcome": "unfavorable"])],
        .denials, .work, "appeal 1 lost"
      ),
      (
        "appeal won",
        [DecisionEntry(.appeal), DecisionEntry(.appealOutcome, ["outcome": "favorable"])],
        .followUp, .waiting, "appeal 1 won"
      ),
      (
        "called", [DecisionEntry(.calledPayer, ["status": "in process"])], .denials, .waiting,
        "CO-50"
      ),
      (
        "portal", [DecisionEntry(.checkedPortal, ["status": "pended"])], .denials, .waiting, "CO-50"
      ),
      ("documents", [DecisionEntry(.requestDocuments)], .denials, .waiting, "CO-50"),
      (
        "follow-up", [DecisionEntry(.followUp, ["follow-up": day.description])], .denials, .waiting,
        "CO-50"
      ),
      (
        "put off", [DecisionEntry(.deferred, ["note": "waits", "follow-up": day.description])],
        .denials, .waiting,
        "CO-50"
      ),
      ("lead", [DecisionEntry(.escalate, ["note": "odd"])], .denials, .lead, "CO-50"),
      (
        "back from the lead",
        [DecisionEntry(.escalate, ["note": "odd"]), DecisionEntry(.deescalate)], .denials,
        .work, "CO-50"
      ),
      ("note", [DecisionEntry(.note, ["note": "read"])], .denials, .work, "CO-50"),
      ("assigned", [DecisionEntry(.assign, ["to": "mruiz"])], .denials, .work, "CO-50"),
      ("patient", [DecisionEntry(.transferPatient)], nil, .work, ""),
      ("written off", [DecisionEntry(.writeOff, ["reason": "ERROR"])], nil, .work, ""),
      ("resent", [.resubmitted], .followUp, .waiting, "no answer"),
    ]
    for (name, decisions, queue, lane, code) in cases {
      // Group PR lets the patient be asked, a wrong modifier is reopened, what could not be processed
      // is sent again; everything else is the same.
      let test =
        switch name {
        case "patient": try denied(cas: "PR*50*180")
        case "reopening": try denied(cas: "CO*4*180")
        case "resent": try denied(cas: "CO*16*180", more: ["MOA***MA130"])
        default: try denied()
        }
      for decision in decisions { try test.decide("A1002", decision) }
      if let queue {
        let detail = try test.item("A1002")
        #expect(detail.item.queue == queue, "\(name)")
        #expect(detail.item.lane == lane, "\(name)")
        #expect(detail.item.reasonCode == code, "\(name)")
        if lane == .waiting { #expect(detail.item.followUpOn != nil, "\(name)") }
      } else {
        #expect(try test.isInQueue("A1002") == false, "\(name)")
      }
      let done = try test.texts("SELECT verb FROM activity ORDER BY id")
      #expect(done == decisions.map(\.verb.rawValue), "\(name)")
      try test.isSound()
    }
  }

  @Test("what the rules forbid is refused in words, and nothing is written")
  func refusals() throws {
    let late = try #require(Day("2026-12-19"))
    let past = try #require(Day("2026-01-20"))
    typealias Case = (name: String, decision: DecisionEntry, words: String)
    let cases: [Case] = [
      ("nothing to outcome", DecisionEntry(.appealOutcome, ["outcome": "favorable"]), "waiting"),
      ("level out of order", DecisionEntry(.appeal, ["level": "3"]), "out of order"),
      ("replacement to Medicare", DecisionEntry(.replace), "Medicare"),
      ("void to Medicare", DecisionEntry(.void), "Medicare"),
      ("no next payer", DecisionEntry(.billNext), "no further payer"),
      ("write-off without a reason", DecisionEntry(.writeOff, ["reason": ""]), "reason"),
      (
        "unknown reason", DecisionEntry(.writeOff, ["reason": "NONE", "amount": "1"]),
        "no write-off reason"
      ),
      (
        "over the limit", DecisionEntry(.writeOff, ["reason": "SMALL", "amount": "180"]), "limit"
      ),
      (
        "more than open", DecisionEntry(.writeOff, ["amount": "180.01", "reason": "ERROR"]),
        "more than"
      ),
      (
        "nothing", DecisionEntry(.writeOff, ["amount": "0.00", "reason": "ERROR"]), "more than zero"
      ),
      ("CO to the patient", DecisionEntry(.transferPatient), "CO"),
      ("a day past", DecisionEntry(.followUp, ["follow-up": past.description]), "after today"),
      (
        "past the safe day",
        DecisionEntry(.deferred, ["note": "x", "follow-up": late.description]), "at most"
      ),
      ("no reason to put off", DecisionEntry(.deferred, ["follow-up": late.description]), "why"),
      ("empty note", DecisionEntry(.note, ["note": " "]), "Write what"),
      ("pin", DecisionEntry(.pin), "supervisor"),
      ("break", DecisionEntry(.breakLease), "supervisor"),
      ("no lead", DecisionEntry(.deescalate), "lead"),
      ("cash verbs", DecisionEntry(.post), "not for a claim"),
      ("match", DecisionEntry(.match), "not for a claim"),
    ]
    let test = try denied()
    let before = try OfficeState(test)
    for (name, decision, words) in cases {
      let refusal = try test.refusal("A1002", decision)
      #expect(refusal?.contains(words) == true, "\(name): \(refusal ?? "carried out")")
    }
    try test.isAs(before)
    #expect(try test.texts("SELECT verb FROM activity") == [])
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isSound()
  }

  @Test("MA130 forbids the appeal, N211 too")
  func remarksForbid() throws {
    for remark in ["MA130", "N211"] {
      let test = try denied(cas: "CO*16*180", more: ["MOA***\(remark)"])
      let refusal = try test.refusal("A1002", DecisionEntry(.appeal))
      #expect(refusal?.contains(remark) == true, "\(refusal ?? "carried out")")
    }
  }

  @Test("write-offs and transfers take exactly what is said, payer's money before the next payer's")
  func amounts() throws {
    let test = try denied(cas: "PR*50*180")
    try test.decide("A1002", DecisionEntry(.writeOff, ["amount": "5.50", "reason": "SMALL"]))
    #expect(try test.balances("A1002") == [[17_450, 0, 0, 0, 550]])
    #expect(try test.account("write-off") == 550)
    try test.decide("A1002", DecisionEntry(.transferPatient, ["amount": "100.00"]))
    #expect(try test.balances("A1002") == [[7450, 0, 10_000, 0, 550]])
    // The rest is the patient's as well: nothing is proposed.
    #expect(
      try test.refusal("A1002", DecisionEntry(.writeOff, ["reason": "ERROR"]))?
        .contains("Say how much") == true)
    try test.decide("A1002", DecisionEntry(.writeOff, ["amount": "74.50", "reason": "ERROR"]))
    #expect(try test.balances("A1002") == [[0, 0, 10_000, 0, 8000]])
    #expect(try test.isInQueue("A1002") == false)
    try test.isSound()

    // The machine: 10.00 and 110.00 with the next payer, over two lines.
    try test.decide("A1001", DecisionEntry(.writeOff, ["amount": "15.00", "reason": "ERROR"]))
    #expect(
      try test.balances("A1001") == [[0, 0, 0, 3920, 8080], [0, 10_500, 0, 3920, 11_580]])
    try test.isSound()
  }

  @Test("three write-offs of $500 under a limit of $500 give up $500 of one claim")
  func sharedLimit() throws {
    let test = try TestOffice()
    var claim = SampleClaim.mask()
    claim.lines[0].cents = 180_000
    try test.take(SampleFiles.claims([claim, .machine()]))
    // DUP and ERROR both go up to $500.00.
    func giveUp(_ reference: String, _ reason: String, _ amount: String) throws -> String? {
      try test.refusal(
        reference, DecisionEntry(.writeOff, [.reason: reason, .amount: amount]))
    }
    #expect(try giveUp("A1002", "DUP", "500") == nil)
    for (reason, amount) in [("DUP", "500"), ("ERROR", "500"), ("ERROR", "0.01")] {
      #expect(try giveUp("A1002", reason, amount)?.contains("given up already") == true)
    }
    let listed = try test.item("A1002").advice.options.first { $0.verb == .writeOff }
    #expect(listed?.permission.refusal?.contains("a supervisor decides") == true)
    #expect(try test.account("write-off") == 50_000)
    // Another claim has a limit of its own, and what is taken back counts no more.
    #expect(try giveUp("A1001", "DUP", "380") == nil)
    _ = try test.office.undo()
    _ = try test.office.undo()
    #expect(try test.account("write-off") == 0)
    #expect(try giveUp("A1002", "ERROR", "499.99") == nil)
    #expect(
      try giveUp("A1002", "DUP", "0.02")?
        .contains("$0.02 after $499.99 before is over the limit of $500.00") == true)
    #expect(try giveUp("A1002", "DUP", "0.01") == nil)
    let boss = try test.on(user: "boss", isSupervisor: true)
    try boss.decide("A1002", DecisionEntry(.writeOff, [.reason: "DUP", .amount: "500"]))
    #expect(try test.account("write-off") == 100_000)
    try test.isSound()
  }

  @Test("a supervisor goes over the limit, pins to the top and unpins")
  func supervisor() throws {
    let test = try denied(isSupervisor: true)
    try test.decide("A1002", DecisionEntry(.pin))
    #expect(try test.item("A1002").item.tier == .pinned)
    #expect(try test.office.overview().queues.first { $0.queue == .denials }?.open == 1)
    try test.isSound()
    try test.decide("A1002", DecisionEntry(.unpin))
    #expect(try test.item("A1002").item.tier != .pinned)
    try test.decide("A1002", DecisionEntry(.writeOff, ["reason": "TF"]))
    #expect(try test.account("write-off") == 18_000)
    try test.isSound()
  }

  @Test("the day on which it comes back has its year where that is another one")
  func comesBackNextYear() throws {
    let test = try denied(today: "2026-01-20")
    let soon = try test.decide("A1002", DecisionEntry(.followUp, [.followUp: "2026-01-26"]))
    #expect(soon.message.hasSuffix("back on Jan 26."), "\(soon.message)")
    let later = try test.decide("A1001", DecisionEntry(.note, ["note": "x"]))
    #expect(!later.message.contains("back on"))
    let day = try #require(Day("2027-01-29"))
    #expect(day.short(seenFrom: test.office.today) == "Jan 29, 2027")
    #expect(day.short(seenFrom: day) == "Jan 29")
  }

  @Test("a staged claim is matched by hand, then posted")
  func matchAndPost() throws {
    let test = try denied()
    try test.take(
      SampleFiles.claims([.mask("B2002").of("1EG4TE5MK75")], date: "20260106", interchange: 102))
    var claim = PaidClaim.mask("0", cas: "CO*45*80", remarks: [], more: [])
    claim.status = "1"
    claim.paid = 10_000
    claim.lines[0].paid = 10_000
    claim.payerNumber = "NEW9"
    claim.member = "WRONG"
    claim.last = "STRANGER"
    claim.lines[0].day = "20240101"
    try test.take(SampleFiles.remittance([claim], trace: "EFT9", date: "20260112"))
    #expect(try test.item("0", kind: "remit-claim").staged?.reasons == [.unmatched])
    #expect(try test.refusal("0", kind: "remit-claim", DecisionEntry(.post)) != nil)
    #expect(
      try test.refusal(
        "0", kind: "remit-claim", DecisionEntry(.leaveInSuspense, [.reason: "whim"])) != nil,
      "why it stays must be a reason of the office")
    let id = try #require(try test.item("B2002").claim?.id)
    try test.decide("0", kind: "remit-claim", DecisionEntry(.match, ["match": "\(id.rawValue)"]))
    let matched = try test.item("0", kind: "remit-claim")
    #expect(matched.staged?.reasons == [.confirmed])
    #expect(matched.advice.proposed == .post)
    #expect(try test.isInQueue("B2002") == false, "it waits in cash posting")
    try test.isSound()
    try test.decide("0", kind: "remit-claim", DecisionEntry(.post))
    #expect(try test.balances("B2002") == [[0, 0, 0, 10_000, 8000]])
    #expect(try test.office.check().totals.suspense == .zero)
    try test.isSound()
  }

  @Test("a match that moves from one claim to another gives the first back to its queue")
  func matchMoves() throws {
    let test = try denied()
    let masks = ["B2002", "B2003"].map { SampleClaim.mask($0).of("1EG4TE5MK75") }
    try test.take(SampleFiles.claims(masks, interchange: 102))
    var claim = PaidClaim.mask("0")
    claim.payerNumber = "NEW9"
    claim.member = "1EG4TE5MK75"
    claim.last = "STRANGER"
    try test.take(SampleFiles.remittance([claim], trace: "EFT9", date: "20260112"))
    let second = try #require(try test.item("B2002").claim?.id)
    let third = try #require(try test.item("B2003").claim?.id)
    try test.decide(
      "0", kind: "remit-claim", DecisionEntry(.match, ["match": "\(second.rawValue)"]))
    #expect(try test.isInQueue("B2002") == false)
    try test.decide("0", kind: "remit-claim", DecisionEntry(.match, ["match": "\(third.rawValue)"]))
    #expect(try test.isInQueue("B2002"))
    #expect(try test.isInQueue("B2003") == false)
    try test.isSound()
    _ = try test.office.undo()
    #expect(try test.isInQueue("B2002") == false)
    #expect(try test.isInQueue("B2003"))
    try test.isSound()
  }

  @Test("a claim can be made from the remittance, and taken back with its charge")
  func claimFromRemittance() throws {
    let test = try denied()
    var claim = PaidClaim.mask("Z1", cas: "CO*45*80", remarks: [], more: [])
    claim.status = "1"
    claim.paid = 10_000
    claim.lines[0].paid = 10_000
    claim.last = "STRANGER"
    claim.member = "WRONG"
    claim.payerNumber = "NEW9"
    try test.take(SampleFiles.remittance([claim], trace: "EFT9", date: "20260112"))
    let before = try OfficeState(test)
    let decision = DecisionEntry(.match, ["match": "from-remittance"])
    try test.decide("Z1", kind: "remit-claim", decision)
    #expect(try test.balances("Z1") == [[18_000, 0, 0, 0, 0]])
    #expect(try test.item("Z1", kind: "remit-claim").claim?.origin == .remittance)
    try test.isSound()
    let matched = try OfficeState(test)
    _ = try test.office.undo()
    try test.isAs(before)
    try test.isSound()
    _ = try test.office.redo()
    try test.isAs(matched)
    try test.decide("Z1", kind: "remit-claim", DecisionEntry(.post))
    #expect(try test.balances("Z1") == [[0, 0, 0, 10_000, 8000]])
    try test.isSound()
  }

  @Test("what stays in suspense comes back on its day")
  func leaveInSuspense() throws {
    let test = try denied()
    var claim = PaidClaim.mask("Z1", cas: "CO*45*80", remarks: [], more: [])
    claim.last = "STRANGER"
    claim.member = "WRONG"
    claim.payerNumber = "NEW9"
    try test.take(SampleFiles.remittance([claim], trace: "EFT9", date: "20260112"))
    try test.decide(
      "Z1", kind: "remit-claim",
      DecisionEntry(.leaveInSuspense, ["note": "payer is looking", "follow-up": "2026-01-27"]))
    #expect(try test.item("Z1", kind: "remit-claim").item.lane == .waiting)
    let later = try test.on("2026-01-27")
    #expect(try later.office.rollDay() > 0)
    #expect(try later.item("Z1", kind: "remit-claim").item.lane == .work)
    try later.isSound()
  }

  @Test("a decision about many items leaves alone what it does not fit, and one undo takes all")
  func bulk() throws {
    let test = try denied()
    let masks = ["B1", "B2", "B3"].map { SampleClaim.mask($0).of("1EG4TE5MK75") }
    try test.take(SampleFiles.claims(masks, interchange: 102))
    try test.take(
      SampleFiles.remittance(
        [.mask("B1"), .mask("B2"), .mask("B3")], trace: "EFT2", date: "20260112"))
    let other = try test.on(user: "mruiz")
    let ids = try ["A1002", "B1", "B2", "B3"].map { try test.itemID($0) }
    _ = try other.office.take(ids[2])
    let before = try OfficeState(test)
    let decision = DecisionEntry(.followUp, ["note": "asked", "follow-up": "2026-02-02"])
    let preview = try test.office.preview(ids, decision)
    #expect(preview.items == [ids[0], ids[1], ids[3]])
    #expect(preview.refused.map(\.item) == [ids[2]])
    try test.isAs(before)
    let outcome = try test.office.decideMany(ids, decision)
    #expect(outcome.items == [ids[0], ids[1], ids[3]])
    #expect(outcome.refused.map(\.reference) == ["B2"])
    #expect(outcome.refused.first?.reason.contains("mruiz") == true)
    #expect(try test.office.page(PageRequest(queue: .denials, lane: .waiting)).count == 3)
    try test.isSound()
    let undone = try test.office.undo()
    #expect(undone.items.count == 3)
    try test.isAs(before)
    _ = try test.office.redo()
    let after = try OfficeState(test)
    for _ in 1...3 {
      _ = try test.office.undo()
      try test.isAs(before)
      _ = try test.office.redo()
      try test.isAs(after)
    }
    try test.isSound()
  }

  @Test("a bulk of hundreds is undone, done again and undone, and what was before it too")
  func largeBulk() throws {
    let test = try TestOffice()
    let numbers = (1...300).map { "N\($0)" }
    try test.take(SampleFiles.claims(numbers.map { SampleClaim.mask($0) }))
    try test.take(SampleFiles.remittance(numbers.map { PaidClaim.mask($0) }))
    let before = try OfficeState(test)
    try test.decide("N7", DecisionEntry(.note, ["note": "before the bulk"]))
    let ids = try test.office.identities(PageRequest(queue: .denials))
    #expect(ids.count == 300)
    let decision = DecisionEntry(.followUp, ["note": "asked", "follow-up": "2026-02-02"])
    #expect(try test.office.decideMany(ids, decision).items.count == 300)
    _ = try test.office.undo()
    _ = try test.office.redo()
    #expect(try test.office.page(PageRequest(queue: .denials, lane: .waiting)).count == 300)
    _ = try test.office.undo()
    try test.isAs(before)
    #expect(try test.office.undo().message.contains("Add a note"))
    #expect(throws: Refusal("Nothing to undo.")) { try test.office.undo() }
    #expect(try test.office.check().problems == [])
  }
}
