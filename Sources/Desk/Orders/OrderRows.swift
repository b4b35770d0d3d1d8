package import Billing

/// Which orders to list.
package struct OrderQuery: Equatable, Sendable {
  /// Begins the order number or the patient's name; empty for all.
  package var text: String
  package var standing: OrderStanding?
  package var offset: Int
  package var limit: Int

  package init(text: String = "", standing: OrderStanding? = nil, offset: Int = 0, limit: Int = 50)
  {
    self.text = text
    self.standing = standing
    self.offset = offset
    self.limit = limit
  }
}

/// An order as a row of a list.
package struct OrderRow: Equatable, Sendable {
  package var id: OrderID
  package var number: String
  /// `LAST, FIRST`; foreign text.
  package var patient: String
  package var payer: String
  package var procedure: String
  package var servedOn: Day?
  package var standing: OrderStanding
  /// In cents, over all lines.
  package var charge: Cents
  package var item: WorkItemID?

  package init(
    id: OrderID, number: String, patient: String, payer: String, procedure: String, servedOn: Day?,
    standing: OrderStanding, charge: Cents, item: WorkItemID?
  ) {
    self.id = id
    self.number = number
    self.patient = patient
    self.payer = payer
    self.procedure = procedure
    self.servedOn = servedOn
    self.standing = standing
    self.charge = charge
    self.item = item
  }
}
