import Billing
import Cells
import Desk
import Foundation
import Operations
import Testing

@testable import Workstation

/// Screens of an office of a million items: every number whole, or shorter and near it.
@Suite("Numbers on screens of any width") struct LargeNumberTests {
  private static let today = Day(rawValue: 20_668)
  private static let amounts: [Int64] = [0, 84_00, 1_394_854_12, 99_999_999_99, 999_999_999_999]
  private static let counts = [0, 12, 317_123, 1_014_277, 9_999_999]

  private func overview(_ cents: Int64, _ count: Int) -> Overview {
    let money = Cents(cents)
    let queues = QueueName.allCases.map { queue in
      QueueSummary(
        queue: queue, open: count, dueThisWeek: count, atRisk: money, expected: money,
        nextDue: Self.today.adding(days: 400), oldestDays: 999, waiting: count, withLead: count,
        expired: count, expiredCents: money, doneToday: 7, toLose: money, toChase: money)
    }
    return Overview(
      today: Self.today, queues: queues, pace: [3, 4], doneToday: 12, resolvedToday: 5,
      payment: money, posted: money, suspense: money, unbilled: money, files: 1, claims: count,
      lastImport: nil)
  }

  private func row(_ number: Int64, _ cents: Int64) -> QueueRow {
    let item = WorkItem(
      id: WorkItemID(number), subject: .claim(ClaimID(number)), queue: .denials, lane: .work,
      tier: .week, safe: Self.today, legal: nil, balance: Cents(cents), expected: Cents(cents),
      reasonCode: "CO-16 MA130", reason: "r", deadlineReason: "", followUpOn: nil, owner: nil,
      lease: nil, isPinned: false, rowVersion: 1)
    return QueueRow(
      item: item, reference: "A\(number)", patient: "SAMPLE, PAT", payer: "SAMPLE HEALTH",
      procedure: "E0601 RR", serviceOn: Self.today, age: 999, daysLeft: 0, explanation: "due")
  }

  /// No part of an amount or of a grouped number stands before an ellipsis.
  private func check(_ lines: [String], _ note: String) {
    for line in lines {
      #expect(
        line.range(of: #"(\$[0-9.,]*|[0-9],[0-9]{0,3})(…|~)"#, options: .regularExpression) == nil,
        "\(note): \(line)")
    }
  }

  /// An office of which only the numbers are large.
  private struct LargeDoor: DoorBefore {
    let office: Office
    let large: Overview
    var row: (Int64) -> QueueRow
    var total: (count: Int, cents: Cents)
    var areTotalsLate = false

    func overview() -> Overview { large }

    func page(_ request: PageRequest) -> QueuePage {
      QueuePage(
        request: request, rows: (1...40).map(row), count: total.count, expected: total.cents,
        toLose: areTotalsLate ? .zero : total.cents, toChase: areTotalsLate ? .zero : total.cents)
    }

    func firstRows(_ request: PageRequest) -> QueuePage {
      guard areTotalsLate else { return page(request) }
      return QueuePage(
        request: request, rows: (1...40).map(row), count: 40, expected: .zero,
        areTotalsKnown: false)
    }
  }

  private func door(_ cents: Int64, _ count: Int) throws -> LargeDoor {
    LargeDoor(
      office: try MadeOffice(named: "empty").signedIn("tlee"), large: overview(cents, count),
      row: { row($0, cents) }, total: (count, Cents(cents)))
  }

  /// Carries out what a workstation asks, and what it asks because of the answers.
  private func answer(
    _ effects: [Effect], of workstation: inout Workstation, at door: LargeDoor,
    unless isLeft: (any DeskQuestion) -> Bool = { _ in false }
  ) -> [Errand] {
    var left: [Errand] = []
    var errands = effects.compactMap(\.errand)
    while !errands.isEmpty {
      let errand = errands.removeFirst()
      if isLeft(errand.question) {
        left.append(errand)
      } else {
        errands += workstation.receive(errand.run(at: door)).compactMap(\.errand)
      }
    }
    return left
  }

  private func started(at door: LargeDoor) -> Workstation {
    var workstation = Workstation(settings: WorkstationSettings(user: "tlee", today: Self.today))
    let effects = workstation.start(
      at: Timestamp(rawValue: 0), size: Size(columns: 80, rows: 24))
    _ = answer(effects, of: &workstation, at: door)
    return workstation
  }

  @Test("home shows the open items and the money of every queue")
  func home() throws {
    for cents in Self.amounts {
      for count in Self.counts {
        var workstation = started(at: try door(cents, count))
        for width in 80...200 {
          let size = Size(columns: width, rows: 30)
          _ = workstation.receive(.resized(size))
          let lines = workstation.frame(size).lines
          check(lines, "\(width)")
          // The sentence above the table names the queue as well.
          let rejections = lines.last { $0.contains("Rejections") } ?? ""
          let open = rejections.components(separatedBy: "Rejections").last?.split(separator: " ")
          let first = open?.first.map(String.init) ?? ""
          #expect(isNear(first, count), "\(width): \(rejections)")
        }
      }
    }
  }

  @Test("a queue shows the money of every row, and no total in part")
  func queue() throws {
    for cents in Self.amounts {
      let door = try door(cents, 9_999_999)
      var workstation = started(at: door)
      _ = answer(workstation.receive(.key(.enter)), of: &workstation, at: door)
      for width in 80...200 {
        let size = Size(columns: width, rows: 24)
        _ = workstation.receive(.resized(size))
        let lines = workstation.frame(size).lines
        check(lines, "\(width)")
        let row = lines.first { $0.contains(" A2 ") } ?? ""
        #expect(row.contains("$"), "\(width): \(row)")
      }
    }
  }

  @Test("rows that come before their totals say so, and the same page brings them")
  func totalsLater() throws {
    var door = try door(100, 317_123)
    door.areTotalsLate = true
    door.total.cents = Cents(1_394_854_12)
    var workstation = started(at: door)
    let size = Size(columns: 80, rows: 24)
    let left = answer(workstation.receive(.key(.enter)), of: &workstation, at: door) {
      $0 is CountQueuePage
    }
    #expect(workstation.frame(size).lines.contains { $0.contains("at least 40 items") })
    #expect(workstation.frame(size).lines.contains { $0.contains("A1 ") })
    // It is awaited, says so after a tenth of a second, and could be given up.
    _ = workstation.receive(.tick(Timestamp(rawValue: 100)))
    #expect(workstation.frame(size).lines.contains { $0.contains("Counting what matches…") })
    for errand in left { _ = workstation.receive(errand.run(at: door)) }
    let lines = workstation.frame(size).lines
    #expect(lines.contains { $0.contains("317,123 items · $1,394,854.12 expected") })
    #expect(!lines.contains { $0.contains("Counting what matches…") })
  }

  /// Whether what is written is the number, to the half of its last place.
  private func isNear(_ word: String, _ number: Int) -> Bool {
    var text = word.filter { $0 != "," }
    var unit = 1.0
    if let known = text.last.flatMap({ ["k": 1e3, "M": 1e6][String($0)] }) {
      unit = known
      text.removeLast()
    }
    guard let value = Double(text) else { return false }
    let decimals = text.split(separator: ".").count == 2 ? text.split(separator: ".")[1].count : 0
    return abs(value * unit - Double(number)) <= unit / pow(10, Double(decimals)) / 2 + 1e-6
  }
}
