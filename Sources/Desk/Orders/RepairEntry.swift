package import Billing

/// A repair as a person took the call.
package struct RepairEntry: Equatable, Sendable {
  /// The order that the equipment came with.
  package var order: OrderID
  /// HCPCS code of the equipment.
  package var code: String
  /// What is wrong with it; foreign text.
  package var complaint: String
  package var labourMinutes: Int
  /// Parts that are replaced: codes and units.
  package var parts: [SupplyAnswer]
  /// Whether equipment is lent meanwhile.
  package var hasLoaner: Bool
  /// Last day of a warranty that pays.
  package var warrantyThrough: Day?

  package init(
    order: OrderID, code: String, complaint: String, labourMinutes: Int,
    parts: [SupplyAnswer] = [], hasLoaner: Bool = false, warrantyThrough: Day? = nil
  ) {
    self.order = order
    self.code = code
    self.complaint = complaint
    self.labourMinutes = labourMinutes
    self.parts = parts
    self.hasLoaner = hasLoaner
    self.warrantyThrough = warrantyThrough
  }
}
