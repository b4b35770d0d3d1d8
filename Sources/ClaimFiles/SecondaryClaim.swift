package import Billing
import X12

extension OutgoingClaim {
  /// Turns the claim round for its next payer: that payer moves up to loop 2010BB, the payer that
  /// has answered goes to loop 2320 with what it said, copied from its remittance.
  ///
  /// 005010X222A1 loops 2320, 2330 and 2430.
  ///
  /// - Throws: ``ClaimFileRefusal`` where the claim names no next payer.
  package mutating func billNextPayer(
    after remittance: Billing.RemittanceClaim, paidOn day: Day
  ) throws(ClaimFileRefusal) {
    guard let next = laterCoverages.first else {
      throw ClaimFileRefusal(
        at: FilePlace(element: "SBR01"),
        message: "the claim names no further payer; add the coverage in the billing system")
    }
    let first = claim
    var answered = first.payerAsOther(responsibility: first.subscriber.coverage.responsibility)
    answered.adjustments = SecondaryClaim.adjustments(remittance.adjustments)
    answered.amounts = [X12QualifiedAmount("D", cents: remittance.paid.rawValue)]
    if remittance.lines.isEmpty {
      answered.amounts.append(
        X12QualifiedAmount("EAF", cents: remittance.patientResponsibility.rawValue))
    }
    if remittance.lines.isEmpty {
      // Where no line tells the day of the answer, the payer's loop does (loop 2330B).
      answered.payer.dates = [X12QualifiedDate("573", format: "D8", value: day.ccyymmdd)]
    }
    if !remittance.payerControlNumber.isEmpty {
      answered.payer.references.setValue("F8", to: remittance.payerControlNumber)
    }
    var secondary = first
    SecondaryClaim.insure(&secondary, by: next)
    secondary.references.setValue("F8", to: "")
    // An authorization is its payer's: the first one's goes with it to loop 2330B, the next one's
    // comes from there.
    secondary.references.setValue("G1", to: next.payer.references.value("G1"))
    secondary.payer = next.payer
    secondary.payer.references.removeAll { ["F8", "G1"].contains($0.qualifier) }
    secondary.otherPayers = earlierCoverages + [answered] + laterCoverages.dropFirst()
    secondary = secondary.ascribingAuthorizations(to: first.payer.name.id)
    var rest = remittance.lines
    for index in secondary.lines.indices {
      let line = SecondaryClaim.takeLine(from: &rest, matching: first.lines[index])
      // What payers before this one said of the line stays beside its answer.
      secondary.lines[index].adjudications +=
        line.map {
          [SecondaryClaim.adjudication($0, payer: first.payer.name.id, paidOn: day)]
        } ?? []
    }
    replace(with: secondary)
  }

  /// The payers after the one that the claim goes to, in the order of payment.
  package var laterPayers: [NamedPayer] {
    laterCoverages.map {
      NamedPayer($0.payer, coverage: $0.coverage, memberID: $0.subscriber.name.id)
    }
  }

  /// The payers before the one that the claim goes to, as the claim names them.
  var earlierCoverages: [OtherPayer837P] {
    let own = claim.subscriber.coverage.place
    return claim.otherPayers.filter { $0.coverage.place < own }
  }

  /// Those after it, in the order of payment.
  var laterCoverages: [OtherPayer837P] {
    let own = claim.subscriber.coverage.place
    return claim.otherPayers.filter { $0.coverage.place > own }
      .sorted { $0.coverage.place < $1.coverage.place }
  }
}

/// Loops 2000B and 2000C of the next payer, and loop 2430 from a remittance.
private enum SecondaryClaim {
  /// Seats subscriber and patient as the next coverage has them: the patient may be a subscriber
  /// here and a dependant there.
  static func insure(_ claim: inout Claim837P, by next: OtherPayer837P) {
    let relationship = next.coverage.relationship
    let person = claim.patientParty
    var facts = claim.patient?.facts ?? claim.subscriber.facts
    claim.subscriber.coverage = next.coverage
    if relationship.isEmpty || relationship == "18" {
      facts?.relationship = ""
      if claim.patient != nil {
        claim.subscriber.party = person
        claim.subscriber.facts = facts == PatientFacts837P() ? nil : facts
        claim.patient = nil
      }
      claim.subscriber.coverage.relationship = "18"
      claim.subscriber.party.name = next.subscriber.name
    } else {
      var patient = claim.patient ?? Patient837P(party: person)
      patient.facts = facts ?? PatientFacts837P()
      patient.facts.relationship = relationship
      patient.party.name.entity = "QC"
      patient.party.name.idQualifier = ""
      patient.party.name.id = ""
      claim.patient = patient
      claim.subscriber.coverage.relationship = ""
      claim.subscriber.facts = nil
      claim.subscriber.party = X12Party(name: next.subscriber.name)
    }
  }

  /// The answer to a line: by its number, else by code, charge and day; each answer once, since
  /// two months of one rental look alike but for the day.
  static func takeLine(
    from answers: inout [Billing.RemittanceLine], matching sent: ServiceLine837P
  ) -> Billing.RemittanceLine? {
    let day = sent.serviceDate?.value.prefix(8) ?? ""
    let rules: [(Billing.RemittanceLine) -> Bool] = [
      { !$0.controlNumber.isEmpty && $0.controlNumber == sent.controlNumber },
      { fits($0, sent) && $0.service?.first.ccyymmdd == String(day) },
      { fits($0, sent) && $0.service == nil },
    ]
    for rule in rules {
      if let index = answers.firstIndex(where: rule) { return answers.remove(at: index) }
    }
    return nil
  }

  private static func fits(_ answer: Billing.RemittanceLine, _ sent: ServiceLine837P) -> Bool {
    let codes = [answer.procedure.code, answer.submittedProcedure?.code]
    return answer.charge.rawValue == sent.chargeCents && codes.contains(sent.procedure.code)
  }

  static func adjudication(
    _ line: Billing.RemittanceLine, payer: String, paidOn day: Day
  ) -> LineAdjudication837P {
    LineAdjudication837P(
      payerID: payer, paidCents: line.paid.rawValue,
      procedure: X12Procedure(code: line.procedure.code, modifiers: line.procedure.modifiers),
      units: String(max(1, line.unitsInThousandths / 1000)),
      adjustments: adjustments(line.adjustments),
      dates: [X12QualifiedDate("573", format: "D8", value: day.ccyymmdd)])
  }

  /// Adjustments by group, at most six reasons a segment.
  static func adjustments(_ all: [Adjustment]) -> [X12Adjustment] {
    AdjustmentGroup.allCases.flatMap { group in
      let entries = all.filter { $0.group == group }.map {
        X12Adjustment.Entry(reason: $0.reason, cents: $0.amount.rawValue)
      }
      return stride(from: 0, to: entries.count, by: 6).map { start in
        X12Adjustment(
          group: group.rawValue, entries: Array(entries[start..<min(start + 6, entries.count)]))
      }
    }
  }
}
