package import Billing

/// Makes of what was typed from a paper the answer that an 835 would hold, so that both take one path.
package enum PaperAnswer {
  /// The answer about a claim of the payer at a place in the order of payment.
  ///
  /// The charges are those of the claim. What is unpaid at every line and leaves the patient nothing
  /// is a denial (CLP02 4), unless an earlier payer explains it (OA-23).
  ///
  /// - Throws: ``PaperFault`` with claim, line and field, where a line does not add up to the cent, is
  ///   none of the claim, or is left out.
  package static func answer(
    _ paper: PaperClaim, about claim: Claim, of level: PayerSequence
  ) throws(PaperFault) -> RemittanceClaim {
    try check(paper, against: claim)
    var lines: [RemittanceLine] = []
    for line in paper.lines.sorted(by: { $0.number < $1.number }) {
      guard let ours = claim.lines.first(where: { $0.number == line.number }) else { continue }
      lines.append(try answer(line, about: ours, of: paper))
    }
    let reductions = lines.flatMap(\.adjustments)
    let share = reductions.filter { $0.group == .patientResponsibility }.map(\.amount).total()
    let paid = lines.map(\.paid).total()
    let isDenied =
      paid == .zero && share == .zero && level == claim.sequence
      && !reductions.contains { $0.reason == DenialClassification.priorPayer }
    return RemittanceClaim(
      controlNumber: paper.number, status: isDenied ? .denied : .processed(as: level),
      charge: lines.map(\.charge).total(), paid: paid, patientResponsibility: share,
      filingIndicator: "", payerControlNumber: paper.payerNumber, frequency: "",
      patient: claim.patient.identity(memberID: claim.memberID), correctedMemberID: "",
      crossoverCarrier: "", adjustments: [], remarks: paper.remarks, service: claim.service,
      originalReference: "", lines: lines, differences: ClaimDifferences())
  }

  /// The reduction above the fee schedule that makes a line add up, as a poster is offered it: what
  /// payment, shares and other reasons leave of the charge, in cents.
  package static func rest(of line: PaperLine, charge: Cents) -> Cents {
    charge - line.paid - line.reductions.compactMap(\.amount).total()
  }

  /// The line with that reduction written out, unless nothing is left or something else takes it.
  package static func completed(_ line: PaperLine, charge: Cents) -> PaperLine {
    var line = line
    let left = rest(of: line, charge: charge)
    if left != .zero, !line.reductions.contains(where: { $0.amount == nil }) {
      line.reductions.append(
        PaperReduction(.contractual, DenialClassification.feeSchedule, left))
    }
    return line
  }

  // MARK: Checking

  private static func check(_ paper: PaperClaim, against claim: Claim) throws(PaperFault) {
    if !paper.patient.isEmpty, !isPatient(paper.patient, of: claim) {
      throw PaperFault(
        claim: paper.number, "patient",
        "the claim is of \(claim.patient.listName), not of \(paper.patient)")
    }
    guard !paper.lines.isEmpty else {
      throw PaperFault(claim: paper.number, "line", "no line of it is typed")
    }
    var seen: Set<Int> = []
    for line in paper.lines {
      guard claim.lines.contains(where: { $0.number == line.number }) else {
        throw PaperFault(
          claim: paper.number, line: line.number, "line",
          "the claim has \(claim.lines.count == 1 ? "one line" : "\(claim.lines.count) lines")")
      }
      guard seen.insert(line.number).inserted else {
        throw PaperFault(claim: paper.number, line: line.number, "line", "it is typed twice")
      }
    }
    let left = claim.lines.filter { !seen.contains($0.number) }
    // A payer that splits a bill says so, and answers the other lines apart.
    guard let first = left.first, !isSplit(paper) else { return }
    throw PaperFault(
      claim: paper.number, line: first.number, "line",
      "\(first.procedure.description) for \(first.charge) is left out; where the payer answers it "
        + "apart, give the claim the remark \(SplitAnswer.remark)")
  }

  private static func isSplit(_ paper: PaperClaim) -> Bool {
    (paper.remarks + paper.lines.flatMap(\.remarks)).contains(SplitAnswer.remark)
  }

  private static func isPatient(_ text: String, of claim: Claim) -> Bool {
    let typed = PlainLetter.letters(of: text)
    let names = [claim.patient.lastName, claim.patient.firstName].map {
      PlainLetter.letters(of: $0)
    }
    let plain = text.uppercased().filter { !$0.isWhitespace }
    return !typed.isEmpty && (typed == names[0] || typed == names[0] + names[1])
      || plain == claim.memberID.uppercased()
  }

  // MARK: Lines

  private static func answer(
    _ line: PaperLine, about ours: ClaimLine, of paper: PaperClaim
  ) throws(PaperFault) -> RemittanceLine {
    func fault(_ field: String, _ message: String) -> PaperFault {
      PaperFault(claim: paper.number, line: line.number, field, message)
    }
    if let charge = line.charge, charge != ours.charge {
      throw fault("charge", "\(charge) was typed, and \(ours.charge) was billed")
    }
    guard line.paid >= .zero else {
      throw fault(
        "paid", "\(line.paid) is less than nothing: take the earlier posting back instead")
    }
    return RemittanceLine(
      procedure: ours.procedure, submittedProcedure: nil, charge: ours.charge, paid: line.paid,
      unitsInThousandths: ours.unitsInThousandths, service: ours.service,
      controlNumber: ours.controlNumber, adjustments: try adjustments(line, ours, fault),
      remarks: line.remarks, allowed: line.allowed, difference: .zero)
  }

  /// Every reason with its amount; together with the payment they are the charge.
  private static func adjustments(
    _ line: PaperLine, _ ours: ClaimLine, _ fault: (String, String) -> PaperFault
  ) throws(PaperFault) -> [Adjustment] {
    var reductions = line.reductions
    let schedule = PaperReduction(.contractual, DenialClassification.feeSchedule, nil)
    if let allowed = line.allowed, !reductions.contains(where: { $0.code == schedule.code }) {
      guard allowed <= ours.charge else {
        throw fault("allowed", "\(allowed) is more than the charge of \(ours.charge)")
      }
      reductions.append(
        PaperReduction(schedule.group, schedule.reason, ours.charge - allowed))
    }
    let open = reductions.indices.filter { reductions[$0].amount == nil }
    if open.count > 1 {
      throw fault(
        "codes",
        "\(reductions[open[0]].code) and \(reductions[open[1]].code) have no amount: one can take "
          + "what is left")
    }
    let left = ours.charge - line.paid - reductions.compactMap(\.amount).total()
    if let index = open.first {
      guard left > .zero else {
        throw fault(
          reductions[index].code, "nothing is left of the charge of \(ours.charge) for it")
      }
      reductions[index].amount = left
    } else if left != .zero {
      let named = reductions.compactMap(\.amount).total()
      throw fault(
        "paid",
        "\(line.paid) paid and \(named) in reasons are \(line.paid + named) of a charge of "
          + "\(ours.charge): they differ by \(left)")
    }
    return reductions.compactMap { reduction in
      reduction.amount.map {
        Adjustment(group: reduction.group, reason: reduction.reason, amount: $0)
      }
    }.filter { $0.amount != .zero }
  }
}
