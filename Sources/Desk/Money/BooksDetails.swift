package import Billing

/// What of the books is closed, and who closed and opened it.
package struct BooksStanding: Equatable, Sendable {
  /// Nil where nothing is.
  package var closedThrough: Day?
  /// The newest first.
  package var closes: [CloseRow]

  package init(closedThrough: Day?, closes: [CloseRow]) {
    self.closedThrough = closedThrough
    self.closes = closes
  }
}

/// One closing of a period, or its opening again.
package struct CloseRow: Equatable, Sendable {
  package var period: BookPeriod
  package var isReopening: Bool
  package var user: String
  package var reason: String
  package var on: Day
  /// All receivables at the end of the period, in cents.
  package var receivable: Cents
  package var approval: ApprovalID?

  package init(
    period: BookPeriod, isReopening: Bool, user: String, reason: String, on: Day,
    receivable: Cents, approval: ApprovalID?
  ) {
    self.period = period
    self.isReopening = isReopening
    self.user = user
    self.reason = reason
    self.on = on
    self.receivable = receivable
    self.approval = approval
  }
}

/// The month-end pack.
///
/// What was owed to the office at the start of a period, what moved it, and what is owed at its end;
/// every account beside it. All amounts in cents.
package struct ClosePack: Equatable, Sendable {
  package struct Movement: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case charges, payments, adjustments, refunds, other
    }

    package var kind: Kind
    /// The account on the other side of the entries.
    package var account: LedgerAccount
    /// What it did to the receivables: charges raise them.
    package var amount: Cents

    package init(kind: Kind, account: LedgerAccount, amount: Cents) {
      self.kind = kind
      self.account = account
      self.amount = amount
    }
  }

  package struct Account: Equatable, Sendable {
    package var account: LedgerAccount
    package var start: Cents
    package var debits: Cents
    /// Below zero.
    package var credits: Cents

    package var end: Cents { start + debits + credits }

    package init(account: LedgerAccount, start: Cents, debits: Cents, credits: Cents) {
      self.account = account
      self.start = start
      self.debits = debits
      self.credits = credits
    }
  }

  /// Entries of the period about days of an earlier one, which was closed.
  package struct Forwarded: Equatable, Sendable {
    package var month: BookPeriod
    package var entries: Int
    /// What they moved of the receivables.
    package var receivable: Cents

    package init(month: BookPeriod, entries: Int, receivable: Cents) {
      self.month = month
      self.entries = entries
      self.receivable = receivable
    }
  }

  package var period: BookPeriod
  package var isClosed: Bool
  package var movements: [Movement]
  package var accounts: [Account]
  package var forwarded: [Forwarded]

  package init(
    period: BookPeriod, isClosed: Bool, movements: [Movement], accounts: [Account],
    forwarded: [Forwarded]
  ) {
    self.period = period
    self.isClosed = isClosed
    self.movements = movements
    self.accounts = accounts
    self.forwarded = forwarded
  }

  private var receivables: [Account] {
    accounts.filter { LedgerAccount.receivables.contains($0.account) }
  }

  package var receivableAtStart: Cents { receivables.map(\.start).total() }
  package var receivableAtEnd: Cents { receivables.map(\.end).total() }

  /// What one kind of movement did to the receivables.
  package func total(of kind: Movement.Kind) -> Cents {
    movements.filter { $0.kind == kind }.map(\.amount).total()
  }

  /// Zero where start and movements come to the end, as they must.
  package var difference: Cents {
    receivableAtStart + movements.map(\.amount).total() - receivableAtEnd
  }
}

/// A question that one person asked, and how another answered it.
package struct ApprovalDetail: Equatable, Sendable {
  package struct Answer: Equatable, Sendable {
    package var isGranted: Bool
    package var user: String
    package var on: Day
    package var note: String

    package init(isGranted: Bool, user: String, on: Day, note: String) {
      self.isGranted = isGranted
      self.user = user
      self.on = on
      self.note = note
    }
  }

  package var approval: Approval
  package var answer: Answer?
  package var item: WorkItemID?

  package init(approval: Approval, answer: Answer?, item: WorkItemID?) {
    self.approval = approval
    self.answer = answer
    self.item = item
  }
}
