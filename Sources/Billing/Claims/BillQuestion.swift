/// A doubt that the files leave: a sending may be of a bill that is there already, with another day
/// or other lines.
package struct BillQuestion: Equatable, Sendable {
  /// The claim that was there first.
  package var earlier: ClaimID
  /// CLM01 of the earlier claim.
  package var controlNumber: String
  package var service: ServiceDates
  /// The charge of each of its lines in order, in cents.
  package var charges: [Cents]

  package init(
    earlier: ClaimID, controlNumber: String, service: ServiceDates, charges: [Cents]
  ) {
    self.earlier = earlier
    self.controlNumber = controlNumber
    self.service = service
    self.charges = charges
  }
}

/// What a person says to a ``BillQuestion``.
package enum SameBillAnswer: String, CaseIterable, Sendable {
  case another, same
}
