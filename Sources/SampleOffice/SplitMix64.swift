/// Sebastiano Vigna's SplitMix64: small, fast, and the same on every machine.
///
/// Every patient, claim and batch has a generator of its own, made of the office's seed and its own
/// number, so that each can be made again at any time without keeping it.
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator for one thing of one kind; different kinds of the same number do not go together.
  init(seed: UInt64, _ stream: Stream, _ number: UInt64) {
    state = Self.mixed(seed ^ Self.mixed(number &* 0xD134_2543_DE82_EF95 &+ stream.rawValue))
  }

  /// What a generator is for.
  enum Stream: UInt64, Sendable {
    case patient = 0x70
    case identity = 0x69
    case prescriber = 0x64
    case claim = 0x63
    case fate = 0x66
    case answer = 0x61
    case batch = 0x62
    case remittance = 0x72
    case office = 0x6F
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to and without `limit`, or 0 where there is no room.
  mutating func below(_ limit: Int) -> Int {
    guard limit > 1 else { return 0 }
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number of a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True so many times in a thousand.
  mutating func chance(perMille: Int) -> Bool { below(1_000) < perMille }

  /// One of several; `fallback` where there are none.
  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    elements.isEmpty ? fallback : elements[below(elements.count)]
  }

  /// The index of one of several weights, each as likely as its share.
  mutating func index(byWeight weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return 0
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
