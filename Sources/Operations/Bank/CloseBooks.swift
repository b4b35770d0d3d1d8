package import Billing
import Database
package import Desk
import Store

/// Closes periods of the books and opens them again, inside a transaction.
struct CloseDesk {
  let office: Office
  let connection: Connection

  /// Closes everything up to the end of a period.
  ///
  /// - Throws: ``Refusal`` for a period that is not over, or closed already.
  func close(_ period: BookPeriod, reason: String) throws {
    guard period.last <= office.today else {
      throw Refusal("\(period) is not over: the office is on \(office.today).")
    }
    if let closed = try BookCloses.closedThrough(in: connection), period.last <= closed {
      throw Refusal("The books are closed through \(closed) already.")
    }
    try add(period, isReopening: false, closedThrough: period.last, reason: reason)
  }

  /// Opens a period and everything after it, because another person allowed it.
  ///
  /// - Throws: ``Refusal`` where it is not closed.
  func open(_ period: BookPeriod, by approval: Approval) throws {
    guard let closed = try BookCloses.closedThrough(in: connection), period.first <= closed else {
      throw Refusal("\(period) is not closed.")
    }
    // Nothing was ever closed before the first closing: then nothing is closed any more.
    let earliest = try BookCloses.all(limit: 100_000, in: connection).filter { !$0.isReopening }
      .map(\.period.last).min()
    let before = period.first.adding(days: -1)
    try add(
      period, isReopening: true, closedThrough: earliest.map { before < $0 } == true ? nil : before,
      reason: approval.reason, approval: approval.id)
  }

  /// Closes again what an approval opened, as far as it was closed before.
  func closeAgain(_ approval: Approval) throws {
    let all = try BookCloses.all(limit: 100_000, in: connection)
    guard let opening = all.firstIndex(where: { $0.isReopening && $0.approval == approval.id })
    else { return }
    guard opening == 0 else {
      throw Refusal("The books were closed or opened since; it can no longer be undone.")
    }
    guard let before = all.dropFirst().first, let closed = before.closedThrough else { return }
    let last = all.dropFirst().first { !$0.isReopening && $0.period.last == closed }
    try add(
      last?.period ?? BookPeriod(closed), isReopening: false, closedThrough: closed,
      reason: "undo of approval \(approval.id.rawValue)")
  }

  private func add(
    _ period: BookPeriod, isReopening: Bool, closedThrough: Day?, reason: String,
    approval: ApprovalID? = nil
  ) throws {
    try BookCloses.add(
      BookCloses.Kept(
        period: period, isReopening: isReopening, closedThrough: closedThrough,
        receivable: try PeriodTotals.receivable(through: period.last, in: connection),
        at: try office.now(connection), user: office.user.name, reason: reason,
        approval: approval, knownOn: office.today), in: connection)
  }
}

extension Office {
  /// Closes a day or a month, and with it everything before its end.
  ///
  /// - Throws: ``Refusal`` for anybody but a supervisor, and for a period that is not over or closed
  ///   already; any failure of the database.
  package func closeBooks(_ period: BookPeriod, note: String = "") throws -> BooksStanding {
    guard user.isSupervisor else { throw Refusal("Only a supervisor may close the books.") }
    try database.write {
      try CloseDesk(office: self, connection: $0).close(period, reason: note)
    }
    return try books()
  }

  /// Asks that a closed period be opened again: another person, a supervisor, allows it.
  ///
  /// - Throws: ``Refusal`` where it is not closed, without a reason, or where it is asked already; any
  ///   failure of the database.
  package func askToReopen(_ period: BookPeriod, reason: String) throws -> ApprovalDetail {
    guard let closed = try database.read({ try BookCloses.closedThrough(in: $0) }),
      period.first <= closed
    else { throw Refusal("\(period) is not closed.") }
    return try ask(.reopenClose, about: .period(period), reason: reason)
  }

  /// What of the books is closed.
  ///
  /// - Throws: Any failure of the database.
  package func books() throws -> BooksStanding {
    try database.read { connection in
      BooksStanding(
        closedThrough: try BookCloses.closedThrough(in: connection),
        closes: try BookCloses.all(limit: 200, in: connection).map {
          CloseRow(
            period: $0.period, isReopening: $0.isReopening, user: $0.user, reason: $0.reason,
            on: $0.knownOn, receivable: $0.receivable, approval: $0.approval)
        })
    }
  }

  /// The pack of a period: what was owed, what moved it, what is owed, and every account.
  ///
  /// - Throws: Any failure of the database.
  package func closePack(_ period: BookPeriod) throws -> ClosePack {
    try database.read { connection in
      let closed = try BookCloses.closedThrough(in: connection)
      return ClosePack(
        period: period, isClosed: closed.map { period.last <= $0 } ?? false,
        movements: try PeriodTotals.counterparts(period, in: connection).flatMap {
          ClosePack.movements($0.account, debits: $0.debits, credits: $0.credits)
        },
        accounts: try PeriodTotals.accounts(period, in: connection).map {
          ClosePack.Account(
            account: $0.account, start: $0.start, debits: $0.debits, credits: $0.credits)
        }.sorted { $0.account.place < $1.account.place },
        forwarded: try PeriodTotals.forwarded(period, in: connection).map {
          ClosePack.Forwarded(
            month: $0.month, entries: $0.entries, receivable: $0.receivable)
        })
    }
  }
}

extension ClosePack {
  /// What the entries on one other account did to the receivables: a debit there lowers them.
  fileprivate static func movements(
    _ account: LedgerAccount, debits: Cents, credits: Cents
  ) -> [Movement] {
    func movement(_ kind: Movement.Kind, _ amount: Cents) -> [Movement] {
      amount == .zero ? [] : [Movement(kind: kind, account: account, amount: amount)]
    }
    switch account {
    case .revenue: return movement(.charges, -(debits + credits))
    case .suspense: return movement(.payments, -(debits + credits))
    // Money that came in pays; money that went out is given back.
    case .cash, .bank: return movement(.payments, -debits) + movement(.refunds, -credits)
    case .contractualAdjustment, .otherAdjustment, .writeOff:
      return movement(.adjustments, -(debits + credits))
    default: return movement(.other, -(debits + credits))
    }
  }
}

extension LedgerAccount {
  /// Its place in a list of accounts.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
