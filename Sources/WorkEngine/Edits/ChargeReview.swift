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

extension ChargeReview {
  /// A charge of an order with what the order and the rules say of it: the coverages in the order
  /// of payment, the catalogue's item of the day, the filing limit.
  ///
  /// - Parameters:
  ///   - charge: The charge.
  ///   - order: The order that it comes from.
  ///   - patient: What is on file of the patient besides; of the other charges, this one is left
  ///     out.
  ///   - rental: Its agreement.
  ///   - rules: Catalogue and limits.
  package init(
    _ charge: Charge, of order: Order, patient: PatientFile, rental: Rental?, rules: RuleBook
  ) {
    let places = PayerSequence.allCases
    let coverages = places.flatMap { place in order.coverages.filter { $0.sequence == place } }
    self.init(
      charge: charge, order: order, coverage: coverages.first,
      laterCoverages: Array(coverages.dropFirst()),
      item: rules.item(charge.procedure.code, on: charge.serviceFrom), rental: rental,
      documents: patient.documents, eligibility: patient.eligibility,
      history: patient.charges.filter { $0.id != charge.id },
      filing: coverages.first.flatMap {
        DeadlineEngine.filing(
          payer: $0.payer, service: charge.service, rules: rules)
      })
  }
}

/// What is on file of a patient beside one order, as the edits need it.
package struct PatientFile: Equatable, Sendable {
  /// All documents of the patient that belong to the order or to none.
  package var documents: [Document]
  /// The first payer's latest answer about the coverage.
  package var eligibility: EligibilityAnswer?
  /// The patient's charges of all orders, oldest first.
  package var charges: [Charge]

  package init(
    documents: [Document] = [], eligibility: EligibilityAnswer? = nil, charges: [Charge] = []
  ) {
    self.documents = documents
    self.eligibility = eligibility
    self.charges = charges
  }
}
