import Billing
import Cells
import Database
import Desk
import Operations
import Workstation

/// From a key to the cells that change, in one process: the workstation as a value, the real office
/// behind it.
struct KeyProbe {
  let office: BenchOffice

  init(_ office: BenchOffice) { self.office = office }

  func lines() throws -> [BenchLine] {
    var desk = DeskRun(try office.open())
    desk.press(typed(":queue ar-follow-up") + [.enter])
    desk.forget()
    for _ in 0..<30 {
      desk.press(Array(repeating: .character("j"), count: 15))
      desk.press(Array(repeating: .character("k"), count: 10))
    }
    for _ in 0..<40 { desk.press([.pageDown]) }
    desk.press([.character("g"), .character("g")])
    for _ in 0..<40 { desk.press([.pageDown, .control("d")]) }
    let still = desk.withoutQuery
    let paged = desk.withPage
    desk.forget()
    desk.press([.end, .home, .end, .home])
    let ends = desk.withPage
    desk.press(typed("/payer:medicare") + [.enter])
    let filtered = desk.withPage
    desk.press([.escape, .escape] + typed(":queue ar-follow-up") + [.enter])
    desk.forget()
    for _ in 0..<25 { desk.press([.enter, .escape, .character("j")]) }
    let opened = desk.withItem
    let comparing = desk.comparing()
    let query = try bareQuery()
    try desk.office.signOff()
    return [
      line("key to screen, no query (p99)", still, "5 ms", "two frames compared", comparing),
      line("key to screen, a page query (p99)", paged, "16 ms", "the bare query", query),
      line(
        "key to screen, last and first page (worst)", ends, "", "the bare query", query, \.worst),
      line(
        "key to screen, typing a filter (worst)", filtered, "", "the bare query", query, \.worst),
      line("key to screen, opening an item (p99)", opened, "", "the bare query", query),
    ]
  }

  private func line(
    _ what: String, _ times: Times, _ hold: String, _ floor: String, _ floorTime: Int64,
    _ figure: KeyPath<Times, Int64> = \.p99
  ) -> BenchLine {
    guard !times.all.isEmpty else { return BenchLine(what: what, measured: "no such key") }
    return BenchLine(
      what: what, measured: Figure.time(times[keyPath: figure]), hold: hold,
      floor: "\(floor) \(Figure.time(floorTime))",
      ratio: Figure.ratio(times[keyPath: figure], to: floorTime))
  }

  private func typed(_ text: String) -> [Key] { text.map { Key.character($0) } }

  /// The page's rows by the bare statement on the same open database (p99).
  private func bareQuery() throws -> Int64 {
    let office = try office.open()
    var times = Times()
    for round in 0..<200 {
      let (_, took) = try Stopwatch.time {
        try office.database.read { connection in
          try connection.rows(
            """
            SELECT reference, patient_name, reason, expected_cents FROM work_item
            WHERE queue = ?1 AND lane = 0 AND is_closed = 0 ORDER BY tier, expected_cents DESC, id
            LIMIT 50 OFFSET ?2
            """, [.text(QueueName.followUp.rawValue), .integer(Int64(round % 40 * 30))]
          ) { ($0.text(0), $0.text(1), $0.text(2), $0.int(3)) }
        }
      }
      times.add(took)
    }
    return times.p99
  }
}

/// A workstation with an office behind it, every answer at once, every key timed.
struct DeskRun {
  let office: Office
  private(set) var withoutQuery = Times()
  private(set) var withPage = Times()
  private(set) var withItem = Times()
  private var workstation: Workstation
  private var shown: Frame
  private var before: Frame
  private var now = Timestamp(rawValue: 1_785_750_000_000)
  private let size = Size(columns: 120, rows: 40)

  init(_ office: Office) {
    self.office = office
    workstation = Workstation(
      settings: WorkstationSettings(user: office.user.name, today: office.today))
    shown = Frame(size: size)
    before = shown
    _ = run(workstation.start(at: now, size: size))
  }

  mutating func forget() {
    withoutQuery = Times()
    withPage = Times()
    withItem = Times()
  }

  /// Presses keys with a moment between them, so that none belongs to the one before.
  mutating func press(_ keys: [Key]) {
    for key in keys {
      now = Timestamp(rawValue: now.rawValue + 50)
      let start = Stopwatch.now()
      var effects = workstation.receive(.tick(now))
      effects += workstation.receive(.key(key))
      draw()
      let asked = run(effects)
      let took = Stopwatch.now() - start
      if asked.contains(.item) || asked.contains(.lease) {
        withItem.add(took)
      } else if asked.contains(.page) {
        withPage.add(took)
      } else if asked.isEmpty {
        withoutQuery.add(took)
      }
    }
  }

  /// How long it takes to compare two frames that differ in one step (median).
  func comparing() -> Int64 {
    var times = Times()
    for _ in 0..<200 { times.add(Stopwatch.time { shown.changes(from: before) }.nanoseconds) }
    return times.median
  }

  private mutating func draw() {
    let frame = workstation.frame(size)
    _ = frame.changes(from: shown)
    before = shown
    shown = frame
  }

  /// Answers what was asked, and what the answers ask for; names the kinds of questions.
  private mutating func run(_ effects: [Effect]) -> [JobName] {
    var asked: [JobName] = []
    for effect in effects {
      guard case .ask(let errand) = effect else { continue }
      asked.append(errand.job)
      let more = workstation.receive(errand.run(at: office))
      draw()
      asked += run(more)
    }
    return asked
  }
}
