import Foundation
import Testing

/// Trade data stands in the rules alone: what screens, SQL and verbs say of it comes from there.
@Suite("Trade data")
struct TradeDataTests {
  @Test(
    "screens, SQL and verbs of the shell hold no code of a payer, item, reason or modifier",
    arguments: ["Workstation", "Store", "Desk", "docket"])
  func noCodes(room: String) {
    for place in Literals.all where place.room == room {
      #expect(!TradeWords.all.contains(place.text), "\(place): \"\(place.text)\"")
      #expect(!TradeWords.isItem(place.text), "\(place): \"\(place.text)\"")
    }
  }

  @Test(
    "codes that the engine and the use cases name stand in the rules",
    arguments: ["WorkEngine", "Operations"])
  func codesAreRules(room: String) {
    for place in Literals.all where place.room == room {
      let isModifier = TradeWords.isPair(place.text) && place.speaksOfModifiers
      guard isModifier || TradeWords.isItem(place.text), !TradeWords.x12.contains(place.text)
      else { continue }
      #expect(TradeWords.quoted.contains(place.text), "\(place): \"\(place.text)\"")
    }
  }

  @Test("holds that edits place are reasons of the rules")
  func holdsAreReasons() {
    let reasons = TradeWords.codes(of: "hold-reasons.toml")
    var found = 0
    for place in Literals.all where place.path.hasPrefix("WorkEngine/Edits/") {
      guard place.line.contains(".hold(") || place.line.contains("self, \"") else { continue }
      guard place.text.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil else { continue }
      found += 1
      #expect(reasons.contains(place.text), "\(place): \"\(place.text)\"")
    }
    #expect(found > 5)
    #expect(reasons.count > 20)
  }
}

/// A text between quotation marks, with where it stands.
private struct Literal: CustomStringConvertible {
  let room: String
  let path: String
  let number: Int
  let line: String
  let text: String
  var description: String { "\(path):\(number)" }

  /// Elsewhere two capitals are abbreviations, states, or X12's own entities and adjustments.
  var speaksOfModifiers: Bool {
    ["Edits", "OrderChecks", "Rentals", "Special", "Verbs"].contains {
      path.hasPrefix("WorkEngine/\($0)/")
    } && !path.hasSuffix("ThePatientIsDescribedInFull.swift")
  }
}

private enum Literals {
  static let all: [Literal] = House.sources.flatMap { source in
    source.lines.enumerated().flatMap { number, line in
      let code = line.components(separatedBy: "//").first ?? ""
      return code.matches(of: /"((?:[^"\\]|\\.)*)"/).map {
        Literal(
          room: source.room, path: source.path, number: number + 1, line: code,
          text: String($0.output.1))
      }
    }
  }
}

private enum TradeWords {
  /// Remark codes, modifiers, hold reasons and what payers say of a claim.
  static let all: Set<String> =
    codes(of: "remarks.toml").union(codes(of: "modifiers.toml"))
    .union(codes(of: "hold-reasons.toml").filter { $0.contains("-") })
    .union(["in process", "not on file"])

  /// Every quoted text of the rules.
  static let quoted: Set<String> = Set(
    files.flatMap { text in text.matches(of: /"([^"\n]*)"/).map { String($0.output.1) } })

  /// Two letters that are X12's own: filing indicators and qualifiers.
  static let x12: Set<String> = ["MB", "MC", "XX", "SBR05"]

  /// A HCPCS code: a letter and four digits.
  static func isItem(_ text: String) -> Bool {
    text.wholeMatch(of: /[A-Z][0-9]{4}/) != nil
  }

  /// Two capital letters or digits, as modifiers are, with a letter among them.
  static func isPair(_ text: String) -> Bool {
    text.wholeMatch(of: /[A-Z0-9]{2}/) != nil && text.contains { $0.isLetter }
  }

  static func codes(of name: String) -> Set<String> {
    let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    return Set(
      text.matches(of: /(?m)^code *= *"([^"]+)"/).map { String($0.output.1) })
  }

  private static let folder = House.root.appendingPathComponent("Sources/Rules/Defaults")

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".toml") }.compactMap {
      try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
}
