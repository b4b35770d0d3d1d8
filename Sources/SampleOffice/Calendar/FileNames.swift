import Billing

/// Names files by day, kind and partner, and counts those that would have the same name.
struct FileNames: Sendable {
  private var day = Day(rawValue: 0)
  private var counts: [String: Int] = [:]

  mutating func file(_ day: Day, _ kind: String, _ partner: String, _ bytes: [UInt8]) -> SampleFile
  {
    if day != self.day {
      self.day = day
      counts.removeAll(keepingCapacity: true)
    }
    let stem = day.description + "-" + kind + "-" + partner
    let count = counts[stem, default: 0] + 1
    counts[stem] = count
    return SampleFile(name: stem + "-" + InventedNumbers.padded(count, 4) + ".x12", bytes: bytes)
  }
}
