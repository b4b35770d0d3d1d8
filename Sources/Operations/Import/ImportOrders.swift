import Billing
import ClaimFiles
import Database
import Desk
import Store

/// Applies a CSV of orders: a few dozen orders a transaction, and a killed import goes on where it
/// stopped.
struct OrderFileApplication {
  let office: Office
  let file: OrderFile
  let path: String
  let name: String
  let hash: String
  let byteCount: Int
  let arrival: Arrival

  /// Orders applied in one transaction: about a thousand rows, so that billers get their turn.
  private static let step = 40

  func run(step: (Int) -> Bool) throws -> ImportReport {
    var report = ImportReport(path: path, outcome: .applied, sets: 1)
    let id = try office.database.write {
      try office.beginFile(name: name, hash: hash, byteCount: byteCount, in: $0)
    }
    var pending: [(draft: OrderDraft?, lines: ClosedRange<Int>)] = []
    var seen = 0
    var goesOn = true
    let check = try OrderFileCheck(file, on: office.today) { (draft, lines) throws in
      pending.append((draft, lines))
      guard pending.count == Self.step else { return true }
      try apply(pending, from: seen, isLast: false, file: id, &report)
      seen += pending.count
      pending = []
      goesOn = step(min(byteCount, lines.upperBound * 200))
      return goesOn
    }
    report.problems += check.problems.map { FileProblem($0) }
    if check.unlisted > 0 {
      report.problems.append(
        FileProblem(isError: true, message: "and \(check.unlisted) more problems"))
    }
    guard goesOn else { return report }
    try apply(pending, from: seen, isLast: true, file: id, &report)
    try finish(id, &report)
    return report
  }

  /// Applies orders that begin at a position of the file, leaving out what is applied already.
  private func apply(
    _ orders: [(draft: OrderDraft?, lines: ClosedRange<Int>)], from start: Int, isLast: Bool,
    file: FileID, _ report: inout ImportReport
  ) throws {
    let outcomes = try office.database.write { connection in
      let kept = try SetProgress.find(file: file, position: 0, in: connection)
      if kept == nil {
        try SetProgress.begin(file: file, position: 0, kind: "CSV", control: "1", in: connection)
      }
      let (applied, isComplete) = kept ?? (0, false)
      guard !isComplete else { return [(OrderRecorder.Outcome, ClosedRange<Int>, String)]() }
      let rest = orders.dropFirst(max(0, applied - start))
      let outcomes = try rest.compactMap { order in
        try order.draft.map { draft in
          let recorder = OrderRecorder(office: office(for: draft), connection: connection)
          return (try recorder.record(draft).outcome, order.lines, draft.number)
        }
      }
      let end = max(start + orders.count, applied)
      guard end > applied || isLast else { return outcomes }
      let moved = try SetProgress.advance(
        file: file, position: 0, from: applied, to: end, isComplete: isLast, in: connection)
      guard moved else {
        throw Refusal("another import of this file was faster; run the import again")
      }
      return outcomes
    }
    for (outcome, lines, number) in outcomes {
      switch outcome {
      case .added: report.ordersAdded += 1
      case .updated: report.ordersUpdated += 1
      case .unchanged: report.ordersUnchanged += 1
      case .kept(let standing):
        report.ordersUnchanged += 1
        report.problems.append(
          FileProblem(
            isError: false, at: FilePlace(segment: lines.lowerBound),
            message: "order \(number) is \(standing.rawValue) and says something else now; "
              + "nothing was changed: correct its charges"))
      }
    }
  }

  /// The office, with the day from which an order is known.
  private func office(for draft: OrderDraft) -> Office {
    guard case .history = arrival, let day = draft.delivery.servedOn else { return office }
    return office.recording(day)
  }

  private func finish(_ id: FileID, _ report: inout ImportReport) throws {
    if report.problems.contains(where: \.isError) {
      report.outcome =
        report.ordersAdded + report.ordersUpdated + report.ordersUnchanged == 0
        ? .refused : .partlyApplied
    }
    let done = report
    try office.database.write {
      try office.completeFile(id, done, summary: done.orderSummary, in: $0)
    }
  }
}

extension ImportReport {
  /// What a file of orders did, in one line.
  fileprivate var orderSummary: String {
    let parts = [
      (ordersAdded, "new"), (ordersUpdated, "changed"), (ordersUnchanged, "as before"),
      (problems.count { $0.isError }, "errors"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "no orders" : "orders: " + parts.joined(separator: ", ")
  }
}
