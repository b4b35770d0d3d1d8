import Billing
import Database
import Desk
import Operations

@testable import TestSupport

/// An office while it lives: files come in and people decide, each on a day and with the clock of
/// that day, through the doors that the program itself uses.
///
/// What happens is planned first and then done in the order of the days.
final class OfficeYear {
  private typealias Act = (day: String, act: (OfficeYear) throws -> Void)

  private let database: OfficeDatabase
  private let clock: PlayClock
  private let outbox = Scratch.folder()
  private var acts: [Act] = []
  private var interchange = 100
  private var day = "01-01"
  /// Claims of the batches that the office sent itself, by day.
  private var sent: [String: [(control: String, dollars: String)]] = [:]

  init() throws {
    let clock = PlayClock(Timestamp(rawValue: 0))
    self.clock = clock
    database = try Office.databaseInMemory(clock: clock.read)
  }

  /// Plans something for a day of 2026, month and day.
  func plan(on day: String, _ act: @escaping (OfficeYear) throws -> Void) {
    acts.append((day, act))
  }

  /// Lives through all that was planned, up to the day of the screens.
  func lived() throws -> OfficeDatabase {
    defer { try? Scratch.remove(outbox) }
    // Of one day, what was planned first comes first.
    for (_, next) in acts.enumerated().sorted(by: {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }) {
      day = next.day
      try next.act(self)
    }
    day = "11-21"
    _ = try office()
    return database
  }

  /// The office on the day that is lived, at ten o'clock UTC, as somebody there sees it.
  func office(as user: String = "mkim") throws -> Office {
    guard let today = Day("2026-" + day) else { throw Refusal("There is no day \(day).") }
    clock.set(Timestamp(rawValue: Int64(today.rawValue) * 86_400_000 + 36_000_000))
    let office = Office(
      database: database, rules: try MadeOffice.rules.get(),
      user: OfficeUser(name: user, isSupervisor: user == "lead"), session: "desk of " + user,
      today: today, outbox: outbox, processes: .none)
    try office.rollDay()
    return office
  }

  /// Reads a file; nothing in it may be an error.
  func take(_ bytes: [UInt8], _ name: String) throws {
    let report = try office().importBytes(bytes, name: name)
    if let problem = report.problems.first(where: \.isError) {
      throw Refusal("\(name): \(problem.message)")
    }
  }

  /// Somebody decides about an open item as it stands.
  func decide(_ reference: String, _ entry: DecisionEntry, as user: String = "mkim") throws {
    let office = try office(as: user)
    let item = try office.row(reference).item
    _ = try office.decide(
      DecisionRequest(item: item.id, rowVersion: item.rowVersion, fence: nil, entry: entry))
  }
}

// MARK: What is planned

extension OfficeYear {
  func decide(
    _ reference: String, _ entry: DecisionEntry, on day: String, as user: String = "mkim"
  ) {
    plan(on: day) { try $0.decide(reference, entry, as: user) }
  }

  /// Claims go out of the billing system, and the payer's front end takes all but some.
  func send(
    _ bills: [MadeBill], on day: String, answered: String, rejected: [String: String] = [:]
  ) {
    interchange += 1
    let bytes = SampleFiles.claims(
      bills.map(\.claim), date: Self.date(day), interchange: interchange, group: interchange)
    plan(on: day) { try $0.take(bytes, "outbox/CLAIMS-\(Self.short(day)).837") }
    acknowledge(bills, on: answered, rejected: rejected)
  }

  private func acknowledge(
    _ bills: [MadeBill], on day: String, rejected: [String: String]
  ) {
    interchange += 1
    let bytes = SampleFiles.statuses(
      bills.map { bill in
        let status = rejected[bill.control]
        return (
          bill.control,
          [
            "STC*\(status ?? "A2:20")*\(Self.date(day))*\(status == nil ? "WQ" : "U")"
              + "*\(SampleFiles.dollars(bill.cents))"
          ]
        )
      }, date: Self.date(day), interchange: interchange)
    plan(on: day) { try $0.take(bytes, "inbox/277CA-\(Self.short(day)).x12") }
  }

  /// A payer pays or denies.
  func pay(
    _ trace: String, _ claims: [PaidClaim], by payer: SamplePayer, on day: String,
    provider: [(reference: String, cents: Int64)] = []
  ) {
    interchange += 1
    let bytes = SampleFiles.remittances(
      [
        SampleRemittance(
          trace: trace, claims: claims, provider: provider, date: Self.date(day), payer: payer)
      ], interchange: interchange)
    plan(on: day) { try $0.take(bytes, "inbox/ERA-\(Self.short(day)).835") }
  }

  /// Orders come in and are confirmed.
  func confirm(_ orders: [SampleOrder], on day: String) {
    receive(orders, on: day)
    for number in Set(orders.compactMap { $0.cells["order_number"] }).sorted() {
      decide(number, DecisionEntry(.confirm), on: day)
    }
  }

  func receive(_ orders: [SampleOrder], on day: String) {
    plan(on: day) { try $0.take(SampleOrder.file(orders), "inbox/ORDERS-\(Self.short(day)).csv") }
  }

  /// The office sends everything that is ready for a payer.
  func sendReady(to payer: SamplePayer, on day: String) {
    plan(on: day) { year in
      let office = try year.office()
      for group in try office.transmission().groups where group.payerName == payer.name {
        let outcome = try office.send(
          SendingRequest(
            payer: group.payer, typedClaims: group.claims, typedTotal: group.total))
        year.sent[day, default: []] += try year.claims(in: outcome.file)
      }
    }
  }

  /// The payer's front end takes all claims of a batch.
  func acknowledgeBatch(of sent: String, on day: String) {
    plan(on: day) { year in
      let claims = year.sent[sent] ?? []
      try year.take(
        SampleFiles.statuses(
          claims.map { claim in
            (
              claim.control,
              ["STC*A2:20*\(Self.date(day))*WQ*\(claim.dollars)"]
            )
          }, date: Self.date(day), interchange: 800),
        "inbox/277CA-\(Self.short(day)).x12")
    }
  }

  /// The payer pays all claims of a batch as they were billed.
  func payBatch(of sent: String, by payer: SamplePayer, trace: String, on day: String) {
    plan(on: day) { year in
      let office = try year.office()
      let claims = try (year.sent[sent] ?? []).map { try office.paidInFull($0.control) }
      try year.take(
        SampleFiles.remittances(
          [SampleRemittance(trace: trace, claims: claims, date: Self.date(day), payer: payer)],
          interchange: 801),
        "inbox/ERA-\(Self.short(day)).835")
    }
  }

  /// Control numbers and charges of the claims of a file in the outbox.
  private func claims(in file: String) throws -> [(control: String, dollars: String)] {
    let text = String(decoding: try Scratch.bytes(outbox + "/" + file), as: UTF8.self)
    return text.split(separator: "~").compactMap { segment in
      let elements = segment.split(separator: "*").map(String.init)
      guard elements.count > 2, elements[0].hasSuffix("CLM") else { return nil }
      return (elements[1], elements[2])
    }
  }

  private static func date(_ day: String) -> String { "2026" + short(day) }
  private static func short(_ day: String) -> String { day.replacing("-", with: "") }
}
