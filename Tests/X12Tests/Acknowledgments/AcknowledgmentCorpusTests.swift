import Testing
import X12

@Suite(
  "Public samples of answers",
  .enabled(if: ClaimCorpus.isThere, "no sample files beside the project"))
struct AcknowledgmentCorpusTests {
  @Test("every 999 is read, and written and read again", arguments: ClaimCorpus.files("999"))
  func implementation(name: String) throws {
    guard let file = try? X12File(try ClaimCorpus.bytes(name)) else { return }
    for set in file.sets where set.code == "999" {
      let (answer, _) = ImplementationAcknowledgment999.read(file: file, set: set)
      let again = try X12File(answer.encode(envelope: ClaimSamples.envelope))
      let written = try #require(again.sets.first)
      #expect(ImplementationAcknowledgment999.read(file: again, set: written).0 == answer)
    }
  }

  @Test(
    "every 277 is read, and written and read again",
    arguments: ClaimCorpus.files("277CA") + ClaimCorpus.files("277"))
  func claims(name: String) throws {
    let file = try X12File(try ClaimCorpus.bytes(name))
    for set in file.sets where set.code == "277" {
      let (answer, problems) = ClaimAcknowledgment277CA.read(file: file, set: set)
      #expect(!answer.sources.isEmpty)
      #expect(answer.claims.allSatisfy { !$0.controlNumber.isEmpty && !$0.statuses.isEmpty })
      #expect(problems.contains { $0.severity == .note } == !answer.isClaimAcknowledgment)
      // Small letters become capitals, so what is written is compared, not what was read.
      let bytes = answer.encode(envelope: ClaimSamples.envelope)
      let again = try X12File(bytes)
      let written = try #require(again.sets.first)
      let twice = ClaimAcknowledgment277CA.read(file: again, set: written).0
      #expect(twice.claims.count == answer.claims.count)
      #expect(twice.encode(envelope: ClaimSamples.envelope) == bytes)
    }
  }

  @Test("every TA1 is found", arguments: ClaimCorpus.files("TA1"))
  func interchange(name: String) throws {
    let file = try X12File(try ClaimCorpus.bytes(name))
    #expect(file.acknowledgments.map(\.interchangeControl) == ["000000050"])
    #expect(file.acknowledgments.map(\.outcome) == [.accepted])
  }
}
