import Billing

/// A file to begin with, and what each of its columns means.
package enum OrderTemplate {
  /// Header and two made-up rows: a rental and supplies, each an order of its own.
  package static let csv: String = {
    let columns = templateColumns
    let rows = [
      columns.map(\.name), columns.map(\.example), columns.map { second[$0.key] ?? $0.example },
    ]
    return rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }()

  /// One line a column and the rules for the whole file, for people, at most 100 wide.
  package static let documentation: String = {
    var text = """
      A file of delivered orders is a CSV file: a first row of headings, then one row for each item.

      - Rows of one order have the same order_number and stand together. A number that comes again
        further down is an error: the first order is taken, the later rows are refused.
      - What belongs to the order (patient, payers, papers) is read from its first row; the rows
        after it may repeat it or leave it empty, but not say something else.
      - One wrong row refuses its whole order, and only that order.
      - Comma, semicolon or tab between the columns; text in double quotes where it holds one of
        them; UTF-8 (Windows-1252 is read with a warning).
      - Dates: 2026-01-31, 01/31/2026 or 20260131. Two-digit years are refused.
      - Amounts in dollars: 1234.50 or $1,234.50.
      - Order of the columns, case, blanks and underscores of headings do not matter; columns that
        Docket does not know are left out and named.

      Columns (! required, + needed before it can be billed):

      """
    for column in OrderColumns.all { text += paragraph(column) }
    return text
  }()

  /// All but the single columns that only stand for lists.
  static let templateColumns = OrderColumns.all.filter { column in
    switch column.key {
    case .field(
      .diagnosis1), .field(.diagnosis2), .field(.diagnosis3), .field(.diagnosis4),
      .field(.modifier1), .field(.modifier2), .field(.modifier3), .field(.modifier4):
      false
    case .coverage(.tertiary, _): false
    default: true
    }
  }

  /// What the second sample row says otherwise.
  private static let second: [OrderColumnKey: String] = [
    .field(.orderNumber): "SAMPLE-1002", .field(.accountNumber): "ACCT-2",
    .field(.patientLastName): "YYTEST", .field(.patientFirstName): "INVENTED",
    .field(.birthDate): "02/29/1952", .field(.sex): "M", .field(.phone): "555-555-0103",
    .coverage(.primary, .memberID): "2XX0XX0XX00", .field(.deliveredOn): "",
    .field(.shippedOn): "2026-01-14", .field(.method): "shipped",
    .field(.tracking): "1Z0000000000000000", .field(.proofDate): "2026-01-14",
    .field(.proofSigner): "", .field(.faceToFaceDate): "", .field(.sleepStudyDate): "",
    .coverage(.secondary, .payer): "SAMPLE SUPPLEMENT", .coverage(.secondary, .payerID): "00001",
    .coverage(.secondary, .memberID): "S0000001", .coverage(.secondary, .filingIndicator): "CI",
    .field(.kind): "supply", .field(.hcpcs): "A7030", .field(.modifiers): "NU KX",
    .field(.description): "Full face mask, \"large\"", .field(.serialNumber): "",
    .field(.daysSupplied): "90", .field(.unitCharge): "180.00", .field(.firstRentalMonth): "",
  ]

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",;\"\t\r\n".contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static func paragraph(_ column: OrderColumn) -> String {
    let mark =
      switch column.need {
      case .required: "! "
      case .wanted: "+ "
      case .optional: "  "
      }
    var words = column.meaning
    if !column.example.isEmpty { words += " (" + column.example + ")" }
    var lines = [mark + column.name]
    for line in wrapped(words, to: 94) { lines.append("      " + line) }
    if !column.aliases.isEmpty {
      let some = column.aliases.prefix(6).joined(separator: ", ")
      for line in wrapped("also: " + some, to: 94) { lines.append("      " + line) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
