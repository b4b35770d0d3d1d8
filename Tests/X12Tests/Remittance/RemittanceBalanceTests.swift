// Balances that are off by one cent at each level.

import Testing
import X12

struct RemittanceBalanceTests {
  typealias Level = RemittanceBalance.Level

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var change: (String, String)
    /// Level and what is stated beyond what adds up, in cents.
    var differences: [(Level, Int64)]
    var warnings: [(Level, Int64)] = []
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "nothing", change: ("~", "~"), differences: []),
    Case(
      name: "payment a cent high", change: ("BPR*I*75*", "BPR*I*75.01*"),
      differences: [(.transaction, 1)]),
    Case(
      name: "payment a cent low", change: ("BPR*I*75*", "BPR*I*74.99*"),
      differences: [(.transaction, -1)]),
    Case(
      name: "claim paid a cent high", change: ("*100*75*25*", "*100*75.01*25*"),
      differences: [(.claim, 1), (.linePayments, 1), (.transaction, -1)]),
    Case(
      name: "claim charge a cent high", change: ("C1*1*100*75", "C1*1*100.01*75"),
      differences: [(.claim, -1), (.lineCharges, 1)]),
    Case(
      name: "line paid a cent high", change: ("RR*100*75*", "RR*100*75.01*"),
      differences: [(.line, 1), (.linePayments, -1)]),
    Case(
      name: "line charge a cent high", change: ("RR*100*75*", "RR*100.01*75*"),
      differences: [(.line, -1), (.lineCharges, -1)]),
    Case(
      name: "adjustment a cent high", change: ("CAS*PR*2*25~", "CAS*PR*2*25.01~"),
      differences: [(.line, 1), (.claim, 1)], warnings: [(.patient, -1)]),
    Case(
      name: "patient a cent high", change: ("*75*25*MB", "*75*25.01*MB"), differences: [],
      warnings: [(.patient, 1)]),
    Case(name: "patient not stated", change: ("*75*25*MB", "*75**MB"), differences: []),
    Case(
      name: "PLB lowers the payment",
      change: ("CAS*PR*2*25~", "CAS*PR*2*25~PLB*1*20261231*L6*.01~"),
      differences: [(.transaction, 1)]),
    Case(
      name: "PLB raises the payment",
      change: ("CAS*PR*2*25~", "CAS*PR*2*25~PLB*1*20261231*L6*-.01~"),
      differences: [(.transaction, -1)]),
    Case(
      name: "amounts for information are left out",
      change: ("CAS*PR*2*25~", "CAS*PR*2*25~AMT*B6*99.99~AMT*I*5~QTY*ZK*3~"), differences: []),
    Case(
      name: "claim adjustment and none at the line",
      change: ("NM1*QC", "CAS*OA*23*.01~NM1*QC"),
      differences: [(.claim, 1), (.linePayments, 1)]),
  ]

  @Test(arguments: cases)
  func givesTheExactDifference(_ sample: Case) throws {
    let body = RemittanceSamples.smallBody.replacing(sample.change.0, with: sample.change.1)
    let balance = RemittanceBalance(try RemittanceSamples.read(RemittanceSamples.file(body)))
    #expect(balance.differences.map(\.level) == sample.differences.map(\.0))
    #expect(balance.differences.map(\.amount) == sample.differences.map(\.1))
    #expect(balance.warnings.map(\.level) == sample.warnings.map(\.0))
    #expect(balance.warnings.map(\.amount) == sample.warnings.map(\.1))
    #expect(balance.isBalanced == sample.differences.isEmpty)
    #expect(balance.differenceCount == sample.differences.count)
  }

  @Test func claimsWithoutLinesBalanceByTheirOwnAdjustments() throws {
    let body =
      "BPR*I*75*C*CHK************20260105~TRN*1*T~N1*PR*P~LX*1~CLP*C1*1*100*75*25~CAS*PR*2*25~"
    let balance = RemittanceBalance(try RemittanceSamples.read(RemittanceSamples.file(body)))
    #expect(balance.isBalanced)
    #expect(balance.warnings.isEmpty)
  }

  @Test(arguments: ["NaN", "1e3", "75,00", "75.005", "9".repeated(30)])
  func amountsThatCannotBeReadNeverBalance(_ amount: String) throws {
    for place in ["BPR*I*75*", "*100*75*25*MB", "RR*100*75*"] {
      let body = RemittanceSamples.smallBody.replacing(
        place, with: place.replacing("75", with: amount))
      let remittance = try RemittanceSamples.read(RemittanceSamples.file(body))
      #expect(remittance.hasUnreadableAmount)
      let balance = RemittanceBalance(remittance)
      #expect(balance.isUndecided)
      #expect(!balance.isBalanced)
      #expect(remittance.problems.contains { $0.severity == .error && !$0.place.element.isEmpty })
    }
  }

  /// Whatever is changed by one cent, somewhere it shows.
  @Test func noCentIsLost() throws {
    var numbers = SeededNumbers(99)
    for _ in 0..<200 {
      var draft = RemittanceRandom.draft(&numbers)
      let whole = RemittanceBalance(try Self.read(draft))
      #expect(whole.isBalanced, "\(whole.differences)")
      let claim = Int.random(in: draft.claims.indices, using: &numbers)
      switch Int.random(in: 0...3, using: &numbers) {
      case 0: draft.payment += 1
      case 1: draft.claims[claim].paid -= 1
      case 2: draft.claims[claim].charge += 1
      default:
        draft.claims[claim].adjustments.append(RemittanceDraft.Adjustment("CO", "45", 1))
      }
      #expect(!RemittanceBalance(try Self.read(draft)).isBalanced)
    }
  }

  private static func read(_ draft: RemittanceDraft) throws -> Remittance835 {
    Remittance835(try X12File(RemittanceTransmission([draft]).encoded()), set: 0)
  }
}

extension String {
  func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
