/// A charge line before it is on a claim, and after: what the office has earned and must bill.
///
/// Every rental month is a charge of its own.
package struct Charge: Equatable, Sendable, Served {
  package var id: ChargeID
  package var order: OrderID
  /// Line of the order, from 1.
  package var orderLine: Int
  package var rental: RentalID?
  /// Month of the rental, from 1.
  package var rentalMonth: Int?
  package var procedure: ProcedureCode
  package var units: Int
  package var service: ServiceDates
  /// In cents.
  package var amount: Cents
  /// What the payer is expected to allow, in cents.
  package var expected: Cents
  package var serialNumber: String
  /// Loop 2400 NTE, at most 80 characters.
  package var narrative: String
  package var authorizationNumber: String
  /// Indexes into the order's diagnoses, from 1.
  package var diagnosisPointers: [Int]
  package var standing: ChargeStanding
  package var rowVersion: Int64

  package init(
    id: ChargeID, order: OrderID, orderLine: Int, rental: RentalID? = nil, rentalMonth: Int? = nil,
    procedure: ProcedureCode, units: Int, service: ServiceDates, amount: Cents,
    expected: Cents, serialNumber: String = "", narrative: String = "",
    authorizationNumber: String = "", diagnosisPointers: [Int] = [1],
    standing: ChargeStanding = .unbilled, rowVersion: Int64 = 1
  ) {
    self.id = id
    self.order = order
    self.orderLine = orderLine
    self.rental = rental
    self.rentalMonth = rentalMonth
    self.procedure = procedure
    self.units = units
    self.service = service
    self.amount = amount
    self.expected = expected
    self.serialNumber = serialNumber
    self.narrative = narrative
    self.authorizationNumber = authorizationNumber
    self.diagnosisPointers = diagnosisPointers
    self.standing = standing
    self.rowVersion = rowVersion
  }
}

extension Charge {
  /// The charge with one correction made; its row version stays.
  package func applying(_ correction: ChargeCorrection) -> Charge {
    var charge = self
    switch correction {
    case .modifiers(let modifiers): charge.procedure.modifiers = modifiers
    case .units(let units): charge.units = units
    case .amount(let amount): charge.amount = amount
    case .serialNumber(let number): charge.serialNumber = number
    case .narrative(let words): charge.narrative = words
    case .authorizationNumber(let number): charge.authorizationNumber = number
    case .diagnosisPointers(let pointers): charge.diagnosisPointers = pointers
    case .service(let from, let through):
      charge.serviceFrom = from ?? charge.serviceFrom
      charge.serviceThrough = through ?? charge.serviceThrough
    }
    return charge
  }
}

/// Where a charge stands: on no claim yet, on one, or taken back.
package enum ChargeStanding: Equatable, Sendable {
  /// Held while it has open holds, else ready.
  case unbilled
  case billed(ClaimID, ClaimLineID)
  case withdrawn
}

/// The one place where a charge is, over its whole life.
package enum ChargePlace: String, Sendable, CaseIterable {
  case held, ready, sent, answered, posted, closed

  package var title: String {
    switch self {
    case .held: "on hold"
    case .ready: "ready to bill"
    case .sent: "sent"
    case .answered: "answered by the front end"
    case .posted: "posted"
    case .closed: "closed"
    }
  }
}

/// One change to a charge before it is billed.
package enum ChargeCorrection: Hashable, Sendable {
  case modifiers([String])
  case units(Int)
  case amount(Cents)
  case serialNumber(String)
  case narrative(String)
  case authorizationNumber(String)
  case diagnosisPointers([Int])
  /// First and last day; nil for the one that stays.
  case service(from: Day?, through: Day?)
}
