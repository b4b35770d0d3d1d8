/// Bytes that a step of the cursor sends to the terminal, and memory, both of the real program.
struct ScreenProbe {
  private static let steps = 15
  let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    let narrow = try open(columns: 80, rows: 24)
    let step = steps(narrow, pausing: 120)
    narrow.type("qqq")
    narrow.end()
    let wide = try open(columns: 120, rows: 40)
    let withPane = steps(wide, pausing: 400)
    for keys in ["G", "g", "\u{4}", "\u{4}", "\r"] {
      wide.type(keys)
      _ = wide.readUntilQuiet(300)
    }
    let memory = wide.residentMemory
    wide.type("qqq")
    wide.end()
    let bare = try Child.run(office.options.docket, ["--version"]).peakMemory
    // Two rows change: each at least once over in plain text, with a move of the cursor before it.
    let least: Int64 = 2 * (80 + 8)
    return [
      BenchLine(
        what: "bytes for one step of the cursor, 80 columns", measured: "\(step)",
        hold: "under 300", floor: "two rows as text \(least)", ratio: Figure.ratio(step, to: least)),
      BenchLine(
        what: "the same at 120 columns, with the pane of the item beside it",
        measured: "\(withPane)"),
      BenchLine(
        what: "resident memory of the workstation", measured: Figure.megabytes(memory),
        hold: "64 MB", floor: "docket --version \(Figure.megabytes(bare))",
        ratio: Figure.ratio(memory, to: bare)),
    ]
  }

  /// The program with the longest queue open.
  private func open(columns: UInt16, rows: UInt16) throws -> Child {
    let child = try Child.startOnTerminal(
      office.options.docket, ["--office", office.path, "--today", "\(office.options.today)"],
      columns: columns, rows: rows)
    _ = child.readUntilQuiet(400)
    child.type(":queue ar-follow-up\r")
    _ = child.readUntilQuiet(600)
    return child
  }

  /// The bytes of one step (median).
  private func steps(_ child: Child, pausing milliseconds: Int32) -> Int64 {
    var bytes: [Int64] = []
    for _ in 0..<Self.steps {
      child.type("j")
      bytes.append(Int64(child.readUntilQuiet(milliseconds).bytes))
    }
    return Times(bytes).median
  }
}
