package import Billing
import ClaimFiles
import WorkEngine

/// What is wrong with a file of orders, before anybody imports it.
package struct OrderFileCheck: Equatable, Sendable {
  /// Rows with anything in them, without the headings.
  package var rows = 0
  /// Orders that would be taken, and orders that would be refused.
  package var orders = 0
  package var refused = 0
  /// By line and column, in the order of the file.
  package var problems: [OrderInputProblem] = []
  /// Problems beyond those that are listed.
  package var unlisted = 0

  /// Looks at a whole file; nothing is saved.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - headings: What headings mean by the office's rules.
  ///   - today: Nothing in it may have happened after it.
  package init(_ bytes: [UInt8], headings: [OrderHeading] = [], on today: Day) {
    do throws(OrderFileError) {
      self.init(try OrderFile.read(bytes, headings: headings), on: today) { _, _ in true }
    } catch {
      self.init(problems: error.problems)
    }
  }

  private init(problems: [OrderInputProblem]) { self.problems = problems }

  /// Reads a file, handing over each order that can be read with the lines it stands on; nil for one
  /// that nothing is to be taken of, so that whoever counts orders counts it on every day.
  ///
  /// - Throws: What `body` throws; it says whether to go on.
  init<Failure: Error>(
    _ file: OrderFile, on today: Day,
    each body: (OrderDraft?, ClosedRange<Int>) throws(Failure) -> Bool
  ) throws(Failure) {
    var implausible: [OrderInputProblem] = []
    var unlikely = 0
    let read = try file.forEachOrder { (draft, lines) throws(Failure) in
      let found = OrderDraftCheck.problems(in: draft, line: lines.lowerBound, on: today)
      let isRefused = found.contains(where: \.isError)
      if isRefused { unlikely += 1 }
      implausible += found
      return try body(isRefused ? nil : draft, lines)
    }
    rows = read.rows
    orders = read.orders - unlikely
    refused = read.refused + unlikely
    let found = (read.problems + implausible).enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
    problems = file.warnings + found.prefix(OrderFile.Report.mostProblems)
    unlisted = read.unlisted + max(0, found.count - OrderFile.Report.mostProblems)
  }
}
