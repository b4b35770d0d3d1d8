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
  private let points: [Point]

  init(_ remit: RemittanceClaim, _ ours: MatchCandidate) {
    let control = Self.key(remit.controlNumber)
    let payerControl = Self.key(remit.payerControlNumber)
    let original = Self.key(remit.originalReference)
    let known = ours.payerControlNumbers.map(Self.key)
    sameControlNumber = control != "" && ours.controlNumbers.map(Self.key).contains(control)
    samePayerControlNumber =
      payerControl != "" && known.contains(payerControl)
      || original != "" && known.contains(original)
    let members = [remit.memberID, remit.correctedMemberID].map(Self.key).filter { $0 != "" }
    let member = Self.key(ours.memberID)
    sameMember = member != "" && members.contains(member)
    let last = Self.letters(remit.patient.lastName)
    let first = Self.letters(remit.patient.firstName)
    let ourFirst = Self.letters(ours.firstName)
    sameName =
      !last.isEmpty && last == Self.letters(ours.lastName)
      && (first.isEmpty || ourFirst.isEmpty || first.hasPrefix(ourFirst.prefix(3)))
    let dates = remit.lines.compactMap(\.serviceFrom) + [remit.serviceFrom].compactMap { $0 }
    sameDate = dates.contains { ours.serviceFrom <= $0 && $0 <= ours.serviceThrough }
    sameCharge = remit.charge == ours.charge
    let codes = remit.lines.flatMap { [$0.procedure.code, $0.submittedProcedure?.code ?? ""] }
    sameCode = codes.contains { !$0.isEmpty && ours.codes.contains($0) }
    points = [
      Point(
        agrees: sameControlNumber, isKnown: control != "", weight: 35,
        same: "control number \(remit.controlNumber)", differs: "control number differs"),
      Point(
        agrees: samePayerControlNumber, isKnown: payerControl != "" && !known.isEmpty, weight: 25,
        same: "payer number \(remit.payerControlNumber)", differs: "payer number differs"),
      Point(
        agrees: sameMember, isKnown: member != "" && !members.isEmpty, weight: 15,
        same: "member id", differs: "member id differs"),
      Point(
        agrees: sameName, isKnown: !last.isEmpty && !ours.lastName.isEmpty, weight: 10,
        same: "patient name", differs: "patient name differs"),
      Point(
        agrees: sameDate, isKnown: !dates.isEmpty, weight: 10, same: "date of service",
        differs: "date of service differs"),
      Point(
        agrees: sameCharge, isKnown: true, weight: 5, same: "charge \(remit.charge)",
        differs: "charge \(remit.charge) differs from billed \(ours.charge)"),
      Point(
        agrees: sameCode, isKnown: !codes.isEmpty && !ours.codes.isEmpty, weight: 5,
        same: "procedure code", differs: "no procedure code in common"),
    ]
  }

  /// Something besides a number agrees.
  var isPlausible: Bool { sameMember || sameName || sameDate || sameCharge }

  /// Enough to show it to a person: a number that fits nothing else, or the patient and more.
  var isSuggestion: Bool {
    sameControlNumber || samePayerControlNumber || (sameMember && (sameDate || sameCharge))
      || (sameName && sameDate && sameCode) || (sameName && sameDate && sameCharge)
  }

  var reasonsFor: [String] { points.filter { $0.agrees }.map(\.same) }
  var reasonsAgainst: [String] { points.filter { !$0.agrees && $0.isKnown }.map(\.differs) }
  var score: Int { min(100, points.filter { $0.agrees }.map(\.weight).reduce(0, +)) }

  /// A number as it is compared: no blanks, upper case; "0" means that the payer had none.
  private static func key(_ text: String) -> String {
    let key = text.filter { !$0.isWhitespace }.uppercased()
    return key.allSatisfy { $0 == "0" } ? "" : key
  }

  private static func letters(_ text: String) -> String {
    text.uppercased().filter(\.isLetter)
  }
}
