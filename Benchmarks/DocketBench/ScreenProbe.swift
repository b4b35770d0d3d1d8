/// Bytes that a step of the cursor sends to the terminal, and memory, both of the real program.
struct ScreenProbe {
  private static let steps = 30
  let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    let child = try Child.startOnTerminal(
      office.options.docket, ["--office", office.path, "--today", "\(office.options.today)"])
    _ = child.readUntilQuiet(400)
    // The first queues of the overview may be empty, A/R follow-up never is.
    child.type(":queue ar-follow-up\r")
    _ = child.readUntilQuiet(600)
    var bytes: [Int64] = []
    for _ in 0..<Self.steps {
      child.type("j")
      bytes.append(Int64(child.readUntilQuiet(150).bytes))
    }
    for keys in ["G", "g", "\u{4}", "\u{4}", "\r"] {
      child.type(keys)
      _ = child.readUntilQuiet(300)
    }
    let memory = child.residentMemory
    child.type("qqq")
    child.end()
    let bare = try Child.run(office.options.docket, ["--version"]).peakMemory
    let step = Times(bytes).median
    // Two rows change: each at least once over in plain text, with a move of the cursor before it.
    let least: Int64 = 2 * (120 + 8)
    return [
      BenchLine(
        what: "bytes for one step of the cursor, 120 columns", measured: "\(step)",
        hold: "under 300", floor: "two rows as text \(least)", ratio: Figure.ratio(step, to: least)),
      BenchLine(
        what: "resident memory of the workstation", measured: Figure.megabytes(memory),
        hold: "64 MB", floor: "docket --version \(Figure.megabytes(bare))",
        ratio: Figure.ratio(memory, to: bare)),
    ]
  }
}
