package import Billing
import X12

extension Bill {
  /// The bill as an original claim, ready for a batch to its receiver.
  ///
  /// 005010X222A1, with what is left to the sender decided as home medical equipment needs it: the
  /// supplier bills and renders (no loop 2310B), benefits are assigned, the signature is on file.
  ///
  /// - Parameters:
  ///   - supplier: The office (loops 1000A and 2010AA).
  ///   - receiver: Where the claim goes (loop 1000B).
  ///   - rules: Say which codes need words of their own (SV101-7).
  /// - Returns: The claim; its image holds everything that is needed to send it again.
  /// - Throws: ``ClaimFileRefusal`` where no claim can be made of it at all; what a payer would
  ///   refuse is told by ``OutgoingClaim/faults``.
  package func claim(
    for supplier: Supplier, receiver: Clearinghouse, rules: RuleBook
  ) throws(ClaimFileRefusal) -> OutgoingClaim {
    try refuseImpossible()
    let diagnoses = try BillDiagnoses(of: self)
    var claim = Claim837P(
      billing: supplier.billingProvider, subscriber: try subscriber(), payer: coverage.payerParty,
      patient: patient(), controlNumber: PlainCapitals.text(controlNumber),
      chargeCents: total.rawValue,
      information: ClaimInformation837P(placeOfService: PlainCapitals.text(order.placeOfService)),
      diagnoses: Diagnosis837P.list(diagnoses.codes),
      otherPayers: try otherPayers(), lines: [])
    claim.lines = charges.map { BillLine(charge: $0, bill: self, rules: rules).line(diagnoses) }
    claim.liftSharedAuthorization()
    return OutgoingClaim(
      claim: claim,
      header: TransmissionHeader837P(
        reference: claim.controlNumber, date: "", time: "", submitter: supplier.submitter,
        receiver: receiver.party))
  }

  private func refuseImpossible() throws(ClaimFileRefusal) {
    guard (1...20).contains(controlNumber.utf8.count) else {
      throw refusal("CLM01", "the claim needs a control number of 1 to 20 characters")
    }
    guard (1...50).contains(charges.count) else {
      throw refusal("LX01", "the claim has \(charges.count) lines; 1 to 50 fit")
    }
    guard charges.allSatisfy({ $0.order == order.id }) else {
      throw refusal("LX01", "the claim has lines of another order")
    }
    for (index, charge) in charges.enumerated() {
      let line = "line \(index + 1)"
      guard charge.amount >= .zero, charge.amount.rawValue <= Cents.largestFromOutside else {
        throw refusal("SV102", "the charge of \(line) is no real one")
      }
      guard charge.units >= 1 else { throw refusal("SV104", "\(line) has no units") }
      guard charge.serviceFrom <= charge.serviceThrough else {
        throw refusal("DTP03", "the service of \(line) ends before it begins")
      }
    }
    guard Set(charges.map(\.id)).count == charges.count else {
      throw refusal("REF02", "one charge stands on two lines")
    }
  }

  func refusal(_ element: String, _ message: String) -> ClaimFileRefusal {
    ClaimFileRefusal(at: FilePlace(element: element), message: message)
  }
}

extension Claim837P {
  /// A prior authorization that every line has belongs to the claim; else each line keeps its own
  /// (005010X222A1 loops 2300 and 2400, REF*G1).
  fileprivate mutating func liftSharedAuthorization() {
    let numbers = Set(lines.map { $0.references.value("G1") })
    guard let shared = numbers.first, numbers.count == 1, !shared.isEmpty else { return }
    details.references.setValue("G1", to: shared)
    for index in lines.indices { lines[index].references.setValue("G1", to: "") }
  }
}
