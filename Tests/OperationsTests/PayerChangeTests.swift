import Billing
import Desk
import Operations
import Testing
import X12

@testable import TestSupport

@Suite("A claim that changes its payer")
struct PayerChangeTests {
  /// The mask denied by Medicare, which says that another payer has the patient.
  private func denied(supplemented: Bool = false) throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    let claim = supplemented ? SampleClaim.mask().supplemented() : .mask()
    try test.take(SampleFiles.claims([claim]))
    try test.take(
      SampleFiles.remittance([.mask(cas: "OA*109*180", remarks: ["N418"], more: [])]))
    return test
  }

  static let commercial: [DecisionField.Name: String] = [
    "payer": "Sample Commercial Plan", "payer-id": "66666", "member-id": "com 123456",
    "filing-indicator": "CI",
  ]

  static func entry(
    _ order: PayerChange.Kind, _ more: [DecisionField.Name: String] = [:]
  ) -> DecisionEntry {
    DecisionEntry(
      .changePayer, commercial.merging(["order": order.rawValue]) { $1 }.merging(more) { $1 })
  }

  /// Payer, level, member, payer's number and next payer of the claim, with its sendings.
  private func facts(_ test: TestOffice) throws -> [String] {
    try test.texts(
      """
      SELECT payer.name, claim.sequence, claim.member_id, claim.payer_control,
        coalesce((SELECT name FROM payer AS next WHERE next.id = claim.next_payer_id), '')
      FROM claim JOIN payer ON payer.id = claim.payer_id
      """)
      + test.texts(
        """
        SELECT submission.control_number, submission.frequency, submission.answer,
          coalesce((SELECT name FROM payer WHERE payer.id = submission.payer_id), '')
        FROM submission ORDER BY submission.id
        """)
  }

  private func claim(_ test: TestOffice, _ name: String?) throws -> Claim837P {
    let file = try X12File(
      try Scratch.bytes(test.office.outbox + "/" + (try #require(name))))
    let (transmission, problems) = Transmission837P.read(
      file: file, set: try #require(file.sets.first))
    #expect(problems.isEmpty, "\(problems)")
    return try #require(transmission.claims.first)
  }

  @Test("another payer in its place: a new claim under its own limit, the money where it was")
  func instead() throws {
    let test = try denied()
    let before = try test.item("A1002")
    #expect(before.item.queue == .denials)
    let outcome = try test.decide("A1002", Self.entry(.instead))
    #expect(outcome.message.contains("to SAMPLE COMMERCIAL PLAN as A1002R2"))
    let sent = try claim(test, outcome.file)
    #expect(sent.frequency == "1")
    #expect(sent.payer.name.id == "66666")
    #expect(sent.memberID == "COM123456")
    #expect(sent.subscriber.coverage.filingIndicator == "CI")
    #expect(
      try facts(test) == [
        "SAMPLE COMMERCIAL PLAN", "P", "COM123456", "", "",
        "A1002", "1", "none", "SAMPLE MEDICARE DME",
        "A1002R2", "1", "none", "SAMPLE COMMERCIAL PLAN",
      ])
    #expect(try test.balances("A1002") == [[18_000, 0, 0, 0, 0]])
    // Of the 180.00 the rules expect a commercial plan to allow 117.50.
    #expect(try test.numbers("SELECT expected_cents FROM claim_line") == [11_750])
    let after = try test.item("A1002")
    #expect(after.item.queue == .followUp)
    #expect(after.item.lane == .waiting)
    #expect(after.claim?.payer.family == .commercial)
    // The commercial default: a year would be Medicare's (domain reference 2.2 and 2.4).
    let limits = after.placement?.deadlines.filter { $0.kind == .initialClaim } ?? []
    #expect(limits.allSatisfy { $0.ruleID.contains("commercial") }, "\(limits)")
    #expect(after.timeline.map(\.title).contains("Sent as A1002 to SAMPLE MEDICARE DME"))
    #expect(after.timeline.map(\.title).contains("Sent as A1002R2 to SAMPLE COMMERCIAL PLAN"))
    try test.isSound()
  }

  @Test("the claim goes by the clearinghouse of its new payer")
  func clearinghouse() throws {
    let test = try denied()
    let outcome = try test.decide("A1002", Self.entry(.instead))
    let name = try #require(outcome.file)
    let text = String(
      decoding: try Scratch.bytes(test.office.outbox + "/" + name), as: UTF8.self)
    #expect(text.contains("NM1*40*2*SAMPLE CLEARINGHOUSE*****46*CLR0001"))
  }

  @Test(
    "undo takes file and facts back, redo writes the same file again",
    arguments: PayerChange.Kind.allCases)
  func undo(kind: PayerChange.Kind) throws {
    let test = try denied(supplemented: true)
    let state = try OfficeState(test)
    let before = try facts(test)
    let outcome = try test.decide(
      "A1002", Self.entry(kind, ["paid-on": "2026-01-15"].filter { _ in kind == .answered }))
    let name = try #require(outcome.file)
    let bytes = try Scratch.bytes(test.office.outbox + "/" + name)
    let changed = try OfficeState(test)
    let after = try facts(test)
    let expected = "SELECT expected_cents FROM claim_line"
    #expect(try test.numbers(expected) == [kind == .answered ? 18_000 : 11_750])
    _ = try test.office.undo()
    try test.isAs(state)
    #expect(try test.numbers(expected) == [18_000])
    #expect(try Array(facts(test).prefix(5)) == Array(before.prefix(5)))
    #expect(Scratch.names(in: test.office.outbox) == [])
    _ = try test.office.redo()
    try test.isAs(changed)
    #expect(try facts(test) == after)
    #expect(Scratch.names(in: test.office.outbox) == [name])
    #expect(try Scratch.bytes(test.office.outbox + "/" + name) == bytes)
    _ = try test.office.undo()
    try test.isAs(state)
    try test.isSound()
  }

  @Test("a file that was picked up is not taken back")
  func pickedUp() throws {
    let test = try denied()
    let outcome = try test.decide("A1002", Self.entry(.instead))
    try Scratch.remove(test.office.outbox + "/" + (try #require(outcome.file)))
    #expect(throws: Refusal.self) { try test.office.undo() }
    #expect(try facts(test).first == "SAMPLE COMMERCIAL PLAN")
  }

  @Test("another payer first: this one follows, and gets the claim after the other's answer")
  func first() throws {
    let test = try denied()
    let outcome = try test.decide("A1002", Self.entry(.first))
    let sent = try claim(test, outcome.file)
    #expect(sent.otherPayers.map(\.payer.name.id) == ["19003"])
    #expect(sent.otherPayers.map(\.coverage.responsibility) == ["S"])
    // Born in 1948: working aged.
    #expect(sent.otherPayers.map(\.coverage.insuranceType) == ["12"])
    #expect(
      try facts(test).prefix(5) == [
        "SAMPLE COMMERCIAL PLAN", "P", "COM123456", "", "SAMPLE MEDICARE DME",
      ])
    var paid = PaidClaim.mask("A1002R2", cas: "PR*2*80", remarks: [], more: [])
    paid.status = "1"
    paid.paid = 10_000
    paid.lines[0].paid = 10_000
    let later = try test.on("2026-02-10")
    try later.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "C1", claims: [paid], date: "20260209", payer: .commercial,
          originator: "1999999999")
      ]))
    #expect(try later.balances("A1002") == [[0, 8000, 0, 10_000, 0]])
    let next = try later.decide("A1002", DecisionEntry(.billNext))
    let secondary = try claim(later, next.file)
    #expect(secondary.payer.name.id == "19003")
    #expect(secondary.memberID == "1EG4TE5MK74")
    #expect(secondary.subscriber.coverage.responsibility == "S")
    #expect(secondary.otherPayers.map(\.paidCents) == [10_000])
    try later.isSound()
  }

  @Test("the first payer's answer goes with the claim to the same payer, now the second")
  func answered() throws {
    let test = try denied()
    let outcome = try test.decide(
      "A1002",
      Self.entry(
        .answered, ["paid": "100", "patient-share": "50.00", "paid-on": "2026-01-15"]))
    let sent = try claim(test, outcome.file)
    #expect(sent.payer.name.id == "19003")
    // Medicare takes no replacements.
    #expect(sent.frequency == "1")
    #expect(sent.subscriber.coverage.responsibility == "S")
    #expect(sent.subscriber.coverage.insuranceType == "12")
    #expect(sent.otherPayers.map(\.paidCents) == [10_000])
    #expect(
      try facts(test).prefix(5) == [
        "SAMPLE MEDICARE DME", "S", "1EG4TE5MK74", "26005000100002", "",
      ])
    #expect(try test.balances("A1002", "S") == [[18_000, 0, 0, 0, 0]])
    try test.isSound()
  }

  @Test("a payer that takes replacements gets the answer as one of its own claim")
  func replacement() throws {
    let test = try TestOffice(today: "2026-01-20")
    var mask = SampleClaim.mask()
    mask.payer = .commercial
    try test.take(SampleFiles.claims([mask]))
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "C1", claims: [.mask(cas: "CO*22*180", remarks: [], more: [])],
          payer: .commercial, originator: "1999999999")
      ]))
    let outcome = try test.decide(
      "A1002",
      Self.entry(
        .answered,
        [
          "payer": "SAMPLE SUPPLEMENT", "payer-id": "55555", "member-id": "SUP778899",
          "paid-on": "2026-01-15",
        ]))
    let sent = try claim(test, outcome.file)
    #expect(sent.frequency == "7")
    #expect(sent.originalPayerControlNumber == "26005000100002")
  }

  @Test(
    "what cannot be is refused, with the field that is wrong",
    arguments: [
      (
        PayerChange.Kind.instead,
        ["payer": "SAMPLE MEDICARE DME", "payer-id": "19003", "member-id": "1EG4TE5MK74"], "payer"
      ),
      (.first, ["payer": "x", "payer-id": "19003", "member-id": "1EG4TE5MK74"], "payer"),
      (.answered, ["paid": "150", "patient-share": "30.01", "paid-on": "2026-01-15"], "paid"),
      (.answered, ["paid": "1", "paid-on": "2025-12-01"], "paid-on"),
      (.answered, ["paid": "1", "paid-on": "2026-02-01"], "paid-on"),
      (.answered, ["paid": "1"], "paid-on"),
      (.instead, ["member-id": ""], "member-id"),
      (.instead, ["payer": "AN UNHEARD OF PLAN", "payer-id": ""], "payer-id"),
      (.instead, ["paid": "1"], "paid"),
    ] as [(PayerChange.Kind, [DecisionField.Name: String], DecisionField.Name)])
  func refused(
    kind: PayerChange.Kind, fields: [DecisionField.Name: String], wrong: DecisionField.Name
  ) throws {
    let test = try denied()
    let state = try OfficeState(test)
    do {
      try test.decide("A1002", Self.entry(kind, fields))
      Issue.record("it was done")
    } catch let refusal as Refusal {
      #expect(refusal.field == wrong || refusal.message.contains("paid"), "\(refusal)")
    }
    try test.isAs(state)
    #expect(Scratch.names(in: test.office.outbox) == [])
  }

  @Test("a Medicare number without its form is refused before anything is written")
  func medicareNumber() throws {
    let test = try denied()
    let refusal = try test.refusal(
      "A1002",
      Self.entry(
        .instead, ["filing-indicator": "MB", "member-id": "12345", "payer": "SAMPLE OTHER MAC"]))
    #expect(refusal?.contains("does not have the form of a Medicare number") == true)
    #expect(Scratch.names(in: test.office.outbox) == [])
  }

  @Test("a claim that Docket never saw sent is not listed as one that could go elsewhere")
  func neverSent() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.take(
      SampleFiles.remittance([.mask(cas: "OA*109*180", remarks: ["N418"], more: [])]))
    let option = try test.item("A1002").advice.options.first { $0.verb == .changePayer }
    #expect(option?.permission.refusal?.contains("never saw this claim sent") == true)
  }

  @Test("past the new payer's limit it asks for good cause, and the claim stands with what is late")
  func late() throws {
    let test = try denied()
    let needless = try test.refusal("A1002", Self.entry(.instead, [.late: "retroactive"]))
    #expect(needless?.contains("in time") == true, "\(needless ?? "")")
    let later = try test.on("2027-06-01")
    let state = try OfficeState(later)
    let asked = try later.refusal("A1002", Self.entry(.instead))
    #expect(asked?.contains("The limit passed on 2026-") == true, "\(asked ?? "")")
    #expect(Scratch.names(in: later.office.outbox) == [])
    try later.isAs(state)
    let outcome = try later.decide(
      "A1002", Self.entry(.instead, [.late: "retroactive coverage, letter of May 20"]))
    #expect(outcome.message.contains("after its limit 2026-"), "\(outcome.message)")
    let later2 = try later.on("2027-09-01")
    try later2.office.rollDay()
    #expect(try later2.item("A1002").item.lane == .expired)
  }

  @Test("several undone and done again: each brings its own file back")
  func chain() throws {
    let test = try denied()
    let first = try test.decide("A1002", Self.entry(.instead))
    let second = try test.decide(
      "A1002",
      Self.entry(
        .instead, ["payer": "SAMPLE SUPPLEMENT", "payer-id": "55555", "member-id": "SUP7"]))
    let names = try [first, second].map { try #require($0.file) }
    _ = try test.office.undo()
    _ = try test.office.undo()
    #expect(Scratch.names(in: test.office.outbox) == [])
    _ = try test.office.redo()
    #expect(Scratch.names(in: test.office.outbox) == [names[0]])
    #expect(try facts(test).first == "SAMPLE COMMERCIAL PLAN")
    _ = try test.office.redo()
    #expect(Scratch.names(in: test.office.outbox) == names.sorted())
    #expect(try facts(test).first == "SAMPLE SUPPLEMENT")
    try test.isSound()
  }
}
