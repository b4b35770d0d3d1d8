package import Billing

/// Equipment of the patient's own that is to be repaired, as a person took the call.
package struct RepairTicket: Equatable, Sendable {
  package var patient: PatientID
  /// The order that the equipment came with, where it is known.
  package var order: OrderID?
  /// HCPCS code of the equipment.
  package var code: String
  package var openedOn: Day
  /// What is wrong with it; foreign text.
  package var complaint: String
  package var labourMinutes: Int
  /// Parts that are replaced: codes and units.
  package var parts: [SupplyAnswer]
  /// Whether equipment is lent while it is away.
  package var hasLoaner: Bool
  /// The rental where there is or was one.
  package var rental: Rental?
  /// Last day of a warranty that pays for the labour.
  package var warrantyThrough: Day?

  package init(
    patient: PatientID, order: OrderID? = nil, code: String, openedOn: Day, complaint: String,
    labourMinutes: Int, parts: [SupplyAnswer] = [], hasLoaner: Bool = false,
    rental: Rental? = nil, warrantyThrough: Day? = nil
  ) {
    self.patient = patient
    self.order = order
    self.code = code
    self.openedOn = openedOn
    self.complaint = complaint
    self.labourMinutes = labourMinutes
    self.parts = parts
    self.hasLoaner = hasLoaner
    self.rental = rental
    self.warrantyThrough = warrantyThrough
  }
}

/// Why a repair cannot be charged.
package enum RepairRefusal: Error, Equatable {
  /// The category is serviced within its rent (frequent and substantial servicing, oxygen).
  case servicedWithinRent(PaymentCategory)
  /// Still rented: the supplier keeps it in order.
  case notOwnedByPatient
  case underWarranty(through: Day)
  case codeUnknown
  case nothingToCharge

  /// One sentence for the person at the desk.
  package var message: String {
    switch self {
    case .servicedWithinRent(let category):
      "Repairs of category \(category.rawValue) are paid within the rent"
    case .notOwnedByPatient: "The equipment is still rented: its repair is the supplier's"
    case .underWarranty(let day): "The warranty pays until \(day)"
    case .codeUnknown: "The code of the equipment is not in the catalogue"
    case .nothingToCharge: "Enter the minutes of work, a part or a loaner"
    }
  }
}

/// Repairs of equipment that the patient owns (domain reference 1.7 and 7.4): labour in units of
/// 15 minutes, parts with `RB`, and a loaner meanwhile.
package enum Repair {
  /// Labour, one unit for every 15 minutes begun.
  package static let labourCode = "K0739"
  /// Loaner while the patient's own equipment is repaired.
  package static let loanerCode = "K0462"

  /// The piece of work that a ticket makes, with what the payer is expected to pay for it.
  ///
  /// - Throws: `RepairRefusal` where nothing of it would be paid.
  package static func due(
    _ ticket: RepairTicket, payer: Payer?, rules: RuleBook
  ) throws(RepairRefusal) -> SpecialDue {
    guard let equipment = rules.item(ticket.code, on: ticket.openedOn) else { throw .codeUnknown }
    if equipment.category == .frequentServicing || equipment.category == .oxygen {
      throw .servicedWithinRent(equipment.category)
    }
    if let rental = ticket.rental {
      guard let day = RentalCalendar.titleLetterDay(of: rental), day <= ticket.openedOn
      else { throw .notOwnedByPatient }
    }
    if let through = ticket.warrantyThrough, ticket.openedOn <= through {
      throw .underWarranty(through: through)
    }
    let facts = SpecialFacts(patient: ticket.patient, payer: payer)
    func item(_ procedure: ProcedureCode, _ units: Int) -> SpecialItem {
      facts.item(procedure, units: units, on: ticket.openedOn, rules: rules)
    }
    var items = ticket.parts.filter { $0.units > 0 }
      .map { item(ProcedureCode($0.code, ["RB"]), $0.units) }
    let labour = labourUnits(minutes: ticket.labourMinutes)
    if labour > 0 { items.append(item(ProcedureCode(labourCode), labour)) }
    if ticket.hasLoaner { items.append(item(ProcedureCode(loanerCode), 1)) }
    guard !items.isEmpty else { throw .nothingToCharge }
    return SpecialDue(
      kind: .repair, patient: ticket.patient, rental: ticket.rental?.id,
      order: ticket.order ?? ticket.rental?.order, items: items, opensOn: ticket.openedOn,
      dueOn: ticket.openedOn, closesOn: nil,
      reason: "Repair of \(ticket.code): \(ticket.complaint)", needs: [.deliveryTicket])
  }

  /// Units of labour for minutes of work, every 15 minutes begun; none for none.
  package static func labourUnits(minutes: Int) -> Int {
    minutes <= 0 ? 0 : (minutes - 1) / 15 + 1
  }

  /// The narrative that labour, parts and the loaner need (domain reference 6.4), 80 characters
  /// at most (005010X222A1 loop 2400 NTE, by the Medicare contractors' limit).
  static func narrative(code: String, reason: String) -> String {
    String((code == loanerCode ? "Loaner. " + reason : reason).prefix(80))
  }
}
