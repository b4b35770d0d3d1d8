import Billing
import X12

/// A claim as a payer reads it from a file of the office.
struct FiledClaim: Sendable {
  var claim: Claim837P
  var payer: SamplePayer
  /// Made of the control number, so that the same claim has the same fate.
  var key: UInt64

  init?(_ claim: Claim837P) {
    guard let payer = PayerTable.all.first(where: { $0.identifier == claim.payer.name.id }) else {
      return nil
    }
    self.claim = claim
    self.payer = payer
    key = Self.hash(claim.controlNumber)
  }

  /// FNV-1a, 64 bits.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Whether this payer is the first to be asked.
  var isPrimary: Bool { claim.subscriber.coverage.responsibility == "P" }

  /// The payer who comes next, where the claim names one.
  var nextPayer: SamplePayer? {
    guard isPrimary, let other = claim.otherPayers.first else { return nil }
    return PayerTable.all.first { $0.identifier == other.payer.name.id }
  }

  /// Medicare passes the claim on by itself, nearly always.
  var crossesOver: Bool { payer.isMedicare && nextPayer != nil && key % 100 < 90 }

  func days(_ line: Int) -> (from: Day, through: Day) {
    let days = claim.lines[line].serviceDate?.days ?? (from: 0, through: 0)
    let from = Day(ccyymmdd: days.from) ?? Day(rawValue: 0)
    return (from, Day(ccyymmdd: days.through) ?? from)
  }

  var servedFrom: Day { claim.lines.indices.map { days($0).from }.min() ?? Day(rawValue: 0) }

  /// The payer's number for the claim: year and day of the year on which it was taken, and a number.
  func payerControlNumber(of payer: SamplePayer, acceptedOn day: Day) -> String {
    let newYear = Day(year: day.year, month: 1, day: 1) ?? day
    return payer.claimNumberPrefix + InventedNumbers.padded(day.year % 100, 2)
      + InventedNumbers.padded(day - newYear + 1, 3)
      + InventedNumbers.padded(Int(key % 1_000_000_000), 9)
  }
}
