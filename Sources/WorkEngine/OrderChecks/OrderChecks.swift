package import Billing

/// All checks of an order before it becomes accounts receivable (domain reference 1.3, S4).
package enum OrderChecks {
  /// In the order in which a person mends them: who and when, then papers, then item by item.
  package static let all: [any OrderCheck.Type] = [
    TheOrderHasAnItem.self, TheDatesAreInOrder.self, ThePatientCanBeBilled.self,
    ThePrimaryCoverageIsNamed.self, ThePrescriberHasAValidNPI.self, ThereIsADiagnosis.self,
    TheDeliveryIsProven.self, TheWrittenOrderIsSigned.self, TheItemIsOnTheWrittenOrder.self,
    TheOrderWasThereBeforeTheDelivery.self, TheCodeExists.self, TheItemIsPaidForThisWay.self,
    TheModifiersFitTheKind.self, EveryModifierIsKnown.self, PairsAreSplitBySide.self,
    DeliveredQuantityIsThePrescribedQuantity.self, ARentIsForOnePiece.self,
    TheRentalMonthIsWithinTheCap.self, EverySerializedItemHasItsSerialNumber.self,
    ASerialNumberIsWithOnePatient.self, SuppliesSayHowLongTheyLast.self,
    AMiscellaneousItemIsDescribed.self, TheAuthorizationIsNamed.self,
    ThePriceIsNearTheExpectedAllowable.self, NoItemStandsTwice.self,
  ]

  /// What keeps an order from being confirmed, and what a person should know of it.
  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    all.flatMap { $0.findings(in: review, rules: rules, on: today) }
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
    documents.filter { $0.content.kind == kind }
  }

  func item(_ line: OrderLine, _ rules: RuleBook) -> CatalogItem? {
    rules.item(line.procedure.code, on: serviceDay)
  }
}

extension OrderLine {
  /// Modifiers that say: a denial is expected (domain reference 7.2).
  var expectsDenial: Bool {
    procedure.modifiers.contains { ["GA", "GZ", "GY", "EY"].contains($0) }
  }

  /// `item 2, E0601`.
  var label: String { "item " + String(number) + ", " + procedure.code }
}
