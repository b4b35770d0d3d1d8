package import Billing

/// Which deposits of the list are wanted.
package struct DepositQuery: Equatable, Sendable {
  /// Nil for every form.
  package var form: DepositForm?
  /// Only those of which something belongs to no remittance.
  package var isUnmatchedOnly: Bool
  package var from: Day?
  package var through: Day?
  package var offset: Int
  package var limit: Int

  package init(
    form: DepositForm? = nil, isUnmatchedOnly: Bool = false, from: Day? = nil, through: Day? = nil,
    offset: Int = 0, limit: Int = 50
  ) {
    self.form = form
    self.isUnmatchedOnly = isUnmatchedOnly
    self.from = from
    self.through = through
    self.offset = offset
    self.limit = limit
  }
}

/// The deposits of a query, with the sums of all that it means.
package struct DepositsPage: Equatable, Sendable {
  package var rows: [DepositRow]
  package var count: Int
  /// By form, void ones left out.
  package var forms: [DepositSum]

  package init(rows: [DepositRow], count: Int, forms: [DepositSum]) {
    self.rows = rows
    self.count = count
    self.forms = forms
  }
}

/// What some deposits come to, in cents.
package struct DepositSum: Equatable, Sendable {
  /// A form or a payer.
  package var name: String
  package var count: Int
  package var amount: Cents
  package var matched: Cents

  package var unmatched: Cents { amount - matched }

  package init(name: String, count: Int, amount: Cents, matched: Cents) {
    self.name = name
    self.count = count
    self.amount = amount
    self.matched = matched
  }
}

/// One deposit in the list.
package struct DepositRow: Equatable, Sendable {
  package var deposit: Deposit
  /// The payer of the remittances that it is matched with, else as the bank names it; foreign text.
  package var payer: String
  /// Trace numbers of the remittances that it is matched with.
  package var traces: [String]
  /// The business day on which the last line of its remittances was posted; nil where something of
  /// it waits still.
  package var postedOn: Day?
  /// Business days from the deposit to its posting, or to today where it is not posted.
  package var lag: Int
  package var item: WorkItemID?

  package init(
    deposit: Deposit, payer: String, traces: [String], postedOn: Day?, lag: Int, item: WorkItemID?
  ) {
    self.deposit = deposit
    self.payer = payer
    self.traces = traces
    self.postedOn = postedOn
    self.lag = lag
    self.item = item
  }
}

/// A deposit with its matches, what it could be matched with, and its papers.
package struct DepositDetail: Equatable, Sendable {
  package var row: DepositRow
  /// The file that it was read from, empty where it was typed; foreign text.
  package var file: String
  package var matches: [DepositMatchRow]
  package var candidates: [MoneyCandidateRow]
  package var documents: [DepositDocumentRow]

  package init(
    row: DepositRow, file: String, matches: [DepositMatchRow], candidates: [MoneyCandidateRow],
    documents: [DepositDocumentRow]
  ) {
    self.row = row
    self.file = file
    self.matches = matches
    self.candidates = candidates
    self.documents = documents
  }
}

/// A remittance that a deposit is the money of.
package struct DepositMatchRow: Equatable, Sendable {
  package var match: DepositMatch
  package var payer: String
  package var paidOn: Day
  package var payment: Cents
  /// What of the remittance is not posted, in cents.
  package var suspense: Cents

  package init(
    match: DepositMatch, payer: String, paidOn: Day, payment: Cents, suspense: Cents
  ) {
    self.match = match
    self.payer = payer
    self.paidOn = paidOn
    self.payment = payment
    self.suspense = suspense
  }
}

/// The other side that money may belong to, with what speaks for it and against it.
package struct MoneyCandidateRow: Equatable, Sendable {
  /// What the field of the match says for it.
  package var value: String
  /// Number, payer, day and amount; foreign text.
  package var title: String
  package var reasonsFor: [String]
  package var reasonsAgainst: [String]

  package init(value: String, title: String, reasonsFor: [String], reasonsAgainst: [String]) {
    self.value = value
    self.title = title
    self.reasonsFor = reasonsFor
    self.reasonsAgainst = reasonsAgainst
  }
}

/// A paper of a deposit: where it lies, and the hash by which it is known again.
package struct DepositDocumentRow: Equatable, Sendable {
  package var path: String
  package var hash: String
  package var byteCount: Int
  package var user: String
  package var addedOn: Day

  package init(path: String, hash: String, byteCount: Int, user: String, addedOn: Day) {
    self.path = path
    self.hash = hash
    self.byteCount = byteCount
    self.user = user
    self.addedOn = addedOn
  }
}

/// Deposits of a time with how fast they were posted.
package struct DepositsReport: Equatable, Sendable {
  package var from: Day
  package var through: Day
  package var forms: [DepositSum]
  package var payers: [DepositSum]
  package var rows: [DepositRow]
  /// Business days from deposit to posting, in the middle of those that are posted; nil where none is.
  package var medianLag: Int?
  /// Within which nine of ten were posted.
  package var ninthDecileLag: Int?
  /// Posted within two business days, in hundredths of a percent of those posted.
  package var withinTwo: Int?
  /// Deposits of which something is not posted.
  package var open: Int

  package init(
    from: Day, through: Day, forms: [DepositSum], payers: [DepositSum], rows: [DepositRow],
    medianLag: Int?, ninthDecileLag: Int?, withinTwo: Int?, open: Int
  ) {
    self.from = from
    self.through = through
    self.forms = forms
    self.payers = payers
    self.rows = rows
    self.medianLag = medianLag
    self.ninthDecileLag = ninthDecileLag
    self.withinTwo = withinTwo
    self.open = open
  }

  /// All of it, in cents.
  package var amount: Cents { forms.map(\.amount).total() }
  package var unmatched: Cents { forms.map(\.unmatched).total() }
}
