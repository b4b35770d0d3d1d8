package import Billing

/// What is next about the money of one patient, by the decisions that stand.
package struct PatientReading: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    /// Nothing of it may be asked for.
    case notBillable
    /// Statement number so and so is due.
    case statementDue(Int)
    /// A statement went out; the next step is due on this day.
    case statementSent(next: Day)
    /// The last statement went unanswered.
    case agencyDue
    /// A payment is promised for this day.
    case promised(Day)
    /// A promised payment did not come.
    case promiseBroken(Day)
  }

  package let stage: Stage
  /// Lines that may be asked for, and lines that may not, with the reason.
  package let billable: [PatientDebt]
  package let protected: [(debt: PatientDebt, by: PatientProtection)]
  package let mark: BillingMark
  /// Statements since the last payment or plan, oldest first.
  package let statements: [(on: Day, notice: StatementNotice)]
  package let payments: [(on: Day, payment: PatientPayment)]
  package let plan: PaymentPlan?
  /// What people gave up of the patient's money, in cents.
  package let writtenOff: Cents

  package static func == (left: PatientReading, right: PatientReading) -> Bool {
    left.stage == right.stage && left.billable == right.billable && left.mark == right.mark
  }

  package init(_ story: PatientStory, rules: RuleBook, on today: Day) {
    var billable: [PatientDebt] = []
    var protected: [(debt: PatientDebt, by: PatientProtection)] = []
    for debt in story.debts {
      if let by = debt.protection(rules: rules) {
        protected.append((debt, by))
      } else {
        billable.append(debt)
      }
    }
    var facts = Facts()
    for decision in story.decisions { facts.take(decision) }
    self.billable = billable
    self.protected = protected
    mark = facts.mark
    statements = facts.statements
    payments = facts.payments
    plan = facts.plan?.plan
    writtenOff = facts.writtenOff
    stage =
      billable.isEmpty || facts.mark != .none
      ? .notBillable : facts.stage(rules.patients, on: today)
  }

  /// What may be asked for, in cents.
  package var billableAmount: Cents { billable.map(\.amount).total() }

  /// Why nothing, or not all, may be asked for, with what to do instead.
  package var reasons: [String] {
    var reasons: [String] = []
    switch mark {
    case .none: break
    case .returnedMail:
      reasons.append("Mail comes back: find the address, then take the mark away.")
    case .doNotBill:
      reasons.append("The patient is not to be billed: write it off, or find a payer.")
    }
    return reasons + protected.map { "\($0.by.reason): \($0.by.instead)." }
  }
}

/// What the decisions say, in their order.
private struct Facts {
  var mark = BillingMark.none
  var statements: [(on: Day, notice: StatementNotice)] = []
  var payments: [(on: Day, payment: PatientPayment)] = []
  var plan: (plan: PaymentPlan, paid: Cents)?
  var writtenOff = Cents.zero

  mutating func take(_ decision: RecordedDecision) {
    switch decision.act {
    case .statement(let notice)?:
      statements.append((decision.on, notice))
      // Whoever is asked again need not keep what was promised before.
      plan = nil
    case .payment(let payment)?:
      payments.append((decision.on, payment))
      statements = []
      if let (plan, paid) = plan { self.plan = (plan, paid + payment.amount) }
    case .plan(let plan)?:
      self.plan = (plan, .zero)
      statements = []
    case .billingMark(let mark)?: self.mark = mark
    case .patientWriteOff(let writeOff)?: writtenOff += writeOff.amount
    default: break
    }
  }

  func stage(_ settings: PatientSettings, on today: Day) -> PatientReading.Stage {
    if let next = plan.flatMap({ Self.next($0.plan, paid: $0.paid) }) {
      return today > next.adding(days: settings.promiseGraceDays)
        ? .promiseBroken(next) : .promised(next)
    }
    // A payment is a reason to wait for the next cycle as a statement is.
    let last = [statements.last?.on, payments.last?.on].compactMap(\.self).max()
    guard let last else { return .statementDue(1) }
    let next = last.adding(days: settings.statementCycleDays)
    if today < next { return .statementSent(next: next) }
    return statements.count >= settings.statementsBeforeAgency
      ? .agencyDue : .statementDue(statements.count + 1)
  }

  /// The first day whose installment is not paid; nil where the plan is fulfilled.
  private static func next(_ plan: PaymentPlan, paid: Cents) -> Day? {
    var expected = Cents.zero
    for day in plan.days {
      expected += plan.installment
      if paid < expected { return day }
    }
    return nil
  }
}
