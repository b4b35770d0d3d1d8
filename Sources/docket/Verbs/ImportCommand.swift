import ArgumentParser
import Billing
import Cells
import Desk
import Glibc
import Operations

/// `docket import PATH…`: reads files or folders of files, each once.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read files or folders of orders, 837P, 999, TA1, 277CA, 835, 271 and BAI2.",
    discussion: """
      Each file is applied once: the same bytes again change nothing. What was interrupted goes on \
      where it stopped. Exit status 1 when a file was refused or something in it was.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Flag(
    help: ArgumentHelp(
      "The files are history: known since they came about (ISA09), not since now.",
      discussion: """
        For the load that opens an office. It changes the figures of past days, so only a supervisor \
        may.
        """)) var history = false
  @Argument(help: "Files and folders.", completion: .file()) var paths: [String]

  func run() throws {
    try ImportRun.run(paths, options, isHistory: history, asJSON: json)
  }
}

/// Reading files into an office, as the verbs that do so share it.
enum ImportRun {
  /// Reads the files and tells what each did.
  ///
  /// - Throws: `ProblemsFound` when a file, or something in one, was not taken; any failure of the
  ///   office.
  static func run(
    _ paths: [String], _ options: OfficeOptions, isHistory: Bool = false, asJSON json: Bool
  ) throws {
    let opened = try OpenOffice(options, for: .files, missing: .isMade)
    if isHistory, !opened.office.user.isSupervisor {
      throw CommandFailure("only a supervisor loads history: it changes the figures of past days")
    }
    var meter = ProgressMeter()
    let reports = try opened.office.importFiles(
      paths, as: isHistory ? .history : .news
    ) { progress in
      meter.show(progress)
      return true
    }
    meter.clear()
    var output = Output()
    if json {
      try output.json(ImportListing.json(reports))
    } else {
      try ImportListing.print(reports, to: &output)
    }
    try output.finish()
    if reports.contains(where: \.hasFailed) { throw ProblemsFound() }
  }
}

extension ImportReport {
  /// Whether the file, or something in it, was not taken.
  var hasFailed: Bool {
    outcome == .refused || outcome == .partlyApplied || problems.contains(where: \.isError)
  }

  /// Whether the place of a problem is a line of a CSV; of X12 it is a segment with its byte.
  func isLine(_ problem: FileProblem) -> Bool {
    guard problem.place.segment > 0, problem.place.byte == 0 else { return false }
    // Only the first segment of an interchange begins at the first byte.
    return problem.place.segment > 1 || path.lowercased().hasSuffix(".csv")
      || problem.place.element.contains(where: \.isLowercase)
  }
}

/// How far a long task is, on a standard error that somebody looks at.
struct ProgressMeter {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = ContinuousClock.now - .seconds(1)
  private var hasShown = false

  mutating func show(_ progress: ImportProgress) {
    guard isShown, .now - last > .milliseconds(200) else { return }
    let percent = progress.bytesDone * 100 / max(1, progress.bytesTotal)
    say("Importing \(progress.fileNumber) of \(progress.fileCount)  \(percent)%")
  }

  mutating func say(_ text: SafeText) {
    guard isShown else { return }
    last = .now
    hasShown = true
    let line = Array(("\r" + text.string + "    ").utf8)
    _ = Descriptor.write(line[...], to: STDERR_FILENO)
  }

  func clear() {
    guard hasShown else { return }
    let line = Array(("\r" + String(repeating: " ", count: 60) + "\r").utf8)
    _ = Descriptor.write(line[...], to: STDERR_FILENO)
  }
}

/// What files did, as text and as JSON.
enum ImportListing {
  static func json(_ reports: [ImportReport]) -> JSONValue {
    ["files": .array(reports.map(json))]
  }

  private static func json(_ report: ImportReport) -> JSONValue {
    [
      "path": .exact(report.path),
      "outcome": .foreign(report.outcome.rawValue),
      "sets": .integer(report.sets),
      "claims_added": .integer(report.claimsAdded),
      "acknowledged": .integer(report.acknowledged),
      "rejected": .integer(report.rejected),
      "remittances": .integer(report.remittances),
      "claims_posted": .integer(report.claimsPosted),
      "claims_staged": .integer(report.claimsStaged),
      "denials": .integer(report.denials),
      "orders_added": .integer(report.ordersAdded),
      "orders_updated": .integer(report.ordersUpdated),
      "orders_unchanged": .integer(report.ordersUnchanged),
      "eligibility_answers": .integer(report.eligibilityAnswers),
      "deposits_added": .integer(report.depositsAdded),
      "deposits_known": .integer(report.depositsKnown),
      "deposits_left_alone": .integer(report.depositsLeftAlone),
      "deposited_cents": .cents(report.deposited),
      "paid_cents": .cents(report.paid),
      "posted_cents": .cents(report.posted),
      "suspense_cents": .cents(report.suspense),
      "problems": .array(
        report.problems.map { problem in
          [
            "severity": problem.isError ? "error" : "warning",
            "segment": .integer(problem.place.segment),
            "byte": .integer(problem.place.byte),
            "element": .foreign(problem.place.element),
            "line": report.isLine(problem) ? .integer(problem.place.segment) : .null,
            "column": report.isLine(problem) ? .foreign(problem.place.element) : .null,
            "message": .foreign(problem.message),
          ]
        }),
    ]
  }

  /// A line for each file that did something or was refused, then the sums.
  static func print(_ reports: [ImportReport], to output: inout Output) throws(CommandFailure) {
    for report in reports where reports.count <= 40 || report.hasFailed {
      try output.line(line(report))
      for problem in report.problems { try output.line("  " + line(problem, in: report)) }
    }
    guard reports.count > 1 else { return }
    let applied = reports.count { $0.outcome == .applied }
    let known = reports.count { $0.outcome == .alreadyApplied }
    let failed = reports.count { $0.hasFailed }
    try output.line(
      """
      \(MoneyText.count(reports.count)) files: \(MoneyText.count(applied)) applied, \
      \(MoneyText.count(known)) known before, \(MoneyText.count(failed)) with problems; \
      \(MoneyText.count(reports.reduce(0) { $0 + $1.ordersAdded })) orders, \
      \(MoneyText.count(reports.reduce(0) { $0 + $1.claimsAdded })) claims, \
      \(MoneyText.count(reports.reduce(0) { $0 + $1.remittances })) remittances, \
      paid \(money(reports.map(\.paid).total())), posted \(money(reports.map(\.posted).total())), \
      in suspense \(money(reports.map(\.suspense).total()))
      """)
  }

  private static func line(_ report: ImportReport) -> SafeText {
    var line: SafeText = "\(foreign: report.path): "
    switch report.outcome {
    case .applied: line += "applied"
    case .alreadyApplied: return line + "read before, nothing done"
    case .partlyApplied: line += "partly applied"
    case .refused: return line + "refused"
    }
    if report.claimsAdded > 0 { line += ", \(MoneyText.count(report.claimsAdded)) claims" }
    for (count, what) in [
      (report.ordersAdded, "orders new"), (report.ordersUpdated, "orders changed"),
      (report.ordersUnchanged, "orders as before"),
      (report.eligibilityAnswers, "answers about coverage"),
      (report.depositsKnown, "deposits known before"),
      (report.depositsLeftAlone, "lines of the bank left alone"),
    ] where count > 0 {
      line += ", \(MoneyText.count(count)) \(foreign: what)"
    }
    if report.depositsAdded > 0 {
      line += ", \(MoneyText.count(report.depositsAdded)) deposits, \(money(report.deposited))"
    }
    if report.acknowledged > 0 { line += ", \(MoneyText.count(report.acknowledged)) acknowledged" }
    if report.rejected > 0 { line += ", \(MoneyText.count(report.rejected)) rejected" }
    if report.remittances > 0 {
      line += """
        , \(MoneyText.count(report.remittances)) remittances, paid \(money(report.paid)): \
        \(MoneyText.count(report.claimsPosted)) claims posted, \
        \(MoneyText.count(report.claimsStaged)) staged, \(MoneyText.count(report.denials)) denied, \
        \(money(report.suspense)) in suspense
        """
    }
    return line
  }

  private static func line(_ problem: FileProblem, in report: ImportReport) -> SafeText {
    var line: SafeText = problem.isError ? "error" : "note"
    if report.isLine(problem) {
      line += ", line \(problem.place.segment)"
    } else if problem.place.segment > 0 {
      line += ", segment \(problem.place.segment), byte \(problem.place.byte)"
    }
    if !problem.place.element.isEmpty { line += ", \(foreign: problem.place.element)" }
    return line + ": \(foreign: problem.message)"
  }

  private static func money(_ amount: Cents) -> SafeText { MoneyText.dollars(amount.rawValue) }
}
