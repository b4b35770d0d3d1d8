import Billing
import Cells
import Desk
import Testing
import Workstation

/// One play: a heading, and what is done and seen.
struct Screenplay: Sendable, CustomTestStringConvertible {
  /// One line of a play.
  struct Line: Sendable {
    var verb: String
    var rest: String
    var number: Int
  }

  var file: String
  var title: String
  var lines: [Line]

  var testDescription: String { "\(file): \(title)" }

  private static let verbs: Set<String> = [
    "size", "keys", "see", "unseen", "screen", "wait", "resize", "office", "does", "paste",
    "cursor",
    "quits",
  ]

  /// Reads the plays of a Markdown file: `##` begins one, fenced lines are its script.
  static func read(_ text: String, file: String) -> [Screenplay] {
    var plays: [Screenplay] = []
    var isScript = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        isScript.toggle()
      } else if !isScript, line.hasPrefix("## ") {
        plays.append(Screenplay(file: file, title: String(line.dropFirst(3)), lines: []))
      } else if isScript, !line.isEmpty, !plays.isEmpty {
        let verb = String(line.prefix { $0 != " " })
        let rest = String(line.dropFirst(verb.count).drop { $0 == " " })
        plays[plays.count - 1].lines.append(Line(verb: verb, rest: rest, number: index + 1))
        if !verbs.contains(verb) {
          Issue.record("\(file):\(index + 1): \"\(verb)\" is no direction")
        }
      }
    }
    return plays
  }
}

/// Plays a screenplay on a workstation with a made-up office.
struct Player {
  let play: Screenplay
  private var desk: Desktop
  private var looked: [String] = []

  init(_ play: Screenplay) throws {
    self.play = play
    let words =
      play.lines.first { $0.verb == "size" }?.rest.split(separator: " ").map(String.init) ?? []
    func word(after name: String) -> String? {
      words.firstIndex(of: name).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
    let user = word(after: "as") ?? "tlee"
    let isSupervisor = words.contains("supervisor")
    var settings = WorkstationSettings(
      user: user, isSupervisor: isSupervisor, today: MadeOffice.today,
      glyphs: words.contains("ascii") ? .ascii : .unicode, isPlain: words.contains("plain"),
      isMasked: words.contains("masked"))
    settings.views = [
      SavedView(number: 1, name: "medicare", queue: .denials, filter: "payer:medicare"),
      SavedView(
        number: 2, name: "old", queue: .denials, filter: "age>60", order: .age, isReversed: true),
    ]
    settings.afterDecision = word(after: "after").flatMap { AfterDecision(rawValue: $0) }
    if words.contains("rebound") { settings.keys = ["defer": ["z"], "note": ["<c-n>", "A"]] }
    desk = try Desktop(
      settings: settings, office: MadeOffice(named: word(after: "data") ?? "office"),
      size: Player.size(words.first ?? "80x24"))
  }

  private static func size(_ text: String) -> Size {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    return parts.count == 2 ? Size(columns: parts[0], rows: parts[1]) : Size(columns: 80, rows: 24)
  }

  mutating func perform() {
    for line in play.lines { perform(line) }
    for said in desk.workstation.everythingSaid {
      let text = said.text.string
      let isSeen = looked.contains { text.contains($0) || $0.contains(text) }
      if !isSeen { fail("said \"\(text)\", which no line looks for", at: play.lines.last) }
    }
  }

  private mutating func perform(_ line: Screenplay.Line) {
    let rest = line.rest
    switch line.verb {
    case "size": break
    case "keys":
      do throws(KeyNotationError) {
        desk.press(try Key.sequence(parsing: rest))
      } catch {
        fail("\(error)", at: line)
      }
    case "paste": desk.send(.key(.paste(rest.replacing("\\n", with: "\n"))))
    case "see": look(for: rest, wanted: true, at: line)
    case "unseen": look(for: rest, wanted: false, at: line)
    case "wait": desk.wait(milliseconds: milliseconds(rest))
    case "resize":
      desk.size = Player.size(rest)
      desk.send(.resized(desk.size))
    case "office": direct(rest, at: line)
    case "does":
      let done = desk.outside.map { "\($0)" }
      if !done.contains(where: { $0.contains(rest) }) {
        fail("did not \(rest), but \(done)", at: line)
      }
    case "quits":
      if !desk.outside.contains(.exit) { fail("did not quit", at: line) }
    case "cursor":
      let row = desk.frame.cursor.map { desk.frame.text(row: $0.row) } ?? "nowhere"
      if !row.contains(stripped(rest)) { fail("the cursor is on: \(row)", at: line) }
    case "screen": compare(named: rest, at: line)
    default: fail("no such direction", at: line)
    }
  }

  private func stripped(_ text: String) -> String {
    text.hasPrefix("|") ? String(text.dropFirst().drop { $0 == " " }) : text
  }

  private mutating func look(for text: String, wanted: Bool, at line: Screenplay.Line) {
    let text = stripped(text)
    if wanted { looked.append(text) }
    let lines = desk.frame.lines
    guard lines.contains(where: { $0.contains(text) }) != wanted else { return }
    fail(
      (wanted ? "does not show: " : "shows: ") + text + "\n" + lines.joined(separator: "\n"),
      at: line)
  }

  private func milliseconds(_ text: String) -> Int64 {
    if text.hasSuffix("ms") { return Int64(text.dropLast(2)) ?? 0 }
    if text.hasSuffix("min") { return (Int64(text.dropLast(3)) ?? 0) * 60_000 }
    return (Int64(text.dropLast()) ?? 0) * 1000
  }

  /// What happens in the office meanwhile.
  private mutating func direct(_ text: String, at line: Screenplay.Line) {
    let words = text.split(separator: " ").map(String.init)
    switch words.first {
    case "holds": desk.isHolding = true
    case "answers": desk.answerHeld(lastFirst: words.last == "backwards")
    case "progress":
      desk.send(
        .progress(
          ImportProgress(
            file: "inbox/ERA-1121.835", fileNumber: 3, fileCount: 12, bytesDone: 41, bytesTotal: 100
          )))
    case "tells": desk.send(.dataChanged)
    case "takes", "grabs", "leaves", "vanishes", "changes", "pays", "withholds":
      do {
        try desk.made.act(words)
      } catch {
        fail("\(error)", at: line)
      }
      if ["takes", "leaves", "pays"].contains(words[0]) { desk.send(.dataChanged) }
    case "refuses": desk.send(.refusedByTerminal(words.dropFirst().joined(separator: " ")))
    case "theme": desk.send(.themeLoaded(words[1]))
    case "stops": desk.send(.cancelled(.importing))
    default: fail("the office knows nothing of \(text)", at: line)
    }
  }

  private func compare(named name: String, at line: Screenplay.Line) {
    let golden = desk.frame.golden
    switch ScreenFiles.mode {
    case .comparing: break
    case .recording:
      ScreenFiles.write(golden, name: name)
      return
    case .refusing:
      fail("screens are not recorded under CI=true: record them where somebody looks", at: line)
      return
    }
    guard let known = ScreenFiles.read(name) else {
      fail("there is no Screens/\(name).screen; RECORD_SCREENS=1 swift test makes it", at: line)
      return
    }
    guard known != golden else { return }
    let new = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let old = known.split(separator: "\n", omittingEmptySubsequences: false)
    let differences = (0..<max(new.count, old.count)).compactMap { index -> String? in
      let before = index < old.count ? String(old[index]) : ""
      let after = index < new.count ? String(new[index]) : ""
      return before == after ? nil : "- \(before)\n+ \(after)"
    }
    fail("\(name) is different:\n" + differences.prefix(20).joined(separator: "\n"), at: line)
  }

  private func fail(_ text: String, at line: Screenplay.Line?) {
    Issue.record("\(play.file):\(line?.number ?? 0) (\(play.title)): \(text)")
  }
}
