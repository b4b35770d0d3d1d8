package import Billing

/// Money in the bank as a file of the bank tells it.
package struct BankStatement: Equatable, Sendable {
  /// One credit, with the line of the file on which it begins.
  package struct Line: Equatable, Sendable {
    package var line: Int
    package var deposit: DepositDraft

    package init(line: Int, deposit: DepositDraft) {
      self.line = line
      self.deposit = deposit
    }
  }

  package var lines: [Line] = []
  /// Debits, and credits that no payer and no patient sent.
  package var leftAlone = 0
  /// What is worth knowing and keeps nothing from being taken.
  package var notes: [FileProblem] = []
}

/// Why a file of a bank was not taken, by record and line; nothing of it was read.
package struct BankFileError: Error, Equatable, Sendable {
  package var problems: [FileProblem]

  init(_ problems: [FileProblem]) { self.problems = problems }

  init(_ message: String, line: Int = 0, in part: String = "") {
    problems = [
      FileProblem(isError: true, at: FilePlace(segment: line, element: part), message: message)
    ]
  }
}

/// What the words of a bank hold: the trace number that the payer sent with an ACH payment.
enum BankWords {
  private static let mark = "TRN*1*"

  /// The number in words that a bank may have cut anywhere: that which has its originator beside it,
  /// with the cuts as blanks or without them.
  static func trace(in parts: [String]) -> (number: String, originator: String)? {
    let loose = trace(in: parts.joined(separator: " "))
    if let loose, !loose.originator.isEmpty { return loose }
    let tight = trace(in: parts.joined())
    if let tight, !tight.originator.isEmpty { return tight }
    return loose
  }

  /// TRN02 and TRN03 of a CCD+ addendum; nil where there is none.
  static func trace(in text: String) -> (number: String, originator: String)? {
    guard let range = text.firstRange(of: mark) else { return nil }
    let rest = text[range.upperBound...]
    let end = rest.firstIndex { "~\\ /".contains($0) } ?? rest.endIndex
    let parts = rest[..<end].split(separator: "*", omittingEmptySubsequences: false)
    guard let number = parts.first, !number.isEmpty else { return nil }
    return (String(number.prefix(50)), parts.count > 1 ? String(parts[1].prefix(30)) : "")
  }

  /// The words before a trace number: whom the bank names.
  static func payer(in text: String) -> String {
    let words = text.firstRange(of: mark).map { String(text[..<$0.lowerBound]) } ?? text
    return String(words.trimmingBlanks.prefix(80))
  }
}
