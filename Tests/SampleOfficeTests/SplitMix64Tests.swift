import Testing

@testable import SampleOffice

@Suite struct SplitMix64Tests {
  /// The numbers that the reference implementation gives for this seed.
  @Test func reference() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func boundsHold() {
    var random = SplitMix64(seed: 4)
    var seen: Set<Int> = []
    for _ in 0..<2_000 { seen.insert(random.within(-3...7)) }
    #expect(seen == Set(-3...7))
    #expect(random.below(0) == 0)
    #expect(random.below(1) == 0)
  }

  @Test func weightsAreShares() {
    var random = SplitMix64(seed: 8)
    var counts = [0, 0, 0]
    for _ in 0..<10_000 { counts[random.index(byWeight: [1, 0, 3])] += 1 }
    #expect(counts[1] == 0)
    #expect((2_300...2_700).contains(counts[0]))
  }

  @Test func streamsDoNotGoTogether() {
    var first = SplitMix64(seed: 1, .claim, 9)
    var second = SplitMix64(seed: 1, .fate, 9)
    #expect(first.next() != second.next())
  }
}
