import Testing
import X12

@Suite(
  "Public samples of 270 and 271",
  .enabled(if: ClaimCorpus.isThere, "no sample files beside the project"))
struct EligibilityCorpusTests {
  @Test("every 270 is read, and written and read again", arguments: ClaimCorpus.files("270"))
  func inquiries(name: String) throws {
    try check(EligibilityInquiry270.self, name)
  }

  @Test("every 271 is read, and written and read again", arguments: ClaimCorpus.files("271"))
  func responses(name: String) throws {
    try check(EligibilityResponse271.self, name)
    let file = try X12File(try ClaimCorpus.bytes(name))
    for set in file.sets where set.code == "271" {
      let (response, _) = EligibilityResponse271.read(file: file, set: set)
      let refused = response.sources.flatMap(\.receivers).flatMap(\.rejections)
      let active = response.subscribers.flatMap(\.patients).flatMap(\.items)
        .filter { $0.kind == .active }
      // Each sample either refuses the supplier or says that somebody is covered.
      #expect(refused.isEmpty != active.isEmpty)
    }
  }

  private func check<Item: EligibilityLoop>(
    _ kind: EligibilityTransaction<Item>.Type, _ name: String
  ) throws {
    let file = try X12File(try ClaimCorpus.bytes(name))
    for set in file.sets where set.code == Item.setCode {
      let (read, problems) = kind.read(file: file, set: set)
      if set.isWhole {
        #expect(!read.sources.isEmpty)
        #expect(problems.allSatisfy { $0.severity != .error }, "\(problems)")
      }
      // Small letters become capitals, so what is written is compared, not what was read.
      let bytes = read.encode(envelope: ClaimSamples.envelope)
      let again = try X12File(bytes)
      let written = try #require(again.sets.first)
      let twice = kind.read(file: again, set: written).0
      #expect(twice.subscribers.count == read.subscribers.count)
      #expect(twice.encode(envelope: ClaimSamples.envelope) == bytes)
    }
  }
}
