import Billing
import Desk
import Foundation
import Operations
import Testing

@testable import TestSupport

@Suite("The journal of looks")
struct LookJournalTests {
  private let folder = Scratch.folder()

  init() throws { try Scratch.makeFolder(folder) }

  private var path: String { folder + "/office.audit" }
  private var journal: LookJournal { LookJournal(path, beside: folder + "/office.docket") }

  private func look(
    _ number: Int, _ kind: Look.Kind = .opened, reference: String = "A1001"
  ) -> LookJournal.Waiting {
    LookJournal.Waiting(
      at: Timestamp(rawValue: 1_768_910_400_000 + Int64(number)), on: Day(rawValue: 20_473),
      user: "tlee", program: "show (1)",
      look: Look(kind, "claim \(number)", reference: reference, rows: 1))
  }

  private func text() throws -> String { String(decoding: try Scratch.bytes(path), as: UTF8.self) }

  @Test("gives back what was added, in its order, whatever stands in it")
  func adds() throws {
    #expect(try journal.read().lines.isEmpty)
    let foreign = ["A1001", "tab\there", "line\nend\rand \\ and \\t", "", "é\u{301}\u{1F600}"]
    for (index, reference) in foreign.enumerated() {
      try journal.add([look(index, reference: reference), look(index + 100, .exported)])
    }
    let report = try journal.read()
    #expect(report.problems == [])
    #expect(report.lines.map(\.number) == Array(1...10))
    #expect(
      report.lines.filter { $0.look.kind == .opened }.map(\.look.reference) == foreign)
    #expect(Set(report.lines.map(\.user)) == ["tlee"])
    #expect(report.lines.first?.at == Timestamp(rawValue: 1_768_910_400_000))
    #expect(report.lines.first?.on == Day(rawValue: 20_473))
    #expect(try journal.read(anchor: report.anchor).problems == [])
    try journal.add([look(7)])
    #expect(try journal.read(anchor: report.anchor).problems == [])
  }

  @Test("has the rights of the database beside it, without those of strangers")
  func rights() throws {
    try journal.add([look(1)])
    #expect(try Scratch.mode(path) == 0o600)
    try Scratch.remove(path)
    try Scratch.write([], to: folder + "/office.docket")
    try Scratch.setMode(0o664, folder + "/office.docket")
    try journal.add([look(1)])
    #expect(try Scratch.mode(path) == 0o660)
  }

  /// What somebody might do to the lines of a journal.
  enum Tampering: String, CaseIterable {
    case change, remove, exchange, repeated, cut, replaced

    func apply(_ lines: inout [String]) {
      switch self {
      case .change: lines[4] = lines[4].replacingOccurrences(of: "tlee", with: "mruiz")
      case .remove: lines.remove(at: 4)
      case .exchange: lines.swapAt(4, 5)
      case .repeated: lines.insert(lines[4], at: 4)
      case .cut: lines.removeLast(2)
      case .replaced: lines.removeSubrange(1...)
      }
    }
  }

  @Test("shows what was tampered with; a cut end by its anchor", arguments: Tampering.allCases)
  func tampering(_ tampering: Tampering) throws {
    for number in 1...9 { try journal.add([look(number)]) }
    let anchor = try journal.read().anchor
    var lines = try text().split(separator: "\n").map(String.init)
    tampering.apply(&lines)
    try Scratch.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
    let isOfEnd = tampering == .cut || tampering == .replaced
    #expect(try journal.read().problems.isEmpty == isOfEnd)
    #expect(try !journal.read(anchor: anchor).problems.isEmpty)
    // The next look is kept all the same, and the damage stays in sight.
    try journal.add([look(10)])
    #expect(try journal.read().lines.last?.look.subject == "claim 10")
    #expect(try journal.read().problems.isEmpty == isOfEnd)
  }

  @Test("an end that a crash cut off anywhere is mended and said, and no whole line is lost")
  func torn() throws {
    for number in 1...3 { try journal.add([look(number)]) }
    let whole = try Scratch.bytes(path)
    let ends = whole.indices.filter { whole[$0] == 0x0A }
    for length in 1..<whole.count {
      try Scratch.write(Array(whole[..<length]), to: path)
      let kept = ends.count { $0 < length }
      let isTorn = !ends.contains(length - 1)
      let words = try journal.add([look(9)])
      #expect((words != nil) == isTorn, "\(length)")
      let report = try journal.read()
      #expect(report.problems == [], "\(length)")
      #expect(report.lines.count == max(0, kept - 1) + 1 + (isTorn ? 1 : 0), "\(length)")
      #expect(report.lines.contains { $0.look.kind == .mended } == isTorn, "\(length)")
      #expect(report.lines.last?.look.subject == "claim 9")
    }
  }

  @Test("many that add at once take turns: every line is there, and chained")
  func atOnce() async throws {
    let journal = journal
    let waiting = (0..<400).map { look($0) }
    await withTaskGroup(of: Void.self) { group in
      for part in 0..<8 {
        group.addTask {
          for index in 0..<50 { _ = try? journal.add([waiting[part * 50 + index]]) }
        }
      }
    }
    let report = try journal.read()
    #expect(report.problems == [])
    #expect(Set(report.lines.map(\.look.subject)) == Set(waiting.map(\.look.subject)))
    #expect(report.lines.map(\.number) == Array(1...400))
  }

  @Test("what is no journal is never written to, and said with its path")
  func refused() throws {
    for content in ["something else\n", "docket looks 2\n", "x"] {
      try Scratch.write(Array(content.utf8), to: path)
      #expect(throws: Refusal.self) { try journal.add([look(1)]) }
      #expect(try text() == content)
    }
    try Scratch.remove(path)
    try Scratch.makeFolder(path)
    #expect(throws: Refusal.self) { try journal.add([look(1)]) }
    let nowhere = LookJournal(folder + "/none/office.audit", beside: folder + "/none/office.docket")
    let refusal = #expect(throws: Refusal.self) { try nowhere.add([look(1)]) }
    #expect(refusal?.message.hasPrefix(folder + "/none/office.audit: ") == true)
    let target = folder + "/target"
    try Scratch.write(Array("docket looks 1\n".utf8), to: target)
    try Scratch.remove(path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(throws: Refusal.self) { try journal.add([look(1)]) }
    #expect(try Scratch.bytes(target).count == 15)
  }

  @Test("a search names what was found, never what was typed or whose it is")
  func search() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    let found = try test.office.search(.text("DOE"))
    let look = Look(found: found)
    #expect(look.kind == .searched)
    #expect(look.rows == found.rows.count)
    #expect(found.rows.isEmpty == false)
    let words = look.subject + look.reference
    #expect(!words.uppercased().contains("DOE") && !words.contains("1EG4TE5MK73"))
    #expect(try test.item("A1001").look.subject.hasPrefix("claim "))
  }
}
