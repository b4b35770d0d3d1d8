package import Billing

/// Reads papers that were typed into a table (CSV), a row a line of a claim.
///
/// What belongs to a payment or a claim stands in its first row and may be left out in those below.
package enum PaperTable {
  package static let headings = [
    "payer", "number", "kind", "dated", "received", "total", "claim", "patient", "payer_claim",
    "line", "paid", "allowed", "charge", "codes",
  ]
  private static let needed = ["number", "kind", "dated", "total", "claim", "line", "paid"]
  private static let mostProblems = 50

  /// The papers of a table, in its order.
  ///
  /// - Throws: ``PaperTableError`` with line and column of everything that is wrong.
  package static func read(_ bytes: [UInt8]) throws(PaperTableError) -> [PaperEOB] {
    let decoded: DecodedText
    do {
      decoded = try DecodedText(bytes)
    } catch {
      throw PaperTableError(1, "", error.problems.first?.message ?? "the file is no text")
    }
    var reader = CSVReader(
      bytes: decoded.bytes, delimiter: BankTable.delimiter(of: decoded.bytes))
    var row = CSVRow()
    guard reader.next(into: &row) else { throw PaperTableError(1, "", "the file is empty") }
    let cells = row.cells.indices.map { BankTable.heading(reader.text($0, of: row)) }
    if let missing = needed.first(where: { !cells.contains($0) }) {
      throw PaperTableError(
        1, missing,
        "this heading is missing; the columns are \(headings.joined(separator: ", "))")
    }
    if let unknown = cells.first(where: { !headings.contains($0) }) {
      throw PaperTableError(
        1, unknown,
        "no such column is known; the columns are \(headings.joined(separator: ", "))")
    }
    var papers = PaperRows()
    while reader.next(into: &row), papers.problems.count < mostProblems {
      if row.isBlank { continue }
      if let line = row.openQuote ?? row.strayAfterQuote {
        throw PaperTableError(
          line, "", "a quotation mark is not closed, or something follows it")
      }
      var texts: [String: String] = [:]
      for (index, name) in cells.enumerated() {
        texts[name] = reader.text(index, of: row).trimmingBlanks
      }
      papers.add(texts, line: row.line)
    }
    guard papers.problems.isEmpty else { throw PaperTableError(problems: papers.problems) }
    guard !papers.all.isEmpty else { throw PaperTableError(1, "", "no row is typed") }
    return papers.all
  }
}

/// Everything that is wrong with a table of papers.
package struct PaperTableError: Error, Equatable, Sendable {
  package var problems: [FileProblem]

  init(problems: [FileProblem]) { self.problems = problems }

  init(_ line: Int, _ column: String, _ message: String) {
    problems = [
      FileProblem(
        isError: true, at: FilePlace(segment: line, element: column), message: message)
    ]
  }
}

/// Papers as their rows come.
private struct PaperRows {
  private(set) var all: [PaperEOB] = []
  private(set) var problems: [FileProblem] = []
  private var line = 0

  mutating func add(_ cells: [String: String], line: Int) {
    self.line = line
    let before = problems.count
    guard let index = paper(cells) else { return }
    let number = cells["claim"] ?? ""
    if !number.isEmpty, number != all[index].claims.last?.number {
      all[index].claims.append(
        PaperClaim(
          number: number, patient: cells["patient"] ?? "",
          payerNumber: cells["payer_claim"] ?? ""))
    }
    guard let claim = all[index].claims.last?.number else {
      return note("claim", "the first row of a payment names its claim")
    }
    let typed = cells["line"] ?? ""
    guard let lineNumber = Int(typed), lineNumber > 0 else {
      return note("line", "\"\(typed)\" is no number of a line")
    }
    var paid = PaperLine(number: lineNumber, paid: amount("paid", cells) ?? .zero)
    if !(cells["allowed"] ?? "").isEmpty { paid.allowed = amount("allowed", cells) }
    if !(cells["charge"] ?? "").isEmpty { paid.charge = amount("charge", cells) }
    do throws(PaperFault) {
      try PaperText.add(codes: cells["codes"] ?? "", to: &paid, of: claim)
    } catch {
      note("codes", error.message)
    }
    guard problems.count == before else { return }
    all[index].claims[all[index].claims.count - 1].lines.append(paid)
  }

  /// The paper that a row belongs to: the one before it, unless it names another number.
  private mutating func paper(_ cells: [String: String]) -> Int? {
    let number = cells["number"] ?? ""
    if let last = all.indices.last, number.isEmpty || number == all[last].number {
      if let total = cells["total"], !total.isEmpty, amount("total", cells) != all[last].total {
        note("total", "\(total) is not the \(all[last].total) of the row before")
      }
      return last
    }
    guard !all.contains(where: { $0.number == number }) else {
      note("number", "the rows of \(number) do not stand together")
      return nil
    }
    let kind = PaperPayment(rawValue: (cells["kind"] ?? "").lowercased())
    let dated = BankTable.day(cells["dated"] ?? "")
    let received =
      (cells["received"] ?? "").isEmpty ? dated : BankTable.day(cells["received"] ?? "")
    let total = amount("total", cells)
    if number.isEmpty { note("number", "the first row of a payment has its number") }
    if kind == nil {
      let kinds = PaperPayment.allCases.map(\.rawValue).joined(separator: ", ")
      note("kind", "\"\(cells["kind"] ?? "")\" is none of \(kinds)")
    }
    if dated == nil { note("dated", "\"\(cells["dated"] ?? "")\" is no date; write 2026-01-31") }
    if received == nil {
      note("received", "\"\(cells["received"] ?? "")\" is no date; write 2026-01-31")
    }
    guard let kind, let dated, let received, let total, !number.isEmpty else { return nil }
    all.append(
      PaperEOB(
        payer: cells["payer"] ?? "", number: number, kind: kind, receivedOn: received,
        dated: dated, total: total, claims: []))
    return all.count - 1
  }

  private mutating func amount(_ column: String, _ cells: [String: String]) -> Cents? {
    let text = cells[column] ?? ""
    if let amount = Cents(typed: text), Cents(fromOutside: amount.rawValue) != nil {
      return amount
    }
    note(column, "\"\(text.prefix(20))\" is no amount in dollars")
    return nil
  }

  private mutating func note(_ column: String, _ message: String) {
    problems.append(
      FileProblem(
        isError: true, at: FilePlace(segment: line, element: column), message: message))
  }
}
