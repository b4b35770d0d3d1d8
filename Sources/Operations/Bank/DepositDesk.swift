import Billing
import Database
import Store
import WorkEngine

/// Money in the bank, inside one transaction: recorded, posted, and matched with what was announced.
struct DepositDesk {
  let office: Office
  let connection: Connection

  /// Records one deposit with its entry in the ledger: debit bank, credit cash.
  ///
  /// - Returns: its key, and whatever is to be placed anew.
  func record(
    _ content: DepositDraft, file: FileID? = nil, line: Int = 0
  ) throws -> (id: DepositID, touched: [WorkSubject]) {
    let before = try Deposits.firstDay(in: connection)
    let id = try Deposits.insert(
      content, occurrence: try Deposits.nextOccurrence(of: content, in: connection), file: file,
      line: line, user: office.user.name, known: office.known, in: connection)
    let entry = try JournalEntry(
      cause: .deposit, on: content.receivedOn, postings: Self.postings(content.amount))
    _ = try Ledger.post(entry, deposit: id, known: office.known, in: connection)
    // It has an item from the first, so that what matched by itself can be taken apart.
    try Placer(rules: office.rules, today: office.today).place(.deposit(id), in: connection)
    return (id, try settle(trace: content.reference) + followFirstDay(since: before))
  }

  /// Debit bank, credit cash; the other way round for an amount below zero.
  static func postings(_ amount: Cents) -> [Posting] {
    [Posting(account: .bank, amount: amount), Posting(account: .cash, amount: -amount)]
  }

  /// Matches what belongs together beyond doubt, whichever side came second.
  ///
  /// - Returns: whatever is to be placed anew.
  func settle(trace: String) throws -> [WorkSubject] {
    let number = TraceNumber.folded(trace)
    if number.isEmpty { return [] }
    let bank = try Deposits.open(trace: number, in: connection)
    if bank.isEmpty { return [] }
    let announced = try DepositMatches.announced(trace: number, in: connection)
    var touched: [WorkSubject] = []
    for pair in matching.pairs(bank.map(\.money), announced.map(\.money)) {
      // What a person took apart does not come together again by itself.
      guard try !DepositMatches.wasTakenApart(pair.deposit, pair.remittance, in: connection) else {
        continue
      }
      try DepositMatches.insert(
        deposit: pair.deposit, remittance: pair.remittance, amount: pair.amount, activity: nil,
        known: office.known, in: connection)
      touched += [.deposit(pair.deposit), .remittance(pair.remittance)]
    }
    return touched
  }

  var matching: DepositMatching { DepositMatching(settings: office.rules.deposits) }

  /// Remittances that are expected in the bank, or are no more, because the office's first deposit
  /// is another one now.
  func followFirstDay(since before: Day?) throws -> [WorkSubject] {
    let after = try Deposits.firstDay(in: connection)
    guard before != after else { return [] }
    let never = Day(rawValue: Int32.max)
    let (one, other) = (before ?? never, after ?? never)
    return try DepositMatches.paid(
      from: min(one, other), before: max(one, other), in: connection
    ).map { .remittance($0) }
  }

  /// Runs placement for what was touched, once each.
  func place(_ touched: [WorkSubject]) throws {
    let placer = Placer(rules: office.rules, today: office.today)
    var seen: Set<WorkSubject> = []
    for subject in touched where seen.insert(subject).inserted {
      try placer.place(subject, onlyIfMoved: true, in: connection)
    }
  }

  /// What a decision matches: which deposit with which remittance, and how much.
  ///
  /// - Throws: ``Refusal`` where one of them is not there, or nothing of it is left.
  func pairs(_ match: MoneyMatch, about subject: WorkSubject) throws -> [MoneyPair] {
    var pairs: [MoneyPair] = []
    var left = try self.left(of: subject)
    for key in match.others {
      let other: WorkSubject
      if case .deposit = subject {
        other = .remittance(RemittanceID(key))
      } else {
        other = .deposit(DepositID(key))
      }
      let open = try self.left(of: other)
      let amount = match.amount ?? min(left, open)
      guard amount > .zero, amount <= left, amount <= open else {
        throw Refusal(
          "Only \(min(left, open)) can be matched with \(other.kind) \(key).",
          field: match.amount == nil ? .match : .amount)
      }
      left -= amount
      if case .deposit(let deposit) = subject {
        pairs.append(
          MoneyPair(deposit: deposit, remittance: RemittanceID(key), amount: amount))
      } else if case .remittance(let remittance) = subject {
        pairs.append(
          MoneyPair(deposit: DepositID(key), remittance: remittance, amount: amount))
      }
    }
    return pairs
  }

  /// What of a deposit or a remittance is not matched, in cents.
  private func left(of subject: WorkSubject) throws -> Cents {
    switch subject {
    case .deposit(let id):
      guard let deposit = try Deposits.find(id, in: connection) else {
        throw Refusal("There is no deposit \(id.rawValue).", field: .match)
      }
      if deposit.isVoid { throw Refusal("Deposit \(id.rawValue) is void.", field: .match) }
      return deposit.left
    case .remittance(let id):
      guard let header = try Remittances.find(id, in: connection) else {
        throw Refusal("There is no remittance \(id.rawValue).", field: .match)
      }
      return try DepositMatches.left(of: header, in: connection)
    default: return .zero
    }
  }
}

extension Deposit {
  /// As the matching reads it.
  var money: BankMoney {
    BankMoney(
      id: id, receivedOn: content.receivedOn, form: content.form, left: left,
      trace: content.reference, originator: content.originator, payer: content.payer)
  }
}

extension DepositMatches.Announced {
  /// As the matching reads it.
  var money: AnnouncedMoney {
    AnnouncedMoney(
      id: header.id, paidOn: header.paymentDate, method: header.method, left: left,
      trace: header.traceNumber, originator: header.originator, payer: payerName)
  }
}
