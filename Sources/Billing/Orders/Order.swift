/// What was prescribed for a patient and delivered: the front office's word for a ticket.
package struct Order: Equatable, Sendable {
  package var id: OrderID
  /// The number it has where it was entered; one order a number.
  package var number: String
  package var patient: Patient
  /// In the order of payment.
  package var coverages: [Coverage]
  package var prescriber: Prescriber?
  /// ICD-10-CM codes without dots, the principal one first.
  package var diagnoses: [String]
  /// Date of the prescription.
  package var orderedOn: Day?
  package var delivery: Delivery
  /// Place of service (CLM05-1): 12 home, 31 nursing facility, ...
  package var placeOfService: String
  package var lines: [OrderLine]
  package var standing: OrderStanding
  /// Days on which the patient was in hospital, nursing facility or hospice.
  package var stays: [Stay]
  /// The day on which Docket first read it.
  package var receivedOn: Day
  package var rowVersion: Int64

  package init(
    id: OrderID, number: String, patient: Patient, coverages: [Coverage], prescriber: Prescriber?,
    diagnoses: [String], orderedOn: Day?, delivery: Delivery, placeOfService: String,
    lines: [OrderLine], standing: OrderStanding, stays: [Stay] = [], receivedOn: Day,
    rowVersion: Int64
  ) {
    self.id = id
    self.number = number
    self.patient = patient
    self.coverages = coverages
    self.prescriber = prescriber
    self.diagnoses = diagnoses
    self.orderedOn = orderedOn
    self.delivery = delivery
    self.placeOfService = placeOfService
    self.lines = lines
    self.standing = standing
    self.stays = stays
    self.receivedOn = receivedOn
    self.rowVersion = rowVersion
  }

  package var primary: Coverage? { coverages.first { $0.sequence == .primary } }
}

/// How the items reached the patient; which of its dates is the day of service is a rule.
package struct Delivery: Equatable, Sendable {
  package enum Method: String, Sendable, CaseIterable {
    case inPerson = "in-person"
    case shipped
    case pickedUp = "picked-up"
  }

  package var method: Method
  /// In the patient's hands.
  package var deliveredOn: Day?
  package var shippedOn: Day?
  /// Carrier's tracking number where it was shipped.
  package var tracking: String

  package init(
    method: Method = .inPerson, deliveredOn: Day? = nil, shippedOn: Day? = nil,
    tracking: String = ""
  ) {
    self.method = method
    self.deliveredOn = deliveredOn
    self.shippedOn = shippedOn
    self.tracking = tracking
  }

  /// The day of service: received in person, else the day of shipping, which this house uses
  /// throughout (CMS article A55426 lets the supplier choose, but always the same).
  package var servedOn: Day? {
    method == .shipped ? shippedOn ?? deliveredOn : deliveredOn ?? shippedOn
  }
}

/// Where an order stands on its way to accounts receivable.
package enum OrderStanding: String, Sendable, CaseIterable {
  /// S0 to S3 of domain reference 1.3: with the front office, nothing delivered yet.
  case open
  /// S4: delivered or shipped, to be confirmed.
  case delivered
  /// Given back to the front office with a reason.
  case returned
  /// Checked; its charge lines exist.
  case confirmed
  case cancelled
}

/// How a line is paid for.
package enum LineKind: String, Sendable, CaseIterable {
  case purchase
  case rental
  /// Supplies that are used up within their days.
  case supply
  case service
}

/// One item of an order.
package struct OrderLine: Equatable, Sendable {
  /// From 1.
  package var number: Int
  package var kind: LineKind
  /// With the modifiers that whoever entered it gave.
  package var procedure: ProcedureCode
  package var description: String
  /// What the prescription says.
  package var prescribedUnits: Int
  package var deliveredUnits: Int
  package var serialNumber: String
  /// Days that the supplies last; nil where that does not apply.
  package var daysSupplied: Int?
  /// Charge for one unit, in cents.
  package var unitCharge: Cents
  /// First rental month that this order bills: more than 1 where a rental is taken over.
  package var firstRentalMonth: Int
  package var authorizationNumber: String
  package var narrative: String
  /// Indexes into the order's diagnoses, from 1; empty points to the first ones.
  package var diagnosisPointers: [Int]

  package init(
    number: Int, kind: LineKind, procedure: ProcedureCode, description: String = "",
    prescribedUnits: Int = 1, deliveredUnits: Int = 1, serialNumber: String = "",
    daysSupplied: Int? = nil, unitCharge: Cents, firstRentalMonth: Int = 1,
    authorizationNumber: String = "", narrative: String = "", diagnosisPointers: [Int] = []
  ) {
    self.number = number
    self.kind = kind
    self.procedure = procedure
    self.description = description
    self.prescribedUnits = prescribedUnits
    self.deliveredUnits = deliveredUnits
    self.serialNumber = serialNumber
    self.daysSupplied = daysSupplied
    self.unitCharge = unitCharge
    self.firstRentalMonth = firstRentalMonth
    self.authorizationNumber = authorizationNumber
    self.narrative = narrative
    self.diagnosisPointers = diagnosisPointers
  }
}

/// A stay that keeps separate payment of equipment away (domain reference 7.8).
package struct Stay: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case hospital
    case nursingFacility = "nursing-facility"
    case hospice
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
