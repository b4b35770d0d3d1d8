// Made-up remittances of chance.

import X12

/// Remittances of chance that add up, for round trips.
enum RemittanceRandom {
  static func draft(_ numbers: inout SeededNumbers) -> RemittanceDraft {
    var draft = RemittanceDraft()
    draft.control = "000\(Int.random(in: 1...9, using: &numbers))"
    draft.method = ["ACH", "CHK", "NON"][Int.random(in: 0...2, using: &numbers)]
    draft.accounts = ["01", "999999992", "DA", "123456", "1512345678"]
    draft.date = 20_260_105
    draft.trace = "T\(Int.random(in: 1...99_999, using: &numbers))"
    draft.tracePayer = "1512345678"
    draft.productionDate = 20_260_104
    draft.references = [.init("EV", "OURS")]
    draft.payer.name = text(&numbers)
    draft.payer.idQualifier = "XV"
    draft.payer.id = "16013"
    draft.payer.street = [text(&numbers)]
    draft.payer.city = "TOWN"
    draft.payer.state = "ND"
    draft.payer.zip = "58103"
    draft.payer.references = [.init("2U", "16013")]
    draft.payer.contacts = [
      .init(function: "CX", name: "", numbers: ["TE", "8005550100", "EX", "7"])
    ]
    draft.payee.name = "OUR HME CO"
    draft.payee.idQualifier = "XX"
    draft.payee.id = "1234567893"
    draft.payee.references = [.init("TJ", "123456789")]
    for index in 0...Int.random(in: 0...6, using: &numbers) {
      draft.claims.append(claim(index, &numbers))
    }
    for _ in 0..<Int.random(in: 0...14, using: &numbers) {
      draft.providerAdjustments.append(
        .init(
          provider: "1234567893", periodEnd: Bool.random(using: &numbers) ? 20_261_231 : 20_251_231,
          reason: ["WO", "FB", "L6", "72"][Int.random(in: 0...3, using: &numbers)],
          reference: Bool.random(using: &numbers) ? "" : text(&numbers),
          amount: Int64.random(in: -5_000...5_000, using: &numbers)))
    }
    draft.payment = draft.computedPayment ?? 0
    return draft
  }

  private static func claim(
    _ index: Int, _ numbers: inout SeededNumbers
  ) -> RemittanceDraft.Claim {
    var claim = RemittanceDraft.Claim()
    claim.group = Int32(1 + index / 3)
    claim.patientControl = "A\(Int.random(in: 1...9_999, using: &numbers))"
    claim.status = ["1", "2", "4", "19", "22"][Int.random(in: 0...4, using: &numbers)]
    claim.filingIndicator = "MB"
    claim.payerControl = "26\(Int.random(in: 1...999_999_999, using: &numbers))"
    claim.facilityCode = "12"
    claim.frequency = Bool.random(using: &numbers) ? "1" : ""
    var patient = RemittanceDraft.Name("QC")
    patient.last = text(&numbers)
    patient.first = "ANN"
    patient.idQualifier = "MI"
    patient.id = "1EG4TE5MK73"
    claim.names = [patient]
    if Bool.random(using: &numbers) { claim.names.append(RemittanceDraft.Name("TT")) }
    if Bool.random(using: &numbers) { claim.outpatientRemarks = ["MA130", "N1"] }
    if Bool.random(using: &numbers) { claim.inpatientRemarks = ["MA02", "MA03", "MA04"] }
    claim.references = [.init("1L", text(&numbers))]
    claim.dates = [.init("050", 20_251_222)]
    claim.contacts = [.init(function: "CX", name: text(&numbers), numbers: ["TE", "8005550100"])]
    claim.amounts = [.init("AU", Int64.random(in: 0...9_999, using: &numbers))]
    claim.quantities = [.init("CA", thousandths: Int64.random(in: 0...9_999, using: &numbers))]
    let hasLines = Int.random(in: 0...4, using: &numbers) > 0
    if hasLines {
      for _ in 0...Int.random(in: 0...3, using: &numbers) { claim.lines.append(line(&numbers)) }
      claim.charge = claim.lines.reduce(0) { $0 + $1.charge }
      claim.paid = claim.lines.reduce(0) { $0 + $1.paid }
    } else {
      claim.charge = Int64.random(in: -9_999...99_999, using: &numbers)
      claim.paid = claim.charge
    }
    claim.adjustments = adjustments(&numbers)
    claim.paid -= claim.adjustments.reduce(0) { $0 + $1.amount }
    if Bool.random(using: &numbers) {
      claim.patientResponsibility = Int64.random(in: 0...9_999, using: &numbers)
    }
    return claim
  }

  private static func line(_ numbers: inout SeededNumbers) -> RemittanceDraft.Line {
    let charge = Int64.random(in: -99_999...99_999, using: &numbers)
    let modifiers = ["RR", "KH", "KX", "NU"].prefix(Int.random(in: 0...4, using: &numbers))
    var line = RemittanceDraft.Line(
      .init(
        "E\(Int.random(in: 1_000...9_999, using: &numbers))", modifiers: Array(modifiers),
        description: Bool.random(using: &numbers) ? "" : text(&numbers)),
      charge: charge, paid: charge,
      units: Bool.random(using: &numbers) ? nil : Int64.random(in: 0...3_500, using: &numbers))
    line.adjustments = adjustments(&numbers)
    line.paid -= line.adjustments.reduce(0) { $0 + $1.amount }
    if Bool.random(using: &numbers) {
      line.submittedProcedure = .init("A7030")
      line.submittedUnits = 2_000
    }
    line.dates = [.init("472", 20_251_220)]
    line.references = [.init("6R", "L\(Int.random(in: 1...99, using: &numbers))")]
    line.amounts = [.init("B6", Int64.random(in: 0...9_999, using: &numbers))]
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      line.remarks.append(.init("N\(Int.random(in: 1...800, using: &numbers))"))
    }
    return line
  }

  private static func adjustments(
    _ numbers: inout SeededNumbers
  ) -> [RemittanceDraft.Adjustment] {
    (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
      RemittanceDraft.Adjustment(
        ["CO", "PR", "OA"][Int.random(in: 0...2, using: &numbers)],
        String(Int.random(in: 1...300, using: &numbers)),
        Int64.random(in: -9_999...9_999, using: &numbers),
        quantity: Bool.random(using: &numbers) ? "" : "2")
    }
  }

  /// Text of chance, with blanks, separators and letters beyond ASCII among it.
  private static func text(_ numbers: inout SeededNumbers) -> String {
    let letters = Array("ABCDEFG abc*~:^é1\n")
    return String(
      (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &numbers)]
      })
  }
}
