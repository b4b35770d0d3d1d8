import ArgumentParser
import Cells
import X12

/// `docket x12 summary FILE…`: sets, totals and every problem of each file.
struct X12SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Say what is in files, with totals and every problem.",
    discussion: """
      Nothing is imported. Exit status 0 when every file was read without an error, 1 when any has \
      one. A remittance that does not add up is read, and says so.
      """)

  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The files.", completion: .file()) var files: [String]

  func run() throws {
    var output = Output()
    var hasError = false
    // The same text as one value would give, but a file at a time: a summary of a year's files
    // needs no more memory than one of them.
    if json { try output.begin("{\"files\":[") }
    for (index, path) in files.enumerated() {
      let summary = SummarizedFile(path)
      hasError = hasError || summary.hasError
      if json {
        if index > 0 { try output.begin(",") }
        try output.begin(summary.json.line)
      } else {
        try summary.print(to: &output)
      }
    }
    if json { try output.line("]}") }
    try output.finish()
    if hasError { throw ProblemsFound() }
  }
}

/// One file and what was found in it, or why it could not be read.
struct SummarizedFile {
  let path: String
  private(set) var byteCount = 0
  private(set) var summary: FileSummary?
  private(set) var problems: [X12Problem] = []

  init(_ path: String) {
    self.path = path
    do throws(CommandFailure) {
      let bytes = try InputFile.read(path)
      byteCount = bytes.count
      do throws(X12Problem) {
        let file = try X12File(bytes)
        let summary = FileSummary(file)
        self.summary = summary
        problems = summary.problems + Self.imbalances(summary, in: file)
      } catch {
        problems = [error]
      }
    } catch {
      problems = [
        X12Problem(
          severity: .error, at: X12Place(segment: 0, byte: 0),
          message: error.message.string)
      ]
    }
  }

  var hasError: Bool { problems.contains { $0.severity == .error } }

  /// What does not add up, as problems at the segments that state it.
  ///
  /// Such a file is read without an error: what does not balance waits in Cash posting.
  private static func imbalances(_ summary: FileSummary, in file: X12File) -> [X12Problem] {
    summary.sets.enumerated().flatMap { index, set in
      set.differences.prefix(FileSummary.problemLimit).map { difference in
        X12Problem(
          severity: .warning,
          at: X12Place(
            segment: difference.segment,
            byte: set.differences.isEmpty ? 0 : file.diskOffset(file.sets[index].range.lowerBound),
            element: difference.level.element, set: index),
          message: difference.words.string)
      }
    }
  }
}

extension RemittanceBalance.Level {
  /// The element that states the amount.
  fileprivate var element: String {
    switch self {
    case .line: "SVC03"
    case .claim, .linePayments: "CLP04"
    case .lineCharges: "CLP03"
    case .patient: "CLP05"
    case .transaction: "BPR02"
    }
  }

  fileprivate var rule: SafeText {
    switch self {
    case .line: "the line's charge less its adjustments"
    case .claim: "the claim's charge less all adjustments"
    case .lineCharges: "the charges of the claim's lines"
    case .linePayments: "the payments of the lines less the claim's own adjustments"
    case .patient: "the patient's adjustments"
    case .transaction: "the claims' payments less the provider adjustments"
    }
  }
}

extension RemittanceBalance.Difference {
  fileprivate var words: SafeText {
    """
    it does not balance: \(level.rule) come to \(MoneyText.dollars(computed)), but \
    \(MoneyText.dollars(stated)) is stated, \(MoneyText.dollars(amount)) more
    """
  }
}
