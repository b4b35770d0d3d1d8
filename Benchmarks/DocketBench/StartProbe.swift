/// How long it takes from the command to the first screen, and to the first numbers on it.
struct StartProbe {
  private static let rounds = 15
  let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    var first = Times()
    var settled = Times()
    var version = Times()
    var query = Times()
    for _ in 0..<Self.rounds {
      let start = Stopwatch.now()
      let child = try Child.startOnTerminal(
        office.options.docket,
        ["--office", office.path, "--today", "\(office.options.today)"])
      let seen = child.readUntilQuiet(250)
      first.add((seen.first ?? seen.last) - start)
      settled.add(seen.last - start)
      child.type("q")
      child.end()
      version.add(
        try Stopwatch.time {
          try Child.run(office.options.docket, ["--version"])
        }.nanoseconds)
      query.add(
        try Stopwatch.time {
          try Child.run("/usr/bin/env", ["sqlite3", office.path, Self.page])
        }.nanoseconds)
    }
    return [
      BenchLine(
        what: "start to first screen", measured: Figure.time(first.median), hold: "80 ms",
        floor: "docket --version \(Figure.time(version.median))",
        ratio: Figure.ratio(first.median, to: version.median)),
      BenchLine(
        what: "start to every number on it", measured: Figure.time(settled.median), hold: "80 ms",
        floor: "sqlite3, one page \(Figure.time(query.median))",
        ratio: Figure.ratio(settled.median, to: query.median)),
    ]
  }

  private static let page = """
    SELECT * FROM work_item WHERE queue = 'ar-follow-up' AND lane = 0 AND is_closed = 0
    ORDER BY tier, expected_cents DESC, id LIMIT 50
    """
}
