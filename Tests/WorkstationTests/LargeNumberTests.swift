import Billing
import Cells
import Desk
import Foundation
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

  @Test("home shows the open items and the money of every queue")
  func home() {
    for cents in Self.amounts {
      for count in Self.counts {
        var workstation = Workstation(
          settings: WorkstationSettings(user: "tlee", today: Self.today))
        _ = workstation.start(at: Timestamp(rawValue: 0), size: Size(columns: 80, rows: 24))
        _ = workstation.receive(.reply(.overview(overview(cents, count)), ticket: 1))
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
      var workstation = Workstation(settings: WorkstationSettings(user: "tlee", today: Self.today))
      _ = workstation.start(at: Timestamp(rawValue: 0), size: Size(columns: 80, rows: 24))
      _ = workstation.receive(.reply(.overview(overview(cents, 9_999_999)), ticket: 1))
      let effects = workstation.receive(.key(.enter))
      let asked = effects.compactMap { effect -> (PageRequest, Int)? in
        guard case .ask(.page(let request), let ticket) = effect else { return nil }
        return (request, ticket)
      }
      let (request, ticket) = try #require(asked.first)
      let page = QueuePage(
        request: request, rows: (1...40).map { row($0, cents) }, count: 9_999_999,
        expected: Cents(cents), toLose: Cents(cents), toChase: Cents(cents))
      _ = workstation.receive(.reply(.page(page), ticket: ticket))
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
    var workstation = Workstation(settings: WorkstationSettings(user: "tlee", today: Self.today))
    let size = Size(columns: 80, rows: 24)
    _ = workstation.start(at: Timestamp(rawValue: 0), size: size)
    _ = workstation.receive(.reply(.overview(overview(100, 40)), ticket: 1))
    let effects = workstation.receive(.key(.enter))
    let asked = effects.compactMap { effect -> (PageRequest, Int)? in
      guard case .ask(.page(let request), let ticket) = effect else { return nil }
      return (request, ticket)
    }
    // The overview is read again beside it.
    for case .ask(.overview, let other) in effects {
      _ = workstation.receive(.reply(.overview(overview(100, 40)), ticket: other))
    }
    let (request, ticket) = try #require(asked.first)
    var page = QueuePage(
      request: request, rows: (1...40).map { row($0, 100) }, count: 40, expected: .zero,
      areTotalsKnown: false)
    _ = workstation.receive(.reply(.page(page), ticket: ticket))
    #expect(workstation.frame(size).lines.contains { $0.contains("at least 40 items") })
    #expect(workstation.frame(size).lines.contains { $0.contains("A1 ") })
    // It goes on being awaited, says so after a tenth of a second, and could be given up.
    _ = workstation.receive(.tick(Timestamp(rawValue: 100)))
    #expect(workstation.frame(size).lines.contains { $0.contains("Reading the queue…") })
    page.count = 317_123
    page.expected = Cents(1_394_854_12)
    page.areTotalsKnown = true
    _ = workstation.receive(.reply(.page(page), ticket: ticket))
    let lines = workstation.frame(size).lines
    #expect(lines.contains { $0.contains("317,123 items · $1,394,854.12 expected") })
    #expect(!lines.contains { $0.contains("Reading the queue…") })
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
