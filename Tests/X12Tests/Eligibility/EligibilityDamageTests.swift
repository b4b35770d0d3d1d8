// Cut off, scrambled and senseless files.

import Testing
import X12

@Suite("Damaged 270 and 271")
struct EligibilityDamageTests {
  @Test("a file cut off anywhere is never whole, and what is read of it is part of the whole")
  func truncated() throws {
    let bytes = EligibilitySamples.bytes("271", EligibilitySamples.answers)
    let whole = try EligibilitySamples.response(EligibilitySamples.answers).0
    let traces = whole.subscribers.flatMap(\.patients).flatMap(\.traces)
    for length in stride(from: 110, to: bytes.count - 40, by: 3) {
      let file = try X12File(Array(bytes.prefix(length)))
      for set in file.sets {
        #expect(!set.isWhole)
        let (response, problems) = EligibilityResponse271.read(file: file, set: set)
        let found = response.subscribers.flatMap(\.patients).flatMap(\.traces)
        #expect(Array(found.dropLast()) == Array(traces.prefix(max(0, found.count - 1))))
        #expect(found.count <= traces.count)
        #expect(problems.allSatisfy { $0.place.byte <= length })
      }
    }
  }

  @Test("scrambled bytes trap nowhere, and problems keep their places", arguments: 0..<150)
  func scrambled(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(273_000 + seed))
    var bytes = EligibilitySamples.bytes(
      seed % 2 == 0 ? "271" : "270",
      seed % 2 == 0 ? EligibilitySamples.answers : EligibilitySamples.questions)
    let marks = Array("*~:^ HLNEBAQS0129\u{0}\n".utf8) + [0xFF, 0x80]
    for _ in 0..<(1 + random.below(40)) {
      let place = 106 + random.below(bytes.count - 106)
      switch random.below(3) {
      case 0: bytes[place] = marks[random.below(marks.count)]
      case 1: bytes.remove(at: place)
      default: bytes.insert(marks[random.below(marks.count)], at: place)
      }
    }
    guard let file = try? X12File(bytes) else { return }
    for set in file.sets {
      let (response, first) = EligibilityResponse271.read(file: file, set: set)
      let (inquiry, second) = EligibilityInquiry270.read(file: file, set: set)
      for problem in first + second {
        #expect(problem.place.byte >= 0 && problem.place.byte <= bytes.count)
        #expect(!problem.message.isEmpty)
      }
      #expect(set.code != "271" || inquiry.sources.isEmpty)
      let again = try X12File(response.encode(envelope: ClaimSamples.envelope))
      #expect(again.sets.count == 1)
    }
  }

  @Test("thousands of levels, statements and complaints are read within bounds")
  func large() throws {
    let subscribers = (0..<3_000).map { number in
      "HL*\(number + 3)*2*22*0~TRN*2*T\(number)~NM1*IL*1*DOE~"
        + String(repeating: "EB*1**30****X~", count: 3)
    }
    let (response, problems) = try EligibilitySamples.response(
      EligibilitySamples.top + subscribers.joined())
    #expect(response.subscribers.count == 3_000)
    #expect(problems.count == 9_000)
    let one =
      "HL*3*2*22*0~TRN*2*T1~NM1*IL*1*DOE~" + String(repeating: "EB*1**30****X~", count: 5_000)
    let (wide, complaints) = try EligibilitySamples.response(EligibilitySamples.top + one)
    #expect(wide.subscribers.first?.person.items.count == 5_000)
    #expect(complaints.count == 1_001)
  }
}
