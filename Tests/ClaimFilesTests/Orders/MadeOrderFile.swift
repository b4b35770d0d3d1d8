import Billing
import ClaimFiles
import Testing

/// Made-up files of orders for the tests of this folder.
enum MadeOrderFile {
  /// Columns of the made files, with what a row says where a test says nothing else.
  static let usual: [(name: String, text: String)] = [
    ("order_number", "T-1"), ("patient_last_name", "ZZTEST"), ("patient_first_name", "EXAMPLE"),
    ("patient_birth_date", "1950-01-31"), ("primary_payer", "SAMPLE PAYER"),
    ("primary_member_id", "M0001"), ("delivered", "2026-01-12"), ("hcpcs", "E0601"),
    ("modifiers", "RR"), ("description", "CPAP"), ("delivered_quantity", "1"),
    ("unit_charge", "150.00"),
  ]

  static var header: String { usual.map(\.name).joined(separator: ",") }

  static func row(_ other: [String: String] = [:]) -> String {
    usual.map { other[$0.name] ?? $0.text }.joined(separator: ",")
  }

  static func bytes(_ rows: [String], ending: String = "\r\n") -> [UInt8] {
    Array(([header] + rows).map { $0 + ending }.joined().utf8)
  }

  struct Read {
    var numbers: [String] = []
    var lines: [ClosedRange<Int>] = []
    var drafts: [OrderDraft] = []
    var report = OrderFile.Report()
    var warnings: [OrderInputProblem] = []

    /// `line column` of each problem.
    var places: [String] { report.problems.map { "\($0.line ?? 0) \($0.column)" } }
  }

  static func read(_ bytes: [UInt8]) throws -> Read {
    let file = try OrderFile.read(bytes)
    var read = Read(warnings: file.warnings)
    read.report = file.forEachOrder { draft, lines in
      read.numbers.append(draft.number)
      read.lines.append(lines)
      read.drafts.append(draft)
      return true
    }
    return read
  }

  static func read(_ rows: [String]) throws -> Read { try read(bytes(rows)) }

  /// One typed item with the usual texts and others.
  static func typed(_ other: [String: String] = [:]) -> [String: String] {
    Dictionary(usual.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
      .merging(other) { $1 }
  }
}
