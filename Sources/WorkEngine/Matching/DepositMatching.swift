package import Billing

/// Money that the bank shows.
package struct BankMoney: Equatable, Sendable {
  package var id: DepositID
  package var receivedOn: Day
  package var form: DepositForm
  /// What belongs to no remittance yet, in cents.
  package var left: Cents
  package var trace: String
  package var originator: String
  package var payer: String

  package init(
    id: DepositID, receivedOn: Day, form: DepositForm, left: Cents, trace: String,
    originator: String = "", payer: String = ""
  ) {
    self.id = id
    self.receivedOn = receivedOn
    self.form = form
    self.left = left
    self.trace = trace
    self.originator = originator
    self.payer = payer
  }
}

/// Money that a remittance announces.
package struct AnnouncedMoney: Equatable, Sendable {
  package var id: RemittanceID
  /// BPR16.
  package var paidOn: Day
  /// BPR04.
  package var method: String
  /// What the bank has not shown yet, in cents.
  package var left: Cents
  package var trace: String
  package var originator: String
  package var payer: String

  package init(
    id: RemittanceID, paidOn: Day, method: String, left: Cents, trace: String,
    originator: String = "", payer: String = ""
  ) {
    self.id = id
    self.paidOn = paidOn
    self.method = method
    self.left = left
    self.trace = trace
    self.originator = originator
    self.payer = payer
  }
}

/// A deposit and a remittance that belong together, with how much of both.
package struct MoneyPair: Hashable, Sendable {
  package var deposit: DepositID
  package var remittance: RemittanceID
  /// In cents.
  package var amount: Cents

  package init(deposit: DepositID, remittance: RemittanceID, amount: Cents) {
    self.deposit = deposit
    self.remittance = remittance
    self.amount = amount
  }
}

/// What speaks for and against two sides belonging together.
package struct MoneyEvidence: Equatable, Sendable {
  package var reasonsFor: [String] = []
  package var reasonsAgainst: [String] = []
  var score = 0
}

/// The other side that somebody may mean: one, or several that come to the amount together.
package struct MoneyCandidate<Other: Hashable & Sendable>: Equatable, Sendable {
  package var others: [Other]
  /// What they come to, in cents.
  package var amount: Cents
  package var evidence: MoneyEvidence
}

/// Which money in the bank is that of which remittance (domain reference 5.8).
///
/// Matching moves no money: it says which two facts speak of one payment.
package struct DepositMatching {
  let settings: DepositSettings
  private static let mostCandidates = 10
  /// Days by which a check may be in the bank before the day that its remittance names.
  private static let earlyDays = 7

  package init(settings: DepositSettings) { self.settings = settings }

  /// What belongs together beyond doubt: the same trace or check number, the same amount, days that
  /// fit, and no other that would fit as well; one deposit may be several remittances together, and
  /// the other way round.
  package func pairs(_ bank: [BankMoney], _ announced: [AnnouncedMoney]) -> [MoneyPair] {
    var pairs: [MoneyPair] = []
    var bank = bank.filter { $0.left > .zero }
    var announced = announced.filter { $0.left > .zero }
    for deposit in bank {
      let same = announced.filter { fits(deposit, $0) && $0.left == deposit.left }
      guard let remittance = same.first, same.count == 1,
        bank.count(where: { fits($0, remittance) && $0.left == remittance.left }) == 1
      else { continue }
      pairs.append(
        MoneyPair(deposit: deposit.id, remittance: remittance.id, amount: deposit.left))
    }
    bank.removeAll { deposit in pairs.contains { $0.deposit == deposit.id } }
    announced.removeAll { remittance in pairs.contains { $0.remittance == remittance.id } }
    return pairs + together(bank, announced)
  }

  /// One side alone against several that come to the same amount.
  private func together(_ bank: [BankMoney], _ announced: [AnnouncedMoney]) -> [MoneyPair] {
    for deposit in bank {
      let parts = announced.filter { fits(deposit, $0) }
      guard parts.count > 1, parts.map(\.left).total() == deposit.left,
        bank.count(where: { other in parts.contains { fits(other, $0) } }) == 1
      else { continue }
      return parts.map {
        MoneyPair(deposit: deposit.id, remittance: $0.id, amount: $0.left)
      }
    }
    for remittance in announced {
      let parts = bank.filter { fits($0, remittance) }
      guard parts.count > 1, parts.map(\.left).total() == remittance.left,
        announced.count(where: { other in parts.contains { fits($0, other) } }) == 1
      else { continue }
      return parts.map {
        MoneyPair(deposit: $0.id, remittance: remittance.id, amount: $0.left)
      }
    }
    return []
  }

  /// Whether number, days and originator agree; the amount is another matter.
  private func fits(_ deposit: BankMoney, _ remittance: AnnouncedMoney) -> Bool {
    let number = TraceNumber.folded(deposit.trace)
    return !number.isEmpty && number == TraceNumber.folded(remittance.trace)
      && isInTime(deposit, remittance) && !contradict(deposit.originator, remittance.originator)
  }

  private func isInTime(_ deposit: BankMoney, _ remittance: AnnouncedMoney) -> Bool {
    if deposit.form.isElectronic {
      return distance(deposit, remittance) <= settings.electronicDays
    }
    let days = deposit.receivedOn - remittance.paidOn
    return (-Self.earlyDays...settings.staleDays).contains(days)
  }

  private func distance(_ deposit: BankMoney, _ remittance: AnnouncedMoney) -> Int {
    min(deposit.receivedOn, remittance.paidOn)
      .businessDays(until: max(deposit.receivedOn, remittance.paidOn))
  }

  private func contradict(_ one: String, _ other: String) -> Bool {
    let (one, other) = (TraceNumber.originator(one), TraceNumber.originator(other))
    return !one.isEmpty && !other.isEmpty && one != other
  }

  // MARK: Candidates

  /// What speaks for and against a deposit being the money of a remittance.
  package func evidence(_ deposit: BankMoney, _ remittance: AnnouncedMoney) -> MoneyEvidence {
    var evidence = MoneyEvidence()
    let numbers = (TraceNumber.folded(deposit.trace), TraceNumber.folded(remittance.trace))
    if !numbers.0.isEmpty, numbers.0 == numbers.1 {
      evidence.add(100, "the same number \(remittance.trace)")
    } else if !numbers.0.isEmpty, !numbers.1.isEmpty {
      evidence.subtract(30, "the numbers are \(deposit.trace) and \(remittance.trace)")
    }
    if deposit.left == remittance.left {
      evidence.add(60, "the same amount")
    } else {
      let difference = deposit.left - remittance.left
      evidence.subtract(
        20,
        difference > .zero
          ? "the bank has \(difference) more" : "the bank has \(-difference) less")
    }
    let days = distance(deposit, remittance)
    let apart = days == 0 ? "the same day" : "\(days) business day\(days == 1 ? "" : "s") apart"
    if isInTime(deposit, remittance) {
      evidence.add(20, apart)
    } else {
      evidence.subtract(20, apart)
    }
    if contradict(deposit.originator, remittance.originator) {
      evidence.subtract(50, "another originator: \(deposit.originator), \(remittance.originator)")
    } else if !deposit.originator.isEmpty, !remittance.originator.isEmpty {
      evidence.add(20, "the same originator")
    }
    if !MoneyNames.words(of: deposit.payer).isDisjoint(with: MoneyNames.words(of: remittance.payer))
    {
      evidence.add(15, "the bank names \(remittance.payer)")
    }
    return evidence
  }

  /// Remittances that a deposit may be the money of, the best first.
  package func candidates(
    for deposit: BankMoney, among announced: [AnnouncedMoney]
  ) -> [MoneyCandidate<RemittanceID>] {
    let open = announced.filter { $0.left > .zero }
    var found = open.compactMap { remittance in
      candidate(deposit, remittance).map {
        MoneyCandidate(others: [remittance.id], amount: remittance.left, evidence: $0)
      }
    }
    // What one payer announced for one day, together.
    for (_, group) in Dictionary(grouping: open, by: { "\($0.payer) \($0.paidOn)" })
    where group.count > 1 && group.map(\.left).total() == deposit.left
      && group.allSatisfy({ isInTime(deposit, $0) })
    {
      var evidence = MoneyEvidence()
      evidence.add(
        90, "the \(group.count) remittances of \(group[0].payer) of \(group[0].paidOn) together")
      found.append(
        MoneyCandidate(
          others: group.map(\.id).sorted(), amount: deposit.left, evidence: evidence))
    }
    return best(found) { $0.rawValue }
  }

  /// Deposits that may be the money of a remittance, the best first.
  package func candidates(
    for remittance: AnnouncedMoney, among bank: [BankMoney]
  ) -> [MoneyCandidate<DepositID>] {
    let found = bank.filter { $0.left > .zero }.compactMap { deposit in
      candidate(deposit, remittance).map {
        MoneyCandidate(others: [deposit.id], amount: deposit.left, evidence: $0)
      }
    }
    return best(found) { $0.rawValue }
  }

  /// The evidence of two sides that are worth showing beside each other: number or amount agree, or
  /// payer and days do.
  private func candidate(
    _ deposit: BankMoney, _ remittance: AnnouncedMoney
  ) -> MoneyEvidence? {
    let evidence = evidence(deposit, remittance)
    return evidence.score >= 15 ? evidence : nil
  }

  private func best<Other>(
    _ found: [MoneyCandidate<Other>], key: (Other) -> Int64
  ) -> [MoneyCandidate<Other>] {
    let sorted = found.sorted { left, right in
      if left.evidence.score != right.evidence.score {
        return left.evidence.score > right.evidence.score
      }
      // The younger first: what is old was looked at before.
      return (left.others.first.map(key) ?? 0) > (right.others.first.map(key) ?? 0)
    }
    return Array(sorted.prefix(Self.mostCandidates))
  }
}

extension MoneyEvidence {
  fileprivate mutating func add(_ points: Int, _ reason: String) {
    score += points
    reasonsFor.append(reason)
  }

  fileprivate mutating func subtract(_ points: Int, _ reason: String) {
    score -= points
    reasonsAgainst.append(reason)
  }
}

/// Names of payers as banks cut them.
private enum MoneyNames {
  /// Words of four letters and more, which tell something.
  static func words(of name: String) -> Set<String> {
    Set(
      name.uppercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 4 }
        .map(String.init))
  }
}
