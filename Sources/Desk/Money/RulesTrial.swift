package import Billing

/// What proposed rules would have let post by itself of remittances that are here, beside the rules in
/// force.
package struct RulesTrial: Equatable, Sendable {
  /// One answer, or the interest of one remittance, with which the two differ.
  package struct Change: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// It posts by itself now and would wait for a person.
      case stages
      /// It waits for a person now, only because of a rule, and would post by itself.
      case posts
    }

    package enum Subject: String, Sendable, CaseIterable {
      case claim, interest
    }

    package var kind: Kind
    package var subject: Subject
    /// Foreign text.
    package var payer: String
    /// Trace number of the remittance; foreign text.
    package var traceNumber: String
    /// The control number as the payer gives it, empty for interest; foreign text.
    package var controlNumber: String
    package var noticeOn: Day
    /// The charge that it answers, and what it pays, in cents.
    package var charge: Cents
    package var paid: Cents
    /// Why it would wait, or why it waits now; in plain words.
    package var reasons: [String]

    package init(
      kind: Kind, subject: Subject, payer: String, traceNumber: String, controlNumber: String,
      noticeOn: Day, charge: Cents, paid: Cents, reasons: [String]
    ) {
      self.kind = kind
      self.subject = subject
      self.payer = payer
      self.traceNumber = traceNumber
      self.controlNumber = controlNumber
      self.noticeOn = noticeOn
      self.charge = charge
      self.paid = paid
      self.reasons = reasons
    }
  }

  /// A number of answers and what was paid with them, in cents.
  package struct Count: Equatable, Sendable {
    package var answers: Int
    package var paid: Cents

    package init(answers: Int = 0, paid: Cents = .zero) {
      self.answers = answers
      self.paid = paid
    }

    package mutating func add(_ amount: Cents) {
      answers += 1
      paid += amount
    }

    package static func + (left: Count, right: Count) -> Count {
      Count(answers: left.answers + right.answers, paid: left.paid + right.paid)
    }
  }

  /// What becomes of the answers of one payer, or of all.
  package struct Row: Equatable, Sendable {
    /// Foreign text; empty for all.
    package var payer: String
    package var remittances = 0
    /// Posts by itself under both.
    package var posts = Count()
    /// Waits under both, whatever the reason.
    package var stages = Count()
    /// Posts by itself now, and would wait.
    package var nowStages = Count()
    /// Waits now, and would post by itself.
    package var nowPosts = Count()

    package init(payer: String = "") { self.payer = payer }

    package mutating func add(_ other: Row) {
      remittances += other.remittances
      posts = posts + other.posts
      stages = stages + other.stages
      nowStages = nowStages + other.nowStages
      nowPosts = nowPosts + other.nowPosts
    }
  }

  /// First and last day of notice that were looked at.
  package var from: Day
  package var through: Day
  /// By payer, in the order of their names; without those of which nothing came.
  package var payers: [Row]
  /// By day of notice, then as the remittances were read.
  package var changes: [Change]

  package init(from: Day, through: Day, payers: [Row], changes: [Change]) {
    self.from = from
    self.through = through
    self.payers = payers
    self.changes = changes
  }

  /// All payers together.
  package var total: Row {
    payers.reduce(into: Row()) { $0.add($1) }
  }
}

/// What is to be tried.
package struct RulesTrialRequest: Equatable, Sendable {
  /// Words of the payer's name, or its number; empty for every payer.
  package var payer: String
  /// First and last day of notice.
  package var from: Day
  package var through: Day
  /// The day of which both rules are read; nil for the day of each notice.
  package var on: Day?

  package init(payer: String = "", from: Day, through: Day, on: Day? = nil) {
    self.payer = payer
    self.from = from
    self.through = through
    self.on = on
  }
}
