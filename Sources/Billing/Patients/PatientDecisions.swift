// What decisions about the money of patients say (domain reference 5.12).

/// A statement that asked a patient for money.
package struct StatementNotice: Equatable, Sendable {
  /// Number of the run that wrote it.
  package var run: Int
  /// What it asked for, in cents.
  package var amount: Cents

  package init(run: Int, amount: Cents) {
    self.run = run
    self.amount = amount
  }
}

/// Money that a patient gave.
package struct PatientPayment: Equatable, Sendable {
  package enum Method: String, Sendable, CaseIterable {
    case cash, check, card
  }

  /// Part of it for one line of a claim.
  package struct Part: Hashable, Sendable {
    /// CLM01 of the claim, and the number of its line.
    package var claim: String
    package var line: Int
    /// In cents.
    package var amount: Cents

    package init(claim: String, line: Int, amount: Cents) {
      self.claim = claim
      self.line = line
      self.amount = amount
    }
  }

  /// In cents.
  package var amount: Cents
  package var method: Method
  /// Number of the check, or of the terminal's receipt; never the number of a card.
  package var number: String
  /// The day on which it was received.
  package var on: Day
  /// Where it goes; empty for the oldest line first.
  package var parts: [Part]

  package init(
    amount: Cents, method: Method, number: String = "", on day: Day, parts: [Part] = []
  ) {
    self.amount = amount
    self.method = method
    self.number = number
    self.on = day
    self.parts = parts
  }

  /// Whether a text has so many digits that it may be the number of a card, which is never kept.
  package static func isCardNumber(_ text: String) -> Bool { text.filter(\.isNumber).count > 8 }
}

/// What a patient will pay, and when: a plan, or with one payment a promise.
package struct PaymentPlan: Equatable, Sendable {
  /// In cents, each time.
  package var installment: Cents
  package var firstDue: Day
  /// How many, a month apart.
  package var count: Int

  package init(installment: Cents, firstDue: Day, count: Int) {
    self.installment = installment
    self.firstDue = firstDue
    self.count = count
  }

  /// The days on which it falls due, in order.
  package var days: [Day] { (0..<count).map { firstDue.adding(months: $0) } }
}

/// A share of the patient that a payer owes after all.
package struct ShareToPayer: Equatable, Sendable {
  /// CLM01 of the claim.
  package var claim: String
  /// In cents.
  package var amount: Cents
  /// Whether the payer after the claim's own owes it.
  package var isForNextPayer: Bool

  package init(claim: String, amount: Cents, isForNextPayer: Bool) {
    self.claim = claim
    self.amount = amount
    self.isForNextPayer = isForNextPayer
  }
}

/// Why a patient is not sent statements, whatever is owed.
package enum BillingMark: String, Sendable, CaseIterable {
  /// Statements may be sent.
  case none
  /// Mail came back: the address is wrong.
  case returnedMail = "returned-mail"
  /// Somebody decided that the patient is not asked.
  case doNotBill = "do-not-bill"

  package var title: String {
    switch self {
    case .none: "statements may be sent"
    case .returnedMail: "mail comes back"
    case .doNotBill: "is not to be billed"
    }
  }
}
