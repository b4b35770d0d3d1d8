// Segments and elements with their names.

import Testing
import X12

struct X12ListingTests {
  @Test func namesSegmentsElementsAndComponents() throws {
    let file = try X12File(RemittanceSamples.bytes(RemittanceSamples.workedExample))
    let segments = Array(X12Listing(file))
    #expect(segments.count == file.segmentCount)
    #expect(segments.map(\.number) == Array(1...segments.count))
    let claim = try #require(segments.first { $0.id == "CLP" })
    #expect(claim.name == "Claim payment")
    #expect(
      claim.elements.first
        == ListedElement(label: "CLP01", name: "our claim number", value: "A1001"))
    let line = try #require(segments.first { $0.id == "SVC" })
    #expect(
      line.elements.map(\.label).prefix(7)
        == ["SVC01", "SVC01-1", "SVC01-2", "SVC01-3", "SVC01-4", "SVC01-5", "SVC02"])
    #expect(line.elements.map(\.name).contains("modifier 2"))
    #expect(
      line.lines.first
        == "    12  SVC  Service line payment".replacing("12", with: String(line.number)))
    #expect(line.lines.contains("          SVC01-2 E0601  (procedure code)"))
  }

  @Test func repairsTextAndNamesWhatIsNone() throws {
    var bytes = RemittanceSamples.bytes(
      RemittanceSamples.workedExample.replacing("~MOA", with: "~no segment at all~MOA"))
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("DOE".utf8)) })
    bytes[place] = 0xC9
    let segments = Array(X12Listing(try X12File(bytes)))
    #expect(segments.contains { $0.elements.contains { $0.value == "ÉOE" } })
    let odd = try #require(segments.first { $0.id == "?" })
    #expect(odd.elements.map(\.value) == ["no segment at all"])
  }

  @Test func followsTheSeparatorsOfEachInterchange() throws {
    let text = X12FileTests.plain + X12FileTests.controlSeparated
    let file = try X12File(RemittanceSamples.bytes(text))
    #expect(
      Array(X12Listing(file)).filter { $0.id == "CLP" }.map { $0.elements[0].value } == [
        "C1", "C1",
      ])
  }

  /// Every segment of the guides has a name, and so have its elements.
  @Test(arguments: [
    "ISA", "IEA", "TA1", "GS", "GE", "ST", "SE", "BPR", "TRN", "CUR", "REF", "DTM", "N1", "N3",
    "N4", "PER", "RDM", "LX", "TS3", "TS2", "CLP", "CAS", "NM1", "MIA", "MOA", "AMT", "QTY",
    "SVC", "LQ", "PLB", "BHT", "HL", "PRV", "SBR", "PAT", "DMG", "CLM", "DTP", "PWK", "CN1", "K3",
    "NTE", "CR1", "CR2", "CR3", "CRC", "HI", "HCP", "OI", "SV1", "SV5", "PS1", "LIN", "CTP",
    "SVD", "MEA", "FRM", "AK1", "AK2", "AK9", "IK3", "IK4", "IK5", "CTX", "STC",
  ])
  func everySegmentHasNames(_ id: String) {
    let packed = SegmentID.packed(id)
    #expect(!ElementNames.segment(packed).isEmpty)
    #expect(!ElementNames.element(packed, 1).isEmpty)
    #expect(ElementNames.element(packed, 99).isEmpty)
    #expect(ElementNames.element(packed, 0).isEmpty)
    #expect(SegmentID.isKnown(packed))
  }

  @Test func compositesHaveComponents() {
    #expect(ElementNames.components(SegmentID.svc, 1).count == 8)
    #expect(ElementNames.components(SegmentID.stc, 10).first == "category")
    #expect(ElementNames.components(SegmentID.clp, 1).isEmpty)
    #expect(ElementNames.element(SegmentID.cas, 19) == "quantity 6")
    #expect(ElementNames.element(SegmentID.plb, 14) == "amount 6")
  }
}
