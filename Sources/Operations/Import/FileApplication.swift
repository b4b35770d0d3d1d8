import Billing
import ClaimFiles
import Database
import Desk
import Store
import X12

/// Applies one file: every whole transaction set once, each in steps that can be taken up again.
struct FileApplication {
  let office: Office
  let file: X12File
  let path: String
  let name: String
  let hash: String
  /// Claims applied in one transaction: about a thousand rows, so that billers get their turn.
  static let step = 48
  /// A file of at most so many bytes has no more than one step and is applied in one transaction,
  /// since a commit costs more than all its rows.
  private static let wholeAtOnce = 32_768
  /// The transaction of such a file while it is applied.
  private var open: Connection?

  private(set) var fileID = FileID(0)
  var report: ImportReport

  init(office: Office, file: X12File, path: String, name: String, hash: String) {
    self.office = office
    self.file = file
    self.path = path
    self.name = name
    self.hash = hash
    report = ImportReport(path: path, outcome: .applied, sets: file.sets.count)
  }

  /// Applies every set of the file that is not applied yet.
  mutating func run(step: (Int) -> Bool) throws -> ImportReport {
    report.problems = file.problems.map { FileProblem($0) }
    let whole = file.sets.filter(\.isWhole)
    let standing = SetStanding(office: office)
    if file.acknowledgments.isEmpty, !whole.isEmpty,
      whole.allSatisfy({ standing.refusal(of: $0, in: file) != nil })
    {
      // Nothing is kept, so that it can be read once the office or its rules say otherwise.
      for (index, set) in file.sets.enumerated() where set.isWhole {
        try refuse(set, at: index)
      }
      try keepBrokenRemittances()
      report.outcome = .refused
      return report
    }
    guard file.sets.contains(where: \.isWhole) || !file.acknowledgments.isEmpty else {
      report.outcome = .refused
      try keepBrokenRemittances()
      if !report.problems.contains(where: \.isError) {
        report.problems.append(
          FileProblem(isError: true, message: "the file holds no complete transaction set"))
      }
      return report
    }
    guard file.bytes.count <= FileApplication.wholeAtOnce else {
      try applyAll(step: step)
      return report
    }
    try office.database.write { connection in
      open = connection
      defer { open = nil }
      try applyAll(step: step)
    }
    return report
  }

  private mutating func applyAll(step: (Int) -> Bool) throws {
    fileID = try begin()
    var goesOn = true
    for (index, set) in file.sets.enumerated() where set.isWhole && goesOn {
      try apply(set, at: index) {
        goesOn = step($0) && goesOn; return goesOn
      }
    }
    if goesOn {
      try keepBrokenRemittances()
      try applyInterchangeAcknowledgments()
      try finish()
    }
  }

  private func begin() throws -> FileID {
    try write {
      try office.beginFile(name: name, hash: hash, byteCount: file.bytes.count, in: $0)
    }
  }

  private mutating func apply(
    _ set: TransactionSetEnvelope, at index: Int, step: (Int) -> Bool
  ) throws {
    guard try !refuse(set, at: index) else { return }
    switch set.code {
    case "837": try applyClaims(of: set, at: index, step: step)
    case "835": try applyRemittance(of: set, at: index, step: step)
    case "999", "997": try applyImplementationAcknowledgment(of: set, at: index)
    case "277": try applyClaimAcknowledgment(of: set, at: index)
    case "271": try applyEligibility(of: set, at: index)
    default:
      report.problems.append(
        FileProblem(
          isError: false, at: place(of: set, element: "ST01"),
          message: "a \(set.code) is not work for this office; the set was left alone"))
    }
  }

  /// Says why a set is not taken; whether there is a reason.
  @discardableResult
  private mutating func refuse(_ set: TransactionSetEnvelope, at index: Int) throws -> Bool {
    guard let refusal = SetStanding(office: office).refusal(of: set, in: file) else { return false }
    note(refusal, isError: true, in: set)
    if let problem = report.problems.last { try keepRefused(set, at: index, because: problem) }
    return true
  }

  private mutating func finish() throws {
    let isBad = report.problems.contains(where: \.isError)
    if isBad { report.outcome = .partlyApplied }
    let summary = summary
    let done = report
    let id = fileID
    try write { try office.completeFile(id, done, summary: summary, in: $0) }
  }

  /// What the file did, in one line for the list of imports.
  private var summary: String {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { parts.append("\(count) " + (count == 1 ? one : many)) }
    }
    add(report.claimsAdded, "claim", "claims")
    add(report.acknowledged, "answer", "answers")
    add(report.rejected, "rejection", "rejections")
    add(report.remittances, "remittance", "remittances")
    add(report.claimsPosted, "claim posted", "claims posted")
    add(report.claimsStaged, "staged", "staged")
    add(report.denials, "denial", "denials")
    add(report.eligibilityAnswers, "coverage answer", "coverage answers")
    add(report.problems.count { $0.isError }, "error", "errors")
    return parts.isEmpty ? "nothing to do" : parts.joined(separator: ", ")
  }

  // MARK: Common to all kinds

  /// Changes the office in one transaction, that of the whole file where it is small.
  func write<T>(_ body: (Connection) throws -> T) throws -> T {
    if let open { return try body(open) }
    return try office.database.write(body)
  }

  /// Reads the office, what this file has changed so far included.
  func read<T>(_ body: (Connection) throws -> T) throws -> T {
    if let open { return try body(open) }
    return try office.database.read(body)
  }

  /// Where a set stands, begun if it was not.
  func progress(
    of set: TransactionSetEnvelope, at index: Int, in connection: Connection
  ) throws -> (applied: Int, isComplete: Bool) {
    if let known = try SetProgress.find(file: fileID, position: index, in: connection) {
      return known
    }
    try SetProgress.begin(
      file: fileID, position: index, kind: set.code, control: set.control, in: connection)
    return (0, false)
  }

  func advance(
    _ index: Int, from: Int, to applied: Int, isComplete: Bool, in connection: Connection
  ) throws {
    let moved = try SetProgress.advance(
      file: fileID, position: index, from: from, to: applied, isComplete: isComplete,
      in: connection)
    guard moved else {
      throw Refusal("another import of this file was faster; run the import again")
    }
  }

  mutating func note(_ problems: [X12Problem]) {
    report.problems += problems.map { FileProblem($0) }
  }

  mutating func note(_ refusals: [ClaimFileRefusal], in set: TransactionSetEnvelope) {
    // Refusals come in the order of the file, so one pass finds all their places.
    var scanner = SegmentScanner(
      delimiters: set.delimiters, position: set.range.lowerBound, end: set.range.upperBound,
      firstNumber: set.firstSegment)
    var segment = SegmentView()
    let file = file
    let bytes = file.bytes.span
    for refusal in refusals {
      while segment.number < refusal.place.segment, scanner.next(in: bytes, into: &segment) {}
      var place = refusal.place
      place.byte = file.diskOffset(segment.start)
      report.problems.append(
        FileProblem(isError: true, at: place, message: refusal.message))
    }
  }

  mutating func note(_ message: String, isError: Bool, in set: TransactionSetEnvelope) {
    report.problems.append(
      FileProblem(
        isError: isError, at: place(of: set), message: message))
  }

  /// Where a set begins in the file.
  private func place(of set: TransactionSetEnvelope, element: String = "") -> FilePlace {
    FilePlace(
      segment: set.firstSegment, byte: file.diskOffset(set.range.lowerBound), element: element)
  }

  /// The day a set speaks of when nothing in it says so.
  func day(of set: TransactionSetEnvelope) -> Day {
    let number = Int(set.date)
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) ?? office.today
  }
}
