// Floods and overflows.

import Testing
import X12

/// Input made to exhaust memory or time.
///
/// There are no time limits here: a quadratic reader would not
/// come to an end.
struct HostileInputTests {
  static let start = RemittanceSamples.header + RemittanceSamples.group + "ST*835*0001~"

  /// What is repeated, how often.
  static let floods: [(String, Int)] = [
    ("A", 1_000_000), ("*", 1_000_000), ("~", 1_000_000), ("\n", 1_000_000), ("a\n", 400_000),
    (":", 1_000_000), ("*1", 400_000), ("\nZZ\nST*", 100_000), ("ISA*", 200_000),
    ("ISA", 200_000), ("CAS*CO*1*1~", 60_000), ("CLP*1*1*x*y~", 20_000),
    ("SVC*HC:1*1*1~", 40_000), ("ST*835*1~", 60_000), ("ST*835*1~SE*2*1~", 60_000),
    ("GS*~", 100_000), ("GE*~", 100_000), ("SE*~", 100_000), ("IEA*~", 100_000),
    ("TA1*1*2*3*4*5~", 60_000), ("PLB*1*2*3*4*5*6~", 40_000), ("N1*PR~", 100_000),
    ("REF*\u{0}~", 60_000), ("\u{FEFF}", 200_000), ("BPR*I*1~", 60_000), ("#!\n", 200_000),
  ]

  @Test(arguments: floods)
  func floodsComeToAnEnd(_ flood: (String, Int)) throws {
    let bytes = RemittanceSamples.bytes(Self.start + String(repeating: flood.0, count: flood.1))
    let file = try X12File(bytes)
    #expect(file.problems.count <= 1_001)
    #expect(file.sets.count <= 200_000)
    if file.sets.count < 10 {
      for index in file.sets.indices {
        let remittance = Remittance835(file, set: index)
        #expect(remittance.problems.count <= 501)
        #expect(RemittanceBalance(remittance).differences.count <= RemittanceBalance.limit + 1)
      }
      #expect(FileSummary(file).problems.count <= FileSummary.problemLimit + 1_001)
    }
  }

  @Test func headersWithoutAnEndAreReadOnce() throws {
    var text = ""
    for index in 0..<20_000 {
      let terminator = index % 2 == 0 ? "~" : "!"
      text += RemittanceSamples.header.dropLast() + terminator + "GS*HP"
    }
    let file = try X12File(RemittanceSamples.bytes(text))
    #expect(file.interchangeCount == 20_000)
  }

  @Test func sumsThatDoNotFitAreNoBalance() throws {
    let claim = "CLP*C*1*89999999999999999*89999999999999999~"
    let text = RemittanceSamples.file(
      "BPR*I*1*C*CHK************20260105~TRN*1*T~N1*PR*P~LX*1~" + claim + claim)
    let remittance = try RemittanceSamples.read(text)
    let balance = RemittanceBalance(remittance)
    #expect(balance.isUndecided)
    #expect(!balance.isBalanced)
    let line = "SVC*HC:E0601*89999999999999999*-89999999999999999~"
    let lines = try RemittanceSamples.read(
      RemittanceSamples.file(
        "BPR*I*1*C*CHK************20260105~TRN*1*T~N1*PR*P~LX*1~CLP*C*1*1*1~" + line + line))
    #expect(!RemittanceBalance(lines).isBalanced)
    #expect(lines.hasUnreadableAmount)
  }
}
