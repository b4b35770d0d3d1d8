// Whole files written as they were read.

import Testing
import X12

struct X12DocumentTests {
  @Test(.enabled(if: X12Corpus.isThere, "needs the public sample files beside the checkout"))
  func samplesAreWrittenAsTheyWereRead() throws {
    var count = 0
    for sample in X12Corpus.samples {
      guard let document = try? X12Document(decoding: sample.bytes) else { continue }
      count += 1
      #expect(document.encoded() == sample.bytes, "\(sample.name)")
    }
    #expect(count >= 150)
  }

  @Test(arguments: X12FileTests.tolerated + X12FileTests.damaged)
  func oddFilesAreWrittenAsTheyWereRead(_ sample: X12FileTests.Case) throws {
    let bytes = RemittanceSamples.bytes(sample.text)
    #expect(try X12Document(decoding: bytes).encoded() == bytes)
  }

  @Test func changesShowInWhatIsWritten() throws {
    var document = try X12Document(
      decoding: RemittanceSamples.bytes(RemittanceSamples.workedExample))
    let index = try #require(document.interchanges[0].segments.firstIndex { $0.id == "CLP" })
    #expect(document.interchanges[0].segments[index].text(1) == "A1001")
    document.interchanges[0].segments[index].elements[0] = Array("B7".utf8)
    document.lineBreak = Array("\r\n".utf8)
    let text = String(decoding: document.encoded(), as: UTF8.self)
    #expect(text.contains("~\r\nCLP*B7*1*380*"))
    #expect(try RemittanceSamples.read(text).claims.count == 4)
  }

  @Test func splitsComposites() throws {
    let document = try X12Document(
      decoding: RemittanceSamples.bytes(RemittanceSamples.workedExample))
    let line = try #require(document.segments.first { $0.id == "SVC" })
    #expect(
      line.components(1, document.interchanges[0].delimiters) == ["HC", "E0601", "RR", "KH", "KX"])
    #expect(line.components(9, document.interchanges[0].delimiters) == [])
    #expect(line.text(0).isEmpty)
  }

  @Test func refusesWhatIsNoX12() {
    #expect(throws: X12Problem.self) { try X12Document(decoding: Array("hello".utf8)) }
  }
}
