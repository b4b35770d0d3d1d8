import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Undo and redo")
struct UndoTests {
  private func office() throws -> TestOffice {
    let test = try TestOffice(isSupervisor: true)
    try test.take(
      SampleFiles.claims([.machine().supplemented(), .mask(), .mask("A1003"), .mask("A1004")]))
    var modifier = PaidClaim.mask("A1003", cas: "CO*4*180", remarks: [], more: [])
    modifier.payerNumber = "26005000100003"
    var unprocessable = PaidClaim.mask("A1004")
    unprocessable.payerNumber = "26005000100004"
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "EFT0001",
          claims: [
            .machine(), .mask(cas: "PR*50*180", remarks: [], more: []), modifier, unprocessable,
          ], provider: [("WO:1", 300)])
      ]))
    return test
  }

  @Test("undo is as before, redo as after, for every verb")
  func identity() throws {
    let day = try #require(Day("2026-02-02"))
    let cases: [(reference: String, kind: String, decision: DecisionEntry)] = [
      (
        "A1004", "claim",
        DecisionEntry(taking: Decision(.resubmit(Resending([.memberID("9EG4TE5MK99")]))))
      ),
      ("A1003", "claim", DecisionEntry(.reopen)), ("A1002", "claim", DecisionEntry(.appeal)),
      ("A1001", "claim", DecisionEntry(.billNext)),
      ("A1002", "claim", DecisionEntry(.transferPatient)),
      ("A1002", "claim", DecisionEntry(.writeOff, ["amount": "7.77", "reason": "ERROR"])),
      ("A1002", "claim", DecisionEntry(.calledPayer, ["status": "denied"])),
      ("A1002", "claim", DecisionEntry(.checkedPortal, ["note": "seen"])),
      ("A1002", "claim", DecisionEntry(.requestDocuments)),
      ("A1002", "claim", DecisionEntry(.followUp, ["follow-up": day.description])),
      ("A1002", "claim", DecisionEntry(.note, ["note": "hm"])),
      (
        "A1002", "claim",
        DecisionEntry(.deferred, ["note": "x", "follow-up": day.description, "to": "mruiz"])
      ),
      ("A1002", "claim", DecisionEntry(.escalate, ["note": "odd"])),
      ("A1002", "claim", DecisionEntry(.assign, ["to": "mruiz"])),
      ("A1002", "claim", DecisionEntry(.pin)), ("EFT0001", "remittance", DecisionEntry(.post)),
      (
        "EFT0001", "remittance",
        DecisionEntry(.leaveInSuspense, ["note": "asked", "follow-up": day.description])
      ),
    ]
    for (reference, kind, decision) in cases {
      let name = "\(decision.verb)"
      let test = try office()
      let before = try OfficeState(test)
      let overview = try test.office.overview()
      try test.decide(reference, kind: kind, decision)
      try test.isSound()
      let after = try OfficeState(test)
      #expect(!after.differences(to: before).isEmpty || decision.verb == .note, "\(name)")
      for _ in 1...2 {
        _ = try test.office.undo()
        try test.isAs(before, name)
        let again = try test.office.overview()
        #expect(again.queues == overview.queues, "\(name)")
        #expect(again.doneToday == overview.doneToday, "\(name)")
        try test.isSound()
        _ = try test.office.redo()
        try test.isAs(after, name)
        try test.isSound()
      }
    }
  }

  @Test("a corrected birth date is the claim's, is named in the history, and is taken back")
  func correctedPatient() throws {
    let test = try office()
    let born = try #require(Day("1981-03-17"))
    let before = try #require(try test.item("A1004").claim?.patient)
    #expect(before.birthDate != born)
    let entry = DecisionEntry(
      taking: Decision(.resubmit(Resending([.birthDate(born), .memberID("9EG4TE5MK99")]))))
    let outcome = try test.decide("A1004", entry)
    #expect(outcome.message.contains("birth date 1981-03-17"), "\(outcome.message)")
    #expect(outcome.message.contains("member ID 9EG4TE5MK99"), "\(outcome.message)")
    let corrected = try #require(try test.item("A1004").claim?.patient)
    #expect(corrected.birthDate == born)
    #expect(corrected.lastName == before.lastName)
    // The other claims were sent with what they were sent with.
    #expect(try test.item("A1002").claim?.patient == before)
    let listed = try test.texts(
      "SELECT detail FROM activity WHERE verb = 'resubmit' ORDER BY id DESC LIMIT 1")
    #expect(listed.first?.contains("birth date 1981-03-17") == true, "\(listed)")
    _ = try test.office.undo()
    #expect(try test.item("A1004").claim?.patient == before)
    _ = try test.office.redo()
    #expect(try test.item("A1004").claim?.patient == corrected)
    try test.isSound()
  }

  @Test("decisions on one claim come off one by one and go on again in order")
  func chain() throws {
    let test = try office()
    let day = try #require(Day("2026-03-02"))
    let decisions = [
      DecisionEntry(.appeal), DecisionEntry(.appealOutcome, ["outcome": "unfavorable"]),
      DecisionEntry(.writeOff, ["amount": "10.00", "reason": "ERROR"]),
      DecisionEntry(.deferred, ["note": "x", "follow-up": day.description]),
      DecisionEntry(.transferPatient, ["amount": "5.00"]),
    ]
    var states = [try OfficeState(test)]
    for decision in decisions {
      try test.decide("A1002", decision)
      states.append(try OfficeState(test))
    }
    for state in states.dropLast().reversed() {
      _ = try test.office.undo()
      try test.isAs(state)
    }
    #expect(throws: Refusal("Nothing to undo.")) { try test.office.undo() }
    for state in states.dropFirst() {
      _ = try test.office.redo()
      try test.isAs(state)
    }
    #expect(throws: Refusal("Nothing to redo.")) { try test.office.redo() }
    #expect(try test.office.undo().message == "Undone: Transfer to the patient.")
    #expect(try test.office.redo().message == "Done again: Transfer to the patient.")
    try test.isSound()
  }

  @Test("a new decision ends what could be done again")
  func redoEnds() throws {
    let test = try office()
    try test.decide("A1002", DecisionEntry(.appeal))
    _ = try test.office.undo()
    try test.decide("A1002", DecisionEntry(.note, ["note": "rather not"]))
    #expect(throws: Refusal("Nothing to redo.")) { try test.office.redo() }
  }

  @Test("everyone undoes what is theirs, and not once somebody else has worked on it since")
  func others() throws {
    let test = try office()
    let other = try test.on(user: "mruiz")
    #expect(throws: Refusal("Nothing to undo.")) { try other.office.undo() }
    try test.decide("A1002", DecisionEntry(.escalate, ["note": "odd"]))
    try other.decide("A1001", DecisionEntry(.billNext))
    // Work on another claim is no hindrance.
    _ = try test.office.undo()
    _ = try test.office.redo()
    try other.decide("A1002", DecisionEntry(.note, ["note": "a note is none either"]))
    _ = try test.office.undo()
    _ = try test.office.redo()
    try other.decide("A1002", DecisionEntry(.deescalate))
    let state = try OfficeState(test)
    do {
      _ = try test.office.undo()
      Issue.record("undone")
    } catch let refusal as Refusal {
      #expect(refusal.message.contains("mruiz"))
    }
    try test.isAs(state)
    try test.isSound()
  }

  @Test("what was posted by hand and taken back by the payer since cannot be undone")
  func reversedSince() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine()]))
    var weak = PaidClaim.machine("0")
    weak.payerNumber = "NEW1"
    try test.take(SampleFiles.remittance([weak]))
    let id = try #require(
      try test.item("0", kind: "remit-claim").staged?.candidates.first?.claim
        ?? test.item("0", kind: "remit-claim").staged?.matchedTo)
    try test.decide("0", kind: "remit-claim", DecisionEntry(.match, ["match": "\(id.rawValue)"]))
    try test.decide("0", kind: "remit-claim", DecisionEntry(.post))
    #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920])
    let other = try test.on(user: "mruiz")
    try other.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "R1", claims: [PaidClaim.machine().reversed()], provider: [("FB:1", -7840)],
          date: "20260115")
      ]))
    try other.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
    let state = try OfficeState(test)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(state)
    try test.isSound()
    _ = try other.office.undo()
    _ = try test.office.undo()
    #expect(try test.balances("A1001").map { $0[3] } == [0, 0])
    try test.isSound()
  }

  @Test("an answer that is posted again is no newer than what was decided after it")
  func order() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask()]))
    var weak = PaidClaim.mask("0", cas: "CO*50*180", remarks: [], more: [])
    weak.payerNumber = "NEW1"
    try test.take(SampleFiles.remittance([weak]))
    let claim = try #require(try test.item("0", kind: "remit-claim").staged?.matchedTo)
    try test.decide("0", kind: "remit-claim", DecisionEntry(.match, ["match": "\(claim.rawValue)"]))
    try test.decide("0", kind: "remit-claim", DecisionEntry(.post))
    #expect(try test.item("A1002").item.queue == .denials)
    try test.decide("A1002", DecisionEntry(.appeal))
    let state = try OfficeState(test)
    for _ in 1...2 {
      for _ in 1...3 { _ = try test.office.undo() }
      #expect(try test.item("0", kind: "remit-claim").item.queue == .cashPosting)
      for _ in 1...3 { _ = try test.office.redo() }
      try test.isAs(state)
    }
    #expect(try test.item("A1002").item.reasonCode == "appeal 1 sent")
    try test.isSound()
  }

  @Test("a claim for the next payer that was answered is not undone under its answer")
  func answeredSince() throws {
    let test = try office()
    try test.decide("A1001", DecisionEntry(.billNext))
    var paid = PaidClaim.machine("A1001R2", status: "2")
    paid.paid = 12_000
    paid.lines[0].paid = 1000
    paid.lines[0].cas = ["OA*23*110"]
    paid.lines[1].paid = 11_000
    paid.lines[1].cas = ["OA*23*150"]
    try test.on("2026-02-10").take(
      SampleFiles.remittances([
        SampleRemittance(trace: "S1", claims: [paid], date: "20260210", payer: .supplement)
      ]))
    let state = try OfficeState(test)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(state)
    #expect(Scratch.names(in: test.office.outbox).count == 1)
    try test.on("2026-02-10").isSound()
  }

  @Test("a write-off that was taken back is not done again once the money has come")
  func redoAfterPayment() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask()]))
    try test.decide("A1002", DecisionEntry(.writeOff, ["reason": "ERROR"]))
    _ = try test.office.undo()
    var paid = PaidClaim.mask(cas: "CO*45*80", remarks: [], more: [])
    paid.status = "1"
    paid.paid = 10_000
    paid.lines[0].paid = 10_000
    try test.take(SampleFiles.remittance([paid]))
    let state = try OfficeState(test)
    #expect(throws: Refusal.self) { try test.office.redo() }
    try test.isAs(state)
    #expect(try test.balances("A1002") == [[0, 0, 0, 10_000, 8000]])
    try test.isSound()
  }
}
