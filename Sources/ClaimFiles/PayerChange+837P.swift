package import Billing
import X12

extension OutgoingClaim {
  /// Puts the coverage right: another payer in the place of this one, another one before it, or the
  /// answer of the one before it.
  ///
  /// 005010X222A1 loops 2000B, 2010BA, 2010BB, 2320 to 2330B and 2430.
  ///
  /// - Parameters:
  ///   - change: What the card of the other payer says, and what it answered.
  ///   - other: That payer as the office knows it; its family tells SBR09 where the card does not.
  /// - Throws: ``ClaimFileRefusal`` where a claim names no payer in that place.
  package mutating func change(
    _ change: PayerChange, to other: Payer
  ) throws(ClaimFileRefusal) {
    let named = CoverageSeat(change.coverage, payer: other, of: claim)
    switch change.kind {
    case .instead: putInstead(named)
    case .first: putFirst(named, type: change.coverage.secondaryPayerType)
    case .answered:
      guard let answer = change.answer else {
        throw ClaimFileRefusal(
          at: FilePlace(element: "AMT02"), message: "the first payer's answer is not given")
      }
      enter(answer, of: named, type: change.coverage.secondaryPayerType)
    }
  }

  private mutating func putInstead(_ seat: CoverageSeat) {
    let coverage = seat.coverage(at: claim.subscriber.coverage.place)
    var changed = claim.replacing(payer: seat.party).replacing(
      coverage: coverage, memberID: seat.memberID, seatsPatient: seat.isOfPatient)
    // A payer that was to come later comes now.
    changed.otherPayers.removeAll { seat.isOf($0) }
    replace(with: changed)
  }

  private mutating func putFirst(_ seat: CoverageSeat, type: String) {
    let place = claim.subscriber.coverage.place
    var present = claim.payerAsOther(
      responsibility: Coverage837P.responsibility(at: place + 1))
    if !type.isEmpty { present.coverage.insuranceType = type }
    let later = laterCoverages.filter { !seat.isOf($0) }
    // What the present payer authorized stays on the lines, as its own.
    var changed = claim.ascribingAuthorizations(to: claim.payer.name.id)
      .replacing(payer: seat.party).replacing(
        coverage: seat.coverage(at: place), memberID: seat.memberID,
        seatsPatient: seat.isOfPatient)
    changed.otherPayers =
      earlierCoverages.filter { !seat.isOf($0) } + [present] + Self.moved(later, to: place + 2)
    replace(with: changed)
  }

  private mutating func enter(_ answer: PrimaryAnswer, of seat: CoverageSeat, type: String) {
    let place = claim.subscriber.coverage.place
    var changed = claim
    let known = earlierCoverages.last { seat.isOf($0) }
    let entered = EnteredAnswer(answer, of: claim)
    let answered = entered.otherPayer(seat, at: known?.coverage.place ?? place)
    // A claim that names the payer before it keeps its own place.
    let own = known == nil ? place + 1 : place
    changed.subscriber.coverage.responsibility = Coverage837P.responsibility(at: own)
    if !type.isEmpty { changed.subscriber.coverage.insuranceType = type }
    changed.otherPayers =
      earlierCoverages.filter { !seat.isOf($0) } + [answered]
      + Self.moved(laterCoverages.filter { !seat.isOf($0) }, to: own + 1)
    changed.otherPayers.sort { $0.coverage.place < $1.coverage.place }
    for index in changed.lines.indices {
      changed.lines[index].adjudications.removeAll { $0.payerID == seat.party.name.id }
    }
    if let line = entered.line(of: seat) {
      changed.lines[0].adjudications.append(line)
    }
    replace(with: changed)
  }

  /// Later payers moved so that the first of them stands in a place, without gaps.
  private static func moved(_ payers: [OtherPayer837P], to place: Int) -> [OtherPayer837P] {
    payers.enumerated().map { offset, payer in
      var moved = payer
      moved.coverage.responsibility = Coverage837P.responsibility(at: place + offset)
      return moved
    }
  }
}

/// A coverage as its card names it, in the words of an 837P.
struct CoverageSeat {
  let party: X12Party
  let memberID: String
  /// Whether the patient is its subscriber: in a programme that insures each person, and wherever
  /// nobody else is known to be.
  let isOfPatient: Bool
  private let patient: X12PartyName
  private let filingIndicator: String
  private let groupNumber: String

  init(_ coverage: NewCoverage, payer: Payer, of claim: Claim837P) {
    let identifier =
      coverage.payerIdentifier.isEmpty ? payer.identifier : coverage.payerIdentifier
    party = X12Party(
      name: X12PartyName(
        entity: "PR", kind: "2", last: PlainCapitals.text(coverage.payerName), idQualifier: "PI",
        id: PlainCapitals.text(identifier)))
    memberID = PlainCapitals.number(coverage.memberID)
    isOfPatient = claim.patient == nil || payer.family.insuresEachPerson
    patient = claim.patientParty.name
    filingIndicator =
      coverage.filingIndicator.isEmpty
      ? payer.family.filingIndicator : PlainCapitals.number(coverage.filingIndicator)
    // Medicare has no groups.
    groupNumber =
      payer.family.isMedicareFeeForService ? "" : PlainCapitals.text(coverage.groupNumber)
  }

  func coverage(at place: Int) -> Coverage837P {
    Coverage837P(
      responsibility: Coverage837P.responsibility(at: place), relationship: "18",
      groupNumber: groupNumber, filingIndicator: filingIndicator)
  }

  /// NM1*IL of loop 2330A.
  var subscriber: X12Party {
    var name = patient
    name.entity = "IL"
    name.idQualifier = "MI"
    name.id = memberID
    return X12Party(name: name)
  }

  /// Whether another payer of the claim is this one.
  func isOf(_ other: OtherPayer837P) -> Bool {
    other.payer.name.id == party.name.id || other.payer.name.last == party.name.last
  }
}

/// A first payer's answer of which the amounts of the whole claim are known, and no reasons.
///
/// It balances as an 835 does (domain reference 5.3): charge less what it took off is what it paid.
struct EnteredAnswer {
  private let answer: PrimaryAnswer
  private let claim: Claim837P

  init(_ answer: PrimaryAnswer, of claim: Claim837P) {
    self.answer = answer
    self.claim = claim
  }

  /// Loops 2320 and 2330B.
  ///
  /// A claim of one line tells the rest in loop 2430; of several it is not known what was said of
  /// each, so it is said of the claim.
  func otherPayer(_ seat: CoverageSeat, at place: Int) -> OtherPayer837P {
    var other = OtherPayer837P(
      coverage: seat.coverage(at: place),
      amounts: [X12QualifiedAmount("D", cents: answer.paid.rawValue)],
      benefitsAssigned: claim.benefitsAssigned, release: claim.release,
      subscriber: seat.subscriber, payer: seat.party)
    guard claim.lines.count != 1 else { return other }
    other.adjustments = adjustments
    other.amounts.append(remaining)
    other.payer.dates = [notice]
    return other
  }

  /// Loop 2430 of the only line; nil where there are several.
  func line(of seat: CoverageSeat) -> LineAdjudication837P? {
    guard claim.lines.count == 1, let line = claim.lines.first else { return nil }
    return LineAdjudication837P(
      payerID: seat.party.name.id, paidCents: answer.paid.rawValue, procedure: line.procedure,
      units: line.units, adjustments: adjustments, dates: [notice], amounts: [remaining])
  }

  private var notice: X12QualifiedDate {
    X12QualifiedDate("573", format: "D8", value: answer.paidOn.ccyymmdd)
  }

  private var remaining: X12QualifiedAmount {
    X12QualifiedAmount("EAF", cents: answer.patientShare.rawValue)
  }

  /// What it did not pay: the impact of its adjudication (OA-23), and what it left to the patient,
  /// of which nobody says what it is (PR-2, coinsurance).
  private var adjustments: [X12Adjustment] {
    let charge = Cents(claim.chargeCents)
    let reduced = charge - answer.paid - answer.patientShare
    let parts = [("OA", "23", reduced), ("PR", "2", answer.patientShare)]
    return parts.filter { $0.2 > .zero }.map {
      X12Adjustment(
        group: $0.0, entries: [X12Adjustment.Entry(reason: $0.1, cents: $0.2.rawValue)])
    }
  }
}
