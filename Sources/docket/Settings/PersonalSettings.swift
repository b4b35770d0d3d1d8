import Cells
import CursesTerminal
import TOMLKit
import Workstation

/// How one person likes the program: `settings.toml` in their configuration folder.
///
/// What the command line and the environment say comes before it.
struct PersonalSettings: Equatable, Sendable {
  var office: String?
  var theme: String?
  var color: ColorChoice?
  var isPlain = false
  var isASCII = false
  var usesMouse = false
  /// Names and identifiers are covered from the start.
  var isMasked = false
  /// Touches that the person wants to reach in a day.
  var dailyGoal = 60
  /// Minutes without a key after which patient data is covered; 0 for never.
  var idleMinutes = 10
  /// What is on the screen after a decision; nil leaves it to the office.
  var afterDecision: AfterDecision?

  static let keys = [
    "office", "theme", "color", "plain", "ascii", "mouse", "masked", "daily-goal", "idle-minutes",
    "after-decision",
  ]

  init() {}

  /// The settings of a file; where there is none, the usual ones.
  ///
  /// - Throws: the file, line and key that is wrong, and what to write there.
  init(path: String) throws(CommandFailure) {
    guard let document = try TOMLDocument.read(path) else { return }
    try document.checkKeys(Self.keys)
    let reader = KeyReader(document: document)
    office = try reader.text("office")
    theme = try reader.text("theme")
    if let word = try reader.text("color") {
      guard let choice = ColorChoice(rawValue: word) else {
        throw document.complaint("color", "use auto, always or never")
      }
      color = choice
    }
    isPlain = try reader.flag("plain") ?? isPlain
    isASCII = try reader.flag("ascii") ?? isASCII
    usesMouse = try reader.flag("mouse") ?? usesMouse
    isMasked = try reader.flag("masked") ?? isMasked
    dailyGoal = try reader.number("daily-goal", in: 0...10_000) ?? dailyGoal
    idleMinutes = try reader.number("idle-minutes", in: 0...1440) ?? idleMinutes
    afterDecision = try reader.afterDecision()
  }
}

/// Reads single keys of a file with the right complaint for a wrong one.
struct KeyReader {
  let document: TOMLDocument

  func text(_ key: String) throws(CommandFailure) -> String? {
    guard let value = document.table[key] else { return nil }
    guard let text = value.string else { throw document.complaint(key, "write text in quotes") }
    return text
  }

  /// `after-decision`, as persons and offices say it.
  func afterDecision() throws(CommandFailure) -> AfterDecision? {
    guard let word = try text("after-decision") else { return nil }
    guard let choice = AfterDecision(rawValue: word) else {
      throw document.complaint("after-decision", "use next or stay")
    }
    return choice
  }

  func flag(_ key: String) throws(CommandFailure) -> Bool? {
    guard let value = document.table[key] else { return nil }
    guard let flag = value.bool else { throw document.complaint(key, "write true or false") }
    return flag
  }

  func number(_ key: String, in range: ClosedRange<Int>) throws(CommandFailure) -> Int? {
    guard let value = document.table[key] else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw document.complaint(
        key, "write a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func texts(_ key: String) throws(CommandFailure) -> [String]? {
    guard let value = document.table[key] else { return nil }
    let texts = value.string.map { [$0] } ?? value.array.map { $0.compactMap(\.string) }
    guard let texts, value.array.map({ $0.count == texts.count }) ?? true else {
      throw document.complaint(key, "write a list of texts, such as [\"mpark\", \"tlee\"]")
    }
    return texts
  }
}
