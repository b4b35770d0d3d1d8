package import Billing
package import X12

/// A claim made ready to be sent: from charges (``Billing/Bill``), or again from the bytes of its
/// last sending.
package struct OutgoingClaim: Equatable, Sendable {
  package private(set) var claim: Claim837P
  package private(set) var header: TransmissionHeader837P

  init(claim: Claim837P, header: TransmissionHeader837P) {
    self.claim = claim
    self.header = header
  }

  /// The claim as it was sent last.
  ///
  /// - Throws: ``ClaimFileRefusal`` where the kept bytes cannot be read.
  package init(image: [UInt8]) throws(ClaimFileRefusal) {
    do {
      header = try TransmissionHeader837P(image: image)
      claim = try Claim837P(image: image)
    } catch {
      throw ClaimFileRefusal(
        at: FilePlace(), message: "the claim as kept cannot be read: \(error.message)")
    }
  }

  /// Gives the sending its number, frequency and, for 7 and 8, the payer's number (REF*F8).
  package mutating func address(
    controlNumber: String, frequency: ClaimFrequency, payerControlNumber: String
  ) {
    claim = claim.replacing(controlNumber: controlNumber).replacing(
      frequency: frequency.rawValue,
      payerControlNumber: frequency == .original ? "" : payerControlNumber)
  }

  /// Applies a biller's corrections.
  package mutating func correct(_ corrections: [ClaimCorrection]) {
    for correction in corrections {
      switch correction {
      case .memberID(let id): claim = claim.replacing(memberID: id)
      case .priorAuthorization(let number): claim = claim.replacing(priorAuthorization: number)
      case .placeOfService(let code): claim = claim.replacing(placeOfService: code)
      case .diagnoses(let codes): claim = claim.replacing(diagnoses: codes)
      case .procedure(let line, let procedure):
        claim = claim.replacing(procedure: procedure.code, line: line)
          .replacing(modifiers: procedure.modifiers, line: line)
      case .units(let line, let thousandths):
        claim = claim.replacing(units: OutgoingClaim.units(thousandths), line: line)
      case .charge(let line, let amount):
        claim = claim.replacing(chargeCents: amount.rawValue, line: line)
      case .patientName(let last, let first):
        claim = claim.replacing(patientLast: last, first: first)
      case .birthDate(let day): claim = claim.replacing(birthDate: day.ccyymmdd)
      case .sex(let sex): claim = claim.replacing(sex: sex)
      case .groupNumber(let number): claim = claim.replacing(groupNumber: number)
      case .taxonomy(let code): claim = claim.replacing(taxonomy: code)
      case .claimNote(let note): claim = claim.replacing(claimNote: note)
      case .service(let line, let from, let through):
        claim = claim.replacing(serviceFrom: from.ccyymmdd, through: through.ccyymmdd, line: line)
      case .lineNote(let line, let note): claim = claim.replacing(note: note, line: line)
      case .orderingProvider(let line, let last, let first, let npi):
        claim = claim.replacing(
          orderingProvider: X12Party(
            name: X12PartyName(
              entity: "DK", kind: "1", last: last, first: first, idQualifier: "XX", id: npi)),
          line: line == 0 ? nil : line)
      }
    }
  }

  mutating func replace(with other: Claim837P) { claim = other }

  /// Names whoever sends it this time, and to whom (loops 1000A and 1000B).
  mutating func readdress(submitter: X12Party, receiver: X12Party) {
    header.submitter = submitter
    header.receiver = receiver
  }

  /// Names the office as sender, and the receiver that takes claims for the payer.
  package mutating func readdress(from supplier: Supplier, to receiver: Clearinghouse) {
    readdress(submitter: supplier.submitter, receiver: receiver.party)
  }

  /// The claim as a value of the trade, with its bytes.
  ///
  /// - Throws: ``ClaimFileRefusal`` where it lacks what a claim cannot be without.
  package func sent() throws(ClaimFileRefusal) -> SentClaim {
    try SentClaim(claim, header: header, segment: 0)
  }

  /// The bytes to keep with the sending.
  package var image: [UInt8] { claim.encodeImage(header: header) }

  /// What would make a payer's front end refuse it, in plain words.
  package var faults: [String] {
    ClaimEdit.findings(in: claim).filter { $0.severity == .error }.map(\.message)
  }

  /// A whole 837P file with this claim alone.
  package func file(envelope: OutgoingEnvelope, reference: String, on day: Day) -> [UInt8] {
    var header = header
    header.reference = reference
    header.date = day.ccyymmdd
    header.time = envelope.time
    header.control = "0001"
    return Transmission837P(header: header, claims: [claim]).encode(envelope: envelope)
  }

  /// Sender and receiver as the claim was sent before: NM109 of loops 1000A and 1000B.
  package var parties: (sender: String, receiver: String) {
    (header.submitter.name.id, header.receiver.name.id)
  }

  private static func units(_ thousandths: Int64) -> String {
    let whole = thousandths / 1000
    var fraction = String(thousandths % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(whole)" : "\(whole).\(fraction)"
  }
}
