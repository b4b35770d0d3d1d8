// The public samples, where they are at hand.

import Testing
import X12

/// Every public sample is read without a trap; what is whole in them is known.
@Suite(.enabled(if: X12Corpus.isThere, "needs the public sample files beside the checkout"))
struct CorpusTests {
  @Test func everySampleIsReadOrRefusedWithAReason() {
    for sample in X12Corpus.samples where sample.kind != "README.md" {
      do {
        let file = try X12File(sample.bytes)
        let summary = FileSummary(file)
        #expect(summary.sets.count == file.sets.count, "\(sample.name)")
        for problem in summary.problems {
          #expect(
            problem.place.byte >= 0 && problem.place.byte <= sample.bytes.count, "\(sample.name)")
          #expect(!problem.message.isEmpty)
        }
        for segment in X12Listing(file) { #expect(!segment.lines.isEmpty) }
      } catch {
        #expect(error.message.hasPrefix("not an X12 file: "), "\(sample.name)")
      }
    }
  }

  @Test func remittancesAreReadInFull() throws {
    var claims = 0
    var unbalanced: [String] = []
    for sample in X12Corpus.samples where sample.kind == "835" {
      let file = try X12File(sample.bytes)
      let written = sample.bytes.split(separator: 0x43).filter { $0.starts(with: [0x4C, 0x50]) }
      var found = 0
      for index in file.sets.indices {
        let remittance = Remittance835(file, set: index)
        found += remittance.claims.count
        #expect(!remittance.hasUnreadableAmount, "\(sample.name): \(remittance.problems)")
        if file.sets[index].isWhole, !RemittanceBalance(remittance).isBalanced {
          unbalanced.append(sample.name)
        }
      }
      #expect(found <= written.count, "\(sample.name)")
      claims += found
    }
    #expect(claims >= 90)
    // Most public samples do not add up; that they are told apart is what counts.
    #expect(!unbalanced.isEmpty)
  }

  @Test func wholeRemittancesSurviveADraft() throws {
    for sample in X12Corpus.samples where sample.kind == "835" {
      let file = try X12File(sample.bytes)
      for index in file.sets.indices where file.sets[index].isWhole {
        let first = RemittanceTransmission(from: file, set: index)
        let bytes = first.encoded()
        let again = RemittanceTransmission(from: try X12File(bytes), set: 0)
        #expect(again.encoded() == bytes, "\(sample.name)")
        #expect(again.remittances.map(\.claims.count) == first.remittances.map(\.claims.count))
      }
    }
  }
}
