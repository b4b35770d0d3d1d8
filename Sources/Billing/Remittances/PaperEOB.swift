/// An explanation of benefits on paper with its money, as a poster types it.
package struct PaperEOB: Equatable, Sendable {
  /// The payer by number, identifier, key or name; empty for the payer of the first claim.
  package var payer: String
  /// Number of the check, the transfer or the receipt; never that of a card.
  package var number: String
  package var kind: PaperPayment
  /// The day of the money.
  package var receivedOn: Day
  /// The date on the paper: the notice date of its denials.
  package var dated: Day
  /// What the money comes to, in cents, as typed from check or slip.
  package var total: Cents
  package var claims: [PaperClaim]
  /// Money of the payment that belongs to no claim, as PLB would have it.
  package var adjustments: [ProviderAdjustment]

  package init(
    payer: String, number: String, kind: PaperPayment, receivedOn: Day, dated: Day, total: Cents,
    claims: [PaperClaim], adjustments: [ProviderAdjustment] = []
  ) {
    self.adjustments = adjustments
    self.payer = payer
    self.number = number
    self.kind = kind
    self.receivedOn = receivedOn
    self.dated = dated
    self.total = total
    self.claims = claims
  }

  /// What its lines pay together, in cents.
  package var paid: Cents { claims.map(\.paid).total() }

  /// What its money must come to, in cents: what the lines pay, less what PLB takes.
  package var due: Cents { paid - adjustments.map(\.amount).total() }
}

extension ProviderAdjustment {
  /// Interest that a payer adds, in cents above zero: a payment, and so negative in PLB.
  package static func interest(_ amount: Cents) -> ProviderAdjustment {
    ProviderAdjustment(reason: interestReason, reference: "", amount: -amount)
  }

  /// PLB03-1 of interest.
  package static let interestReason = "L6"
}

/// How the money came that a paper explains.
package enum PaperPayment: String, Sendable, CaseIterable {
  case check, card, cash, ach

  package var title: String {
    switch self {
    case .check: "Check"
    case .card: "Card"
    case .cash: "Cash"
    case .ach: "ACH"
    }
  }

  /// The word of a remittance (BPR04) for a payment of that kind; 835s know no cards and no cash.
  package func method(of payment: Cents) -> String {
    if payment == .zero { return "NON" }
    switch self {
    case .check: return "CHK"
    case .card: return "CARD"
    case .cash: return "CASH"
    case .ach: return "ACH"
    }
  }
}

/// One claim of a paper.
package struct PaperClaim: Equatable, Sendable {
  /// Our control number, as the paper has it.
  package var number: String
  /// Last name or member id on the paper, by which the claim is checked; empty for no check.
  package var patient: String
  /// The payer's number for the claim, empty where the paper has none.
  package var payerNumber: String
  /// Remark codes of the whole claim.
  package var remarks: [String]
  package var lines: [PaperLine]

  package init(
    number: String, patient: String = "", payerNumber: String = "", remarks: [String] = [],
    lines: [PaperLine] = []
  ) {
    self.number = number
    self.patient = patient
    self.payerNumber = payerNumber
    self.remarks = remarks
    self.lines = lines
  }

  /// What its lines pay together, in cents.
  package var paid: Cents { lines.map(\.paid).total() }
}

/// What a paper says of one line of a claim.
package struct PaperLine: Equatable, Sendable {
  /// The number of the line on the claim, from 1.
  package var number: Int
  /// In cents.
  package var paid: Cents
  /// What the payer allows, in cents; the rest of the charge is CO-45.
  ///
  /// Nil where it is not typed.
  package var allowed: Cents?
  /// The charge on the paper, in cents, by which the line is checked; nil for no check.
  package var charge: Cents?
  package var reductions: [PaperReduction]
  /// Remark codes.
  package var remarks: [String]

  package init(
    number: Int, paid: Cents, allowed: Cents? = nil, charge: Cents? = nil,
    reductions: [PaperReduction] = [], remarks: [String] = []
  ) {
    self.number = number
    self.paid = paid
    self.allowed = allowed
    self.charge = charge
    self.reductions = reductions
    self.remarks = remarks
  }
}

/// A reason why a line is not paid in full.
package struct PaperReduction: Equatable, Sendable {
  package var group: AdjustmentGroup
  package var reason: String
  /// In cents; nil for whatever is left of the charge.
  package var amount: Cents?

  package init(_ group: AdjustmentGroup, _ reason: String, _ amount: Cents?) {
    self.group = group
    self.reason = reason
    self.amount = amount
  }

  /// `CO-45`.
  package var code: String { group.rawValue + "-" + reason }
}

/// What a payer leaves to the patient, by the two names that papers have columns for.
package enum PaperShare: String, Sendable, CaseIterable {
  case coinsurance = "2"
  case deductible = "1"

  package var title: String {
    switch self {
    case .coinsurance: "Coins."
    case .deductible: "Deduct."
    }
  }

  /// The reduction by an amount of cents.
  package func reduction(_ amount: Cents) -> PaperReduction {
    PaperReduction(.patientResponsibility, rawValue, amount)
  }
}

/// What is wrong with a paper as typed: of which claim and line, in which field, and why.
package struct PaperFault: Error, Equatable, Sendable {
  package var claim: String?
  package var line: Int?
  package var field: String
  package var message: String

  package init(claim: String? = nil, line: Int? = nil, _ field: String, _ message: String) {
    self.claim = claim
    self.line = line
    self.field = field
    self.message = message
  }

  /// `Claim A1, line 2, paid: …`.
  package var sentence: String {
    let place =
      [claim.map { "claim " + $0 }, line.map { "line \($0)" }, field.isEmpty ? nil : field]
      .compactMap(\.self).joined(separator: ", ")
    return place.isEmpty
      ? message : place.prefix(1).uppercased() + place.dropFirst() + ": " + message
  }
}
