import Billing
import Database
import Desk
import Foundation
import Rules
import SampleBilling
import SampleOffice
import Testing
import WorkEngine

@testable import Operations
@testable import TestSupport

/// What the item page lists, tried on every item of a year as it is lived.
@Suite("Listed decisions")
struct ListedOptionsTests {
  /// Days after the first at whose noon items are looked at.
  private static let noons = Array(stride(from: 18, through: 348, by: 22))
  /// That at whose noon everything is tried on every item.
  ///
  /// On the others what is alike is tried once. `DOCKET_YEAR_EVERYTHING=1` tries everything always.
  private static let fullNoon = 194
  private static let isThorough =
    Soak.isOn || ProcessInfo.processInfo.environment["DOCKET_YEAR_EVERYTHING"] == "1"

  @Test("what is allowed succeeds, is undone to the cent, comes back and goes again")
  func allowed() throws {
    var tried = Tried()
    try live { office, isFull in try tried.everything(in: office, isFull: isFull) }
    #expect(tried.faults == [])
    #expect(tried.items > 100)
    // What a year brings to everybody's desk.
    for verb: DecisionVerb in [
      .resubmit, .reopen, .appeal, .billNext, .writeOff, .transferPatient, .calledPayer,
      .checkedPortal, .requestDocuments, .checkEligibility, .followUp, .note, .deferred,
      .escalate, .assign, .hold, .releaseHold, .attachDocument, .correctCharge, .withdrawCharge,
      .pickUp, .contactPatient, .fulfil, .decline, .confirm, .returnOrder, .cancelOrder, .post,
      .leaveInSuspense, .documentRequest, .obtainAuthorization,
    ] {
      #expect(tried.carriedOut[verb, default: 0] > 0, "never allowed: \(verb)")
    }
  }

  /// Lives the sample year, and shows the office at some noons: what came is read, and nobody has
  /// worked yet.
  private func live(_ look: (Office, _ isFull: Bool) throws -> Void) throws {
    var rules = try RulesFile.load(office: SampleYearRules.text)
    rules.isOfSample = true
    rules.useWordsOfTests()
    let database = try Office.databaseInMemory()
    let (outbox, shelf) = (Scratch.folder(), Scratch.folder())
    let year = SampleYear(seed: 1, patients: 16, firstDay: LivedYear.firstDay)
    var run = SampleYearRun(database: database, rules: rules, outbox: outbox, year: year)
    var noons = Self.noons
    try run.run(noon: { lived in
      guard let noon = noons.first, LivedYear.firstDay.adding(days: noon) <= lived.today else {
        return
      }
      noons.removeFirst()
      // What a supervisor may do besides differs little from day to day.
      let looksAgain = Self.isThorough || (noon - Self.fullNoon) % 88 == 0
      for isSupervisor in looksAgain ? [false, true] : [false] {
        try look(
          Office(
            database: database, rules: rules,
            user: OfficeUser(name: "trier", isSupervisor: isSupervisor), session: "trial",
            today: lived.today, outbox: shelf),
          Self.isThorough || noon == Self.fullNoon && !isSupervisor)
      }
    })
    #expect(noons.isEmpty)
  }
}

/// What came of all that was tried.
private struct Tried {
  var items = 0
  var carriedOut: [DecisionVerb: Int] = [:]
  var faults: [String] = []
  /// Who did what about which kind of work.
  private var alike: Set<String> = []

  /// Rolls a transaction back that did what it should.
  private struct Enough: Error {}

  /// Tries what the office lists for its work.
  ///
  /// - Parameters:
  ///   - office: Its outbox holds nothing but what is tried here.
  ///   - isFull: Whether everything is tried on every item.
  /// - Throws: What the office throws where a decision that is listed is refused.
  mutating func everything(in office: Office, isFull: Bool) throws {
    let ids = try office.database.read { connection in
      try connection.rows("SELECT id FROM work_item WHERE lane <> 9 ORDER BY id") {
        WorkItemID($0.int(0))
      }
    }
    let books = try office.database.read { try BookState($0) }
    for id in ids {
      let detail = try office.item(id)
      items += 1
      // What has a screen or a run of its own is never decided on an item.
      for option in detail.advice.options where !option.verb.has(.elsewhere) {
        let isNew = isNew(option, detail, office)
        guard isFull || isNew else { continue }
        let entry = option.filled(on: office.today)
        let name =
          "\(office.today) \(detail.row.reference) \(detail.item.queue.rawValue) \(option.verb.rawValue)"
        switch option.permission {
        case .allowed: try carryOut(entry, on: detail, name, books, rounds: isNew ? 2 : 1, office)
        case .refused(let reason): try refuse(entry, reason, on: detail, name, office)
        }
      }
    }
  }

  /// Whether nothing like it was tried: what fits every item is alike in each queue, the rest where
  /// the reason is the same too.
  private mutating func isNew(
    _ option: DecisionOption, _ detail: ItemDetail, _ office: Office
  ) -> Bool {
    let reason = option.verb.has(.anywhere) ? "" : detail.item.reasonCode
    let permission = option.permission == .allowed ? "allowed" : "refused"
    return alike.insert(
      "\(office.user.isSupervisor) \(option.verb) \(detail.item.queue) \(reason) \(permission)"
    ).inserted
  }

  private mutating func carryOut(
    _ entry: DecisionEntry, on detail: ItemDetail, _ name: String, _ books: BookState,
    rounds: Int, _ office: Office
  ) throws {
    defer { try? Scratch.remove(office.outbox) }
    do {
      try office.database.write { connection in
        try decide(entry, detail, office, connection)
        let done = try BookState(connection)
        for _ in 1...rounds {
          try again(.undo, office, connection)
          note(try BookState(connection).differences(to: books), "\(name) undone")
          try again(.redo, office, connection)
          note(try BookState(connection).differences(to: done), "\(name) done again")
        }
        throw Enough()
      }
    } catch is Enough {
      carriedOut[entry.verb, default: 0] += 1
    } catch let refusal as Refusal {
      faults.append("\(name): \(refusal.message)")
    }
  }

  private mutating func refuse(
    _ entry: DecisionEntry, _ reason: String, on detail: ItemDetail, _ name: String,
    _ office: Office
  ) throws {
    defer { try? Scratch.remove(office.outbox) }
    do {
      try office.database.write { connection in
        try decide(entry, detail, office, connection)
        throw Enough()
      }
    } catch is Enough {
      faults.append("\(name): listed as refused (\(reason)), and done")
    } catch let refusal as Refusal {
      if refusal.message != reason {
        faults.append("\(name): listed as refused (\(reason)), refused: \(refusal.message)")
      }
    }
  }

  private mutating func note(_ differences: [String], _ name: String) {
    if differences.isEmpty { return }
    faults.append("\(name): \(differences.prefix(4).joined(separator: " | "))")
  }

  /// Decides; says the good cause where the limit of the payer that was named has passed.
  private func decide(
    _ entry: DecisionEntry, _ detail: ItemDetail, _ office: Office, _ connection: Connection
  ) throws {
    do {
      // A refusal leaves nothing behind, as its transaction would not.
      try connection.savepoint { try decideOnce(entry, detail, office, connection) }
    } catch let refusal as Refusal where refusal.field == "late" && entry.verb == .changePayer {
      var entry = entry
      entry.fields["late"] = "The card was given late"
      try decideOnce(entry, detail, office, connection)
    }
  }

  private func decideOnce(
    _ entry: DecisionEntry, _ detail: ItemDetail, _ office: Office, _ connection: Connection
  ) throws {
    try withOutbox(of: office, connection) { outbox in
      _ = try DecisionDesk(office: office, connection: connection).decide(
        detail.item.id, entry, rowVersion: detail.item.rowVersion, fence: nil, bulk: nil,
        outbox: &outbox)
    }
  }

  private func again(
    _ verb: DecisionVerb, _ office: Office, _ connection: Connection
  ) throws {
    try withOutbox(of: office, connection) { outbox in
      _ = try TakingBack(office: office, connection: connection).takeBackLast(
        verb, outbox: &outbox)
    }
  }

  /// Files follow each step as they would follow its commit.
  private func withOutbox(
    of office: Office, _ connection: Connection, _ body: (inout Outbox) throws -> Void
  ) throws {
    var outbox = Outbox(office: office, connection: connection)
    do {
      try body(&outbox)
    } catch {
      outbox.discard()
      throw error
    }
    var settlement = OutboxSettlement(office: office, connection: connection)
    try settlement.run()
  }
}
