import Billing
import WorkEngine

/// A patient's years, walked day by day: rental months are charged on their day, and somebody
/// answers the special work that comes up.
struct SpecialLife {
  struct Event: Equatable, CustomStringConvertible {
    /// The day on which the work was first seen.
    let on: String
    let kind: SpecialKind
    let code: String
    let dueOn: String

    var description: String { "\(on) \(kind) \(code) due \(dueOn)" }
  }

  var facts: SpecialFacts
  private(set) var events: [Event] = []
  /// Work that came up on the day of somebody's answer, with nothing changed in between: none.
  private(set) var unstable: [String] = []
  private var seen: Set<Identity> = []
  private var lastKey: Int64 = 1_000

  private struct Identity: Hashable {
    var kind: SpecialKind
    var rental: RentalID?
    var order: OrderID?
    var document: DocumentID?
    var dueOn: Day

    init(_ due: SpecialDue) {
      kind = due.kind
      rental = due.rental
      order = due.order
      document = due.document
      dueOn = due.dueOn
    }
  }

  init(_ facts: SpecialFacts) { self.facts = facts }

  /// Walks from one day to another; `answer` sees every open piece of work once a day and may
  /// change the facts.
  mutating func walk(
    from first: String, through last: String,
    answer: (SpecialDue, Day, inout SpecialLife) -> Void
  ) {
    var today = Rented.day(first)
    while today <= Rented.day(last) {
      chargeMonths(on: today)
      let works = SpecialProcesses.due(
        facts, rules: SpecialRulesData.rules, on: today, horizonDays: 0)
      if works
        != SpecialProcesses.due(facts, rules: SpecialRulesData.rules, on: today, horizonDays: 0)
      {
        unstable.append(today.description)
      }
      for work in works where work.kind != .eligibilityCheck {
        if seen.insert(Identity(work)).inserted {
          events.append(
            Event(
              on: today.description, kind: work.kind, code: code(of: work),
              dueOn: work.dueOn.description))
        }
        answer(work, today, &self)
      }
      today = today.adding(days: 1)
    }
  }

  /// Adds a charge of a day, with a key of its own.
  mutating func charge(
    _ procedure: ProcedureCode, on day: Day, order: OrderID, rental: RentalID? = nil,
    month: Int? = nil
  ) {
    lastKey += 1
    let charge = Charge(
      id: ChargeID(lastKey), order: order, orderLine: 1, rental: rental, rentalMonth: month,
      procedure: procedure, units: 1, service: ServiceDates(day), amount: Cents(1),
      expected: Cents(1))
    facts = SpecialFacts(
      patient: facts.patient, payer: facts.payer, rentals: facts.rentals,
      charges: facts.charges + [charge], orders: facts.orders, documents: facts.documents,
      eligibility: facts.eligibility)
  }

  private mutating func chargeMonths(on today: Day) {
    for rental in facts.rentals {
      let billed = facts.charges.last { $0.rental == rental.id && $0.rentalMonth != nil }
      for month in RentalCalendar.dueMonths(
        of: rental, billedThrough: billed?.serviceFrom, on: today)
      {
        let modifiers = RentalModifiers.of(
          month: month.number, category: rental.category, given: rental.procedure.modifiers,
          rules: SpecialRulesData.rules)
        charge(
          ProcedureCode(rental.procedure.code, modifiers), on: month.from, order: rental.order,
          rental: rental.id, month: month.number)
      }
    }
  }

  private func code(of work: SpecialDue) -> String {
    work.items.first?.procedure.description
      ?? facts.rentals.first { $0.id == work.rental }?.procedure.code ?? ""
  }
}
