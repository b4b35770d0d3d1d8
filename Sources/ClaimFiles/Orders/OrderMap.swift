package import Billing

/// What the headings of another system's export may mean: proposed from their words, and where those
/// say nothing from what stands below them.
package struct OrderMap: Equatable, Sendable {
  /// One heading of the export.
  package struct Row: Equatable, Sendable {
    /// Why a column is proposed.
    package enum Reason: String, Equatable, Sendable {
      /// It is read without a rule.
      case known
      /// The office's rules say it.
      case rules
      /// Its words are those of the column.
      case words
      /// What stands below it can be nothing else.
      case content
      /// Nothing speaks for any column.
      case nothing
    }

    package var heading: String
    /// The column's name; nil where none is proposed.
    package var column: String?
    package var reason: Reason
    /// The first text below it; foreign.
    package var example: String
  }

  /// The line of the headings, from 1.
  package var line: Int
  package var rows: [Row]
  /// Columns that every file must have and that no heading means.
  package var missing: [String]

  /// Rows for the office's rules file: what is proposed and not read without.
  package var proposed: [OrderHeading] {
    rows.compactMap { row in
      guard row.reason == .words || row.reason == .content, let column = row.column else {
        return nil
      }
      return OrderHeading(heading: row.heading, column: column)
    }
  }

  /// The same as text of a rules file.
  package var text: String {
    proposed.map { row in
      "[[order-column]]\nheading = \(Self.quoted(row.heading))\ncolumn = \(Self.quoted(row.column))\n"
    }.joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Looks at an export.
  ///
  /// - Parameters:
  ///   - file: Its bytes.
  ///   - known: What the office's rules say already.
  /// - Throws: `OrderFileError` where no row looks like headings, or the file is no text.
  package init(of file: [UInt8], known: [OrderHeading]) throws(OrderFileError) {
    let text = try DecodedText(file)
    let headings = try OrderHeadings(known)
    guard let table = OrderTable(text.bytes, headings: headings) else {
      throw OrderFileError(
        "No row looks like headings: a row of at least three, of which one is known or has words of "
          + "a column. `docket order template` prints the columns.")
    }
    line = table.line
    var taken: Set<String> = []
    rows = table.texts.map { heading in
      if headings.isOwn(heading) {
        return Row(
          heading: heading, column: headings.column(named: heading)?.name ?? "none", reason: .rules,
          example: "")
      }
      let column = OrderColumns.column(named: heading)?.name
      return Row(
        heading: heading, column: column, reason: column == nil ? .nothing : .known, example: "")
    }
    taken.formUnion(rows.compactMap(\.column))
    for (place, below) in table.columns.enumerated() {
      rows[place].example = below.first { !$0.isEmpty } ?? ""
    }
    for reason in [Row.Reason.words, .content] {
      for place in rows.indices where rows[place].reason == .nothing {
        guard !rows[place].heading.isEmpty else { continue }
        let found =
          reason == .words
          ? HeadingWords.column(of: rows[place].heading, without: taken)
          : CellKinds.column(of: table.columns[place], without: taken)
        guard let found else { continue }
        rows[place].column = found
        rows[place].reason = reason
        taken.insert(found)
      }
    }
    let hasName = taken.contains("patient_name")
    missing = OrderColumns.all.filter { column in
      column.need == .required && !taken.contains(column.name)
        && !(hasName && OrderColumns.isPartOfName(column.key))
    }.map(\.name)
  }
}

/// The rows of an export as texts, below the row that is most like headings.
private struct OrderTable {
  var line: Int
  var texts: [String]
  /// By place what stands below, of the first rows.
  var columns: [[String]]

  private static let mostTitles = 40
  private static let mostRows = 200

  init?(_ bytes: [UInt8], headings: OrderHeadings) {
    var best: (score: Int, line: Int, delimiter: UInt8, texts: [String])?
    for delimiter in OrderHeader.delimiters {
      var reader = CSVReader(bytes: Array(bytes.prefix(65_536)), delimiter: delimiter)
      var row = CSVRow()
      for _ in 0..<Self.mostTitles where reader.next(into: &row) {
        let texts = row.cells.indices.map { reader.text($0, of: row) }
        let score = texts.count { text in
          headings.column(named: text) != nil || headings.isOwn(text)
            || HeadingWords.column(of: text, without: []) != nil
        }
        if texts.count >= 3, score >= 1, score > best?.score ?? 0 {
          best = (score, row.line, delimiter, texts)
        }
      }
    }
    guard let best else { return nil }
    (line, texts) = (best.line, best.texts)
    columns = texts.map { _ in [] }
    var reader = CSVReader(bytes: bytes, delimiter: best.delimiter)
    var row = CSVRow()
    var count = 0
    while count < Self.mostRows, reader.next(into: &row) {
      guard row.line > line, !row.isBlank else { continue }
      for place in columns.indices where place < row.cells.count {
        columns[place].append(reader.text(place, of: row))
      }
      count += 1
    }
  }
}

/// Headings and columns by their words.
private enum HeadingWords {
  /// The one column whose words a heading has; nil where none or several fit as well.
  static func column(of heading: String, without taken: Set<String>) -> String? {
    let words = Self.words(heading)
    guard !words.isEmpty else { return nil }
    var best: (score: Int, name: String, isAlone: Bool)?
    for column in OrderColumns.all where !taken.contains(column.name) {
      let score =
        ([column.name] + column.aliases).map { Self.score(words, Self.words($0)) }.max() ?? 0
      guard score >= 66, score >= best?.score ?? 0 else { continue }
      best = (score, column.name, score > best?.score ?? 0)
    }
    return best.flatMap { $0.isAlone ? $0.name : nil }
  }

  /// What two lists of words have in common, in hundredths of all their words.
  private static func score(_ left: Set<String>, _ right: Set<String>) -> Int {
    let all = left.union(right).count
    return all == 0 ? 0 : left.intersection(right).count * 100 / all
  }

  /// The words of a heading, the usual shortenings written out.
  private static func words(_ heading: String) -> Set<String> {
    var spaced = ""
    var before: Character = " "
    for character in heading {
      // `OrderNumber` is two words.
      if character.isUppercase, before.isLowercase { spaced.append(" ") }
      spaced.append(character)
      before = character
    }
    let words = spaced.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "#" }
    return Set(words.map { same[String($0)] ?? String($0) }).subtracting(empty)
  }

  private static let same = [
    "id": "number", "no": "number", "nbr": "number", "num": "number", "#": "number",
    "pt": "patient", "client": "patient", "customer": "patient", "addr": "address",
    "qty": "quantity", "amt": "amount", "dx": "diagnosis", "icd": "diagnosis",
    "icd10": "diagnosis", "physician": "prescriber", "doctor": "prescriber",
    "provider": "prescriber", "ordering": "prescriber", "insurance": "payer", "ins": "payer",
    "policy": "member", "subscriber": "member", "dob": "birth", "postal": "zip",
    "ticket": "order", "ship": "shipped", "deliver": "delivered", "delivery": "delivered",
  ]
  /// Words that tell nothing.
  private static let empty: Set<String> = ["the", "of", "code", "sales", "date", "on"]
}

/// What stands in cells, where it can be nothing else.
private enum CellKinds {
  /// The one column that every text below a heading fits; nil where nothing or too little stands
  /// there.
  static func column(of texts: [String], without taken: Set<String>) -> String? {
    let filled = texts.filter { !$0.isEmpty }
    guard filled.count >= 2 || filled.count == texts.count && !filled.isEmpty else { return nil }
    for (name, fits) in kinds where !taken.contains(name) {
      if filled.allSatisfy(fits) { return name }
    }
    return nil
  }

  private static let kinds: [(name: String, fits: @Sendable (String) -> Bool)] = [
    (
      "hcpcs",
      { (try? WrittenOut.item($0)) != nil && $0.utf8.contains(where: CellReading.isLetter) }
    ),
    ("primary_member_id", { MedicareNumber.isInForm($0.filter { $0 != "-" }) }),
    ("prescriber_npi", { $0.utf8.count == 10 && NationalProviderIdentifier.isValid($0) }),
    (
      "diagnoses",
      { text in
        guard text.contains("."), let codes = try? WrittenOut.diagnoses(text) else { return false }
        return (try? CellReading.diagnoses(codes)) != nil
      }
    ),
    ("patient_sex", { ["Male", "Female", "M", "F"].contains($0) }),
    ("patient_state", { StateNames.code($0) != nil }),
  ]
}
