// What whole remittances of a file come to.

import Testing
import X12

struct RemittanceTallyTests {
  @Test func countsOnlyWholeRemittances() throws {
    let whole = RemittanceSamples.set(RemittanceSamples.smallBody)
    let broken = whole.replacing("SE*12", with: "SE*11")
    let off = whole.replacing("BPR*I*75*", with: "BPR*I*75.01*")
    let text =
      RemittanceSamples.header + RemittanceSamples.group + whole + broken + off
      + "GE*3*1~IEA*1*000000001~"
    let tally = try RemittanceTally(reading: RemittanceSamples.bytes(text))
    #expect(tally.sets == 3)
    #expect(tally.whole == 2)
    #expect(tally.claims == 2)
    #expect(tally.lines == 2)
    #expect(tally.differences == 1)
    #expect(tally.paidCents == 15_000)
  }
}
