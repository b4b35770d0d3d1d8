package import Billing

/// Which sendings are of one bill: one patient, one payer level, one set of service lines.
///
/// Lines are the same where they agree in REF*6R *and* first day of service, whatever CLM01 a sending
/// carries; a number is its sender's own. A 6R that the same sender also uses with another day or
/// another code of the patient (1, 2, 3 in every claim) counts lines and identifies none: then level,
/// patient, first day, charge, codes and modifiers in order decide, as they do between two senders.
/// CLM01 and REF*F8 tie sendings whose lines or member id were corrected.
package struct BillIdentity: Sendable {
  /// Whether two sendings are of one bill.
  package enum Verdict: Equatable, Sendable {
    case same
    /// The same 6R with another day, or only some of the lines, and nothing that ties them: a person
    /// must say.
    case doubtful
    case other
  }

  /// Where a line number was used: with which days and codes.
  private struct Use {
    var days: Set<Day> = []
    var codes: Set<String> = []
  }

  private struct Number: Hashable {
    let sender: String
    let patient: Patient
    let number: String
  }

  private struct Patient: Hashable {
    let memberID: String
    let lastName: String
  }

  private let uses: [Number: Use]

  /// Learns from all known sendings of a patient, and of any others, which 6R are line counters.
  package init(among sendings: [BillSending]) {
    var uses: [Number: Use] = [:]
    for sending in sendings {
      let patient = Self.patient(of: sending)
      for line in sending.lines where !line.controlNumber.isEmpty {
        let number = Number(
          sender: sending.sender, patient: patient, number: line.controlNumber)
        uses[number, default: Use()].days.insert(line.day)
        uses[number, default: Use()].codes.insert(line.procedure.code)
      }
    }
    self.uses = uses
  }

  /// Whether two sendings, both among those that were learnt from, are of one bill.
  package func verdict(_ one: BillSending, _ other: BillSending) -> Verdict {
    let (mine, theirs) = (Self.patient(of: one), Self.patient(of: other))
    guard one.level == other.level, mine.lastName == theirs.lastName else { return .other }
    if Self.areTied(one, other) { return .same }
    guard mine.memberID == theirs.memberID else { return .other }
    if one.sender == other.sender, isIdentified(one), isIdentified(other) {
      let (mine, theirs) = (Self.keys(one), Self.keys(other))
      if mine == theirs { return .same }
      return mine.isDisjoint(with: theirs) ? .other : .doubtful
    }
    if Self.describesTheSame(one, other) { return .same }
    return isOnlyDayInDoubt(one, other) ? .doubtful : .other
  }

  /// The bills of a list of sendings, as places in it: each in the order of the list, and bills in
  /// the order of their first sending.
  package static func bills(of sendings: [BillSending]) -> [[Int]] {
    let identity = BillIdentity(among: sendings)
    var bills: [[Int]] = []
    for (place, sending) in sendings.enumerated() {
      let fitting = bills.indices.filter { bill in
        bills[bill].contains { identity.verdict(sendings[$0], sending) == .same }
      }
      guard let first = fitting.first else {
        bills.append([place])
        continue
      }
      // One that is tied to two bills shows that they are one.
      for bill in fitting.dropFirst().reversed() {
        let tied = bills.remove(at: bill)
        bills[first] += tied
      }
      bills[first] = (bills[first] + [place]).sorted()
    }
    return bills
  }

  // MARK: What ties two sendings

  /// The same CLM01 of one sender, or a replacement that names the other by the payer's number.
  private static func areTied(_ one: BillSending, _ other: BillSending) -> Bool {
    if one.sender == other.sender, !one.controlNumber.isEmpty,
      one.controlNumber == other.controlNumber, sharesLines(one, other)
    {
      return true
    }
    return names(one, other) || names(other, one)
  }

  private static func names(_ later: BillSending, _ earlier: BillSending) -> Bool {
    !later.replaces.isEmpty && later.replaces == earlier.payerControlNumber
  }

  /// Some offices give all bills of a patient one number: then a day or a line must agree too.
  private static func sharesLines(_ one: BillSending, _ other: BillSending) -> Bool {
    let days = Set(one.lines.map(\.day))
    if other.lines.contains(where: { days.contains($0.day) }) { return true }
    let numbers = Set(one.lines.map(\.controlNumber))
    return !numbers.contains("") && numbers == Set(other.lines.map(\.controlNumber))
  }

  // MARK: What lines say

  private struct Key: Hashable {
    let number: String
    let day: Day
    /// A pair is two lines, one a side (domain reference 6.2): no correction turns one into the other.
    let sides: [String]
  }

  private static func keys(_ sending: BillSending) -> Set<Key> {
    Set(
      sending.lines.map { line in
        Key(
          number: line.controlNumber, day: line.day,
          sides: line.procedure.modifiers.filter { ["RT", "LT"].contains($0) }.sorted())
      })
  }

  /// Whether every line has a number that is no counter.
  private func isIdentified(_ sending: BillSending) -> Bool {
    !sending.lines.isEmpty
      && sending.lines.allSatisfy { line in
        let use = use(of: line, in: sending)
        return use.days.count == 1 && use.codes.count == 1
      }
  }

  private func use(of line: BillSending.Line, in sending: BillSending) -> Use {
    if line.controlNumber.isEmpty { return Use() }
    return uses[
      Number(
        sender: sending.sender, patient: Self.patient(of: sending), number: line.controlNumber)]
      ?? Use()
  }

  /// Charge, and of each line in order its first day, code and modifiers.
  private static func describesTheSame(_ one: BillSending, _ other: BillSending) -> Bool {
    one.charge == other.charge && one.lines.map(\.procedure) == other.lines.map(\.procedure)
      && one.lines.map(\.day) == other.lines.map(\.day)
      && !one.lines.isEmpty
  }

  /// The same numbers and codes of one sender, used for these two days and for nothing else.
  ///
  /// Lines that are numbered by their places are counted, not named: nobody is asked about those.
  private func isOnlyDayInDoubt(_ one: BillSending, _ other: BillSending) -> Bool {
    guard one.sender == other.sender, one.lines.count == other.lines.count, !one.lines.isEmpty
    else { return false }
    let isCounted = one.lines.enumerated().allSatisfy { Int($1.controlNumber) == $0 + 1 }
    return !isCounted
      && zip(one.lines, other.lines).allSatisfy { mine, theirs in
        let use = use(of: mine, in: one)
        return mine.controlNumber == theirs.controlNumber
          && mine.procedure.code == theirs.procedure.code
          && use.codes.count == 1 && use.days == [mine.day, theirs.day]
      }
  }

  private static func patient(of sending: BillSending) -> Patient {
    Patient(
      memberID: plain(sending.memberID), lastName: plain(sending.lastName))
  }

  private static func plain(_ text: String) -> String {
    text.uppercased().filter { $0.isLetter || $0.isNumber }
  }
}
