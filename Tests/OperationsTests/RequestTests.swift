import Billing
import Desk
import Operations
import Testing
import X12

@testable import TestSupport

@Suite("What is asked of payers and by them")
struct RequestTests {
  private func denied(
    _ cas: String = "CO*197*180", by payer: SamplePayer = .medicare
  ) throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    var mask = SampleClaim.mask()
    if payer.identifier != SamplePayer.medicare.identifier { mask.payer = payer }
    try test.take(SampleFiles.claims([mask]))
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "T1", claims: [.mask(cas: cas, remarks: [], more: [])], payer: payer)
      ]))
    return test
  }

  private func requests(_ test: TestOffice) throws -> [String] {
    try test.texts(
      """
      SELECT kind || ' ' || state || ' ' || reference || ' ' || number || ' ' || sent_by || ' '
        || is_withdrawn FROM request ORDER BY id
      """)
  }

  private static let asked = DecisionEntry(
    .obtainAuthorization, [.step: "asked", .reference: "REQ1", .on: "2026-01-19"])
  private static let obtained = DecisionEntry(
    .obtainAuthorization,
    [
      .step: "obtained", "number": "AUTH77", "codes": "A7030", "from": "2025-12-01",
      "through": "2026-05-31", "units": "6",
    ])

  @Test("asked it waits, obtained it comes back and is proposed for the claim")
  func authorization() throws {
    let test = try denied(by: .commercial)
    try test.decide("A1002", Self.asked)
    #expect(try test.item("A1002").item.lane == .waiting)
    #expect(try requests(test) == ["authorization open REQ1   0"])
    let later = try test.on("2026-01-22")
    try later.decide("A1002", Self.obtained)
    #expect(try requests(later) == ["authorization obtained REQ1 AUTH77  0"])
    let detail = try later.item("A1002")
    #expect(detail.item.lane == .work)
    #expect(
      detail.claimDetail?.authorizations.map(\.grant) == [
        AuthorizationGrant(
          number: "AUTH77", codes: ["A7030"],
          valid: Validity(from: Day("2025-12-01"), through: Day("2026-05-31")), units: 6)
      ])
    #expect(
      try later.texts("SELECT kind || ' ' || number || ' ' || codes FROM document") == [
        "authorization AUTH77 A7030"
      ])
    let option = detail.advice.options.first { $0.verb == .replace }
    let field = option?.fields.first { $0.name == "authorization" }
    #expect(field?.value == "AUTH77")
    #expect(field?.standing == .proposed)
    let outcome = try later.decide("A1002", DecisionEntry(.replace))
    let name = try #require(outcome.file)
    let text = String(
      decoding: try Scratch.bytes(later.office.outbox + "/" + name), as: UTF8.self)
    #expect(text.contains("REF*G1*AUTH77"))
    // It stands on the claim now and is proposed no more.
    #expect(try later.item("A1002").claim?.priorAuthorization == "AUTH77")
  }

  @Test("an authorization for another code is none of this claim's")
  func otherCode() throws {
    let test = try denied()
    try test.decide(
      "A1002",
      DecisionEntry(
        .obtainAuthorization, [.step: "obtained", "number": "AUTH88", "codes": "E0601"]))
    let option = try test.item("A1002").advice.options.first { $0.verb == .resubmit }
    let field = option?.fields.first { $0.name == "authorization" }
    #expect(field?.value == "")
    #expect(field?.standing == .asItStands)
  }

  @Test("each step is taken back and brought back by itself")
  func undo() throws {
    let test = try denied()
    var states = [try requests(test)]
    for entry in [
      Self.asked, Self.obtained, Self.asked,
      DecisionEntry(
        .obtainAuthorization, [.step: "refused", .on: "2026-01-20", .reference: "LETTER2"]),
    ] {
      try test.decide("A1002", entry)
      states.append(try requests(test))
    }
    #expect(states.map(\.count) == [0, 1, 1, 2, 2])
    func standing(_ rows: [String]) -> [String] { rows.filter { $0.hasSuffix("0") } }
    for state in states.dropLast().reversed() {
      _ = try test.office.undo()
      #expect(standing(try requests(test)) == standing(state))
    }
    #expect(try test.numbers("SELECT count(*) FROM document WHERE is_withdrawn = 0") == [0])
    for state in states.dropFirst() {
      _ = try test.office.redo()
      #expect(standing(try requests(test)) == standing(state))
    }
    #expect(try test.numbers("SELECT count(*) FROM document WHERE is_withdrawn = 0") == [1])
    try test.isSound()
  }

  @Test("obtained on a charge it releases the hold that waited for it")
  func charge() throws {
    let test = try TestOffice(today: "2026-01-20")
    let medicaid = [
      "primary_payer": "INDIANA MEDICAID", "primary_payer_id": "IN0001",
      "primary_filing_indicator": "MC", "primary_member_id": "100200300", "hcpcs": "E0466",
      "modifiers": "RR",
    ]
    try test.confirm([.device("SO-1", medicaid)])
    let held = try test.texts("SELECT reason FROM hold WHERE released_day IS NULL")
    #expect(held.contains("authorization-missing"), "\(held)")
    let id = WorkItemID(
      try #require(
        try test.numbers(
          "SELECT id FROM work_item WHERE subject_kind = 'charge' AND is_closed = 0"
        ).first))
    try test.decide(
      id, DecisionEntry(.obtainAuthorization, [.step: "obtained", "number": "AUTH99"]))
    let open = try test.texts("SELECT reason FROM hold WHERE released_day IS NULL")
    #expect(!open.contains("authorization-missing"), "\(open)")
    #expect(try test.texts("SELECT authorization_number FROM charge") == ["AUTH99"])
    _ = try test.office.undo()
    let again = try test.texts("SELECT state || is_withdrawn FROM request")
    #expect(again == ["open1"])
    try test.isSound()
  }

  private static let letter = DecisionEntry(
    .documentRequest,
    [
      .step: "letter", "contractor": "dme-mac", "asks-for": "usage report",
      "dated": "2026-01-12", "due": "2026-02-26", "lines": "1",
    ])
  private static let sent = DecisionEntry(
    .documentRequest, [.step: "sent", .on: "2026-01-20", "how": "esMD 4711"])
  private static let denial = DecisionEntry(
    .documentRequest, [.step: "result", .on: "2026-01-20", .outcome: "denied"])

  @Test("a letter, its answer and its result are one request, which hangs on its lines")
  func documents() throws {
    let test = try denied("CO*252*180")
    try test.decide("A1002", Self.letter)
    let letters = try test.item("A1002").claimDetail?.documentRequests ?? []
    #expect(
      letters == [
        PayerRequest(
          contractor: .dmeMAC, kind: "usage report", letterOn: try #require(Day("2026-01-12")),
          // 45 days from the letter (domain reference 2.7).
          dueOn: Day("2026-02-26"), lines: [1], amount: Cents(18_000))
      ])
    try test.decide("A1002", Self.sent)
    #expect(try requests(test) == ["documents sent   esMD 4711 0"])
    #expect(try test.item("A1002").item.lane == .waiting)
    try test.decide("A1002", Self.denial)
    #expect(try requests(test) == ["documents denied   esMD 4711 0"])
    #expect(try test.item("A1002").item.queue == .denials)
    #expect(try test.item("A1002").item.lane == .work)
    for state in ["sent", "open"] {
      _ = try test.office.undo()
      #expect(try test.texts("SELECT state FROM request") == [state])
    }
    _ = try test.office.undo()
    #expect(try test.item("A1002").claimDetail?.documentRequests == [])
    for state in ["open", "sent", "denied"] {
      _ = try test.office.redo()
      #expect(try test.texts("SELECT state FROM request WHERE is_withdrawn = 0") == [state])
    }
    try test.isSound()
  }

  /// The machine, sent and not answered yet.
  private func unanswered(_ today: String) throws -> TestOffice {
    let test = try TestOffice(today: today)
    try test.take(SampleFiles.claims([.machine()]))
    return test
  }

  @Test("a letter wakes a claim that waits for its answer, and ranks it by its own day")
  func wakes() throws {
    let test = try unanswered("2026-01-20")
    #expect(try test.item("A1001").item.lane == .waiting)
    try test.decide(
      "A1001",
      DecisionEntry(
        .documentRequest,
        [.step: "letter", "contractor": "dme-mac", "dated": "2026-01-12", "lines": "2"]))
    let item = try test.item("A1001").item
    #expect(item.lane == .work)
    // 45 days from the letter; safe a week before, rolled back to a business day (2.7).
    #expect(item.legal == Day("2026-02-26"))
    #expect(item.safe == Day("2026-02-19"))
    // The dollars of line 2.
    #expect(item.expected == Cents(26_000))
    #expect(try test.item("A1001").advice.proposed == .documentRequest)
    let later = try test.on("2026-02-12")
    try later.office.rollDay()
    #expect(try later.item("A1001").item.tier == .week)
    try later.decide(
      "A1001",
      DecisionEntry(
        .documentRequest,
        [.step: "sent", .on: "2026-02-12", "how": "portal", .followUp: "2026-03-10"]))
    let waiting = try later.item("A1001").item
    #expect(waiting.lane == .waiting)
    #expect(waiting.followUpOn == Day("2026-03-10"))
    #expect(waiting.legal != Day("2026-02-26"))
    try later.isSound()
  }

  @Test("a day that nobody typed is the letter's own, by who asks and what was in force then")
  func countedDays() throws {
    let cases = [
      // 60 days for letters since July 2024 (domain reference 2.7).
      ("cert", "2026-01-12", "2026-03-13"),
      ("cert", "jan 12", "2026-03-13"), ("upic", "2026-01-12", "2026-02-11"),
      ("smrc", "2026-01-02", "2026-02-16"), ("dme-mac", "2026-01-20", "2026-03-06"),
    ]
    for (contractor, dated, due) in cases {
      let test = try unanswered("2026-01-20")
      let fields =
        try test.item("A1001").advice.options
        .first { $0.verb == .documentRequest }?.fields ?? []
      let shown = try #require(fields.first { $0.name == "due" })
      #expect(shown.value == "", "no day of another letter is shown")
      #expect(shown.placeholder == "counted from the letter")
      // A form gives all its fields, changed or not.
      var entry = DecisionEntry(.documentRequest)
      let letter = [DecisionField.Name.step: "letter"]
      for field in fields where field.condition?.isMet(by: letter) ?? true {
        entry.fields[field.name] = field.value
      }
      entry.fields[.step] = "letter"
      entry.fields["contractor"] = contractor
      entry.fields["dated"] = dated
      try test.decide("A1001", entry)
      let kept = try test.item("A1001").claimDetail?.documentRequests.last
      #expect(kept?.dueOn == Day(due), "\(contractor) \(dated)")
    }
  }

  @Test("a call put off beyond a letter's day is refused while the records are owed")
  func noSleep() throws {
    let test = try unanswered("2026-01-20")
    try test.decide(
      "A1001",
      DecisionEntry(
        .documentRequest, [.step: "letter", "contractor": "dme-mac", "dated": "2026-01-12"]))
    let refusal = try test.refusal(
      "A1001", DecisionEntry(.followUp, [.followUp: "2026-03-02"]))
    #expect(refusal?.contains("2026-02-19") == true, "\(refusal ?? "")")
  }

  @Test("records of a paid claim are asked for too: it comes back until the result is there")
  func afterPayment() throws {
    let test = try unanswered("2026-01-20")
    var paid = PaidClaim.machine()
    paid.lines[0].cas = ["CO*45*80.8"]
    paid.lines[1].cas = ["CO*45*220.8"]
    paid.patientShare = 0
    try test.take(SampleFiles.remittance([paid]))
    #expect(try test.isInQueue("A1001") == false)
    let id = WorkItemID(
      try #require(
        try test.numbers("SELECT id FROM work_item WHERE reference = 'A1001'").first))
    try test.decide(
      id,
      DecisionEntry(
        .documentRequest, [.step: "letter", "contractor": "rac", "dated": "2026-01-19"]))
    let item = try test.item("A1001").item
    #expect(item.lane == .work)
    #expect(item.balance == .zero)
    #expect(item.expected == Cents(7840))
    try test.decide(
      "A1001",
      DecisionEntry(.documentRequest, [.step: "sent", .on: "2026-01-20", "how": "fax"]))
    #expect(try test.item("A1001").item.lane == .waiting)
    try test.decide(
      "A1001",
      DecisionEntry(
        .documentRequest, [.step: "result", .on: "2026-01-20", .outcome: "accepted"]))
    #expect(try test.isInQueue("A1001") == false)
    _ = try test.office.undo()
    #expect(try test.item("A1001").item.lane == .waiting)
    try test.isSound()
  }

  @Test("a day to come back belongs to the step after which something is awaited")
  func followUp() throws {
    let test = try denied()
    var entry = Self.letter
    entry.fields[.followUp] = "2026-02-02"
    #expect(try test.refusal("A1002", entry) != nil)
    entry = Self.asked
    entry.fields[.followUp] = "2026-02-02"
    try test.decide("A1002", entry)
    #expect(try test.item("A1002").item.followUpOn == Day("2026-02-02"))
  }
}
