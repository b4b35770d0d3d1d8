import Billing

extension Adjudicator {
  /// Answers as they also come: short, changed, misquoted.
  func odd(
    _ base: AnsweredClaim, _ kind: AnswerKind, _ payer: SamplePayer,
    _ random: inout SplitMix64
  ) -> AnsweredClaim {
    var answer = base
    switch kind {
    case .paidShort:
      for index in answer.lines.indices { Self.cut(&answer.lines[index], payer) }
    case .unitsCut:
      for index in answer.lines.indices where answer.lines[index].paidUnits > 1 {
        Self.cutUnits(&answer.lines[index])
      }
    case .garbledNumber:
      answer.controlNumber =
        switch random.below(3) {
        case 0: "0"
        case 1: String(answer.controlNumber.dropLast(2))
        default: "0" + answer.controlNumber.dropFirst(2)
        }
    case .chargeDiffers:
      guard !answer.lines.isEmpty else { break }
      let more = Int64(random.within(1...40)) * 50
      answer.lines[0].charge += more
      answer.lines[0].adjustments.append(AnsweredAdjustment(.contractual, "45", more))
    case .modifiersDropped:
      for index in answer.lines.indices {
        answer.lines[index].modifiers = []
        answer.lines[index].controlNumber = ""
      }
    case .codeChanged:
      guard let index = answer.lines.indices.last else { break }
      answer.lines[index].billedCode = answer.lines[index].code
      answer.lines[index].code = Self.substitute(for: answer.lines[index].code)
    case .predetermination, .notOurs:
      answer.status = kind == .notOurs ? "23" : "25"
      for index in answer.lines.indices {
        answer.lines[index].adjustments = [
          AnsweredAdjustment(
            .other, kind == .notOurs ? "109" : "101", answer.lines[index].charge)
        ]
        answer.lines[index].paid = 0
        answer.lines[index].allowed = nil
      }
    default: break
    }
    answer.total()
    return answer
  }

  /// Prices a line by a schedule lower than the contract, and says so (PI-147).
  private static func cut(_ line: inout AnsweredLine, _ payer: SamplePayer) {
    guard line.paid > 0, let allowed = line.allowed else { return }
    let less = allowed * 22 / 100
    guard less > 0 else { return }
    var deductible: Int64 = 0
    price(&line, allowed: allowed - less, payer, deductible: &deductible)
    if let place = line.adjustments.firstIndex(where: { $0.reason == "45" }) {
      line.adjustments[place].cents -= less
      if line.adjustments[place].cents == 0 { line.adjustments.remove(at: place) }
    }
    line.adjustments.append(AnsweredAdjustment(.payerInitiated, "147", less))
    line.remarks = ["N442"]
  }

  /// Half of the units are too many: their share of every amount is refused.
  private static func cutUnits(_ line: inout AnsweredLine) {
    let kept = line.paidUnits / 2
    let refused = line.charge - line.charge * Int64(kept) / Int64(line.paidUnits)
    var rest = line.charge - refused
    for index in line.adjustments.indices {
      line.adjustments[index].cents =
        line.adjustments[index].cents * Int64(kept)
        / Int64(line.paidUnits)
      rest -= line.adjustments[index].cents
    }
    line.adjustments.removeAll { $0.cents == 0 }
    line.adjustments.append(AnsweredAdjustment(.contractual, "151", refused))
    line.remarks = ["N362", "M25"]
    line.paid = rest
    line.billedUnits = line.paidUnits
    line.paidUnits = kept
    line.allowed = nil
  }

  /// The code under which a payer pays instead.
  private static func substitute(for code: String) -> String {
    switch code {
    case "E0431", "E1392": "K0738"
    case "A4604": "A7037"
    case "A7030", "A7034": "A7027"
    case "K0004": "K0003"
    case "K0003": "K0001"
    case "E0149": "E0143"
    case "E0168": "E0163"
    case "A4353": "A4352"
    case "A4352": "A4351"
    default: "E1399"
    }
  }
}
