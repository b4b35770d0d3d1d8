import Billing
import Desk
import Operations
import Testing
import WorkEngine
import X12

@testable import TestSupport

@Suite("Claims that are corrected here")
struct CorrectionTests {
  /// The mask could not be processed; the machine is paid and leaves a rest for the supplement.
  private func answered(isSupervisor: Bool = false) throws -> TestOffice {
    let test = try TestOffice(isSupervisor: isSupervisor)
    try test.take(SampleFiles.claims([.machine().supplemented(), .mask()]))
    try test.take(SampleFiles.remittance([.machine(), .mask()]))
    return test
  }

  private func bytes(_ test: TestOffice, _ name: String?) throws -> String {
    let path = test.office.outbox + "/" + (try #require(name))
    return String(decoding: try Scratch.bytes(path), as: UTF8.self)
  }

  /// Every fact of claims and lines that a correction may touch.
  private func facts(_ test: TestOffice) throws -> [String] {
    try test.texts(
      """
      SELECT json_array(claim.control_number, claim.from_day, claim.through_day, claim.charge_cents,
        claim_line.from_day, claim_line.through_day, claim_line.charge_cents,
        claim_line.expected_cents, claim_line.units, claim_line.payer_cents)
      FROM claim JOIN claim_line ON claim_line.claim_id = claim.id ORDER BY claim_line.id
      """)
  }

  @Test("a corrected day of service is the claim's, and its limits run from it")
  func days() throws {
    let test = try answered()
    let (before, facts) = (try OfficeState(test), try facts(test))
    let limit = try test.item("A1002").placement?.deadlines.first { $0.kind == .initialClaim }
    let outcome = try test.decide(
      "A1002", DecisionEntry(.resubmit, ["service:1": "2025-12-22 2025-12-23"]))
    #expect(try bytes(test, outcome.file).contains("DTP*472*RD8*20251222-20251223"))
    let item = try test.item("A1002")
    let claim = try #require(item.claim)
    let first = try #require(Day("2025-12-22"))
    let last = try #require(Day("2025-12-23"))
    #expect(claim.service == ServiceDates(first, through: last))
    #expect(claim.lines.map(\.service) == [claim.service])
    let moved = item.placement?.deadlines.first { $0.kind == .initialClaim }
    #expect(moved?.legal == limit.map { $0.legal.adding(days: 2) })
    _ = try test.office.undo()
    try test.isAs(before)
    #expect(try self.facts(test) == facts)
    _ = try test.office.redo()
    #expect(try test.item("A1002").claim?.service == claim.service)
    try test.isSound()
  }

  @Test("a correction of the sex alone is the patient's, and is taken back with the sending")
  func sex() throws {
    let test = try answered()
    let before = try test.item("A1002").claim?.patient.sex
    let other = before == "M" ? "F" : "M"
    let outcome = try test.decide("A1002", DecisionEntry(.resubmit, ["sex": other]))
    #expect(try bytes(test, outcome.file).contains("*\(other)~"))
    #expect(try test.item("A1002").claim?.patient.sex == other)
    #expect(try test.item("A1002").timeline.contains { $0.detail.contains("sex \(other)") })
    _ = try test.office.undo()
    #expect(try test.item("A1002").claim?.patient.sex == before)
    try test.isSound()
  }

  @Test("a corrected day whose limit has passed asks for good cause")
  func late() throws {
    let test = try answered()
    let entry = DecisionEntry(.resubmit, ["service:1": "2024-06-01"])
    #expect(try test.refusal("A1002", entry)?.contains("good cause") == true)
    var explained = entry
    explained.fields[.late] = "Retroactive entitlement"
    #expect(try test.refusal("A1002", explained) == nil)
    #expect(try test.item("A1002").claim?.serviceFrom == Day("2024-06-01"))
    try test.isSound()
  }

  @Test("a corrected charge is billed, owed and expected, and taken back to the cent")
  func charge() throws {
    for cents: Int64 in [21_000, 15_000] {
      let test = try answered()
      let (before, facts) = (try OfficeState(test), try facts(test))
      let revenue = try test.account("revenue")
      let outcome = try test.decide(
        "A1002", DecisionEntry(.resubmit, ["charge:1": "\(cents / 100).00"]))
      let text = try bytes(test, outcome.file)
      #expect(text.contains("CLM*A1002R2*\(cents / 100)*"))
      let claim = try #require(try test.item("A1002").claim)
      #expect(claim.charge == Cents(cents) && claim.lines.map(\.charge) == [Cents(cents)])
      #expect(claim.lines.map(\.expected) == [Cents(cents)])
      #expect(try test.balances("A1002") == [[cents, 0, 0, 0, 0]])
      #expect(try test.account("revenue") == revenue - (cents - 18_000))
      try test.isSound()
      _ = try test.office.undo()
      try test.isAs(before)
      #expect(try self.facts(test) == facts)
      try test.isSound()
    }
  }

  @Test("claims that are written one by one are tests where the office is one")
  func testIndicator() throws {
    for isTest in [true, false] {
      let test = try answered()
      var rules = try TestOffice.rules.get()
      rules.supplier?.isTest = isTest
      let office = Office(
        database: test.database, rules: rules, user: test.office.user, session: "other",
        today: test.office.today, outbox: test.office.outbox)
      for (reference, entry) in [
        ("A1002", DecisionEntry.resubmitted), ("A1001", DecisionEntry(.billNext)),
      ] {
        let item = try test.item(reference).item
        let outcome = try office.decide(
          DecisionRequest(item: item.id, rowVersion: item.rowVersion, fence: nil, entry: entry))
        let text = try bytes(test, outcome.file)
        #expect(text.split(separator: "*")[15] == (isTest ? "T" : "P"), "\(entry.verb)")
      }
    }
  }

  @Test("a bill to the next payer that was taken back is neither found nor counted")
  func takenBack() throws {
    let test = try answered()
    let before = try test.office.overview().claims
    func found() throws -> [SearchRow] {
      try test.office.search(.text("A1001")).rows + test.office.search(.text("SUP778899")).rows
    }
    let rows = try found().count
    try test.decide("A1001", DecisionEntry(.billNext))
    #expect(try test.office.overview().claims == before + 1)
    #expect(try found().count > rows)
    _ = try test.office.undo()
    #expect(try test.office.overview().claims == before)
    #expect(try test.office.check().totals.claims == before)
    #expect(try found().count == rows)
    _ = try test.office.redo()
    #expect(try test.office.overview().claims == before + 1)
    try test.isSound()
  }

  @Test("claims that cannot be contested with one are refused by name")
  func together() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.take(SampleFiles.claims([.machine(), .mask(), .mask("A1003").of("1EG4TE5MK75")]))
    try test.take(
      SampleFiles.remittance([
        .machine(), .mask(cas: "CO*50*180", remarks: [], more: []),
        .mask("A1003", cas: "CO*50*180", remarks: [], more: []),
      ]))
    for (other, words) in [
      ("A1001", "A1001"), ("A1002", "itself"), ("A1003 A1003", "twice"), ("NONE", "no claim NONE"),
    ] {
      let refusal = try test.refusal("A1002", DecisionEntry(.appeal, [.together: other]))
      #expect(refusal?.contains(words) == true, "\(other): \(refusal ?? "carried out")")
    }
    #expect(
      try test.refusal("A1002", DecisionEntry(.appeal, [.together: "A1003"])) == nil)
    try test.isSound()
  }
}
