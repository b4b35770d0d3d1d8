import Billing
import Foundation
import Rules
import Testing
import WorkEngine

/// The pairs that stand beside the checkout; skipped, and said, where they are not there.
enum AdviceFile {
  static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/cases/advice.tsv")

  static let cases: [AdviceCase] = {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4 else { return nil }
      return AdviceCase(
        fields[0], fields[1], fields[2], proposed: fields[3],
        refused: fields.count > 4 ? fields[4] : "")
    }
  }()
}

@Suite("Advice, pairs beside the checkout")
struct AdviceFileTests {
  @Test(
    "What is proposed and what is refused",
    .enabled(if: !AdviceFile.cases.isEmpty, "shared/cases/advice.tsv is not there"),
    arguments: AdviceFile.cases)
  func pairs(pair: AdviceCase) throws {
    let advice = try pair.answer(try Made.rules()).advice
    #expect(
      pair.proposedVerbs.contains(advice.proposed.rawValue),
      "\(advice.proposed.rawValue): \(advice.why)")
    for verb in pair.refusedVerbs {
      let option = try #require(advice.options.first { $0.verb.rawValue == verb })
      #expect(option.permission != .allowed, "\(verb) is allowed")
    }
  }
}
