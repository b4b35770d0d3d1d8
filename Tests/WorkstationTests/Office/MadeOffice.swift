import Billing
import Database
import Desk
import Foundation
import Operations
import Rules

@testable import TestSupport

/// A made-up office: a real one over a database in memory, with a clock that a play moves.
///
/// Every play gets a copy of its own; the offices themselves are lived once a process.
final class MadeOffice {
  /// A Saturday.
  static let today = Day(year: 2026, month: 11, day: 21) ?? Day(rawValue: 0)
  /// 19:50 UTC on that day.
  static let now = Timestamp(rawValue: Int64(today.rawValue) * 86_400_000 + 71_400_000)

  /// The rules as they are shipped, for a supplier that sends claims.
  static let rules = Result {
    var rules = try RuleBook.shipped()
    rules.supplier = .riverside
    // Offices have reasons of their own beside those that are shipped.
    rules.holdReasons["portal-photo"] = HoldReasonRow(
      code: "portal-photo", title: "No photo of the delivery", type: .documentation,
      team: .fulfilment, document: .proofOfDelivery, reviewDays: 5)
    return rules
  }

  private static let lived = [
    "empty": Result { try OfficeYear().lived() },
    "office": Result { try OfficeYear.daily().lived() },
    "clear": Result { try OfficeYear.cleared().lived() },
    "many": Result { try OfficeYear.many(150).lived() },
    "orders": Result { try OfficeYear.ordered().lived() },
  ]

  let database: OfficeDatabase
  let clock: PlayClock
  /// What the office wrote and what it is given to read; gone with it.
  let folder: String

  /// A copy of an office that a screenplay names.
  init(named name: String) throws {
    guard let original = Self.lived[name] else { throw Refusal("There is no office \(name).") }
    let clock = PlayClock(Self.now)
    self.clock = clock
    database = try original.get().copyInMemory(clock: clock.read)
    folder = Scratch.folder()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The office as one person at one workstation sees it.
  func signedIn(
    _ user: String, isSupervisor: Bool = false, session: String? = nil
  ) throws -> Office {
    Office(
      database: database, rules: try Self.rules.get(),
      user: OfficeUser(name: user, isSupervisor: isSupervisor),
      session: session ?? "desk of " + user, today: Self.today, outbox: folder + "/outbox",
      processes: .none)
  }
}

// MARK: What others do meanwhile

extension MadeOffice {
  /// Does what a play says happens in the office: `takes 26463774 mkim`.
  func act(_ words: [String]) throws {
    switch words[0] {
    case "takes", "grabs": try take(words[1], by: words[2])
    case "changes": try acknowledge(words[1])
    case "pays": try pay(words[1])
    case "withholds": try withhold(words[1])
    default: throw Refusal("The office knows nothing of \(words[0]).")
    }
  }

  /// Another biller takes an item, of whoever has it: then a supervisor breaks the lease first.
  func take(_ reference: String, by user: String) throws {
    let item = try row(reference).item
    let other = try signedIn(user)
    do {
      _ = try other.take(item.id)
    } catch is Refusal {
      let lead = try signedIn("lead", isSupervisor: true)
      _ = try lead.decide(
        DecisionRequest(
          item: item.id, rowVersion: item.rowVersion, fence: nil,
          entry: DecisionEntry(.breakLease, [.note: "taken over"])))
      _ = try other.take(item.id)
    }
  }

  /// The payer pays all of a claim.
  func pay(_ reference: String) throws {
    guard
      let payer = MadePatient.all.first(where: {
        $0.last == (try? row(reference).patient.split(separator: ",").first).map(String.init)
      })?.payer
    else { throw Refusal("Nobody has the claim \(reference).") }
    let office = try signedIn("mkim")
    try read(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "PAID" + reference, claims: [try office.paidInFull(reference)],
          date: Self.today.ccyymmdd, payer: payer)
      ]), "ERA-\(reference).835")
  }

  /// A colleague stops a charge that was ready.
  private func withhold(_ reference: String) throws {
    let item = try row(reference).item
    _ = try signedIn("mkim").decide(
      DecisionRequest(
        item: item.id, rowVersion: item.rowVersion, fence: nil,
        entry: DecisionEntry(.hold, ["hold-reason": "other", .note: "ask the driver"])))
  }

  /// The payer answers once more that it has a claim.
  func acknowledge(_ reference: String) throws {
    try read(
      SampleFiles.statuses(
        [(reference, ["STC*A2:20*20261121*WQ*0"])], date: Self.today.ccyymmdd),
      "277CA-\(reference).x12")
  }

  private func read(_ bytes: [UInt8], _ name: String) throws {
    let report = try signedIn("mkim").importBytes(bytes, name: name)
    if let problem = report.problems.first(where: \.isError) { throw Refusal(problem.message) }
  }

  func row(_ reference: String) throws -> QueueRow {
    try signedIn("mkim").row(reference)
  }
}

extension MadeOffice {
  /// What is to be worked in all queues.
  func openRows() throws -> [QueueRow] {
    let office = try signedIn("mkim")
    return try QueueName.allCases.flatMap {
      try office.page(PageRequest(queue: $0, limit: 500)).rows
    }
  }

  /// A colleague puts an item off, so that it leaves the list.
  func putOff(_ row: QueueRow) throws {
    let entry = DecisionEntry(.deferred, [.followUp: "2026-11-22", .note: "later"])
    _ = try? signedIn("mkim").decide(
      DecisionRequest(
        item: row.item.id, rowVersion: row.item.rowVersion, fence: nil, entry: entry))
  }
}

extension Office {
  /// The row of an open item by its number, in whatever queue and lane.
  func row(_ reference: String) throws -> QueueRow {
    for queue in QueueName.allCases {
      for lane in Lane.allCases {
        let page = try page(PageRequest(queue: queue, lane: lane, limit: 500))
        if let row = page.rows.first(where: { $0.reference == reference }) { return row }
      }
    }
    throw Refusal("No item is called \(reference).")
  }

  /// What a payer answers who pays a claim as it was billed.
  func paidInFull(_ reference: String) throws -> PaidClaim {
    guard let id = try claims(numbered: reference).first else {
      throw Refusal("No claim is called \(reference).")
    }
    let claim = try claimPage(id).claim
    return PaidClaim(
      control: reference, charge: claim.charge.rawValue, paid: claim.charge.rawValue,
      lines: claim.lines.map { line in
        PaidLine(
          code: SampleFiles.code(line.procedure), charge: line.charge.rawValue,
          paid: line.charge.rawValue, number: line.controlNumber,
          day: line.serviceFrom.ccyymmdd, units: String(line.unitsInThousandths / 1000))
      }, last: claim.patient.lastName, first: claim.patient.firstName, member: claim.memberID)
  }
}

extension SampleFiles {
  /// A procedure as SVC01 has it after `HC:`.
  static func code(_ procedure: ProcedureCode) -> String {
    ([procedure.code] + procedure.modifiers).joined(separator: ":")
  }
}
