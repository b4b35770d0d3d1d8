import Cells
import Rules
import TOMLKit

/// A TOML file that says, for everything wrong in it, the file, the line and the key.
struct TOMLDocument {
  let path: String
  let table: TOMLTable
  private let text: String

  /// Takes a text apart.
  ///
  /// - Throws: where it is not TOML.
  init(_ text: String, path: String) throws(CommandFailure) {
    self.path = path
    self.text = text
    if let line = TOMLDepth.tooDeep(text) {
      throw CommandFailure(
        "\(foreign: path), line \(line): a key has more parts than any has here; correct it")
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw CommandFailure(
        "\(foreign: path), line \(error.source.begin.line): \(foreign: error.description)")
    } catch {
      throw CommandFailure("\(foreign: path): it cannot be read as TOML")
    }
  }

  /// A file that is there, or nil.
  static func read(_ path: String) throws(CommandFailure) -> TOMLDocument? {
    guard let text = try SmallFile.text(path) else { return nil }
    return try TOMLDocument(text, path: path)
  }

  /// What is wrong with one key, in words that end with what to do.
  func complaint(_ key: String, in section: String = "", _ words: SafeText) -> CommandFailure {
    let place: SafeText =
      line(of: key, in: section).map { "\(foreign: path), line \($0)" } ?? "\(foreign: path)"
    return CommandFailure("\(place), \(foreign: key): \(words)")
  }

  /// Refuses keys that mean nothing, which are mostly slips of the hand.
  func checkKeys(_ known: [String]) throws(CommandFailure) {
    for key in table.keys.sorted() where !known.contains(key) {
      throw complaint(key, "there is no such key; use \(foreign: known.joined(separator: ", "))")
    }
  }

  /// The line on which a key stands, from 1; only for messages, so a rough look is enough.
  private func line(of key: String, in section: String) -> Int? {
    var current = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.first == "[" {
        current = String(trimmed.drop { $0 == "[" }.prefix { $0 != "]" })
        if current == key, section.isEmpty { return index + 1 }
      } else if current == section, let end = trimmed.firstIndex(of: "=") {
        let name = trimmed[..<end].filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
        if name == key { return index + 1 }
      }
    }
    return nil
  }
}
