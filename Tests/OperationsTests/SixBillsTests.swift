import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

/// Eight sendings of six bills: two of them went out again under another number, and two months of
/// one patient count their lines alike.
@Suite("Six bills, whatever numbers they were sent under")
struct SixBillsTests {
  /// What each bill still has open with its payer once everything is read, by hand: 65.00 that nobody
  /// answered, 250.00 denied for good and 120.00 just sent.
  private static let openWithPayers: Int64 = 6500 + 25_000 + 12_000
  /// The shares that the answers leave to the patients: 10.00, 14.41 with 22.96, and 30.00.
  private static let openWithPatients: Int64 = 1000 + 1441 + 2296 + 3000

  @Test("are six receivables, in the order in which the files came about")
  func inOrder() throws {
    let test = try Self.read(SixBillsFiles.all.map(\.bytes))
    try Self.holds(test)
    #expect(try test.isInQueue("B3") == false)
    #expect(try test.item("B5").item.queue == .denials)
  }

  @Test(
    "are six receivables in any order, once a person has posted what came too early",
    arguments: Soak.seeds(4, of: 60).map { UInt64($0) })
  func anyOrder(seed: UInt64) throws {
    var random = SeededRandom(seed)
    var files = SixBillsFiles.all.map(\.bytes).shuffled(using: &random)
    // An office that never read a claim makes claims of what is paid, and nothing tells their lines.
    let first = try #require(
      files.firstIndex { String(decoding: $0, as: UTF8.self).contains("GS*HC*") })
    files.swapAt(0, first)
    let test = try Self.read(files)
    try test.postWhatIsProposed()
    try Self.holds(test)
  }

  @Test(
    "the office beside the checkout has six as well",
    .enabled(if: CaseFiles.isThere("kpi/tiny.files"), "shared/cases/kpi is not there"),
    arguments: Soak.seeds(2, of: 20).map { UInt64($0 - 1) })
  func beside(seed: UInt64) throws {
    var names = try CaseFiles.names(in: "kpi/tiny.files")
    if seed > 0 {
      var random = SeededRandom(seed)
      names.shuffle(using: &random)
    }
    let test = try TestOffice(today: "2026-03-31")
    for name in names {
      _ = try test.office.importBytes(CaseFiles.bytes("kpi/tiny.files/" + name), name: name)
    }
    if seed > 0 { try test.postWhatIsProposed() }
    #expect(try Self.bills(test) == [6, 8])
    #expect(try test.account("payer-receivable") == 43_500)
    try test.isSound()
  }

  private static func holds(_ test: TestOffice) throws {
    let claims = try test.texts(
      """
      SELECT claim.control_number || ' ' || claim.origin || ' ' || (SELECT coalesce(group_concat(
        control_number), '') FROM submission WHERE claim_id = claim.id) FROM claim ORDER BY id
      """)
    #expect(try bills(test) == [6, 8], "\(claims)")
    #expect(try test.account("payer-receivable") == openWithPayers, "\(claims)")
    #expect(try test.account("patient-receivable") == openWithPatients)
    try test.isSound()
  }

  /// How many claims have a sending, and how many sendings there are.
  private static func bills(_ test: TestOffice) throws -> [Int64] {
    try test.numbers("SELECT count(DISTINCT claim_id), count(*) FROM submission")
  }

  private static func read(_ files: [[UInt8]]) throws -> TestOffice {
    let test = try TestOffice(today: "2026-03-31")
    for (index, file) in files.enumerated() {
      _ = try test.office.importBytes(file, name: "\(index).x12")
    }
    return test
  }
}

extension TestOffice {
  /// Posts whatever waits in Cash posting and may be posted, until nothing more may.
  func postWhatIsProposed() throws {
    var goesOn = true
    while goesOn {
      goesOn = false
      let waiting = try numbers(
        "SELECT id FROM work_item WHERE queue = 'cash-posting' AND is_closed = 0 ORDER BY id")
      for id in waiting.map({ WorkItemID($0) }) {
        let detail = try office.item(id)
        let proposed = detail.advice.options.first { $0.verb == detail.advice.proposed }
        guard detail.placement != nil, let proposed, proposed.permission == .allowed,
          [.post, .match].contains(proposed.verb)
        else { continue }
        _ = try decide(id, proposed.filled(on: office.today))
        goesOn = true
      }
    }
  }
}
