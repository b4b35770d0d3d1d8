import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("One 835, from bytes to a denial that is worked")
struct FirstRemittanceTests {
  @Test("every cent of the worked example is posted or waits in the open")
  func accountsForEveryCent() throws {
    let test = try TestOffice()
    let report = try test.office.importBytes(SampleFiles.workedExample, name: "example.835")
    #expect(report.problems.filter(\.isError).isEmpty, "\(report.problems)")
    #expect(report.remittances == 1)
    #expect(report.paid == Cents(1570))
    let check = try test.office.check()
    #expect(check.problems == [])
    #expect(check.postingsSum == .zero)
    #expect(check.totals.payment == Cents(1570))
    #expect(check.totals.posted + check.totals.suspense == Cents(1570))
  }

  @Test("the denied claim is ranked, opened, worked and taken back")
  func worksTheDenial() throws {
    let test = try TestOffice()
    try test.office.importBytes(SampleFiles.workedExample, name: "example.835")
    let page = try test.office.page(PageRequest(queue: .denials))
    let row = try #require(page.rows.first)
    #expect(row.reference == "A1002")
    #expect(row.item.reasonCode.hasPrefix("CO-16"))
    #expect(row.item.balance == Cents(18000))
    let detail = try test.office.item(row.item.id)
    #expect(detail.advice.proposed == .resubmit)
    let appeal = try #require(detail.advice.options.first { $0.verb == .appeal })
    #expect(appeal.permission != .allowed)
    let outcome = try test.office.decide(
      DecisionRequest(
        item: row.item.id, rowVersion: row.item.rowVersion, fence: nil,
        entry: DecisionEntry(
          .followUp, ["note": "Asked for the record", "follow-up": "2026-01-26"])))
    #expect(outcome.isUndoable)
    #expect(try test.office.page(PageRequest(queue: .denials)).rows.isEmpty)
    #expect(try test.office.page(PageRequest(queue: .denials, lane: .waiting)).count == 1)
    _ = try test.office.undo()
    #expect(try test.office.page(PageRequest(queue: .denials)).count == 1)
    _ = try test.office.redo()
    #expect(try test.office.page(PageRequest(queue: .denials)).rows.isEmpty)
    #expect(try test.office.check().problems == [])
  }

  @Test("the same file again does nothing, and says so")
  func isIdempotent() throws {
    let test = try TestOffice()
    try test.office.importBytes(SampleFiles.workedExample, name: "example.835")
    let before = try test.office.check().totals
    let again = try test.office.importBytes(SampleFiles.workedExample, name: "again.835")
    #expect(again.outcome == .alreadyApplied)
    #expect(try test.office.check().totals == before)
  }
}
