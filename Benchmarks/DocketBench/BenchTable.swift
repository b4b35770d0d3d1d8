/// One line of the table: what, the number, the hold, and the floor beside it.
struct BenchLine {
  var what: String
  var measured: String
  /// What the database was asked for it.
  var effort = ""
  var hold = ""
  var floor = ""
  /// Measured over floor, in words such as `1.32 times`.
  var ratio = ""
}

/// The table that goes into the README: Markdown, readable as it is.
struct BenchTable {
  var lines: [BenchLine] = []

  func text(about office: BenchOffice) -> String {
    let head = BenchLine(
      what: "what", measured: "measured", effort: "statements and rows", hold: "hold",
      floor: "floor, same run", ratio: "over floor")
    let rows = ([head] + lines).map {
      [$0.what, $0.measured, $0.effort, $0.hold, $0.floor, $0.ratio]
    }
    let widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      "| "
        + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: " | ") + " |"
    }
    var text = [line(rows[0]), line(widths.map { String(repeating: "-", count: $0) })]
    text += rows.dropFirst().map(line)
    return "\(office.description)\n\n" + text.joined(separator: "\n")
  }
}

/// Numbers as they stand in the table, without floating point.
enum Figure {
  /// Nanoseconds as `12.3 ms`, `45 µs` or `1.24 s`.
  static func time(_ nanoseconds: Int64) -> String {
    switch nanoseconds {
    case ..<1_000_000: "\(nanoseconds / 1000) µs"
    case ..<1_000_000_000: tenths(nanoseconds / 100_000) + " ms"
    default: hundredths(nanoseconds / 10_000_000) + " s"
    }
  }

  static func ratio(_ number: Int64, to floor: Int64) -> String {
    guard floor > 0 else { return "" }
    return hundredths(number * 100 / floor) + " times"
  }

  /// How many in a second.
  static func rate(_ count: Int, in nanoseconds: Int64) -> Int64 {
    nanoseconds > 0 ? Int64(count) * 1_000_000_000 / nanoseconds : 0
  }

  /// `1 234 567` as `1,234,567`.
  static func grouped(_ number: Int64) -> String {
    var digits = String(number)
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + parts).joined(separator: ",")
  }

  /// How many each, as `12.3`.
  static func each(_ number: Int, of count: Int) -> String {
    count > 0 ? tenths(Int64(number) * 10 / Int64(count)) : ""
  }

  static func megabytes(_ bytes: Int64) -> String { tenths(bytes * 10 / 1_048_576) + " MB" }

  private static func tenths(_ number: Int64) -> String { "\(number / 10).\(number % 10)" }

  private static func hundredths(_ number: Int64) -> String {
    "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}
