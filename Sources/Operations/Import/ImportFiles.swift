import Billing
import ClaimFiles
import Database
package import Desk
import Store
import X12

extension Office {
  /// Reads files and folders of files in the order in which they came about, and applies each once.
  ///
  /// A file that cannot be read, or is no X12, is reported and leaves the database untouched; a bad
  /// transaction set never takes the others with it. Stopping between two files loses nothing: the
  /// next run goes on where this one stopped.
  ///
  /// `progress` is told before each file and each step; false stops after what is begun.
  ///
  /// - Throws: Any failure of the database.
  package func importFiles(
    _ paths: [String], progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> [ImportReport] {
    try importFiles(paths, as: .news, progress: progress)
  }

  /// Reads files as ``importFiles(_:progress:)`` does, with the days on which their facts were known.
  ///
  /// - Throws: Any failure of the database.
  package func importFiles(
    _ paths: [String], as arrival: Arrival, progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> [ImportReport] {
    let (found, refused) = ArrivedFile.find(paths)
    var reports = refused
    let total = found.reduce(0) { $0 + $1.byteCount }
    var done: Int64 = 0
    var goesOn = true
    for (index, file) in found.enumerated() where goesOn {
      let begin = done
      goesOn = progress(
        ImportProgress(
          file: file.name, fileNumber: index + 1, fileCount: found.count, bytesDone: begin,
          bytesTotal: total))
      guard goesOn else { break }
      reports.append(
        try importFile(file, as: arrival) { bytes in
          goesOn = progress(
            ImportProgress(
              file: file.name, fileNumber: index + 1, fileCount: found.count,
              bytesDone: begin + Int64(bytes), bytesTotal: total))
          return goesOn
        })
      done += file.byteCount
    }
    return reports
  }

  /// Applies bytes that were just made, without a file on disk, for tests and sample offices.
  ///
  /// - Throws: Any failure of the database.
  @discardableResult
  package func importBytes(
    _ bytes: [UInt8], name: String, as arrival: Arrival = .news
  ) throws -> ImportReport {
    try apply(bytes, path: name, name: name, as: arrival) { _ in true }
  }

  private func importFile(
    _ file: ArrivedFile, as arrival: Arrival, step: (Int) -> Bool
  ) throws -> ImportReport {
    do {
      return try apply(
        try file.read(), path: file.path, name: file.name, as: arrival, step: step)
    } catch let refusal as Refusal {
      return ImportReport(
        path: file.path, outcome: .refused,
        problems: [FileProblem(isError: true, message: refusal.message)])
    }
  }

  private func apply(
    _ bytes: [UInt8], path: String, name: String, as arrival: Arrival, step: (Int) -> Bool
  ) throws -> ImportReport {
    if BAI2File.isLikely(bytes) { return try applyDeposits(bytes, path: path, name: name) }
    let isOrders = OrderFile.looksLikeOrders(bytes, headings: rules.orderHeadings)
    if !isOrders, BankTable.isLikely(bytes, columns: rules.bankColumns) {
      return try applyDeposits(bytes, path: path, name: name)
    }
    let file: X12File?
    do {
      file = isOrders ? nil : try X12File(bytes)
    } catch {
      return ImportReport(
        path: path, outcome: .refused,
        problems: [OrderFile.refusal(of: bytes, named: name) ?? FileProblem(error)])
    }
    let hash = FileDigest.hash(bytes)
    if let known = try database.read({ try Files.find(hash: hash, in: $0) }), known.isComplete {
      return .known(path, sets: file?.sets.count ?? 1, known)
    }
    guard let file else {
      return try applyOrders(bytes, path: path, name: name, hash: hash, as: arrival, step: step)
    }
    var application = FileApplication(
      office: recording(arrival.known(file) ?? today), file: file, path: path, name: name,
      hash: hash)
    return try application.run(step: step)
  }
}

/// Whether what a file says becomes known by reading it, or was known when it came about.
package enum Arrival: Sendable {
  /// Known from the business day on which it is read.
  case news
  /// The history of an office that is loaded: known from the day of its interchange (ISA09), an order
  /// from its delivery.
  case history

  /// The day from which a file is known; nil for the day on which it is read.
  fileprivate func known(_ file: X12File) -> Day? {
    guard case .history = self else { return nil }
    let dates = file.sets.map(\.interchangeDate) + file.acknowledgments.map(\.answeredOn)
    return dates.compactMap { date in
      let number = Int(date)
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }.max()
  }
}

extension ImportReport {
  /// The report of a file whose bytes were read before.
  static func known(_ path: String, sets: Int, _ known: Files.Known) -> ImportReport {
    ImportReport(
      path: path, outcome: .alreadyApplied, sets: sets,
      problems: [
        FileProblem(
          isError: false,
          message:
            "the same bytes were read on \(known.importedAt.day) as \(known.name): nothing done")
      ])
  }
}

extension Office {
  /// Applies a CSV of orders.
  private func applyOrders(
    _ bytes: [UInt8], path: String, name: String, hash: String, as arrival: Arrival,
    step: (Int) -> Bool
  ) throws -> ImportReport {
    let file: OrderFile
    do {
      file = try OrderFile.read(bytes, headings: rules.orderHeadings)
    } catch {
      return ImportReport(
        path: path, outcome: .refused,
        problems: error.problems.map { FileProblem($0) })
    }
    return try OrderFileApplication(
      office: self, file: file, path: path, name: name, hash: hash, byteCount: bytes.count,
      arrival: arrival
    ).run(step: step)
  }
}

extension OrderFile {
  /// What is wrong with a file that is named as a table and is neither one of orders nor one of
  /// deposits; nil for other files.
  fileprivate static func refusal(of bytes: [UInt8], named name: String) -> FileProblem? {
    let name = name.lowercased()
    guard [".csv", ".tsv", ".xlsx", ".xls", ".ods"].contains(where: name.hasSuffix) else {
      return nil
    }
    do {
      _ = try OrderFile.read(bytes)
      return nil
    } catch {
      let isTable = error.problems.count > 1 || error.problems.contains { !$0.column.isEmpty }
      let words =
        "no row has the headings of a file of orders, which `docket order template` prints, nor "
        + "those of a table of deposits, which a [[bank-table]] of the office's rules names"
      return FileProblem(
        isError: true, message: isTable ? words : error.problems.first?.message ?? words)
    }
  }
}

extension FileProblem {
  init(_ problem: X12Problem) {
    self.init(
      isError: problem.severity == .error,
      at: FilePlace(
        segment: problem.place.segment, byte: problem.place.byte, element: problem.place.element),
      message: problem.message)
  }
}
