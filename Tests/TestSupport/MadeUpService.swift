/// One made-up service: what is billed for it and what a payer may answer, in cents.
struct MadeUpService {
  let control: String
  var claim: SampleClaim
  /// By line, what the payer allows.
  var allowed: [Int64]
  private let member: String

  private static let codes = ["E0601:RR:KH:KX", "E0562:NU:KX", "A7030:NU:KX"]

  init(number: Int, random: inout SeededRandom) {
    let lines = Int(random.number(1...3))
    self.init(
      control: "A\(100 + number)", cents: (0..<lines).map { _ in random.number(5000...40_000) })
    allowed = claim.lines.map { random.number($0.cents / 2...$0.cents - 100) }
  }

  init(control: String, cents: [Int64]) {
    self.control = control
    member = "1EG4TE5" + control
    claim = SampleClaim(
      control: control,
      lines: cents.enumerated().map {
        SampleLine(code: Self.codes[$0], cents: $1, number: "L\($0 + 1)" + control)
      }, last: "DOE" + String(control.map { Self.letter($0) }), birth: "19480214"
    ).of(member)
    allowed = cents
  }

  private static func letter(_ digit: Character) -> Character {
    digit.wholeNumberValue.map { Array("ABCDEFGHIJ")[$0] } ?? digit
  }

  // MARK: Bills

  mutating func raise(_ random: inout SeededRandom) {
    claim.lines[0].cents += random.number(100...5000)
  }

  func replacement(of answer: PaidClaim) -> SampleClaim {
    var bill = claim
    bill.frequency = "7"
    bill.original = answer.payerNumber
    return bill
  }

  /// The bill to the supplement, with what the first payer did.
  func secondaryBill(after answer: PaidClaim) -> SampleClaim {
    var bill = claim
    bill.payer = .supplement
    bill.payer.member = "SUP" + member
    bill.level = "S"
    bill.others = [(claim.payer, "P", ["AMT*D*" + SampleFiles.dollars(answer.paid)])]
    for (place, line) in answer.lines.enumerated() {
      bill.lines[place].answer =
        [
          "SVD*\(claim.payer.identifier)*\(SampleFiles.dollars(line.paid))*HC:\(line.code)**1"
        ] + line.cas.filter { !$0.hasPrefix("PR") }.map { "CAS*" + $0 } + ["DTP*573*D8*20260105"]
    }
    return bill
  }

  // MARK: Answers

  private func share(_ line: Int) -> Int64 { allowed[line] / 5 }
  private func cut(_ line: Int) -> Int64 { allowed[line] / 50 }

  private func answer(_ lines: [PaidLine], status: String, number: String) -> PaidClaim {
    PaidClaim(
      control: control, status: status, charge: lines.map(\.charge).reduce(0, +),
      paid: lines.map(\.paid).reduce(0, +), lines: lines,
      payerNumber: "26" + control + number, last: claim.last, first: claim.first, member: member)
  }

  private func line(_ place: Int, paid: Int64, _ cas: [String]) -> PaidLine {
    let billed = claim.lines[place]
    return PaidLine(
      code: billed.code, charge: billed.cents, paid: paid, cas: cas, number: billed.number)
  }

  /// The usual answer: contract, sequestration, coinsurance, and the rest paid.
  func answer(number: String) -> PaidClaim {
    let lines = claim.lines.indices.map { place in
      let (charge, allowed) = (claim.lines[place].cents, allowed[place])
      var contract = "CO*45*" + SampleFiles.dollars(charge - allowed)
      if charge == allowed { contract = "CO*253*" + SampleFiles.dollars(cut(place)) }
      if charge != allowed { contract += "**253*" + SampleFiles.dollars(cut(place)) }
      return line(
        place, paid: allowed - share(place) - cut(place),
        [contract, "PR*2*" + SampleFiles.dollars(share(place))])
    }
    return answer(lines, status: "1", number: number)
  }

  func denied(number: String) -> PaidClaim {
    answer(
      claim.lines.indices.map {
        line($0, paid: 0, ["CO*16*" + SampleFiles.dollars(claim.lines[$0].cents)])
      }, status: "4", number: number)
  }

  func duplicate(number: String) -> PaidClaim {
    answer(
      claim.lines.indices.map {
        line($0, paid: 0, ["CO*18*" + SampleFiles.dollars(claim.lines[$0].cents)])
      }, status: "1", number: number)
  }

  /// The same again with a little less paid on its first line.
  func correction(of usual: PaidClaim, _ random: inout SeededRandom) -> PaidClaim {
    var corrected = usual
    let less = random.number(1...max(1, usual.lines[0].paid / 2))
    corrected.paid -= less
    corrected.lines[0].paid -= less
    let contract = claim.lines[0].cents - allowed[0] + less
    corrected.lines[0].cas[0] =
      "CO*45*" + SampleFiles.dollars(contract) + "**253*" + SampleFiles.dollars(cut(0))
    corrected.frequency = "7"
    corrected.payerNumber = "26" + control + "C"
    corrected.more = ["REF*F8*26" + control + "A"]
    return corrected
  }

  /// Something is paid besides, of what had been taken off: the earlier payment is restated (B13).
  func more(than usual: PaidClaim, _ random: inout SeededRandom) -> PaidClaim {
    var more = usual
    more.payerNumber = "26" + control + "M"
    more.paid = 0
    for place in more.lines.indices {
      let besides = random.number(1...max(1, (claim.lines[place].cents - allowed[place]) / 2))
      more.lines[place].cas = [
        "CO*45*" + SampleFiles.dollars(claim.lines[place].cents - allowed[place] - besides)
          + "**253*" + SampleFiles.dollars(cut(place)),
        "OA*B13*" + SampleFiles.dollars(usual.lines[place].paid),
        "PR*2*" + SampleFiles.dollars(share(place)),
      ]
      more.lines[place].paid = besides
      more.paid += besides
    }
    return more
  }

  /// One answer a line, each saying that the bill was split.
  func parts(of usual: PaidClaim) -> [PaidClaim] {
    guard usual.lines.count > 1 else { return [usual] }
    return [Array(usual.lines.prefix(1)), Array(usual.lines.dropFirst())].enumerated().map {
      place, lines in
      var part = answer(lines, status: "1", number: "H\(place)")
      part.more = ["MOA***MA15"]
      return part
    }
  }

  /// The supplement pays the share but a little, which is the patient's.
  func secondaryAnswer() -> PaidClaim {
    let lines = claim.lines.indices.map { place in
      let rest = share(place) / 10
      return line(
        place, paid: share(place) - rest,
        [
          "OA*23*" + SampleFiles.dollars(claim.lines[place].cents - share(place)),
          "PR*3*" + SampleFiles.dollars(rest),
        ])
    }
    var answer = answer(lines, status: "2", number: "S")
    answer.member = "SUP" + member
    return answer
  }
}
