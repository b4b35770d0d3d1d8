import Billing

extension Adjudicator {
  /// The claim refused, or some of its lines.
  func denied(
    _ base: AnsweredClaim, _ entry: RemittanceEntry, _ claim: SampleClaim,
    _ random: inout SplitMix64
  ) -> AnsweredClaim {
    let denial = DenialKind.table[Int(entry.denial) % DenialKind.table.count]
    var answer = base
    answer.remarks = denial.claimRemarks
    if entry.kind == .deniedWithoutLines {
      answer.status = "4"
      answer.adjustments = [AnsweredAdjustment(denial.group, denial.reason, base.charge)]
      answer.remarks = denial.claimRemarks + denial.lineRemarks
      answer.lines = []
      answer.paid = 0
      return answer
    }
    if denial.saysDenied { answer.status = "4" }
    // A whole claim, or one line and at times the one after it.
    let first = entry.kind == .denied ? 0 : random.below(answer.lines.count)
    for index in answer.lines.indices {
      let isRefused =
        entry.kind == .denied || index == first
        || (index == first + 1 && answer.lines.count > 2 && claim.patient.choice % 5 == 0)
      if isRefused { Self.refuse(&answer.lines[index], denial) }
    }
    answer.total()
    return answer
  }

  static func refuse(_ line: inout AnsweredLine, _ denial: DenialKind) {
    line.adjustments = [AnsweredAdjustment(denial.group, denial.reason, line.charge)]
    line.remarks = denial.lineRemarks
    line.paid = 0
    line.paidUnits = 0
    line.allowed = nil
  }

  /// What stands after a correction: a line refused, or the payment moved to the patient's share.
  func corrected(
    _ base: AnsweredClaim, _ payer: SamplePayer, _ random: inout SplitMix64
  ) -> AnsweredClaim {
    var answer = base
    answer.remarks = ["MA67"]
    let draw = random.below(3)
    for index in answer.lines.indices {
      guard index == 0 || draw == 0 else { continue }
      switch draw {
      case 0:
        let allowed = answer.lines[index].allowed ?? answer.lines[index].charge
        answer.lines[index].adjustments.removeAll {
          $0.group == .patientResponsibility || $0.reason == "253"
        }
        answer.lines[index].adjustments.append(
          AnsweredAdjustment(.patientResponsibility, "1", allowed))
        answer.lines[index].paid = 0
      case 1:
        answer.lines[index].adjustments = [
          AnsweredAdjustment(.contractual, "50", answer.lines[index].charge)
        ]
        answer.lines[index].remarks = ["N115"]
        answer.lines[index].paid = 0
        answer.lines[index].allowed = nil
      default:
        // Paid a little more than the first time.
        guard let allowed = answer.lines[index].allowed, answer.lines[index].paid > 0
        else { continue }
        let more = (answer.lines[index].charge - allowed) / 10
        var deductible: Int64 = 0
        Self.price(
          &answer.lines[index], allowed: allowed + more, payer, deductible: &deductible)
      }
    }
    answer.total()
    return answer
  }
}
