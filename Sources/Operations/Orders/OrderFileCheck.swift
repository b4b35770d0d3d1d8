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
  ///   - today: Nothing in it may have happened after it.
  package init(_ bytes: [UInt8], on today: Day) {
    let file: OrderFile
    do {
      file = try OrderFile.read(bytes)
    } catch {
      problems = error.problems
      return
    }
    var implausible: [OrderInputProblem] = []
    var unlikely = 0
    let read = file.forEachOrder { draft, lines in
      let found = OrderDraftCheck.problems(in: draft, line: lines.lowerBound, on: today)
      if found.contains(where: \.isError) { unlikely += 1 }
      implausible += found
      return true
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
