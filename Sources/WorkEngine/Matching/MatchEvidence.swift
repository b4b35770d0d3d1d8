import Billing

/// What agrees and what differs between a claim of a remittance and one of ours.
struct MatchEvidence {
  private struct Point {
    let agrees: Bool
    /// Whether both sides say anything about it.
    let isKnown: Bool
    let weight: Int
    let same: String
    let differs: String
  }

  let sameControlNumber: Bool
  let samePayerControlNumber: Bool
  let sameMember: Bool
  let sameName: Bool
  let sameDate: Bool
  let sameCharge: Bool
  let sameCode: Bool
  private let remit: RemittanceClaim
  private let ours: MatchCandidate

  init(_ remit: RemittanceClaim, _ ours: MatchCandidate) {
    self.remit = remit
    self.ours = ours
    let control = Self.key(remit.controlNumber)
    let payerControl = Self.key(remit.payerControlNumber)
    let original = Self.key(remit.originalReference)
    let known = ours.payerControlNumbers.map(Self.key)
    sameControlNumber = control != "" && ours.controlNumbers.map(Self.key).contains(control)
    samePayerControlNumber =
      payerControl != "" && known.contains(payerControl)
      || original != "" && known.contains(original)
    let member = Self.key(ours.patient.memberID)
    sameMember = member != "" && Self.members(remit).contains(member)
    let last = Self.letters(remit.patient.lastName)
    let first = Self.letters(remit.patient.firstName)
    let ourFirst = Self.letters(ours.patient.firstName)
    sameName =
      !last.isEmpty && last == Self.letters(ours.patient.lastName)
      && (first.isEmpty || ourFirst.isEmpty || first.hasPrefix(ourFirst.prefix(3)))
    sameDate = Self.dates(remit).contains { ours.serviceFrom <= $0 && $0 <= ours.serviceThrough }
    sameCharge = remit.charge == ours.charge
    sameCode = Self.codes(remit).contains { ours.codes.contains($0) }
  }

  /// Put into words only where a person has to choose, which is seldom.
  private var points: [Point] {
    [
      Point(
        agrees: sameControlNumber, isKnown: Self.key(remit.controlNumber) != "", weight: 35,
        same: "control number \(remit.controlNumber)", differs: "control number differs"),
      Point(
        agrees: samePayerControlNumber,
        isKnown: Self.key(remit.payerControlNumber) != "" && !ours.payerControlNumbers.isEmpty,
        weight: 25, same: "payer number \(remit.payerControlNumber)",
        differs: "payer number differs"),
      Point(
        agrees: sameMember, isKnown: knowsMember, weight: 15, same: "member id",
        differs: "member id differs"),
      Point(
        agrees: sameName, isKnown: knowsName, weight: 10, same: "patient name",
        differs: "patient name differs"),
      Point(
        agrees: sameDate, isKnown: !Self.dates(remit).isEmpty, weight: 10,
        same: "date of service", differs: "date of service differs"),
      Point(
        agrees: sameCharge, isKnown: true, weight: 5, same: "charge \(remit.charge)",
        differs: "charge \(remit.charge) differs from billed \(ours.charge)"),
      Point(
        agrees: sameCode, isKnown: !remit.lines.isEmpty && !ours.codes.isEmpty, weight: 5,
        same: "procedure code", differs: "no procedure code in common"),
    ]
  }

  /// Something besides a number agrees, and the patient is not somebody else.
  var isPlausible: Bool {
    (sameMember || sameName || sameDate || sameCharge) && !isOtherPatient
  }

  /// Whether neither name nor member id agrees, of those that both sides tell.
  var isOtherPatient: Bool {
    !sameMember && !sameName && (knowsMember || knowsName)
  }

  private var knowsMember: Bool {
    Self.key(ours.patient.memberID) != "" && !Self.members(remit).isEmpty
  }

  private var knowsName: Bool {
    !Self.letters(remit.patient.lastName).isEmpty && !Self.letters(ours.patient.lastName).isEmpty
  }

  /// Enough to show it to a person: a number that fits nothing else, or the patient and more.
  var isSuggestion: Bool {
    sameControlNumber || samePayerControlNumber || (sameMember && (sameDate || sameCharge))
      || (sameName && sameDate && sameCode) || (sameName && sameDate && sameCharge)
  }

  var reasonsFor: [String] { points.filter { $0.agrees }.map(\.same) }
  var reasonsAgainst: [String] { points.filter { !$0.agrees && $0.isKnown }.map(\.differs) }
  var score: Int { min(100, points.filter { $0.agrees }.map(\.weight).reduce(0, +)) }

  private static func members(_ remit: RemittanceClaim) -> [String] {
    [remit.patient.memberID, remit.correctedMemberID].map(key).filter { $0 != "" }
  }

  private static func dates(_ remit: RemittanceClaim) -> [Day] {
    (remit.lines.map(\.service) + [remit.service]).compactMap { $0?.first }
  }

  private static func codes(_ remit: RemittanceClaim) -> [String] {
    remit.lines.flatMap { [$0.procedure.code, $0.submittedProcedure?.code ?? ""] }
      .filter { !$0.isEmpty }
  }

  /// A number as it is compared: no blanks, upper case; "0" means that the payer had none.
  private static func key(_ text: String) -> String {
    // Nearly every number is in that form already.
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < UInt8(ascii: "a") }
    let key = isPlain ? text : text.filter { !$0.isWhitespace }.uppercased()
    return key.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? "" : key
  }

  private static func letters(_ text: String) -> String { PlainLetter.letters(of: text) }
}
