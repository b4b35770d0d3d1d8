/// How money reached the bank.
package enum DepositForm: String, Sendable, CaseIterable {
  case ach, check, lockbox, card, cash, wire, other

  package var title: String {
    switch self {
    case .ach: "ACH"
    case .check: "Check"
    case .lockbox: "Lockbox"
    case .card: "Card"
    case .cash: "Cash"
    case .wire: "Wire"
    case .other: "Other"
    }
  }

  /// Whether a payer's remittance is to be expected beside it: patients pay with cards and cash.
  package var comesWithRemittance: Bool {
    switch self {
    case .ach, .check, .lockbox, .wire, .other: true
    case .card, .cash: false
    }
  }

  /// Whether it travels within days, and not by mail.
  package var isElectronic: Bool { self == .ach || self == .wire }
}

/// One line of money as the bank shows it.
package struct DepositDraft: Equatable, Sendable {
  /// The day on which the bank had it.
  package var receivedOn: Day
  package var form: DepositForm
  /// In cents; more than zero.
  package var amount: Cents
  /// The payer as the bank says it; foreign text.
  package var payer: String
  /// Trace or check number, empty where the bank says none.
  package var reference: String
  /// Who sent it, as TRN03 has it; empty where the bank says nothing.
  package var originator: String
  /// The account of the office; empty where there is one alone.
  package var account: String
  /// What else the bank says of it; foreign text.
  package var memo: String

  package init(
    receivedOn: Day, form: DepositForm, amount: Cents, payer: String, reference: String = "",
    originator: String = "", account: String = "", memo: String = ""
  ) {
    self.receivedOn = receivedOn
    self.form = form
    self.amount = amount
    self.payer = payer
    self.reference = reference
    self.originator = originator
    self.account = account
    self.memo = memo
  }

  /// What tells one line of a day and an amount from another, however often and from whatever file
  /// it is read: its number, or the bank's words where it has none.
  package var lineKey: String {
    let number = TraceNumber.folded(reference)
    if !number.isEmpty { return number }
    return "="
      + (payer + " " + memo).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .uppercased()
  }
}

/// Money in the bank: a fact that is never changed, and voided by a fact of its own.
package struct Deposit: Equatable, Sendable {
  package var id: DepositID
  package var content: DepositDraft
  /// The file that it was read from; nil where somebody typed it.
  package var file: FileID?
  /// Its line in the file; 0 where it was typed.
  package var line: Int
  /// Who typed it or read the file in.
  package var user: String
  /// The business day of the office on which it was recorded.
  package var knownOn: Day
  package var isVoid: Bool
  /// What is matched with remittances, in cents.
  package var matched: Cents

  package init(
    id: DepositID, content: DepositDraft, file: FileID?, line: Int, user: String, knownOn: Day,
    isVoid: Bool, matched: Cents
  ) {
    self.id = id
    self.content = content
    self.file = file
    self.line = line
    self.user = user
    self.knownOn = knownOn
    self.isVoid = isVoid
    self.matched = matched
  }

  /// What belongs to no remittance yet, in cents.
  package var left: Cents { isVoid ? .zero : content.amount - matched }
}

/// A part of a deposit that is the money of a remittance.
package struct DepositMatch: Equatable, Sendable {
  package var id: Int64
  package var deposit: DepositID
  package var remittance: RemittanceID
  /// TRN02 of the remittance.
  package var trace: String
  /// In cents.
  package var amount: Cents
  /// The decision that matched them; nil where they did so by themselves.
  package var activity: ActivityID?
  package var knownOn: Day

  package init(
    id: Int64, deposit: DepositID, remittance: RemittanceID, trace: String, amount: Cents,
    activity: ActivityID?, knownOn: Day
  ) {
    self.id = id
    self.deposit = deposit
    self.remittance = remittance
    self.trace = trace
    self.amount = amount
    self.activity = activity
    self.knownOn = knownOn
  }
}

/// Money that a remittance says was paid and that the bank has not shown.
package struct MissingMoney: Equatable, Sendable {
  /// In cents.
  package var left: Cents
  /// How it was to come, BPR04.
  package var method: String
  /// BPR16.
  package var paidOn: Day

  package init(left: Cents, method: String, paidOn: Day) {
    self.left = left
    self.method = method
    self.paidOn = paidOn
  }

  /// Whether it travels within days (BPR04 ACH or FWT), and not by mail.
  package var isElectronic: Bool { method == "ACH" || method == "FWT" }
}

/// What the office has decided about deposits (rules data, `settings`).
package struct DepositSettings: Equatable, Sendable {
  /// Business days within which an electronic payment and its remittance meet (CORE rule 370: 3).
  package var electronicDays = 3
  /// Business days after which a check that was announced is missed.
  package var checkDays = 10
  /// Days after which a check is stale and matched by a person alone.
  package var staleDays = 180

  package init() {}

  /// The last day on which announced money is waited for.
  package func dueDay(of money: MissingMoney) -> Day {
    money.paidOn.adding(businessDays: money.isElectronic ? electronicDays : checkDays)
  }
}
