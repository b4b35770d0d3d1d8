// Files that end anywhere or have any byte changed.

import Testing
import X12

/// A file that ends anywhere: never a trap, never half a set.
struct TruncationTests {
  @Test(arguments: ["~", "~\n", "\n", "\r\n"])
  func onlyWholeSetsAreKept(_ terminator: String) throws {
    let text =
      RemittanceSamples.workedExample.split(separator: "~").joined(separator: terminator)
      + terminator
    let bytes = RemittanceSamples.bytes(text)
    let trailer = RemittanceSamples.bytes("SE*44*0001")
    let setEnd =
      try #require(
        bytes.indices.first { bytes[$0...].starts(with: trailer) }) + trailer.count
    for length in 0..<bytes.count {
      guard let file = try? X12File(Array(bytes[0..<length])) else {
        #expect(length < 108)
        continue
      }
      let whole = file.sets.filter(\.isWhole).count
      #expect(whole == (length >= setEnd ? 1 : 0), "\(length)")
      for index in file.sets.indices {
        let remittance = Remittance835(file, set: index)
        #expect(remittance.claims.count <= 4)
        _ = RemittanceBalance(remittance)
      }
      if length < bytes.count - 3 * terminator.utf8.count {
        #expect(file.problems.contains { $0.severity != .note }, "\(length)")
      }
      _ = FileSummary(file)
    }
  }

  /// Any byte may go missing or change; whatever is kept whole has the right count of segments.
  @Test func anyByteMayChange() throws {
    let bytes = RemittanceSamples.bytes(RemittanceSamples.workedExample)
    var numbers = SeededNumbers(41)
    for _ in 0..<3_000 {
      var damaged = bytes
      let place = Int.random(in: 0..<damaged.count, using: &numbers)
      switch Int.random(in: 0...2, using: &numbers) {
      case 0: damaged.remove(at: place)
      case 1: damaged[place] = UInt8.random(in: 0...255, using: &numbers)
      default: damaged.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      }
      guard let file = try? X12File(damaged) else { continue }
      for index in file.sets.indices {
        let remittance = Remittance835(file, set: index)
        if file.sets[index].isWhole { #expect(file.sets[index].segmentCount >= 43) }
        _ = RemittanceBalance(remittance).isBalanced
        _ = RemittanceDraft(from: remittance)
      }
      _ = FileSummary(file)
      for segment in X12Listing(file) { _ = segment.lines }
      _ = try? X12Document(decoding: damaged).encoded()
    }
  }
}
