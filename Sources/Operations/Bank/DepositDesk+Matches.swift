import Billing
import Database
import Store
import WorkEngine

/// Matches are facts: they are taken apart by facts of their own, and put together by new ones.
extension DepositDesk {
  /// Takes matches apart; gives what is to be placed anew.
  ///
  /// - Throws: ``Refusal`` where one does not stand any more.
  func takeApart(
    _ matches: [DepositMatch], as activity: ActivityID
  ) throws -> [WorkSubject] {
    for match in matches {
      let standing = try DepositMatches.standing(of: match.deposit, in: connection)
      guard standing.contains(where: { $0.id == match.id }) else {
        throw Refusal("The match with \(match.trace) was taken apart since.")
      }
      try DepositMatches.takeApart(
        match, activity: activity, known: office.known, in: connection)
    }
    return matches.flatMap { [.deposit($0.deposit), .remittance($0.remittance)] }
  }

  /// Matches anew what was taken apart; gives what is to be placed anew.
  ///
  /// - Throws: ``Refusal`` where one of the two has been matched otherwise since.
  func putTogether(
    _ matches: [DepositMatch], as activity: ActivityID
  ) throws -> [WorkSubject] {
    for match in matches {
      let pairs = try pairs(
        MoneyMatch([match.remittance.rawValue], amount: match.amount),
        about: .deposit(match.deposit))
      for pair in pairs {
        try DepositMatches.insert(
          deposit: pair.deposit, remittance: pair.remittance, amount: pair.amount,
          activity: activity, known: office.known, in: connection)
      }
    }
    return matches.flatMap { [.deposit($0.deposit), .remittance($0.remittance)] }
  }

  /// A remittance counts no more: it is nobody's money, and its deposit looks for another one.
  func letGo(
    of remittance: Remittances.Header, as activity: ActivityID
  ) throws -> [WorkSubject] {
    try takeApart(DepositMatches.standing(of: remittance.id, in: connection), as: activity)
  }

  /// A remittance counts again: what `decision` took apart of it belongs together again, and what
  /// fits beyond doubt does for the first time.
  func takeIn(
    _ remittance: Remittances.Header, after decision: ActivityID, as activity: ActivityID
  ) throws -> [WorkSubject] {
    let apart = try DepositMatches.made(by: decision, in: connection).apart
      .filter { $0.remittance == remittance.id }
    return try putTogether(apart, as: activity) + settle(trace: remittance.traceNumber)
  }
}
