import Billing
import Rules
import Testing
import WorkEngine

@testable import TestSupport

@Suite("Remittance posting")
struct RemittancePostingTests {
  private func plan(
    _ remitClaim: RemittanceClaim, _ claim: Claim, answered: Bool = false, hasNext: Bool = false
  ) throws -> PostingPlan {
    RemittancePosting.plan(
      remitClaim, against: claim, alreadyAdjudicated: answered, hasNextPayer: hasNext,
      remittance: RemittanceID(7), remitClaim: RemitClaimID(8), on: day("2026-01-06"),
      rules: try Made.rules())
  }

  private func posting(
    _ remitClaim: RemittanceClaim, _ claim: Claim, hasNext: Bool = false
  ) throws -> ClaimPosting {
    let plan = try plan(remitClaim, claim, hasNext: hasNext)
    guard case .post(let posting) = plan else {
      Issue.record("staged: \(plan)")
      throw Staged()
    }
    return posting
  }

  private struct Staged: Error {}

  private func sums(_ posting: ClaimPosting) -> [LedgerAccount: Int64] {
    var sums: [LedgerAccount: Int64] = [:]
    for one in posting.entry.postings { sums[one.account, default: 0] += one.amount.rawValue }
    return sums.filter { $0.value != 0 }
  }

  // The worked example of domain reference 5.10.

  private static let a1001 = Made.claim([
    Made.line(1, "E0601", ["RR", "KH", "KX"], charge: 12_000),
    Made.line(2, "E0562", ["NU", "KX"], charge: 26_000),
  ])

  private static let a1001Answer = Made.remitClaim(
    [
      Made.remitLine(
        "E0601", ["RR", "KH", "KX"], charge: 12_000, paid: 3_920,
        ["CO-45:7000", "CO-253:80", "PR-2:1000"], number: "L1", allowed: 5_000),
      Made.remitLine(
        "E0562", ["NU", "KX"], charge: 26_000, paid: 3_920,
        ["CO-45:11000", "CO-253:80", "PR-1:10000", "PR-2:1000"], number: "L2", allowed: 15_000),
    ], charge: 38_000, paid: 7_840)

  @Test("Worked example A1001: paid, written off, the share to the next payer")
  func paid() throws {
    let posting = try posting(Self.a1001Answer, Self.a1001, hasNext: true)
    #expect(
      sums(posting) == [
        .suspense: 7_840, .contractualAdjustment: 18_000, .otherAdjustment: 160,
        .nextPayerReceivable: 12_000, .payerReceivable: -38_000,
      ])
    #expect(posting.denials.isEmpty)
    #expect(posting.lineMatches == [0, 1])
    #expect(!posting.crossedOver)
    #expect(posting.allowed.map(\.unit) == [Cents(5_000), Cents(15_000)])
    #expect(posting.entry.cause == .remittanceClaim)
    #expect(
      posting.entry.postings.allSatisfy {
        $0.claim == ClaimID(1) && $0.line != nil && $0.remittance == RemittanceID(7)
          && $0.remitClaim == RemitClaimID(8)
      })
    let alone = try self.posting(Self.a1001Answer, Self.a1001)
    #expect(sums(alone)[.patientReceivable] == 12_000)
  }

  @Test("Worked example A1002: denied, nothing posted, only a new claim")
  func denied() throws {
    let claim = Made.claim([Made.line(3, "A7030", ["NU", "KX"], charge: 18_000)])
    let answer = Made.remitClaim(
      [
        Made.remitLine(
          "A7030", ["NU", "KX"], charge: 18_000, paid: 0, ["CO-16:18000"], number: "L3",
          remarks: ["M124"], units: 0)
      ], status: "4", charge: 18_000, paid: 0, remarks: ["MA130"])
    let posting = try posting(answer, claim)
    #expect(posting.entry.postings.isEmpty)
    #expect(posting.denials.map(\.adjustment.code) == ["CO-16"])
    #expect(posting.denials.first?.remarks == ["M124", "MA130"])
    #expect(posting.denials.first?.line == 3)
    #expect(posting.allowed.isEmpty)
  }

  @Test("Worked example A0950: the reversal is staged, the correction crosses over")
  func reversal() throws {
    let claim = Made.claim([
      Made.line(9, "E0601", ["RR", "KI", "KX"], charge: 12_000, service: "2025-10-20")
    ])
    let reversal = Made.remitClaim(
      [
        Made.remitLine(
          "E0601", ["RR", "KI", "KX"], charge: -12_000, paid: -3_920,
          ["CO-45:-7000", "CO-253:-80", "PR-2:-1000"], number: "L9", service: "2025-10-20")
      ], status: "22", charge: -12_000, paid: -3_920)
    #expect(try plan(reversal, claim) == .stage([.reversal]))
    let correction = Made.remitClaim(
      [
        Made.remitLine(
          "E0601", ["RR", "KI", "KX"], charge: 12_000, paid: 0, ["CO-45:7000", "PR-1:5000"],
          number: "L9", service: "2025-10-20")
      ], charge: 12_000, paid: 0, carrier: "SUPPLEMENTAL INS")
    #expect(try plan(correction, claim, answered: true) == .stage([.alreadyPaid]))
    let posting = try posting(correction, claim, hasNext: true)
    #expect(posting.crossedOver)
    #expect(
      sums(posting) == [
        .contractualAdjustment: 7_000, .nextPayerReceivable: 5_000, .payerReceivable: -12_000,
      ])
  }

  @Test("Worked example: provider adjustments explain the rest of the payment")
  func provider() throws {
    // 39.20 of claims less 23.50 of adjustments is the payment of 15.70.
    let entries = try [("WO", Int64(2_500)), ("L6", -150)].map { reason, amount in
      try RemittancePosting.providerAdjustmentEntry(
        ProviderAdjustment(reason: reason, reference: "25211000300001", amount: Cents(amount)),
        remittance: RemittanceID(7), on: day("2026-01-06"))
    }
    let postings = entries.flatMap(\.postings)
    let suspense = postings.filter { $0.account == .suspense }.map(\.amount).total()
    #expect(Cents(3_920) - Cents(1_570) + suspense == .zero)
    #expect(postings.map(\.account) == [.recoupment, .suspense, .interestIncome, .suspense])
    #expect(postings.map(\.amount.rawValue) == [2_500, -2_500, -150, 150])
    #expect(RemittancePosting.account(ofProviderAdjustment: "FB") == .forwardingBalance)
    #expect(RemittancePosting.account(ofProviderAdjustment: "CS") == .providerAdjustment)
  }

  // What is staged.

  private static let one = Made.claim([Made.line(1, "E0601", ["RR"], charge: 10_000)])

  private static func answer(
    charge: Int64 = 10_000, paid: Int64 = 6_000, _ reductions: [String] = ["CO-45:4000"],
    status: String = "1", linePaid: Int64? = nil, number: String = "L1", code: String = "E0601",
    remarks: [String] = []
  ) -> RemittanceClaim {
    Made.remitClaim(
      [
        Made.remitLine(
          code, ["RR"], charge: charge, paid: linePaid ?? paid, reductions, number: number)
      ], status: status, charge: charge, paid: paid, remarks: remarks)
  }

  struct StagedCase: Sendable, CustomTestStringConvertible {
    var name: String
    var answer: RemittanceClaim
    var answered = false
    var reasons: [StagingReason]
    var testDescription: String { name }
  }

  static let staged: [StagedCase] = [
    StagedCase(name: "not ours", answer: answer(status: "23"), reasons: [.notOurs]),
    StagedCase(
      name: "predetermination", answer: answer(status: "25"), reasons: [.predetermination]),
    StagedCase(
      name: "unknown status", answer: answer(status: "13"),
      reasons: [.needsConfirmation(candidates: 1)]),
    StagedCase(
      name: "claim and line out of balance", answer: answer(paid: 5_999),
      reasons: [.claimOutOfBalance(Cents(1)), .lineOutOfBalance(Cents(1))]),
    StagedCase(
      name: "line out of balance alone", answer: answer(linePaid: 6_001),
      reasons: [.claimOutOfBalance(Cents(1)), .lineOutOfBalance(Cents(1))]),
    StagedCase(name: "answered before", answer: answer(), answered: true, reasons: [.alreadyPaid]),
    StagedCase(
      name: "a correction", answer: answer(remarks: ["MA67"]), answered: true,
      reasons: [.correction]),
    StagedCase(
      name: "another charge", answer: answer(charge: 9_000, paid: 5_000),
      reasons: [
        .chargeDiffers(billed: Cents(10_000), reported: Cents(9_000)),
        .chargeDiffers(billed: Cents(10_000), reported: Cents(9_000)),
      ]),
    StagedCase(
      name: "charge alone is no match", answer: answer(number: "", code: "K0001"),
      reasons: [.lineUnmatched("K0001 RR for $100.00")]),
    StagedCase(
      name: "money back without saying so", answer: answer(paid: -6_000, ["CO-45:16000"]),
      reasons: [.reversal]),
  ]

  @Test("What a person must look at", arguments: staged)
  func stages(test: StagedCase) throws {
    #expect(try plan(test.answer, Self.one, answered: test.answered) == .stage(test.reasons))
  }

  @Test("More than is open")
  func excess() throws {
    let claim = Made.claim([Made.line(1, "E0601", ["RR"], charge: 10_000, open: 4_000)])
    #expect(try plan(Self.answer(), claim) == .stage([.exceedsBalance(Cents(6_000))]))
  }

  // Whose money it is.

  @Test("The next payer's answer on the primary's claim")
  func secondary() throws {
    let claim = Made.claim([Made.line(1, "E0601", ["RR"], charge: 10_000, open: 0, next: 1_000)])
    let answer = Self.answer(paid: 800, ["OA-23:9000", "PR-3:200"], status: "2")
    #expect(
      try sums(posting(answer, claim)) == [
        .suspense: 800, .patientReceivable: 200, .nextPayerReceivable: -1_000,
      ])
    // On a claim of its own the same answer is that of the claim's payer.
    let own = Made.claim(
      [Made.line(1, "E0601", ["RR"], charge: 10_000, open: 1_000)], sequence: .secondary)
    #expect(try sums(posting(answer, own))[.payerReceivable] == -1_000)
  }

  @Test("Whole-claim answers without lines are divided to the cent")
  func withoutLines() throws {
    let claim = Made.claim([
      Made.line(1, "E0601", charge: 3_333), Made.line(2, "E0562", charge: 3_333),
      Made.line(3, "A7030", charge: 3_334),
    ])
    let answer = Made.remitClaim(
      [], charge: 10_000, paid: 4_999, ["CO-45:3001", "PR-2:1000", "CO-50:1000"])
    let posting = try posting(answer, claim, hasNext: true)
    #expect(
      sums(posting) == [
        .suspense: 4_999, .contractualAdjustment: 3_001, .nextPayerReceivable: 1_000,
        .payerReceivable: -9_000,
      ])
    #expect(posting.denials.map(\.line) == [0])
    let all = Made.remitClaim([], charge: 10_000, paid: 6_999, ["CO-45:3001"])
    let closed = try self.posting(all, claim)
    for line in claim.lines {
      let taken = closed.entry.postings.filter {
        $0.account == .payerReceivable && $0.line == line.id
      }
      #expect(taken.map(\.amount).total() == -line.charge)
    }
  }

  @Test("Reductions of the whole claim beside lines reduce what the lines say was paid")
  func claimLevel() throws {
    let claim = Made.claim([
      Made.line(1, "E0601", ["RR"], charge: 10_000), Made.line(2, "A7030", charge: 5_000),
    ])
    let lines = [
      Made.remitLine("E0601", ["RR"], charge: 10_000, paid: 10_000, number: "L1"),
      Made.remitLine("A7030", charge: 5_000, paid: 5_000, number: "L2"),
    ]
    let posting = try posting(
      Made.remitClaim(lines, charge: 15_000, paid: 12_000, ["CO-45:3000"]), claim)
    #expect(
      sums(posting) == [
        .suspense: 12_000, .contractualAdjustment: 3_000, .payerReceivable: -15_000,
      ])
    let refused = try self.posting(
      Made.remitClaim(lines, charge: 15_000, paid: 12_000, ["CO-50:3000"]), claim)
    #expect(sums(refused) == [.suspense: 12_000, .payerReceivable: -12_000])
    #expect(refused.denials.count == 1)
  }

  @Test("A split line is put together again")
  func split() throws {
    let lines = [
      Made.remitLine("E0601", ["RR"], charge: 4_000, paid: 3_000, ["CO-45:1000"], number: "L1"),
      Made.remitLine("E0601", ["RR"], charge: 6_000, paid: 0, ["CO-50:6000"], number: "L1"),
    ]
    let posting = try posting(Made.remitClaim(lines, charge: 10_000, paid: 3_000), Self.one)
    #expect(posting.lineMatches == [0, 0])
    #expect(sums(posting)[.payerReceivable] == -4_000)
    #expect(posting.denials.map(\.adjustment.amount) == [Cents(6_000)])
  }

  @Test("Entries sum to zero and account for every cent, for random answers", arguments: 0..<300)
  func random(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let count = Int.random(in: 1...5, using: &random)
    var lines: [ClaimLine] = []
    var remitLines: [RemittanceLine] = []
    var kept: Int64 = 0
    for number in 1...count {
      var left = Int64.random(in: 1...99_999, using: &random)
      let charge = left
      var reductions: [String] = []
      let codes = ["CO-45", "CO-253", "PR-1", "PR-2", "CO-50", "CO-16", "PR-96", "PI-45", "OA-18"]
      for code in codes.shuffled(using: &random).prefix(3) {
        let part = Int64.random(in: 0...left, using: &random)
        left -= part
        reductions.append("\(code):\(part)")
      }
      lines.append(Made.line(number, "E060\(number)", ["RR"], charge: charge))
      remitLines.append(
        Made.remitLine(
          "E060\(number)", ["RR"], charge: charge, paid: left, reductions, number: "L\(number)"))
    }
    let claim = Made.claim(lines)
    let paid = remitLines.map(\.paid).total()
    let answer = Made.remitClaim(
      remitLines.shuffled(using: &random), charge: claim.charge.rawValue, paid: paid.rawValue)
    let posting = try posting(answer, claim, hasNext: Bool.random(using: &random))
    #expect(posting.entry.postings.map(\.amount).total() == .zero)
    let sums = sums(posting)
    #expect(sums[.suspense, default: 0] == paid.rawValue)
    kept = posting.denials.map(\.adjustment.amount).total().rawValue
    #expect(claim.charge.rawValue + sums[.payerReceivable, default: 0] == kept)
    #expect(posting.entry.postings.allSatisfy { $0.amount != .zero })
  }

  @Test("Whole-claim answers close every line exactly, for random amounts", arguments: 0..<300)
  func randomWhole(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let lines = (1...Int.random(in: 1...7, using: &random)).map {
      Made.line($0, "E060\($0)", charge: Int64.random(in: 1...50_000, using: &random))
    }
    let claim = Made.claim(lines)
    var left = claim.charge.rawValue
    var parts: [Int64] = []
    for _ in 0..<3 {
      let part = Int64.random(in: 0...left, using: &random)
      parts.append(part)
      left -= part
    }
    let reductions = ["CO-45:\(parts[0])", "CO-253:\(parts[1])", "PR-2:\(parts[2])"]
    let whole = Made.remitClaim([], charge: claim.charge.rawValue, paid: left, reductions)
    // The same answer with lines that were paid in full before the claim's own reductions.
    let remitLines = lines.map {
      Made.remitLine(
        $0.procedure.code, charge: $0.charge.rawValue, paid: $0.charge.rawValue,
        number: $0.controlNumber)
    }
    let split = Made.remitClaim(
      remitLines, charge: claim.charge.rawValue, paid: left, reductions)
    for answer in [whole, split] {
      let posting = try posting(answer, claim, hasNext: true)
      #expect(posting.entry.postings.map(\.amount).total() == .zero)
      #expect(sums(posting)[.suspense, default: 0] == left)
      for line in lines {
        let taken = posting.entry.postings.filter {
          $0.account == .payerReceivable && $0.line == line.id
        }
        #expect(taken.map(\.amount).total() == -line.charge)
      }
    }
  }

  @Test("A claim that was never sent from here")
  func adopted() {
    let sent = RemittancePosting.claimFromRemittance(
      Self.a1001Answer,
      payer: NamedPayer(name: "EXAMPLE DME MAC", identifier: "16013", filingIndicator: ""),
      fallback: day("2026-01-05"))
    #expect(sent.controlNumber == "A1001")
    #expect(sent.payer.filingIndicator == "MB")
    #expect(sent.charge == sent.lines.map(\.charge).total())
    #expect(sent.lines.map(\.controlNumber) == ["L1", "L2"])
    #expect(sent.lines.allSatisfy { $0.serviceFrom == day("2025-12-20") })
    let bare = RemittancePosting.claimFromRemittance(
      Made.remitClaim([], status: "2", charge: 500, paid: 500),
      payer: NamedPayer(name: "X", identifier: "", filingIndicator: "CI"),
      fallback: day("2026-01-05"))
    #expect(bare.lines.count == 1 && bare.lines[0].charge == Cents(500))
    #expect(bare.sequence == .secondary && bare.lines[0].serviceFrom == day("2026-01-05"))
  }
}
