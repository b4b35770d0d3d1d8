import Billing
import Desk
import Operations
import Testing
import X12

@testable import TestSupport

@Suite("Claims that are sent from here")
struct SendingTests {
  /// The machine paid by Medicare with 120.00 for the supplement, the mask denied.
  private func answered(today: String = "2026-01-20") throws -> TestOffice {
    let test = try TestOffice(today: today)
    try test.take(SampleFiles.claims([.machine().supplemented(), .mask()]))
    try test.take(SampleFiles.remittance([.machine(), .mask()]))
    return test
  }

  /// The one claim of a file in the outbox.
  private func claim(_ test: TestOffice, _ name: String?) throws -> (Claim837P, X12File) {
    let path = test.office.outbox + "/" + (try #require(name))
    let file = try X12File(try Scratch.bytes(path))
    #expect(file.problems.isEmpty)
    let set = try #require(file.sets.first)
    let (transmission, problems) = Transmission837P.read(file: file, set: set)
    #expect(problems.isEmpty, "\(problems)")
    #expect(transmission.claims.count == 1)
    return (try #require(transmission.claims.first), file)
  }

  @Test("a bill to the next payer carries the first payer's answer and the balance")
  func nextPayer() throws {
    let test = try answered()
    let outcome = try test.decide("A1001", DecisionEntry(.billNext))
    let (claim, _) = try claim(test, outcome.file)
    #expect(claim.controlNumber == "A1001R2")
    #expect(claim.frequency == "1")
    #expect(claim.subscriber.coverage.responsibility == "S")
    #expect(claim.payer.name.last == "SAMPLE SUPPLEMENT")
    #expect(claim.memberID == "SUP778899")
    #expect(claim.chargeCents == 38_000)
    let other = try #require(claim.otherPayers.first)
    #expect(claim.otherPayers.count == 1)
    #expect(other.coverage.responsibility == "P")
    #expect(other.payer.name.id == "19003")
    #expect(other.paidCents == 7840)
    #expect(other.subscriber.name.id == "1EG4TE5MK73")
    let answers = claim.lines.map(\.adjudications)
    #expect(answers.map(\.count) == [1, 1])
    #expect(answers.flatMap { $0.map(\.paidCents) } == [3920, 3920])
    #expect(answers.flatMap { $0.map(\.payerID) } == ["19003", "19003"])
    let adjustments = answers.map { line in
      line.flatMap(\.adjustments).map { adjustment in
        adjustment.group
          + adjustment.entries.map { " \($0.reason)=\($0.cents)" }.joined()
      }
    }
    #expect(
      adjustments == [
        ["CO 45=7000 253=80", "PR 2=1000"], ["CO 45=11000 253=80", "PR 1=10000 2=1000"],
      ])
    #expect(answers.flatMap { $0.flatMap(\.dates) }.map(\.value) == ["20260110", "20260110"])
    #expect(
      try test.balances("A1001") == [[0, 0, 0, 3920, 7080], [0, 0, 0, 3920, 11_080]])
    #expect(try test.balances("A1001", "S") == [[1000, 0, 0, 0, 0], [11_000, 0, 0, 0, 0]])
    #expect(try test.account("revenue") == -56_000)
    let detail = try test.item("A1001")
    #expect(detail.claim?.sequence == .secondary)
    #expect(detail.claim?.origin == .docket)
    #expect(detail.item.queue == .followUp)
    #expect(detail.item.lane == .waiting)
    try test.isSound()
  }

  @Test("two months of one rental get each its own answer")
  func twoAlike() throws {
    let test = try TestOffice()
    var rental = SampleClaim.machine("R1").supplemented()
    rental.lines = [
      SampleLine(code: "E0601:RR:KX", cents: 10_000, day: "20251020"),
      SampleLine(code: "E0601:RR:KX", cents: 10_000, day: "20251120"),
    ]
    try test.take(SampleFiles.claims([rental]))
    var answer = PaidClaim.machine("R1")
    answer.charge = 20_000
    answer.paid = 7000
    answer.lines = [
      PaidLine(
        code: "E0601:RR:KX", charge: 10_000, paid: 3000, cas: ["CO*45*20", "PR*2*50"],
        day: "20251120"),
      PaidLine(
        code: "E0601:RR:KX", charge: 10_000, paid: 4000, cas: ["CO*45*20", "PR*2*40"],
        day: "20251020"),
    ]
    try test.take(SampleFiles.remittance([answer]))
    let outcome = try test.decide("R1", DecisionEntry(.billNext))
    let (claim, _) = try claim(test, outcome.file)
    #expect(claim.lines.flatMap(\.adjudications).map(\.paidCents) == [4000, 3000])
    #expect(try test.balances("R1", "S").map { $0[0] } == [4000, 5000])
    try test.isSound()
  }

  @Test("three payers in a row, each with the answers of all before it")
  func threePayers() throws {
    let test = try TestOffice()
    var mask = SampleClaim.mask()
    mask.others = [(.supplement, "S", []), (.commercial, "T", [])]
    try test.take(SampleFiles.claims([mask]))
    func paid(_ control: String, _ status: String, _ cents: Int64, _ cas: [String]) -> PaidClaim {
      var claim = PaidClaim.mask(control, remarks: [], more: [])
      claim.status = status
      claim.paid = cents
      claim.lines[0].paid = cents
      claim.lines[0].cas = cas
      return claim
    }
    try test.take(
      SampleFiles.remittance([paid("A1002", "1", 6000, ["CO*45*20", "PR*2*100"])]))
    try test.decide("A1002", DecisionEntry(.billNext))
    let second = try test.item("A1002")
    #expect(second.claim?.sequence == .secondary)
    #expect(second.nextPayer?.name == "SAMPLE COMMERCIAL PLAN")
    #expect(second.item.balance == Cents(10_000))
    let later = try test.on("2026-02-10")
    try later.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "S1", claims: [paid("A1002R2", "2", 7000, ["OA*23*80", "PR*3*30"])],
          date: "20260210", payer: .supplement, originator: "1999999999")
      ]))
    #expect(try later.balances("A1002", "S") == [[0, 3000, 0, 7000, 0]])
    let outcome = try later.decide("A1002", DecisionEntry(.billNext))
    let (claim, _) = try claim(later, outcome.file)
    #expect(claim.subscriber.coverage.responsibility == "T")
    #expect(claim.payer.name.id == "66666")
    #expect(claim.memberID == "COM123456")
    #expect(claim.otherPayers.map(\.payer.name.id) == ["19003", "55555"])
    #expect(claim.otherPayers.map(\.coverage.responsibility) == ["P", "S"])
    #expect(claim.otherPayers.map(\.paidCents) == [6000, 7000])
    let answers = claim.lines.flatMap(\.adjudications)
    #expect(answers.map(\.payerID) == ["19003", "55555"])
    #expect(answers.map(\.paidCents) == [6000, 7000])
    #expect(try later.balances("A1002", "S") == [[0, 0, 0, 7000, 0]])
    #expect(try later.balances("A1002", "T") == [[3000, 0, 0, 0, 0]])
    try later.isSound()

    // The same three bills read from claim files end the same.
    let other = try TestOffice()
    try other.take(SampleFiles.claims([mask]))
    let names = Scratch.names(in: test.office.outbox).sorted()
    #expect(names.count == 2)
    try other.take(
      SampleFiles.remittance([paid("A1002", "1", 6000, ["CO*45*20", "PR*2*100"])]))
    try other.take(Scratch.bytes(test.office.outbox + "/" + names[0]), "second.837")
    try other.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "S1", claims: [paid("A1002R2", "2", 7000, ["OA*23*80", "PR*3*30"])],
          date: "20260210", payer: .supplement, originator: "1999999999")
      ]))
    try other.take(Scratch.bytes(test.office.outbox + "/" + names[1]), "third.837")
    let open = try other.numbers(
      "SELECT sum(payer_cents), sum(next_payer_cents), sum(paid_cents) FROM claim_line")
    #expect(open == [3000, 0, 13_000])
    #expect(try other.account("revenue") == -18_000)
    try other.isSound()
  }

  @Test("corrections are in the file that is sent, and on the claim")
  func corrections() throws {
    let test = try answered()
    let corrections: [ClaimCorrection] = [
      .memberID("9EG4TE5MK99"), .priorAuthorization("PA4711"), .placeOfService("13"),
      .diagnoses(["J449", "G4733"]), .procedure(line: 1, ProcedureCode("A7034", ["NU", "RT"])),
      .units(line: 1, inThousandths: 2000), .lineNote(line: 1, "SECOND MASK"),
      .orderingProvider(line: 1, lastName: "BIRCH", firstName: "KIM", npi: "1000000012"),
    ]
    let outcome = try test.decide(
      "A1002", DecisionEntry(taking: Decision(.resubmit(Resending(corrections)))))
    let (claim, file) = try claim(test, outcome.file)
    #expect(claim.controlNumber == "A1002R2")
    #expect(claim.frequency == "1")
    #expect(claim.memberID == "9EG4TE5MK99")
    #expect(claim.priorAuthorization == "PA4711")
    #expect(claim.placeOfService == "13")
    #expect(claim.diagnoses.map(\.code) == ["J449", "G4733"])
    let line = try #require(claim.lines.first)
    #expect(line.procedure.code == "A7034")
    #expect(line.procedure.modifiers == ["NU", "RT"])
    #expect(line.units == "2")
    #expect(line.notes.map(\.text) == ["SECOND MASK"])
    #expect(line.orderingProvider?.name.last == "BIRCH")
    #expect(line.orderingProvider?.name.id == "1000000012")
    #expect(file.sets.first?.date == 20_260_120)
    let kept = try #require(try test.item("A1002").claim)
    #expect(kept.memberID == "9EG4TE5MK99")
    #expect(kept.lines.map(\.procedure.description) == ["A7034 NU RT"])
    #expect(kept.lines.map(\.unitsInThousandths) == [2000])
    try test.isSound()
  }

  @Test("what any front end would refuse is not sent, and nothing is written")
  func faultsRefused() throws {
    let test = try answered()
    let before = try OfficeState(test)
    let bad: [(correction: [DecisionField.Name: String], words: String)] = [
      (["diagnoses": "BAD"], "no complete ICD-10 code"), (["diagnoses": "A00"], "categories"),
      (["procedure:1": "A7034 1 2 3 4 5"], "four modifiers"),
      (["procedure:1": "NOTACODE"], "NOTACODE"), (["procedure:2": "A7034"], "no line 2"),
      (["ordered-by:1": "BIRCH, KIM 1000000013"], "check digit"),
      (["units:1": "0"], "above zero"), (["taxonomy": "332B"], "ten characters"),
      (["service:1": "2026-02-01"], "after today"), (["service:1": "1999-12-31"], "too long ago"),
      (["service:1": "2026-01-05 2026-01-21"], "not come yet"),
      (["service:3": "2026-01-05"], "no line 3"), (["units:1": "1.5"], "whole number"),
      (["units:1": "99999"], "at most 9999"), (["units:1": "9"], "limit"),
      (["charge:1": "0.00"], "more than zero"), (["charge:2": "9.00"], "no line 2"),
    ]
    for (correction, words) in bad {
      let refusal = try test.refusal("A1002", DecisionEntry(.resubmit, correction))
      #expect(refusal?.contains(words) == true, "\(correction): \(refusal ?? "sent")")
    }
    try test.isAs(before)
    #expect(Scratch.names(in: test.office.outbox) == [])
    #expect(try test.texts("SELECT verb FROM activity") == [])
    try test.isSound()
  }

  @Test("a commercial payer takes a replacement and a void, with its own number")
  func replacementAndVoid() throws {
    for (verb, frequency) in [(DecisionVerb.replace, "7"), (.void, "8")] {
      let test = try TestOffice()
      var mask = SampleClaim.mask()
      mask.payer = .commercial
      try test.take(SampleFiles.claims([mask]))
      try test.take(
        SampleFiles.remittances([
          SampleRemittance(trace: "C1", claims: [.mask(more: [])], payer: .commercial)
        ]))
      let outcome = try test.decide(
        "A1002", DecisionEntry(verb, verb == .void ? [:] : [.note: "as it was"]))
      let (claim, _) = try claim(test, outcome.file)
      #expect(claim.frequency == frequency)
      #expect(claim.originalPayerControlNumber == "26005000100002")
      try test.isSound()
    }
  }

  @Test("numbers are never used twice, not even of what was taken back")
  func numbers() throws {
    let test = try answered()
    var controls: [String] = []
    var envelopes: [String] = []
    for _ in 1...3 {
      let outcome = try test.decide("A1002", .resubmitted)
      let (claim, file) = try claim(test, outcome.file)
      controls.append(claim.controlNumber)
      let set = try #require(file.sets.first)
      envelopes.append(set.interchangeControl + "/" + set.groupControl)
      _ = try test.office.undo()
    }
    #expect(controls == ["A1002R2", "A1002R3", "A1002R4"])
    #expect(Set(envelopes).count == 3)
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isSound()
  }

  @Test("a long number of twenty characters keeps its length")
  func longNumber() throws {
    let test = try TestOffice()
    let number = "ABCDEFGHIJKLMNOPQRST"
    try test.take(SampleFiles.claims([.mask(number)]))
    try test.take(SampleFiles.remittance([.mask(number)]))
    let outcome = try test.decide(number, .resubmitted)
    #expect(try claim(test, outcome.file).0.controlNumber == "ABCDEFGHIJKLMNOPQRR2")
    try test.isSound()
  }

  @Test("our own file read back is the sending it is")
  func ownFileReadBack() throws {
    let test = try answered()
    let outcome = try test.decide("A1002", .resubmitted)
    let second = try test.decide("A1001", DecisionEntry(.billNext))
    let before = try OfficeState(test)
    for file in [outcome.file, second.file] {
      let path = test.office.outbox + "/" + (file ?? "")
      let report = try test.take(Scratch.bytes(path), "own.837")
      #expect(report.claimsAdded == 0)
    }
    try test.isAs(before)
    try test.isSound()
  }

  @Test("a 999 to a file of the billing system never reaches one from here")
  func otherNumbers() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask(), .machine()], interchange: 1, group: 1))
    try test.take(SampleFiles.remittance([.mask()]))
    try test.decide("A1002", .resubmitted)
    try test.take(
      SampleFiles.acknowledgment(group: 1, outcome: "R", date: "20260120", interchange: 8))
    let answers = try test.texts(
      "SELECT control_number || ' ' || answer FROM submission ORDER BY id")
    #expect(answers == ["A1002 rejected", "A1001 rejected", "A1002R2 none"])
    try test.isSound()
  }

  @Test("the answers to our own file find it: 999, 277CA and 835")
  func ownFileAnswered() throws {
    let test = try answered()
    let outcome = try test.decide("A1001", DecisionEntry(.billNext))
    let (_, file) = try claim(test, outcome.file)
    let set = try #require(file.sets.first)
    let report = try test.take(
      SampleFiles.acknowledgment(
        group: #require(Int(set.groupControl)), set: set.control, outcome: "A", date: "20260121"))
    #expect(report.acknowledged == 1)
    let accepted = try test.take(
      SampleFiles.statuses(
        [("A1001R2", ["STC*A2:20:PR*20260122*WQ*380", "REF*1K*SUPICN"])], date: "20260122"))
    #expect(accepted.acknowledged == 1)
    var paid = PaidClaim.machine("A1001R2", status: "2")
    paid.paid = 12_000
    paid.lines[0].paid = 1000
    paid.lines[0].cas = ["OA*23*110"]
    paid.lines[1].paid = 11_000
    paid.lines[1].cas = ["OA*23*150"]
    let posted = try test.on("2026-02-10").take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "S1", claims: [paid], date: "20260210", payer: .supplement,
          originator: "1999999999")
      ]))
    #expect(posted.claimsPosted == 1)
    #expect(try test.balances("A1001", "S") == [[0, 0, 0, 1000, 0], [0, 0, 0, 11_000, 0]])
    #expect(try test.isInQueue("A1001") == false)
    try test.on("2026-02-10").isSound()
  }

  @Test("an adopted claim can only be sent from the billing system")
  func adopted() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.remittance([.mask()]))
    let refusal = try test.refusal(
      "A1002", DecisionEntry(taking: Decision(.resubmit(Resending([.memberID("9EG4TE5MK99")])))))
    #expect(refusal?.contains("never saw") == true)
    let outcome = try test.decide("A1002", .resubmitted)
    #expect(outcome.file == nil)
    #expect(try test.item("A1002").item.queue == .followUp)
    try test.isSound()
  }
}
