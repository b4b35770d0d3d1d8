package import Billing

/// Everything about one patient that the calendar may make work from.
package struct SpecialFacts: Equatable, Sendable {
  package var patient: PatientID
  /// Who pays first; decides what each item is expected to bring.
  package var payer: Payer?
  package var rentals: [Rental]
  /// Charges of the patient that stand, in the order of their days of service.
  package private(set) var charges: [Charge]
  /// Confirmed orders.
  package var orders: [Order]
  package var documents: [Document]
  /// The first payer's latest answer.
  package var eligibility: EligibilityAnswer?

  /// Takes all charges of the patient, in any order, and passes over the withdrawn ones.
  package init(
    patient: PatientID, payer: Payer? = nil, rentals: [Rental] = [], charges: [Charge] = [],
    orders: [Order] = [], documents: [Document] = [], eligibility: EligibilityAnswer? = nil
  ) {
    self.patient = patient
    self.payer = payer
    self.rentals = rentals
    self.charges = charges.filter { $0.standing != .withdrawn }
      .sorted { ($0.serviceFrom, $0.id) < ($1.serviceFrom, $1.id) }
    self.orders = orders
    self.documents = documents
    self.eligibility = eligibility
  }
}

extension SpecialFacts {
  /// The order line that a charge came from.
  func line(of charge: Charge) -> OrderLine? {
    orders.first { $0.id == charge.order }?.lines.first { $0.number == charge.orderLine }
  }

  /// Whether the patient has equipment of one of these codes: rented and not picked up, or bought.
  func has(anyOf codes: [String], on day: Day) -> Bool {
    rentals.contains {
      codes.contains($0.procedure.code) && ($0.pickedUpOn.map { day < $0 } ?? true)
    }
      || charges.contains {
        $0.rental == nil && codes.contains($0.procedure.code)
      }
  }

  /// What the payer is expected to allow for units of a code on a day, in cents.
  func expected(_ procedure: ProcedureCode, units: Int, on day: Day, rules: RuleBook) -> Cents {
    SpecialPrices.expected(
      procedure, units: units, family: payer?.family, state: state, on: day, rules: rules)
  }

  /// Where the patient lived at the latest order: fee schedules differ by state.
  private var state: String? {
    let latest = orders.max { $0.id < $1.id }?.patient.address.state ?? ""
    return latest.isEmpty ? payer?.state : latest
  }

  /// An item with what it is expected to bring.
  func item(_ procedure: ProcedureCode, units: Int, on day: Day, rules: RuleBook) -> SpecialItem {
    SpecialItem(
      procedure: procedure, units: units,
      expected: expected(procedure, units: units, on: day, rules: rules))
  }

  /// The latest line of each code among the orders: what a new line of the code is made from.
  package var latestLines: [String: OrderLine] {
    var lines: [String: OrderLine] = [:]
    let bySupply = orders.sorted {
      ($0.delivery.servedOn ?? $0.receivedOn, $0.id)
        < ($1.delivery.servedOn ?? $1.receivedOn, $1.id)
    }
    for line in bySupply.flatMap(\.lines) { lines[line.procedure.code] = line }
    return lines
  }
}
