/// A recurring charge: equipment that stays the supplier's while it is rented.
package struct Rental: Equatable, Sendable {
  package var id: RentalID
  package var order: OrderID
  package var orderLine: Int
  package var patient: PatientID
  package var payer: PayerID
  /// Code with the modifiers that stay the same every month.
  package var procedure: ProcedureCode
  package var category: PaymentCategory
  package var serialNumber: String
  /// First day of month 1: the anniversary day of every month.
  package var startedOn: Day
  /// The month on the first day: more than 1 where the rental was taken over.
  package var firstMonth: Int
  /// Months that are paid, nil where rent goes on for as long as it is needed.
  package var capMonths: Int?
  /// Charge for a month, in cents.
  package var monthlyCharge: Cents
  package var breaks: [RentalBreak]
  /// The equipment came back.
  package var pickedUpOn: Day?

  package init(
    id: RentalID, order: OrderID, orderLine: Int, patient: PatientID, payer: PayerID,
    procedure: ProcedureCode, category: PaymentCategory, serialNumber: String, startedOn: Day,
    firstMonth: Int = 1, capMonths: Int?, monthlyCharge: Cents, breaks: [RentalBreak] = [],
    pickedUpOn: Day? = nil
  ) {
    self.id = id
    self.order = order
    self.orderLine = orderLine
    self.patient = patient
    self.payer = payer
    self.procedure = procedure
    self.category = category
    self.serialNumber = serialNumber
    self.startedOn = startedOn
    self.firstMonth = firstMonth
    self.capMonths = capMonths
    self.monthlyCharge = monthlyCharge
    self.breaks = breaks
    self.pickedUpOn = pickedUpOn
  }
}

/// Days for which rent cannot be billed, or was not needed.
package struct RentalBreak: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Hospital, nursing facility, hospice or another payer: the count goes on afterwards.
    case billing
    /// The need itself ended: after more than 60 days a new period may begin.
    case need
  }

  package var kind: Kind
  package var from: Day
  /// Last day, nil while it lasts.
  package var through: Day?

  package init(kind: Kind, from: Day, through: Day?) {
    self.kind = kind
    self.from = from
    self.through = through
  }
}

/// Fee-schedule categories: how Medicare pays for a kind of item (domain reference 7.1).
package enum PaymentCategory: String, Sendable, CaseIterable {
  case inexpensive = "IN"
  case cappedRental = "CR"
  case oxygen = "OX"
  case frequentServicing = "FS"
  case prostheticOrthotic = "PO"
  case ostomyUrological = "OS"
  case surgicalDressing = "SD"
  case supply = "SU"
  case tens = "TE"
  case therapeuticShoe = "TS"
  case parenteralEnteral = "PEN"
  case customized = "CU"
  case drug = "DR"
  case nonCovered = "NC"
}
