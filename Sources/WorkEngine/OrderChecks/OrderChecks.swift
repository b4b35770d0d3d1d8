package import Billing

/// All checks of an order before it becomes accounts receivable (domain reference 1.3, S4): its own,
/// and the edits over the charges that it would make.
package enum OrderChecks {
  /// What an order says that no charge will: in the order in which a person mends it.
  package static let all: [any OrderCheck.Type] = [
    TheOrderHasAnItem.self, TheDatesAreInOrder.self, TheDiagnosesFitOnAClaim.self,
    TheProofOfDeliveryIsSigned.self, TheModifiersFitTheKind.self, EveryModifierStandsOnce.self,
    PairsAreSplitBySide.self, DeliveredQuantityIsThePrescribedQuantity.self,
    ARentIsForOnePiece.self, RentalMonthsAreCountedFromOne.self,
    ASerialNumberIsWithOnePatient.self, SuppliesSayHowLongTheyLast.self,
    ThePriceIsNearTheExpectedAllowable.self,
  ]

  /// What keeps an order from being confirmed, and what a person should know of it: first what
  /// concerns the whole of it, then line by line.
  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let findings =
      all.flatMap { $0.findings(in: review, rules: rules, on: today) }
      + ProspectiveCharges(of: review, rules: rules, on: today).orderFindings
    let lines = review.order.lines.map(\.number)
    return findings.filter { $0.line == nil }
      + Set(lines).sorted().flatMap { line in findings.filter { $0.line == line } }
  }
}

extension OrderCheck {
  static func finding(
    line: Int? = nil, _ cause: OrderProblemCause, isBlocking: Bool = true, _ message: String,
    fix: String
  ) -> OrderFinding {
    OrderFinding(
      check: name, line: line, cause: cause, isBlocking: isBlocking, message: message, fix: fix)
  }
}

extension OrderReview {
  /// The day of service; the day of receipt where nothing was delivered yet.
  var serviceDay: Day { order.delivery.servedOn ?? order.receivedOn }

  func documents(of kind: DocumentKind) -> [Document] {
    patient.documents.filter { $0.content.kind == kind }
  }

  func item(_ line: OrderLine, _ rules: RuleBook) -> CatalogItem? {
    rules.item(line.procedure.code, on: serviceDay)
  }
}

extension OrderLine {
  /// `item 2, E0601`.
  var label: String { "item " + String(number) + ", " + procedure.code }
}
