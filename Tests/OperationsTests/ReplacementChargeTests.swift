import Billing
import Desk
import Operations
import Testing
import WorkEngine

@testable import TestSupport

@Suite("Replacements with another charge")
struct ReplacementChargeTests {
  private static let number = "26005000100001"

  private static func replacement(_ change: (inout SampleClaim) -> Void) -> SampleClaim {
    var claim = SampleClaim.machine()
    claim.frequency = "7"
    claim.original = number
    change(&claim)
    return claim
  }

  /// 130.00 for the first line, paid as its replacement was billed.
  private static let dearer = replacement { $0.lines[0].cents = 13_000 }
  private static let dearerPaid: PaidClaim = {
    var paid = PaidClaim.machine()
    paid.charge = 39_000
    paid.frequency = "7"
    paid.payerNumber = "26005000100077"
    paid.lines[0].charge = 13_000
    paid.lines[0].cas = ["CO*45*80**253*.8", "PR*2*10"]
    return paid
  }()

  private static var original: [UInt8] { SampleFiles.claims([.machine()]) }
  private static var paid: [UInt8] { SampleFiles.remittance([.machine()]) }
  private static func replacing(_ claim: SampleClaim) -> [UInt8] {
    SampleFiles.claims([claim], date: "20260112", interchange: 102, group: 102)
  }
  private static var corrected: [UInt8] {
    SampleFiles.remittances(
      [
        SampleRemittance(
          trace: "EFT0002", claims: [PaidClaim.machine().reversed(), dearerPaid], payment: 0,
          method: "NON", date: "20260116")
      ], interchange: 502)
  }

  @Test("the charge and the revenue follow, line by line, and it stays one claim")
  func follows() throws {
    let test = try TestOffice()
    try test.take(Self.original)
    try test.take(Self.paid)
    try test.take(Self.replacing(Self.dearer), "replaced.837")
    #expect(try test.numbers("SELECT charge_cents FROM claim") == [39_000])
    #expect(
      try test.numbers("SELECT charge_cents FROM claim_line ORDER BY number") == [13_000, 26_000])
    #expect(try test.account("revenue") == -39_000)
    #expect(try test.balances("A1001").map { $0[0] } == [1000, 0])
    try test.isSound()
  }

  @Test("lines that are added and dropped come and go with their revenue")
  func lines() throws {
    let test = try TestOffice()
    try test.take(Self.original)
    try test.take(Self.paid)
    let changed = Self.replacement {
      $0.lines[1] = SampleLine(code: "A7030:NU:KX", cents: 18_000, number: "L9")
    }
    try test.take(Self.replacing(changed), "replaced.837")
    #expect(try test.numbers("SELECT charge_cents FROM claim") == [30_000])
    #expect(try test.account("revenue") == -30_000)
    let lines = try test.texts("SELECT code || ' ' || charge_cents FROM claim_line ORDER BY number")
    #expect(lines == ["E0601 12000", "E0562 0", "A7030 18000"])
    // What was paid on the dropped line stays on it until the payer takes it back.
    #expect(try test.balances("A1001").map { $0[0] } == [0, -26_000, 18_000])
    try test.isSound()
  }

  @Test("files in any order end with the same books once the proposals are taken")
  func orders() throws {
    let files = [
      Self.original, Self.paid, Self.replacing(Self.dearer), Self.corrected,
    ]
    // The office sends before anybody answers; all else may come late.
    for order in [[0, 1, 2, 3], [0, 2, 1, 3], [0, 1, 3, 2], [0, 2, 3, 1], [2, 0, 1, 3]] {
      let test = try TestOffice()
      for place in order {
        _ = try test.office.importBytes(files[place], name: "\(place).x12")
        try test.postAll()
      }
      #expect(try test.numbers("SELECT count(*) FROM claim") == [1], "\(order)")
      #expect(try test.account("revenue") == -39_000, "\(order)")
      #expect(
        try test.balances("A1001") == [[0, 0, 1000, 3920, 8080], [0, 0, 11_000, 3920, 11_080]],
        "\(order)")
      try test.isSound()
    }
  }

  @Test("another person's bill, and one of another day, is not replaced")
  func others() throws {
    for change: (inout SampleClaim) -> Void in [
      { $0.last = "ROE" },
      {
        $0.payer.member = "1EG4TE5MK99"; $0.original = "NONE"
      },
    ] {
      let test = try TestOffice()
      try test.take(Self.original)
      try test.take(Self.paid)
      let other = Self.replacement {
        $0.lines[0].cents = 13_000
        change(&$0)
      }
      try test.take(Self.replacing(other), "other.837")
      #expect(try test.numbers("SELECT count(*) FROM claim") == [2])
    }
  }
}

extension TestOffice {
  /// Posts all that waits in Cash posting and can be posted as proposed.
  func postAll() throws {
    for _ in 1...20 {
      let ids = try numbers(
        "SELECT id FROM work_item WHERE queue = 'cash-posting' AND is_closed = 0 ORDER BY id"
      ).map { WorkItemID($0) }
      var isDone = true
      for id in ids {
        guard try office.item(id).advice.permission(for: .post) == .allowed else { continue }
        do {
          try decide(id, DecisionEntry(.post))
          isDone = false
        } catch is Refusal {}
      }
      if isDone { return }
    }
  }
}
