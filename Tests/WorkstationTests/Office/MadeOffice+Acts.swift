import Billing
import Desk
import Operations

@testable import TestSupport

/// What others do in a made-up office while somebody sits at the workstation.
extension MadeOffice {
  /// Does what a play says happens in the office: `takes 26463774 mkim`.
  func act(_ words: [String]) throws {
    switch words[0] {
    case "takes", "grabs": try take(words[1], by: words[2])
    case "leaves": try signedIn(words[2]).release(try row(words[1]).item.id)
    case "vanishes": try signedIn(words[2]).release(try row(words[1]).item.id)
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
  private func pay(_ reference: String) throws {
    let last = try row(reference).patient.split(separator: ",").first ?? ""
    guard let payer = MadePatient.called(last)?.payer else {
      throw Refusal("Nobody here is called \(last).")
    }
    try read(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "PAID" + reference, claims: [try signedIn("mkim").paidInFull(reference)],
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
  private func acknowledge(_ reference: String) throws {
    try read(
      SampleFiles.statuses(
        [(reference, ["STC*A2:20*\(Self.today.ccyymmdd)*WQ*0"])], date: Self.today.ccyymmdd),
      "277CA-\(reference).x12")
  }

  private func read(_ bytes: [UInt8], _ name: String) throws {
    let report = try signedIn("mkim").importBytes(bytes, name: name)
    if let problem = report.problems.first(where: \.isError) { throw Refusal(problem.message) }
  }

  /// The row of an open item by its number.
  func row(_ reference: String) throws -> QueueRow {
    try signedIn("mkim").row(reference)
  }

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
