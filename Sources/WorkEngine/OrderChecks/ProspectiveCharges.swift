package import Billing

/// The charges that an order would make if it were confirmed now, and what the edits say of them.
///
/// One word for an order and for its charges: what is wrong with a charge after confirmation was
/// said of the order before. Where it stands in the order itself, the order goes back; where a
/// paper, a payer's answer or another delivery is missing, the charge will wait on hold for it.
package struct ProspectiveCharges: Sendable {
  /// The charges after the fixes that need nobody; in the order of the lines.
  package private(set) var reviews: [ChargeReview]
  private let findings: [[EditFinding]]
  private let order: Order

  /// Plans the charges of an order, mends them and lets the edits look, all of them together.
  ///
  /// - Parameters:
  ///   - review: The order with what is on file beside it.
  ///   - rules: Catalogue, modifiers and limits.
  ///   - today: The day of the confirmation.
  package init(of review: OrderReview, rules: RuleBook, on today: Day) {
    order = review.order
    var reviews = Self.planned(review, rules: rules)
    for index in reviews.indices {
      reviews[index].history = review.patient.charges + reviews[..<index].map(\.charge)
      reviews[index].charge =
        ChargeEdits.mended(reviews[index], rules: rules, on: today).charge
    }
    let charges = reviews.map(\.charge)
    for index in reviews.indices {
      reviews[index].history =
        review.patient.charges + charges.filter { $0.id != charges[index].id }
    }
    self.reviews = reviews
    let isServed = order.delivery.servedOn != nil
    findings = reviews.map { review in
      ChargeEdits.findings(in: review, rules: rules, on: today).filter { finding in
        (isServed || !Self.speakingOfTheDay.contains(finding.edit))
          && (!review.beginsLater || finding.edit != NoStayOverlapsTheService.name)
      }
    }
  }

  /// What the edits find over all the charges, but for what is put right by itself, as findings of the
  /// order: what concerns the whole of it once, the rest by line.
  package var orderFindings: [OrderFinding] {
    var found: [OrderFinding] = []
    for (review, findings) in zip(reviews, findings) {
      for finding in findings where finding.corrections.isEmpty {
        guard let told = orderFinding(finding, of: review.charge), !found.contains(told) else {
          continue
        }
        found.append(told)
      }
    }
    return found
  }

  private func orderFinding(_ finding: EditFinding, of charge: Charge) -> OrderFinding? {
    guard let edit = ChargeEdits.all.first(where: { $0.name == finding.edit }) else { return nil }
    // An order without items has no line to speak of.
    let line = order.lines.first { $0.number == charge.orderLine }
    if line == nil, finding.scope == .line { return nil }
    let isOfLine = finding.scope == .line
    return OrderFinding(
      check: finding.edit, line: isOfLine ? line?.number : nil,
      cause: finding.sendsBack ?? edit.cause, isBlocking: finding.sendsBack != nil,
      message: isOfLine
        ? "Item " + String(charge.orderLine) + ", " + charge.procedure.code + ": "
          + finding.message
        : finding.message,
      fix: finding.advice)
  }

  // MARK: Planning

  private static func planned(_ review: OrderReview, rules: RuleBook) -> [ChargeReview] {
    let order = review.order
    let parts = OrderConfirmation.plan(
      order, rules: rules, expected: review.expected, on: review.serviceDay)
    // New keys come after all that there are, as they will in the books.
    var lastCharge = review.patient.charges.map(\.id.rawValue).max() ?? 0
    var lastRental = review.patient.charges.compactMap(\.rental?.rawValue).max() ?? 0
    var reviews: [ChargeReview] = []
    for part in parts {
      lastRental += 1
      var rental = part.rental
      rental?.id = RentalID(lastRental)
      for planned in part.charges {
        lastCharge += 1
        var charge = planned
        charge.id = ChargeID(lastCharge)
        charge.rental = rental?.id
        charge = charge.narrated(
          line: order.lines.first { $0.number == charge.orderLine },
          item: rules.item(charge.procedure.code, on: charge.serviceFrom), rental: rental)
        reviews.append(
          ChargeReview(charge, of: order, patient: review.patient, rental: rental, rules: rules))
      }
    }
    guard reviews.isEmpty else { return reviews }
    return [
      ChargeReview(
        nameless(lastCharge + 1, of: review), of: order, patient: review.patient, rental: nil,
        rules: rules)
    ]
  }

  /// Stands for an order without items, so that what concerns the whole of it is said.
  private static func nameless(_ key: Int64, of review: OrderReview) -> Charge {
    Charge(
      id: ChargeID(key), order: review.order.id, orderLine: 0, procedure: ProcedureCode(""),
      units: 1, service: ServiceDates(review.serviceDay), amount: .zero,
      expected: .zero)
  }

  /// While nobody said when the items were delivered, these have nothing to go by.
  private static let speakingOfTheDay: Set<String> = [
    TheDeliveryIsProvenForTheDay.name, TheSpanIsSane.name, TheFilingLimitHasNotPassed.name,
    NoStayOverlapsTheService.name, TheRefillIsNotTooEarly.name,
  ]
}

extension ChargeReview {
  /// Whether it is the first month of a rental that a stay puts off: the calendar makes it then.
  fileprivate var beginsLater: Bool {
    guard let rental, charge.rentalMonth == rental.firstMonth else { return false }
    return OrderConfirmation.beginsLater(rental)
  }
}
