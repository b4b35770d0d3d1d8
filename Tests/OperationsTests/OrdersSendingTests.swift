import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

extension TestOffice {
  /// Sends every group of the board as it stands; the names of the files.
  @discardableResult
  func sendAll() throws -> [String] {
    try office.transmission().groups.map { group in
      try office.send(
        SendingRequest(payer: group.payer, typedClaims: group.claims, typedTotal: group.total)
      ).file
    }
  }

  /// The bytes of a file in the outbox.
  func sent(_ name: String) throws -> [UInt8] {
    try Scratch.bytes(office.outbox + "/" + name)
  }

  /// Control numbers of all claims, in the order in which they were made.
  func claimNumbers() throws -> [String] {
    try texts("SELECT control_number FROM claim ORDER BY id")
  }
}

@Suite("Sending charges")
struct OrdersSendingTests {
  private static let commercial = SampleOrder.patient(2).merging([
    "primary_payer": SamplePayer.commercial.name,
    "primary_payer_id": SamplePayer.commercial.identifier, "primary_filing_indicator": "CI",
    "modifiers": "NU",
  ]) { $1 }

  /// Two patients of Medicare, one with two lines, and one of a commercial plan.
  private func ready() throws -> TestOffice {
    let test = try TestOffice()
    try test.confirm([
      .device("SO-1"), .mask("SO-1", ["delivered": "2026-01-12"]),
      .device("SO-2", SampleOrder.patient(1)), .mask("SO-4", Self.commercial),
    ])
    return test
  }

  @Test("the board names what is ready by payer and clearinghouse")
  func board() throws {
    let board = try ready().office.transmission()
    #expect(board.refusal == nil)
    #expect(
      board.groups.map {
        "\($0.payerName) by \($0.clearinghouse): \($0.claims) \($0.lines) \($0.total)"
      }.sorted() == [
        "SAMPLE COMMERCIAL PLAN by SAMPLE CLEARINGHOUSE: 1 1 $180.00",
        "SAMPLE MEDICARE DME by SAMPLE COMMON ELECTRONIC EXCHANGE: 2 3 $420.00",
      ])
    #expect(board.batches == [])
  }

  @Test("nothing goes out where count or total are typed wrong")
  func typedWrong() throws {
    let test = try ready()
    let state = try OfficeState(orders: test)
    let group = try #require(try test.office.transmission().groups.first { $0.claims == 2 })
    for (claims, total) in [(1, group.total), (3, group.total), (2, group.total - Cents(1))] {
      #expect(throws: Refusal.self) {
        try test.office.send(
          SendingRequest(payer: group.payer, typedClaims: claims, typedTotal: total))
      }
    }
    #expect(throws: Refusal.self) {
      try test.office.send(
        SendingRequest(payer: PayerID(99), typedClaims: 0, typedTotal: .zero))
    }
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isAs(orders: state)
  }

  @Test("a sending is one file, its charges are on claims, and its money with the payer")
  func sending() throws {
    let test = try ready()
    let files = try test.sendAll().sorted()
    #expect(Scratch.names(in: test.office.outbox) == files)
    #expect(try test.claimNumbers().count == 3)
    #expect(try test.account("unbilled-receivable") == 0)
    #expect(try test.account("payer-receivable") == 60_000)
    #expect(try test.account("revenue") == -60_000)
    #expect(try test.charges(of: "SO-1").allSatisfy { $0.contains(" sent") })
    #expect(try test.queue(.holds) == [])
    #expect(try test.office.transmission().groups == [])
    #expect(
      try test.office.transmission().batches.map { "\($0.claims) \($0.total)" }.sorted()
        == ["1 $180.00", "2 $420.00"])
    try test.isSound()

    // Another office reads in the files what this one wrote in its books.
    let other = try TestOffice()
    for file in files { try other.take(try test.sent(file), file) }
    let mine = try OfficeState(test)
    let theirs = try OfficeState(other)
    for part in ["lines", "sendings"] { #expect(mine.parts[part] == theirs.parts[part]) }
    #expect(mine.parts["lines"]?.count == 4)
  }

  @Test("our own file read in again, as a billing system echoes it, doubles nothing")
  func echo() throws {
    let test = try ready()
    let state = try {
      try test.sendAll(); return try OfficeState(orders: test)
    }()
    for file in Scratch.names(in: test.office.outbox) {
      let report = try test.take(try test.sent(file), file)
      #expect(report.claimsAdded == 0)
    }
    try test.isAs(orders: state)
    try test.isSound()
  }

  @Test("control numbers are never used twice, whatever is taken back")
  func numbers() throws {
    let test = try ready()
    var interchanges: Set<String> = []
    var claims: Set<String> = []
    for round in 1...3 {
      let files = try test.sendAll()
      for file in files {
        let text = String(decoding: try test.sent(file), as: UTF8.self)
        let isa = text.split(separator: "*")[13]
        #expect(interchanges.insert(String(isa)).inserted)
        for claim in text.split(separator: "~") where claim.contains("CLM*") {
          #expect(claims.insert(String(claim.split(separator: "*")[1])).inserted)
        }
      }
      for _ in files where round < 3 { _ = try test.office.undo() }
    }
    #expect((interchanges.count, claims.count) == (6, 9))
    try test.isSound()
  }

  @Test("a sending is taken back while its file lies there, and not after it was picked up")
  func undo() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    let before = try OfficeState(orders: test)
    let file = try #require(try test.sendAll().first)
    try test.isSound()
    _ = try test.office.undo()
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isAs(orders: before)
    try test.isSound()
    let second = try #require(try test.sendAll().first)
    #expect(second != file)
    try Scratch.remove(test.office.outbox + "/" + second)
    let state = try OfficeState(orders: test)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(orders: state)
    try test.isSound()
  }

  @Test("a sending that was taken back goes out again as it was, under the same numbers")
  func redo() throws {
    let test = try TestOffice()
    try test.confirm([.device(), .mask("SO-2")])
    let before = try OfficeState(orders: test)
    let file = try #require(try test.sendAll().first)
    let bytes = try withoutTimes(test.sent(file))
    let after = try OfficeState(orders: test)
    for _ in 1...2 {
      _ = try test.office.undo()
      #expect(Scratch.names(in: test.office.outbox) == [])
      try test.isAs(orders: before)
      try test.isSound()
      test.clock.advance(minutes: 5)
      _ = try test.office.redo()
      #expect(Scratch.names(in: test.office.outbox) == [file])
      #expect(try withoutTimes(test.sent(file)) == bytes)
      try test.isAs(orders: after)
      try test.isSound()
    }
    // Sent once more it is the same sending: the batch is not there twice.
    #expect(try test.sendAll() == [])
    #expect(try test.numbers("SELECT count(*) FROM batch") == [1])
  }

  @Test("what went out again and was picked up stays out")
  func redoPickedUp() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    let file = try #require(try test.sendAll().first)
    _ = try test.office.undo()
    _ = try test.office.redo()
    try Scratch.remove(test.office.outbox + "/" + file)
    let state = try OfficeState(orders: test)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(orders: state)
    try test.isSound()
  }

  @Test("a batch is not brought back once one of its charges has changed")
  func redoChanged() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    try test.sendAll()
    _ = try test.office.undo()
    let other = try test.on(user: "mruiz")
    try other.decide("SO-1", kind: "charge", DecisionEntry(.correctCharge, ["amount": "115"]))
    let state = try OfficeState(orders: test)
    let refusal = #expect(throws: Refusal.self) { try test.office.redo() }
    #expect(refusal?.message.contains("changed since") == true)
    try test.isAs(orders: state)
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.isSound()
  }

  /// A file with the times of day of its envelopes (ISA10, GS05, BHT05) blanked.
  private func withoutTimes(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing(/\*\d{4}\*\^\*/, with: "*T*^*")
      .replacing(/(\*\d{8})\*\d{4,8}\*/) { "\($0.1)*T*" }
  }

  @Test("nothing is sent by an office whose rules name no supplier")
  func noSupplier() throws {
    let test = try ready()
    var rules = test.office.rules
    rules.supplier = nil
    let office = Office(
      database: test.database, rules: rules, user: test.office.user,
      session: test.office.session, today: test.office.today, outbox: test.office.outbox)
    let payer = try #require(try test.office.transmission().groups.first).payer
    #expect(try office.transmission().refusal?.contains("supplier") == true)
    #expect(throws: Refusal.self) {
      try office.send(SendingRequest(payer: payer, typedClaims: 1, typedTotal: Cents(18_000)))
    }
  }
}
