import Testing
import X12

@Suite("Images of claims")
struct Claim837PImageTests {
  @Test("an image gives back exactly the claim", arguments: 0..<20)
  func roundTrip(block: Int) throws {
    for step in 0..<25 {
      var random = ClaimRandom(seed: UInt64(500_000 + block * 100 + step))
      let claim = random.claim()
      let image = claim.encodeImage()
      try #require(try Claim837P(image: image) == claim, "seed \(block * 100 + step)")
      #expect(try Claim837P(image: image).encodeImage() == image)
    }
  }

  @Test(
    "small letters, accents and separators of files stay as they are",
    arguments: ["Muñoz de la O’Neil", "A*B~C:D^E", "dot.ted", "日本"])
  func verbatim(name: String) throws {
    var claim = ClaimSamples.claim
    claim.subscriber.party.name.last = name
    claim.diagnoses[0].code = "G47.33"
    #expect(try Claim837P(image: claim.encodeImage()) == claim)
  }

  @Test("a header can be kept with the claim")
  func header() throws {
    let image = ClaimSamples.claim.encodeImage(header: ClaimSamples.header)
    #expect(try Claim837P(image: image) == ClaimSamples.claim)
    #expect(try TransmissionHeader837P(image: image) == ClaimSamples.header)
    #expect(throws: X12Problem.self) {
      try TransmissionHeader837P(image: ClaimSamples.claim.encodeImage())
    }
  }

  @Test("bytes that are no image are refused")
  func refused() {
    let two =
      ClaimSamples.claim.encodeImage() + ClaimSamples.secondary.encodeImage()
    for bytes in [[], Array("hello".utf8), Array("IMG\u{1D}2\n".utf8), two] {
      #expect(throws: X12Problem.self) { try Claim837P(image: bytes) }
    }
  }

  @Test("an image cut off anywhere is refused or read, never a trap")
  func truncated() {
    let image = ClaimSamples.secondary.encodeImage(header: ClaimSamples.header)
    var whole = 0
    for end in 0..<image.count {
      if let claim = try? Claim837P(image: Array(image[..<end])), claim == ClaimSamples.secondary {
        whole += 1
      }
    }
    // Only the last terminator can be missing without a loss.
    #expect(whole <= 1)
  }
}
