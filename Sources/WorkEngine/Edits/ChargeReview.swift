package import Billing

/// Everything that a pre-submission edit may look at: one charge with all that surrounds it.
package struct ChargeReview: Equatable, Sendable {
  package var charge: Charge
  package var order: Order
  /// The coverage that it will be billed to, and those after it.
  package var coverage: Coverage?
  package var laterCoverages: [Coverage]
  package var item: CatalogItem?
  package var rental: Rental?
  /// All documents of the patient that belong to this order or to none.
  package var documents: [Document]
  /// The payer's latest answer about this coverage.
  package var eligibility: EligibilityAnswer?
  /// The patient's other charges that stand, of all orders, oldest first.
  package var history: [Charge]
  /// Initial filing limit of this charge, nil where no rule is known.
  package var filing: Deadline?

  package init(
    charge: Charge, order: Order, coverage: Coverage?, laterCoverages: [Coverage] = [],
    item: CatalogItem?, rental: Rental? = nil, documents: [Document] = [],
    eligibility: EligibilityAnswer? = nil, history: [Charge] = [], filing: Deadline? = nil
  ) {
    self.charge = charge
    self.order = order
    self.coverage = coverage
    self.laterCoverages = laterCoverages
    self.item = item
    self.rental = rental
    self.documents = documents
    self.eligibility = eligibility
    self.history = history
    self.filing = filing
  }
}
