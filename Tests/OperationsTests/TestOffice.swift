import Billing
import Database
import Desk
import Operations
import Rules
import Testing

@testable import TestSupport

/// An office with a fixed business day and a clock that a test moves.
struct TestOffice {
  let database: OfficeDatabase
  let office: Office
  let clock: TestClock
  /// Read once: every test has the shipped rules, and a supplier that sends claims.
  static let rules = Result {
    var rules = try RuleBook.shipped()
    rules.supplier = .harbor
    rules.useWordsOfTests()
    return rules
  }

  /// A new office in memory.
  init(today: String = "2026-01-20", user: String = "tlee", isSupervisor: Bool = false) throws {
    let clock = TestClock()
    try self.init(
      database: Office.databaseInMemory(clock: clock.read), clock: clock, today: today, user: user,
      isSupervisor: isSupervisor)
  }

  /// A new office in a file, as several programs share it.
  init(file: String, today: String = "2026-01-20", user: String = "tlee") throws {
    let clock = TestClock()
    try self.init(
      database: Office.openDatabase(file, mode: .createIfMissing, clock: clock.read),
      clock: clock, today: today, user: user)
  }

  init(
    database: OfficeDatabase, clock: TestClock, today: String, user: String,
    isSupervisor: Bool = false, outbox: String = Scratch.folder(), session: String? = nil,
    processes: Processes = .none
  ) throws {
    self.database = database
    self.clock = clock
    office = Office(
      database: database, rules: try Self.rules.get(),
      user: OfficeUser(name: user, isSupervisor: isSupervisor),
      session: session ?? "session of " + user, today: try #require(Day(today)), outbox: outbox,
      processes: processes)
  }

  /// The same office with other rules.
  init(_ other: TestOffice, rules: RuleBook) {
    (database, clock) = (other.database, other.clock)
    let old = other.office
    office = Office(
      database: database, rules: rules, user: old.user, session: old.session, today: old.today,
      outbox: old.outbox, processes: old.processes)
  }

  /// The same office on another day, for another user or in another program.
  func on(
    _ day: String? = nil, user: String = "tlee", isSupervisor: Bool = false,
    session: String? = nil, processes: Processes = .none
  ) throws -> TestOffice {
    try TestOffice(
      database: database, clock: clock, today: day ?? office.today.description, user: user,
      isSupervisor: isSupervisor, outbox: office.outbox, session: session,
      processes: processes)
  }

  /// Imports a file and holds that nothing in it is an error.
  @discardableResult
  func take(
    _ bytes: [UInt8], _ name: String = "sample.x12",
    _ location: SourceLocation = #_sourceLocation
  ) throws -> ImportReport {
    let report = try office.importBytes(bytes, name: name)
    let errors = report.problems.filter(\.isError).map(\.message)
    #expect(errors == [], sourceLocation: location)
    return report
  }

  // MARK: Items

  /// The open item of a claim by its control number; of several the one of the last claim.
  func itemID(
    _ reference: String, kind: String = "claim", _ location: SourceLocation = #_sourceLocation
  ) throws -> WorkItemID {
    let id = try database.read {
      try $0.first(
        """
        SELECT id FROM work_item WHERE reference = ?1 AND subject_kind = ?2 AND is_closed = 0
        ORDER BY subject_key DESC LIMIT 1
        """, [.text(reference), .text(kind)]
      ) { WorkItemID($0.int(0)) }
    }
    return try #require(id, "no open \(kind) \(reference)", sourceLocation: location)
  }

  func item(
    _ reference: String, kind: String = "claim", _ location: SourceLocation = #_sourceLocation
  ) throws -> ItemDetail {
    try office.item(itemID(reference, kind: kind, location))
  }

  /// Whether a claim or remittance has an item in any queue.
  func isInQueue(_ reference: String, kind: String = "claim") throws -> Bool {
    try database.read {
      try $0.first(
        "SELECT 1 FROM work_item WHERE reference = ?1 AND subject_kind = ?2 AND is_closed = 0",
        [.text(reference), .text(kind)]
      ) { _ in true }
    } ?? false
  }

  /// Decides about an item as it stands now.
  @discardableResult
  func decide(
    _ reference: String, kind: String = "claim", _ entry: DecisionEntry,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> DecisionOutcome {
    try decide(itemID(reference, kind: kind, location), entry)
  }

  /// Decides about an item as it stands now.
  @discardableResult
  func decide(_ id: WorkItemID, _ entry: DecisionEntry) throws -> DecisionOutcome {
    let detail = try office.item(id)
    return try office.decide(
      DecisionRequest(item: id, rowVersion: detail.item.rowVersion, fence: nil, entry: entry))
  }

  /// Why a decision is refused, nil where it is carried out.
  func refusal(
    _ reference: String, kind: String = "claim", _ entry: DecisionEntry,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> String? {
    do {
      try decide(reference, kind: kind, entry, location)
      return nil
    } catch let refusal as Refusal {
      return refusal.message
    }
  }
}

extension RuleBook {
  /// An office with words of its own, since those that are shipped may change.
  mutating func useWordsOfTests() {
    payerStatuses = ["in process", "pended", "not on file", "paid", "denied"].map {
      PayerStatusRow(code: $0, meaning: "They say it.", allowsSendingAgain: $0 == "not on file")
    }
    suspenseReasons = [ReasonRow(code: "asked", title: "The payer is asked")]
    delayReasons = []
    claims.completeDiagnoses = ["I10"]
  }
}

extension DecisionEntry {
  /// The claim as it was, with the reason that a denied or rejected one needs.
  static let resubmitted = DecisionEntry(.resubmit, [.note: "The payer lost it"])
}

extension ItemDetail {
  var submissions: [ClaimSubmission] { claimDetail?.submissions ?? [] }
  var adjudications: [Adjudication] { claimDetail?.adjudications ?? [] }
  var nextPayer: Payer? { claimDetail?.nextPayer }
  var filingProof: FilingProof? { claimDetail?.filingProof }
}
