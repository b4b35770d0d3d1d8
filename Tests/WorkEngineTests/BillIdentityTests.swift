import Billing
import Testing
import WorkEngine

@Suite("Which sendings are of one bill")
struct BillIdentityTests {
  /// A sending in few words: `C1 M1 DOE P 100 | L1 2026-01-05 E0601.RR, ...`.
  private static func life(_ text: String, sender: String = "S1") -> BillSending {
    let halves = text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
    let head = halves[0]
    let lines = halves[1].split(separator: ",").map(Array.init).map { parts in
      let code = parts[2].split(separator: ".").map(String.init)
      return BillSending.Line(
        controlNumber: parts[0] == "-" ? "" : parts[0],
        day: Day(parts[1]) ?? Day(rawValue: 0),
        procedure: ProcedureCode(code[0], Array(code.dropFirst())))
    }
    func value(_ prefix: String) -> String {
      head.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
    }
    return BillSending(
      sender: sender, controlNumber: head[0], memberID: head[1], lastName: head[2],
      level: PayerSequence(rawValue: head[3]) ?? .primary, charge: Cents(Int64(head[4]) ?? 0),
      lines: lines, replaces: value("F8="), payerControlNumber: value("ICN="))
  }

  private static let device = "L1 2026-01-05 E0601.RR.KX"

  @Test(
    "two sendings of one sender",
    arguments: [
      (
        "under another number, line number and day agree",
        "C1 M1 DOE P 100 | \(device)", "C2 M1 DOE P 100 | \(device)", BillIdentity.Verdict.same
      ),
      (
        "the same with a modifier and a charge put right",
        "C1 M1 DOE P 100 | \(device)", "C2 M1 DOE P 120 | L1 2026-01-05 E0601.RR.KX.KH", .same
      ),
      (
        "another level is another bill",
        "C1 M1 DOE P 100 | \(device)", "C1 M1 DOE S 100 | \(device)", .other
      ),
      (
        "another member is another patient",
        "C1 M1 DOE P 100 | \(device)", "C2 M2 DOE P 100 | \(device)", .other
      ),
      (
        "another last name is another patient",
        "C1 M1 DOE P 100 | \(device)", "C2 M1 ROE P 100 | \(device)", .other
      ),
      (
        "a member id put right under the same number",
        "C1 M1 DOE P 100 | \(device)", "C1 M2 DOE P 100 | \(device)", .same
      ),
      (
        "the same line number with another code counts lines",
        "C1 M1 DOE P 100 | 1 2026-01-05 E0601.RR", "C2 M1 DOE P 100 | 1 2026-01-05 A7030", .other
      ),
      (
        "each side of a pair",
        "C1 M1 DOE P 100 | 1 2026-01-05 L1843.RT", "C2 M1 DOE P 100 | 1 2026-01-05 L1843.LT",
        .other
      ),
      (
        "the same line number with another day asks",
        "C1 M1 DOE P 100 | \(device)", "C2 M1 DOE P 100 | L1 2026-01-06 E0601.RR.KX", .doubtful
      ),
      (
        "the day put right under the same number",
        "C1 M1 DOE P 100 | \(device)", "C1 M1 DOE P 100 | L1 2026-01-06 E0601.RR.KX", .same
      ),
      (
        "the day put right by a replacement that names the claim",
        "C1 M1 DOE P 100 ICN=I7 | \(device)",
        "C2 M1 DOE P 100 F8=I7 | L1 2026-01-06 E0601.RR.KX", .same
      ),
      (
        "two bills under one number, of other days and lines",
        "C1 M1 DOE P 100 | \(device)", "C1 M1 DOE P 100 | L9 2026-02-05 E0601.RR.KX", .other
      ),
      (
        "no line numbers: day, charge, codes and modifiers agree",
        "C1 M1 DOE P 100 | - 2026-01-05 E0601.RR", "C2 M1 DOE P 100 | - 2026-01-05 E0601.RR", .same
      ),
      (
        "no line numbers and another modifier",
        "C1 M1 DOE P 100 | - 2026-01-05 E0601.RR", "C2 M1 DOE P 100 | - 2026-01-05 E0601.NU",
        .other
      ),
      (
        "no line numbers and another charge",
        "C1 M1 DOE P 100 | - 2026-01-05 E0601.RR", "C2 M1 DOE P 110 | - 2026-01-05 E0601.RR",
        .other
      ),
      (
        "no line numbers and another order of the lines",
        "C1 M1 DOE P 100 | - 2026-01-05 A7030 , - 2026-01-05 A7038",
        "C2 M1 DOE P 100 | - 2026-01-05 A7038 , - 2026-01-05 A7030", .other
      ),
      (
        "a part of the lines asks",
        "C1 M1 DOE P 100 | L1 2026-01-05 A7030 , L2 2026-01-05 A7038",
        "C2 M1 DOE P 50 | L2 2026-01-05 A7038", .doubtful
      ),
    ])
  func pairs(_ name: String, _ one: String, _ other: String, _ expected: BillIdentity.Verdict) {
    let pair = [Self.life(one), Self.life(other)]
    #expect(BillIdentity(among: pair).verdict(pair[0], pair[1]) == expected, "\(name)")
    #expect(BillIdentity(among: pair).verdict(pair[1], pair[0]) == expected, "\(name), turned")
  }

  @Test("1, 2, 3 in every claim: months of a rental are bills, each sent twice is one")
  func counters() {
    let months = ["2026-01-05", "2026-02-05", "2026-03-05"]
    let lives = months.enumerated().flatMap { index, month in
      [
        Self.life("A\(index) M1 DOE P 100 | 1 \(month) E0601.RR"),
        Self.life("B\(index) M1 DOE P 100 | 1 \(month) E0601.RR"),
      ]
    }
    #expect(BillIdentity.bills(of: lives) == [[0, 1], [2, 3], [4, 5]])
    // With three days the number is no identity, so that no month is doubted.
    let identity = BillIdentity(among: lives)
    #expect(identity.verdict(lives[0], lives[2]) == .other)
  }

  @Test("numbers are their sender's own: between two senders the description decides")
  func senders() {
    let one = Self.life("A1 M1 DOE P 100 | 1 2026-01-05 E0601.RR")
    let again = Self.life("X1 M1 DOE P 100 | 7 2026-01-05 E0601.RR", sender: "S2")
    let other = Self.life("X2 M1 DOE P 100 | 1 2026-01-05 A7030", sender: "S2")
    #expect(BillIdentity.bills(of: [one, again, other]) == [[0, 1], [2]])
  }

  @Test("what is tied to two bills shows that they are one")
  func tied() {
    let lives = [
      Self.life("A1 M1 DOE P 100 ICN=I1 | L1 2026-01-05 E0601.RR"),
      Self.life("A2 M1 DOE P 100 | L7 2026-01-06 E0601.NU"),
      Self.life("A2 M1 DOE P 100 F8=I1 | L7 2026-01-06 E0601.NU"),
    ]
    #expect(BillIdentity.bills(of: lives) == [[0, 1, 2]])
  }

  @Test("an independent slow reading finds the same bills in random lives", arguments: 1...40)
  func slowly(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    let lives = (0..<14).map { _ in
      let lines = (0..<Int(random.next() % 2 + 1)).map { _ in
        "\(pick(["-", "1", "L1", "L2"])) \(pick(["2026-01-05", "2026-02-05"])) "
          + pick(["E0601.RR", "A7030", "E0601.NU"])
      }
      return Self.life(
        "C\(random.next() % 5) M\(random.next() % 2) \(pick(["DOE", "ROE"])) \(pick(["P", "P", "S"]))"
          + " \(pick(["100", "100", "110"])) \(pick(["F8=I1", "ICN=I1", "ICN=I2", "X"])) | "
          + lines.joined(separator: " , "), sender: pick(["S1", "S1", "S2"]))
    }
    #expect(BillIdentity.bills(of: lives) == SlowBills.bills(of: lives), "seed \(seed)")
  }
}

/// The definition read word by word: all pairs, then whatever hangs together.
private enum SlowBills {
  static func bills(of all: [BillSending]) -> [[Int]] {
    var label = Array(all.indices)
    var isChanged = true
    while isChanged {
      isChanged = false
      for one in all.indices {
        for other in all.indices
        where label[one] != label[other] && isSame(all[one], all[other], all) {
          let least = min(label[one], label[other])
          (label[one], label[other]) = (least, least)
          isChanged = true
        }
      }
    }
    return Set(label).sorted().map { bill in all.indices.filter { label[$0] == bill } }
  }

  private static func isSame(_ one: BillSending, _ other: BillSending, _ all: [BillSending]) -> Bool
  {
    if one.level != other.level || one.lastName != other.lastName { return false }
    if !one.replaces.isEmpty && one.replaces == other.payerControlNumber { return true }
    if !other.replaces.isEmpty && other.replaces == one.payerControlNumber { return true }
    if one.sender == other.sender, one.controlNumber == other.controlNumber {
      for mine in one.lines {
        for theirs in other.lines where mine.day == theirs.day { return true }
      }
      return [(one, other), (other, one)].allSatisfy { from, to in
        from.lines.allSatisfy { line in
          !line.controlNumber.isEmpty
            && to.lines.contains { $0.controlNumber == line.controlNumber }
        }
      }
    }
    if one.memberID != other.memberID { return false }
    if one.sender == other.sender,
      (one.lines + other.lines).allSatisfy({ line in
        identifies(line, of: one, all)
      })
    {
      return one.lines.allSatisfy { mine in other.lines.contains { agrees(mine, $0) } }
        && other.lines.allSatisfy { theirs in one.lines.contains { agrees(theirs, $0) } }
    }
    return one.charge == other.charge && one.lines.map(\.procedure) == other.lines.map(\.procedure)
      && one.lines.map(\.day) == other.lines.map(\.day)
  }

  private static func agrees(_ one: BillSending.Line, _ other: BillSending.Line) -> Bool {
    func side(_ line: BillSending.Line, _ name: String) -> Bool {
      line.procedure.modifiers.contains(name)
    }
    return one.controlNumber == other.controlNumber && one.day == other.day
      && side(one, "RT") == side(other, "RT") && side(one, "LT") == side(other, "LT")
  }

  /// Whether nobody used the number otherwise for this patient.
  private static func identifies(
    _ line: BillSending.Line, of sending: BillSending, _ all: [BillSending]
  ) -> Bool {
    if line.controlNumber.isEmpty { return false }
    for other in all
    where other.sender == sending.sender && other.memberID == sending.memberID
      && other.lastName == sending.lastName
    {
      for use in other.lines where use.controlNumber == line.controlNumber {
        if use.day != line.day || use.procedure.code != line.procedure.code { return false }
      }
    }
    return true
  }
}

/// Numbers that are the same in every run.
private struct SeededNumbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
