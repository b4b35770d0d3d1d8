import Billing
import Cells
import Desk
import Operations
import Testing

@testable import Workstation

@Suite("A paper EOB being typed")
struct EOBEntryTests {
  private func desktop() throws -> Desktop {
    let settings = WorkstationSettings(user: "tlee", isSupervisor: false, today: MadeOffice.today)
    return try Desktop(
      settings: settings, office: MadeOffice(named: "paper"), size: Size(columns: 80, rows: 24))
  }

  private func press(_ desk: inout Desktop, _ keys: String) throws -> Int {
    let keys = try Key.sequence(parsing: keys)
    desk.press(keys)
    return keys.count
  }

  private func remittances(_ desk: Desktop) throws -> [RemittanceRow] {
    try desk.made.signedIn("tlee").remittances(offset: 0, limit: 10).rows
  }

  /// What the books hold by account: line 1 paid 60.00 with coinsurance 15.00, line 2 paid 40.05, line
  /// 3 paid 19.95.
  @Test("three lines take under 25 keys, the posting included, and the books agree")
  func threeLines() throws {
    var desk = try desktop()
    _ = try press(
      &desk, "g e <tab> \"4711\" <tab> \"120\" <tab> \"nov 18\" <tab> <tab> <tab> <tab>")
    _ = try press(&desk, "\"26470001\" <enter>")
    let entry = try #require(desk.workstation.overlays.last as? EOBEntry)
    #expect(entry.focus == .line(claim: 0, line: 0, column: 0))
    #expect(entry.left == Cents(12_000))
    let keys = try press(
      &desk, "\"60\" <tab> \"15\" <enter> \"40.05\" <enter> \"19.95\" <enter> <enter>")
    #expect(keys < 25, "\(keys) keys")
    #expect(desk.workstation.overlays.isEmpty)
    let row = try #require(try remittances(desk).first)
    #expect(row.traceNumber == "4711" && row.payment == Cents(12_000) && row.suspense == .zero)
    #expect(row.posted == Cents(12_000))
    let office = try desk.made.signedIn("tlee")
    let detail = try office.remittance(row.id)
    #expect(detail.typedBy == "tlee")
    // 255.00 charged, 120.00 paid, 15.00 the patient's: 120.00 are the contract's.
    #expect(detail.claims.map(\.adjusted) == [Cents(12_000)])
    #expect(detail.claims.map(\.patientShare) == [Cents(1500)])
    #expect(try office.check().problems == [])
    _ = try press(&desk, "u")
    #expect(try remittances(desk).map(\.standing) == [.voided])
    #expect(try office.check().totals.payment == .zero)
  }

  @Test("nothing posts while something is left, and what is typed outlives a closed form")
  func left() throws {
    var desk = try desktop()
    _ = try press(&desk, "g e <tab> \"4712\" <tab> \"50\" <tab> \"today\" <tab> <tab> <tab> <tab>")
    _ = try press(&desk, "\"26470002\" <enter> \"49.99\" <enter> <enter>")
    let entry = try #require(desk.workstation.overlays.last as? EOBEntry)
    #expect(entry.error?.string.contains("$0.01 of $50.00 is left") == true)
    _ = try press(&desk, "<esc>")
    #expect(desk.workstation.hasTypedText)
    _ = try press(&desk, "g e <up> <c-u> \"50\" <enter> <enter>")
    #expect(try remittances(desk).map(\.posted) == [Cents(5000)])
    #expect(!desk.workstation.hasTypedText)
  }

  @Test("a claim that is not there, or there twice, is said, and a wrong amount is gone to")
  func faults() throws {
    var desk = try desktop()
    _ = try press(&desk, "g e <tab> \"4713\" <tab> \"0\" <tab> \"today\" <tab> <tab> <tab> <tab>")
    _ = try press(&desk, "\"NONE\" <enter>")
    func entry() throws -> EOBEntry {
      try #require(desk.workstation.overlays.last as? EOBEntry)
    }
    #expect(try entry().error?.string.contains("no claim of the office") == true)
    _ = try press(&desk, "<c-u> \"26470002\" <enter> \"x\" <enter>")
    _ = try press(&desk, "\"26470002\" <enter>")
    #expect(try entry().error?.string.contains("on the paper already") == true)
    _ = try press(&desk, "<c-u> <enter>")
    #expect(try entry().focus == .line(claim: 0, line: 0, column: 0))
    _ = try press(&desk, "<backspace> \"0\" <tab> <tab> <tab> \"CO-16\" <enter> <enter>")
    #expect(try remittances(desk).map(\.method) == ["NON"])
    let row = try #require(try remittances(desk).first)
    let claims = try desk.made.signedIn("tlee").remittance(row.id).claims
    #expect(claims.map(\.denied) == [Cents(11_240)])
  }

  @Test("interest counts against the total, and posts")
  func interest() throws {
    var desk = try desktop()
    _ = try press(&desk, "g e <tab> \"4715\" <tab> \"51.50\" <tab> \"today\" <tab> <tab> <tab>")
    _ = try press(&desk, "\"1.50\" <tab> \"26470002\" <enter> \"50\" <enter> <enter>")
    let row = try #require(try remittances(desk).first)
    #expect(row.payment == Cents(5150) && row.suspense == .zero)
    #expect(try desk.made.signedIn("tlee").check().problems == [])
  }

  @Test("what is more than the charge is refused at its line")
  func tooMuch() throws {
    var desk = try desktop()
    _ = try press(
      &desk, "g e <tab> \"4714\" <tab> \"112.41\" <tab> \"today\" <tab> <tab> <tab> <tab>")
    _ = try press(&desk, "\"26470002\" <enter> \"112.41\" <enter> <enter>")
    let entry = try #require(desk.workstation.overlays.last as? EOBEntry)
    #expect(entry.focus == .line(claim: 0, line: 0, column: 0))
    #expect(entry.error?.string.contains("$0.01 more than the charge") == true)
    #expect(try remittances(desk).isEmpty)
  }
}
